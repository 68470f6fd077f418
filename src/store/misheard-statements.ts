import type { Cipher } from "./cipher.ts";
import type { Misheard } from "./conversations.ts";
import { type Statement, sql } from "./database.ts";
import { type Guard, won } from "./turn-guard.ts";

/** Keeps the words that a turn did not understand, with the turn itself: once for each turn. */
export function misheardStatement(words: Misheard, guard: Guard, cipher: Cipher): Statement {
  const { conversation, turn, now } = guard;
  return sql(
    `INSERT INTO Misheard (id, structure, conversationId, textSealed, language, guessed, reason, at, expiresAt)
     SELECT ?, structure, id, ?, ?, ?, ?, ?, ? FROM Conversation WHERE id = ? AND ${won}
     ON CONFLICT (id) DO NOTHING`,
    turn,
    cipher.seal(words.text),
    words.language,
    words.guessed.join(","),
    words.reason,
    now,
    words.until,
    conversation,
    conversation,
    turn,
  );
}
