import type { Instant } from "../base/time.ts";
import type { Database } from "./database.ts";
import type { Silent } from "./observatory-store.ts";

/** Who was asked what became of them and did not answer: see `ObservatoryRecords.silent`. */
export async function silentOnes(
  database: Database,
  structure: string,
  since: string,
  until: Instant,
  count: number,
): Promise<readonly Silent[]> {
  const rows = await database.all(
    `SELECT t.id, MAX(r.settledAt) AS askedAt, COUNT(*) AS times,
       (SELECT l.id FROM Conversation l WHERE l.personId = t.personId AND l.erasedAt IS NULL
        ORDER BY l.lastActivityAt DESC LIMIT 1) AS conversation,
       (SELECT MAX(l.lastInboundAt) FROM Conversation l WHERE l.personId = t.personId) AS heardAt
     FROM Situation t JOIN Conversation c ON c.personId = t.personId
       JOIN Appointment a ON a.conversationId = c.id
       JOIN Reminder r ON r.appointmentId = a.id AND r.state = 'sent' AND r.step LIKE 'after%Days'
     WHERE t.structure = ? AND t.kind = 'situation' AND t.countedFrom >= ? AND t.row ->> 'outcome' IS NULL
       AND c.erasedAt IS NULL
     GROUP BY t.id HAVING askedAt < ? AND conversation IS NOT NULL AND (heardAt IS NULL OR heardAt < askedAt)
     ORDER BY askedAt, t.id LIMIT ?`,
    [structure, since, until, count],
  );
  return rows.map((row) => ({
    situation: String(row["id"]),
    conversation: String(row["conversation"]),
    askedAt: Number(row["askedAt"]) as Instant,
    times: Number(row["times"]),
  }));
}
