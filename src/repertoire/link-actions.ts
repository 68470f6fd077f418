import { after, hour, minute } from "../base/time.ts";
import { linkCode, shownCode } from "../person/link-code.ts";
import { codeMinutes } from "../person/links.ts";
import { type Action, known } from "./scene.ts";

/** The fact under which a code that was typed is known while it is looked at. */
export const givenCode = "linkCode";

/** Wrong codes an hour that a conversation may give. */
const wrongAtMost = 5;

/** What a conversation can do to be one person's with another. */
export const linkActions: { readonly [Name in "giveLinkCode" | "joinByCode"]: Action } = {
  giveLinkCode(scene, asking) {
    const code = linkCode(scene.ids.secret());
    const expiresAt = after(asking.now, codeMinutes * minute);
    return {
      outcome: "given",
      values: { code: shownCode(code), minutes: codeMinutes },
      changes: [{ kind: "giveLinkCode", code, expiresAt }],
    };
  },

  async joinByCode({ links, structure, conversation, person }, asking) {
    const { now } = asking;
    const code = String(known(asking, givenCode));
    const forget = [givenCode];
    const wrong = await links.wrongSince(conversation, after(now, -hour));
    if (wrong >= wrongAtMost) return { outcome: "tooMany", forget };
    const tried = await links.tried({ code, structure: structure.slug, conversation, person, now });
    if (tried !== "joins") return { outcome: tried, forget };
    return { outcome: "joined", forget, changes: [{ kind: "joinByCode", code }] };
  },
};
