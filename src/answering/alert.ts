import type { StoredConversation, TurnToCommit } from "../store/conversations.ts";
import type { Answering } from "./answer.ts";

/**
 * The same turn, with one message to who is on call when it makes a danger known that was not: once an
 * escalation, until the team takes it and the urgency falls.
 */
export function withAlert(
  { onCall }: Pick<Answering, "onCall">,
  before: StoredConversation,
  turn: TurnToCommit,
): TurnToCommit {
  const isNew = before.urgency !== "immediate" && turn.standing.urgency === "immediate";
  const alert = isNew ? onCall(before, turn.now) : null;
  return alert ? { ...turn, alert } : turn;
}
