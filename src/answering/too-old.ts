import type { Content } from "../base/message.ts";
import { hour, type Instant } from "../base/time.ts";
import type { Memory } from "../engine/conversation.ts";
import type {
  Change,
  Pending,
  PendingMessage,
  StoredConversation,
  TurnToCommit,
} from "../store/conversations.ts";
import type { Answering } from "./answer.ts";
import { toCommit } from "./to-commit.ts";

/** After this long the bot would answer a question that may be none any more: a person reads it. */
const tooOldAfter = 24 * hour;
const need = "old_message";

/**
 * Whether a message reached us so late that it is left to the team (a phone that was off for days, a
 * network's backlog). Words of danger and a conversation that is only opened are answered all the same.
 */
export function isTooOld(
  { dangerOf }: Pick<Answering, "dangerOf">,
  conversation: StoredConversation,
  { content, sentAt }: Pick<PendingMessage, "content" | "sentAt">,
  now: Instant,
): boolean {
  if (now - sentAt <= tooOldAfter || content.kind === "opened") return false;
  const text = textOf(content);
  return text === null ? content.kind === "media" : dangerOf(text, conversation) === "none";
}

/** The team is called, and the person is told so once, however much they wrote at that time. */
export function leftToTeam(answering: Answering, pending: Pending, now: Instant): TurnToCommit {
  const { conversation } = pending;
  const isTold = conversation.heldBy === "waiting" && conversation.need === need;
  const changes: Change[] = [{ kind: "callWorker", urgency: "normal", need }];
  const memory: Memory = { ...conversation.memory, lastAt: now };
  const replies = isTold ? [] : [{ texts: [{ key: "everywhere:tooOld" }], options: [] }];
  const happenings = [{ kind: "recorded" }] as const;
  return toCommit(answering, pending, { memory, replies, happenings, changes }, now);
}

function textOf(content: Content): string | null {
  if (content.kind === "text" || content.kind === "edited") return content.text;
  return content.kind === "media" ? (content.caption ?? null) : null;
}
