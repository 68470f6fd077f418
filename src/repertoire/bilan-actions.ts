import { addMonths, at, dateIn } from "../base/time.ts";
import { allOf, bilanOf } from "../eligibility/bilan.ts";
import type { Told } from "../eligibility/bilan-questions.ts";
import { outcomeWord } from "../eligibility/bilan-standing.ts";
import type { Asking } from "../engine/conversation.ts";
import type { SheetContent } from "../person/sheets.ts";
import { answerPage } from "./bilan-answers.ts";
import { answersOfBilan, toldBy } from "./bilan-told.ts";
import { bilanMessage, bilanWords, schemeLine } from "./bilan-words.ts";
import { factLine } from "./fact-words.ts";
import { type Action, known, type Scene } from "./scene.ts";

type Names = "summariseBilan" | "moreBilanAnswers" | "changeBilanAnswer" | "saveSheet";

/** Counted until the sheet is kept, and forgotten with the flow. */
const changed = "answersChanged";
const page = "answerPage";
const flow = "bilan-logement";

/** What the conversation of the bilan logement does with its answers. */
export const bilanActions: { readonly [Name in Names]: Action } = {
  summariseBilan(scene, asking) {
    const answers = [...answersOfBilan(toldBy(scene, asking))];
    return {
      outcome: "summarised",
      values: { summary: answers.map(([fact, value]) => factLine(fact, value)) },
    };
  },

  moreBilanAnswers: (_, asking) => ({
    outcome: "more",
    learnt: { [page]: answerPage(asking) + 1 },
  }),

  changeBilanAnswer: (_, asking) => ({
    outcome: "changed",
    forget: [String(known(asking, "bilanAnswer")), "bilanAnswer", page],
    learnt: { [changed]: countOf(asking, changed) + 1 },
  }),

  async saveSheet(scene, asking) {
    const { structure, ids } = scene;
    const told = toldBy(scene, asking);
    const on = dateIn(structure.zone, asking.now);
    const content = contentOf(told, scene, on);
    const before = await scene.sheets.presentOf(scene.person, structure.slug);
    const differences = before ? differencesOf(before.content, told, scene, on) : [];
    const months = structure.retention.conversationsMonthsAfterLastContact;
    return {
      outcome: before === null ? "saved" : differences.length > 0 ? "changed" : "same",
      values: {
        reasons: differences,
        summary: bilanMessage(bilanWords(told, structure.localSchemes, on)),
      },
      changes: [
        {
          ...{ kind: "saveSheet", sheet: ids.next(), content, figuresOn: on },
          language: asking.memory.language ?? "fr",
          expiresAt: at(structure.zone, addMonths(on, months), "00:00"),
        },
      ],
      // a sheet corrected is no other bilan: only what changed in it is counted
      counts: {
        ...(before === null ? { questions: questionsAsked(asking) } : {}),
        changed: countOf(asking, changed),
      },
      forget: [changed],
    };
  },
};

type Day = ReturnType<typeof dateIn>;

function contentOf(told: Told, { structure }: Scene, on: Day): SheetContent {
  const bilan = allOf(bilanOf(told, structure.localSchemes, on));
  return {
    answers: Object.fromEntries(answersOfBilan(told)),
    outcomes: Object.fromEntries(bilan.map((one) => [one.scheme, outcomeWord(one)])),
  };
}

/** Each scheme whose answer is no longer what the sheet said. */
function differencesOf(before: SheetContent, told: Told, { structure }: Scene, on: Day) {
  return allOf(bilanOf(told, structure.localSchemes, on))
    .filter((one) => (before.outcomes[one.scheme] ?? "") !== outcomeWord(one))
    .map((one) => ({
      key: "sheet:changed",
      values: { scheme: schemeLine(one), after: { key: `eligibility:outcome.${one.outcome}` } },
    }));
}

function questionsAsked({ memory }: Asking): number {
  return memory.trail.filter((past) => past.flow === flow).length;
}

function countOf(asking: Asking, name: string): number {
  const count = known(asking, name);
  return typeof count === "number" ? count : 0;
}
