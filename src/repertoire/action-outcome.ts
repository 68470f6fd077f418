import type { SaidValues } from "../base/message.ts";
import type { Actions } from "../catalogue.ts";
import type { Performed } from "../engine/conversation.ts";
import type { Change } from "./scene.ts";

/** An outcome that the catalogue knows for this action: a misspelt one does not compile. */
export function outcome<Name extends keyof Actions>(
  _: Name,
  word: Actions[Name],
  values?: SaidValues,
): Performed<Change> {
  return { outcome: word, ...(values ? { values } : {}) };
}
