import type { ConversationId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import type { Database } from "./database.ts";

/** An appointment that is over, and of which nobody said what became. */
export interface ToFill {
  readonly id: string;
  readonly conversation: ConversationId;
  readonly start: Instant;
  readonly site: string;
}

/** What is left to do at the end of a week, within one structure. */
export interface FridayReads {
  /** Conversations in which the person spoke last: they wait, or a worker has them, since when. */
  owed(
    structure: string,
  ): Promise<readonly { readonly conversation: ConversationId; readonly since: Instant }[]>;
  /** Appointments of the last weeks that are to be filled in, the oldest first. */
  toFill(structure: string, from: Instant, now: Instant): Promise<readonly ToFill[]>;
}

const most = 200;

export function fridayReads(database: Database): FridayReads {
  return {
    async owed(structure) {
      const rows = await database.all(
        `SELECT c.id, COALESCE(
             (SELECT MAX(i.receivedAt) FROM Inbound i WHERE i.conversationId = c.id), c.waitingSince) AS since
         FROM Conversation c
         WHERE c.structure = ?1 AND c.heldBy IN ('waiting', 'worker') AND c.erasedAt IS NULL
           AND (c.heldBy = 'waiting' OR COALESCE(
             (SELECT MAX(i.receivedAt) FROM Inbound i WHERE i.conversationId = c.id), 0) > COALESCE(
             (SELECT MAX(o.createdAt) FROM Outgoing o WHERE o.conversationId = c.id AND o.author <> 'bot'), 0))
         ORDER BY c.urgency DESC, since LIMIT ${most}`,
        [structure],
      );
      return rows.map((row) => ({
        conversation: String(row["id"]) as ConversationId,
        since: Number(row["since"]) as Instant,
      }));
    },
    async toFill(structure, from, now) {
      const rows = await database.all(
        `SELECT id, conversationId, startsAt, site FROM Appointment
         WHERE structure = ? AND startsAt >= ? AND startsAt < ? AND endsAt <= ? AND status = 'booked'
         ORDER BY startsAt LIMIT ${most}`,
        [structure, from, now, now],
      );
      return rows.map((row) => ({
        id: String(row["id"]),
        conversation: String(row["conversationId"]) as ConversationId,
        start: Number(row["startsAt"]) as Instant,
        site: String(row["site"]),
      }));
    },
  };
}
