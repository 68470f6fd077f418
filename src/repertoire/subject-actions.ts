import { type Action, known } from "./scene.ts";

/** What one search teaches: it must not answer the next one. */
const ofOneSearch = ["subjectTheme", "listedSubject", "lookedFor"] as const;

/** What a conversation can do with the subjects it finds. */
export const subjectActions: { readonly openSubject: Action } = {
  /** Goes to the subject that was chosen in a list, or else found by its words. */
  openSubject(_, asking) {
    const flow = known(asking, "listedSubject") ?? known(asking, "lookedFor");
    return typeof flow === "string"
      ? { outcome: "opened", wish: flow, forget: ofOneSearch }
      : { outcome: "none", forget: ofOneSearch };
  },
};
