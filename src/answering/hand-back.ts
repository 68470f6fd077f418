import type { ConversationId, TurnId, WorkerId } from "../base/ids.ts";
import type { Place } from "../engine/conversation.ts";
import type { Answering } from "./answer.ts";
import { begin } from "./begin.ts";

/** Where the bot takes up again: at the step it was at, at the menu, or silently when it is closed. */
export type HandBackTo = "step" | "menu" | "closed";

/** Gives a conversation back to the bot: owner, epoch, queue and the bot's first words in one commit. */
export async function handBack(
  answering: Answering,
  conversation: ConversationId,
  worker: WorkerId,
  to: HandBackTo,
): Promise<"done" | "notYours" | "stale"> {
  const place = await placeFor(answering, conversation, to);
  const begun = await begin(answering, {
    conversation,
    turn: answering.ids.next() as TurnId,
    kind: "reply",
    place,
    learnt: {},
    changes: [],
    happening: { kind: "handedBack", value: to },
    standing: { heldBy: "bot", urgency: "none", need: null, waitingSince: null },
    newOwner: { workerId: null },
    allowed: (stored) => stored.heldBy === "waiting" || stored.workerId === worker,
  });
  if (begun.outcome === "committed") return "done";
  return begun.outcome === "notAllowed" || begun.outcome === "gone" ? "notYours" : "stale";
}

async function placeFor(
  answering: Answering,
  conversation: ConversationId,
  to: HandBackTo,
): Promise<Place | null> {
  if (to === "closed") return null;
  const menu: Place = { flow: "menu", step: "menu" };
  if (to === "menu") return menu;
  const pending = await answering.conversations.pending(conversation);
  return pending?.conversation.memory.place ?? pending?.conversation.memory.suspended ?? menu;
}
