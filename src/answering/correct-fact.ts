import type { ConversationId, TurnId } from "../base/ids.ts";
import type { Answering } from "./answer.ts";
import { begin } from "./begin.ts";

/** What a worker knows better than what was answered; `value` null forgets the answer. */
export interface Correction {
  readonly conversation: ConversationId;
  readonly structure: string;
  readonly fact: string;
  readonly value: unknown;
}

/**
 * Corrects an answer of a person: rules decide with it from now on, and the sheet says that the team did. The
 * person is told nothing, and the conversation stays where it is.
 */
export async function correctFact(
  answering: Answering,
  { conversation, structure, fact, value }: Correction,
): Promise<"corrected" | "gone"> {
  const begun = await begin(answering, {
    ...{ conversation, turn: answering.ids.next() as TurnId, kind: "receipt" },
    ...{ place: null, learnt: {}, changes: [], quiet: true, corrected: { [fact]: value } },
    happening: { kind: "corrected", value: fact },
    allowed: (stored) => stored.structure === structure && fact in stored.memory.known,
  });
  return begun.outcome === "committed" ? "corrected" : "gone";
}
