import type { TurnId } from "../base/ids.ts";
import { replyWindows } from "../base/reply-window.ts";
import { after } from "../base/time.ts";
import type { HeldTalk } from "../store/idle-store.ts";
import type { Answering } from "./answer.ts";
import { begin } from "./begin.ts";

/**
 * Gives a conversation back to the bot that a worker answered and nobody went on with; the person is told that
 * the bot is there again, and how to reach the team. `changed`: somebody wrote meanwhile.
 */
export async function returnToBot(
  answering: Answering,
  { conversation, heardAt, answeredAt, takenAt }: HeldTalk,
): Promise<"back" | "changed"> {
  const pending = await answering.conversations.pending(conversation);
  const window = pending ? replyWindows[pending.conversation.channel] : undefined;
  // where nothing may be written any more, words would leave weeks later, before the answer to something else
  const isClosed =
    window !== undefined && (heardAt === null || answering.clock.now() >= after(heardAt, window));
  const begun = await begin(answering, {
    conversation,
    // once for each time that it fell silent
    turn: `idle.${conversation}.${answeredAt ?? takenAt}` as TurnId,
    kind: "receipt",
    place: isClosed ? null : { flow: "patience", step: "back" },
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
