import type { Cipher } from "./cipher.ts";
import type { TurnToCommit } from "./conversations.ts";
import { type Statement, sql } from "./database.ts";
import { won } from "./turn-guard.ts";

/**
 * Writes down that the file of the message is to be fetched. It goes with the turn and not with the
 * message: only the turn knows whether the person had been told, and its answer says what was kept. The
 * same message is never fetched twice.
 */
export function keepStatements(turn: TurnToCommit, cipher: Cipher): Statement[] {
  const { keeps, answered, before, now } = turn;
  if (!keeps || !answered) return [];
  return [
    sql(
      `INSERT INTO Media (id, structure, conversationId, eventLookup, kind, type, networkRefSealed, state,
         createdAt, expiresAt, paperSealed)
       SELECT ?, ?, conversationId, eventLookup, ?, ?, ?, 'asked', ?, ?, ? FROM Inbound WHERE id = ? AND ${won}
       ON CONFLICT (eventLookup) DO NOTHING`,
      turn.turn,
      before.structure,
      keeps.kind,
      keeps.type,
      cipher.seal(keeps.ref),
      now,
      keeps.until,
      keeps.about ? cipher.seal(keeps.about) : null,
      answered.order,
      before.id,
      turn.turn,
    ),
  ];
}

/** Removes the files of these conversations, parts first; `those` lists their ids, `values` fill it. */
export function mediaGone(those: string): readonly string[] {
  return [
    `DELETE FROM MediaPart WHERE mediaId IN (SELECT id FROM Media WHERE conversationId IN ${those})`,
    `DELETE FROM Media WHERE conversationId IN ${those}`,
  ];
}
