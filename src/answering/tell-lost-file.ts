import type { ConversationId, TurnId } from "../base/ids.ts";
import type { Answering } from "./answer.ts";
import { begin } from "./begin.ts";

/** A file that was to be kept and will never be had: too large or of a type we do not keep, or gone. */
export interface LostFile {
  readonly id: string;
  readonly conversation: ConversationId;
  readonly why: "refused" | "gone";
}

/** Tells the person, once, that what they sent could not be kept. */
export async function tellLostFile(
  answering: Answering,
  { id, conversation, why }: LostFile,
): Promise<"told" | "not"> {
  const begun = await begin(answering, {
    conversation,
    turn: `file.${id}.lost` as TurnId,
    kind: "receipt",
    place: { flow: "fichier-perdu", step: why },
    learnt: {},
    changes: [],
  });
  return begun.outcome === "committed" ? "told" : "not";
}
