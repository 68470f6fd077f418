import type { TurnId } from "../base/ids.ts";
import type { HeldTalk } from "../store/idle-store.ts";
import type { Answering } from "./answer.ts";
import { begin } from "./begin.ts";

/**
 * Gives a conversation back to the bot that a worker answered and nobody went on with; the person is told that
 * the bot is there again, and how to reach the team. `changed`: somebody wrote meanwhile.
 */
export async function returnToBot(
  answering: Answering,
  { conversation, answeredAt, takenAt }: HeldTalk,
): Promise<"back" | "changed"> {
  const begun = await begin(answering, {
    conversation,
    // once for each time that it fell silent
    turn: `idle.${conversation}.${answeredAt ?? takenAt}` as TurnId,
    kind: "receipt",
    place: { flow: "patience", step: "back" },
    learnt: {},
    changes: [],
    happening: { kind: "handedBack", value: "idle" },
    standing: { heldBy: "bot", urgency: "none", need: null, waitingSince: null },
    newOwner: { workerId: null },
    allowed: ({ heldBy, urgency, memory }) =>
      heldBy === "worker" &&
      urgency !== "immediate" &&
      (memory.lastAt ?? 0) <= (answeredAt ?? takenAt),
  });
  return begun.outcome === "committed" ? "back" : "changed";
}
