import type { Asking, Proposed } from "../engine/conversation.ts";
import { answersOfBilan, toldBy } from "./bilan-told.ts";
import { factLine } from "./fact-words.ts";
import { known, type Scene } from "./scene.ts";

/** Beside two fixed choices, what the narrowest list can show. */
const answersAtOnce = 8;

/** Which page of answers is shown, the first being 0. */
export function answerPage(asking: Asking): number {
  const page = known(asking, "answerPage");
  return typeof page === "number" ? page : 0;
}

/** The answers of the bilan that may be changed, a page at a time; after the last one, the first again. */
export function bilanAnswers(scene: Scene, asking: Asking): Proposed {
  const told = toldBy(scene, asking);
  const answers = [...answersOfBilan(told)];
  const pages = Math.max(1, Math.ceil(answers.length / answersAtOnce));
  const first = (answerPage(asking) % pages) * answersAtOnce;
  return {
    offered: answers.slice(first, first + answersAtOnce).map(([fact, value]) => ({
      key: fact,
      label: factLine(fact, value),
      short: { key: `facts:name_${fact}` },
    })),
  };
}
