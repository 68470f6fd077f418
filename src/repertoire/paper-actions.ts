import { saidMoment } from "../base/said.ts";
import type { Instant } from "../base/time.ts";
import { type PaperCode, paperNamed } from "../eligibility/papers.ts";
import type { Asking } from "../engine/conversation.ts";
import { saidPapers } from "./hear-papers.ts";
import { cardValues, discreetly, joined, paperName, replacedBy } from "./paper-words.ts";
import { papersOf, tickedNow } from "./papers-of.ts";
import { promiseValues } from "./promise-words.ts";
import { type Action, known } from "./scene.ts";

type Names =
  | "openPaper"
  | "havePaper"
  | "cannotHavePaper"
  | "leavePaper"
  | "keepPaperPhoto"
  | "recallPapers"
  | "describePhotos"
  | "forgetPhotos";

/** The fact under which the paper that is looked at is known: the name of the offer. */
export const chosenPaper = "paper";
/** The fact that says whether photos of papers may be kept, with the day it was said. */
export const photoConsent = "paperPhotos";

/** What a conversation can do with the papers of the person. */
export const paperActions: { readonly [Name in Names]: Action } = {
  async openPaper(scene, asking) {
    const list = await papersOf(scene, asking);
    const said = saidPapers(known(asking, chosenPaper));
    if (said) {
      const values = { papers: joined(said.map(paperName)) };
      const changes = [{ kind: "markPapers" as const, papers: said, state: "have" as const }];
      const learnt = tickedNow(asking, said, "have");
      return { outcome: "marked", values, forget: [chosenPaper], learnt, changes };
    }
    const found = list.find(({ paper }) => paper === paperAt(asking));
    if (!found) return { outcome: "unknown", forget: [chosenPaper] };
    return { outcome: "opened", values: cardValues(found) };
  },

  havePaper: (_, asking) => mark(asking, "have"),
  leavePaper: (_, asking) => mark(asking, "notYet"),
  keepPaperPhoto: (_, asking) => mark(asking, "have"),

  async cannotHavePaper(scene, asking) {
    const paper = paperAt(asking);
    if (!paper) return { outcome: "told", values: promiseValues(scene.structure, asking.now) };
    const before = (await scene.papers.marksOf(scene.person)).get(paper);
    const values = {
      ...promiseValues(scene.structure, asking.now),
      paper: paperName(paper),
      replaced: replacedBy(paper),
    };
    // said twice, it is one call
    if (before?.state === "cannot") return { outcome: "told", values };
    return {
      outcome: "told",
      values,
      learnt: tickedNow(asking, [paper], "cannot"),
      changes: [
        { kind: "markPapers", papers: [paper], state: "cannot" },
        { kind: "callWorker", urgency: "normal", need: "paper_missing" },
      ],
    };
  },

  async recallPapers(scene, asking) {
    const missing = discreetly(await papersOf(scene, asking));
    return missing ? { outcome: "missing", values: { missing } } : { outcome: "none" };
  },

  describePhotos(scene, asking) {
    const consent = asking.memory.known[photoConsent];
    if (consent?.value !== true) return { outcome: "notKept" };
    const when = saidMoment(consent.at as Instant, scene.structure.zone, "day");
    return { outcome: "kept", values: { when } };
  },
  forgetPhotos: () => ({
    outcome: "forgotten",
    learnt: { [photoConsent]: false },
    changes: [{ kind: "forgetPaperPhotos" }],
  }),
};

function mark(asking: Asking, state: "have" | "notYet") {
  const paper = paperAt(asking);
  const papers = paper ? [paper] : [];
  return {
    outcome: "marked",
    learnt: tickedNow(asking, papers, state),
    changes: paper ? [{ kind: "markPapers" as const, papers, state }] : [],
  };
}

/** The paper whose card is open. */
export function paperAt(asking: Asking): PaperCode | null {
  return paperNamed(String(known(asking, chosenPaper)));
}
