import type { ConversationId, PersonId, TurnId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";

/** What every statement of a turn is bound to: it applies only if this very turn won the conversation. */
export interface Guard {
  readonly conversation: ConversationId;
  readonly person: PersonId;
  readonly turn: TurnId;
  readonly now: Instant;
}

/** True in SQL when the turn won; its two values come last. */
export const won = "EXISTS (SELECT 1 FROM Conversation WHERE id = ? AND lastTurn = ?)";
