import type { ConversationId, TurnId, WorkerId } from "../base/ids.ts";
import type { Place } from "../engine/conversation.ts";
import { isHeldFor } from "../escalation/hand-over.ts";
import type { Answering } from "./answer.ts";
import { begin } from "./begin.ts";

export interface HandBack {
  readonly conversation: ConversationId;
  readonly worker: WorkerId;
  /** Where the bot takes up again: at the step it was at, at the menu, or silently when it is closed. */
  readonly to: "step" | "menu" | "closed";
  /** The last message of the person that the worker saw. */
  readonly seen: number;
}

/**
 * Gives a conversation back to the bot: owner, epoch, queue and the bot's first words in one commit.
 * `stale`: the person wrote since, and nobody read it; what they wrote is not swallowed.
 */
export async function handBack(
  answering: Answering,
  { conversation, worker, to, seen }: HandBack,
): Promise<"done" | "notYours" | "stale"> {
  let isUnread = false;
  const begun = await begin(answering, {
    conversation,
    turn: answering.ids.next() as TurnId,
    kind: "reply",
    place: await placeFor(answering, conversation, to),
    learnt: {},
    changes: [],
    happening: { kind: "handedBack", value: to },
    standing: { heldBy: "bot", urgency: "none", need: null, waitingSince: null },
    newOwner: { workerId: null },
    // looked at after the conversation was read: what is recorded later makes this commit stale
    async allowed(stored) {
      if (stored.heldBy !== "waiting" && !isHeldFor(worker, stored.workerId)) return false;
      isUnread = (await answering.conversations.lastHeard(conversation)) > seen;
      return !isUnread;
    },
  });
  if (begun.outcome === "committed") return "done";
  if (begun.outcome === "stale" || begun.outcome === "conflict" || isUnread) return "stale";
  return "notYours";
}

async function placeFor(
  answering: Answering,
  conversation: ConversationId,
  to: HandBack["to"],
): Promise<Place | null> {
  if (to === "closed") return null;
  const menu: Place = { flow: "menu", step: "menu" };
  if (to === "menu") return menu;
  const pending = await answering.conversations.pending(conversation);
  return pending?.conversation.memory.place ?? pending?.conversation.memory.suspended ?? menu;
}
