import { after, hour, type Instant } from "../base/time.ts";
import { type Database, mustBeWritten, type Statement, sql } from "./database.ts";

/** The clocks of each kind of record, as instants before which it goes. */
export interface RetentionLimits {
  readonly conversations: Instant;
  readonly messages: Instant;
  readonly appointments: Instant;
  readonly audit: Instant;
}

/** What a purge removes, counted by kind. */
export type Purged = Readonly<
  Record<keyof RetentionLimits | "erased" | "proposals" | "sessions", number>
>;

export interface Retention {
  /** Removes (or with `dryRun` only counts) what is past its time in one structure. */
  purge(structure: string, limits: RetentionLimits, now: Instant, dryRun: boolean): Promise<Purged>;
  /** Ends what erased people left behind, once their receipt has left; frees proposals that expired. */
  sweep(now: Instant): Promise<{ readonly erased: number; readonly proposals: number }>;
}

/** An erased person's receipt is tried this long; then the address goes all the same. */
const receiptTried = 24 * hour;

export function retentionStore(database: Database): Retention {
  const count = async (text: string, ...values: (string | number)[]) =>
    Number((await database.get(`SELECT COUNT(*) AS n FROM ${text}`, values))?.["n"] ?? 0);
  return {
    async purge(structure, limits, now, dryRun) {
      const old = "Conversation WHERE structure = ? AND lastActivityAt < ?";
      const text = (table: string, column: string) => `${table} WHERE ${column} < ?`;
      const purged = {
        conversations: await count(old, structure, limits.conversations),
        messages:
          (await count(text("Inbound", "receivedAt"), limits.messages)) +
          (await count(text("Outgoing", "createdAt"), limits.messages)) +
          (await count(text("Note", "createdAt"), limits.messages)),
        appointments: await count(
          "Appointment WHERE structure = ? AND startsAt < ?",
          structure,
          limits.appointments,
        ),
        audit: await count("Audit WHERE structure = ? AND at < ?", structure, limits.audit),
        sessions: await count("Session WHERE expiresAt < ?", now),
        erased: 0,
        proposals: 0,
      };
      if (dryRun) return purged;
      mustBeWritten(await database.batch(purgeStatements(structure, limits, now)));
      return { ...purged, ...(await this.sweep(now)) };
    },
    async sweep(now) {
      const results = mustBeWritten(await database.batch(sweepStatements(now)));
      return { erased: results[0]?.changes ?? 0, proposals: results.at(-1)?.changes ?? 0 };
    },
  };
}

/** Counts stay: events and appointments lose the person and keep their codes. */
function purgeStatements(structure: string, limits: RetentionLimits, now: Instant): Statement[] {
  const old = "(SELECT id FROM Conversation WHERE structure = ? AND lastActivityAt < ?)";
  const gone = [structure, limits.conversations] as const;
  return [
    sql(`DELETE FROM Inbound WHERE conversationId IN ${old}`, ...gone),
    sql(`DELETE FROM Outgoing WHERE conversationId IN ${old}`, ...gone),
    sql(`DELETE FROM Note WHERE conversationId IN ${old}`, ...gone),
    sql(`UPDATE Event SET conversationId = NULL WHERE conversationId IN ${old}`, ...gone),
    sql(
      `UPDATE Appointment SET personId = 'erased', conversationId = 'erased' WHERE conversationId IN ${old}`,
      ...gone,
    ),
    sql(`DELETE FROM Address WHERE conversationId IN ${old}`, ...gone),
    sql("DELETE FROM Conversation WHERE structure = ? AND lastActivityAt < ?", ...gone),
    sql(
      `DELETE FROM Person WHERE structure = ? AND createdAt < ? AND NOT EXISTS
       (SELECT 1 FROM Conversation c WHERE c.personId = Person.id)`,
      ...gone,
    ),
    sql("DELETE FROM Inbound WHERE receivedAt < ? AND state <> 'received'", limits.messages),
    sql(
      "DELETE FROM Outgoing WHERE createdAt < ? AND state NOT IN ('queued', 'sending')",
      limits.messages,
    ),
    sql("DELETE FROM Note WHERE createdAt < ?", limits.messages),
    sql(
      "UPDATE Appointment SET personId = 'erased', conversationId = 'erased' WHERE structure = ? AND startsAt < ?",
      structure,
      limits.appointments,
    ),
    sql("DELETE FROM Audit WHERE structure = ? AND at < ?", structure, limits.audit),
    sql("DELETE FROM Session WHERE expiresAt < ?", now),
  ];
}

function sweepStatements(now: Instant): Statement[] {
  const ended = `(SELECT c.id FROM Conversation c WHERE c.erasedAt IS NOT NULL AND (c.erasedAt < ? OR NOT EXISTS
    (SELECT 1 FROM Outgoing o WHERE o.conversationId = c.id AND o.state IN ('queued', 'sending')))
    AND NOT EXISTS (SELECT 1 FROM Inbound i WHERE i.conversationId = c.id AND i.state = 'received'))`;
  const until = after(now, -receiptTried);
  const expired = "status = 'proposed' AND expiresAt < ?";
  return [
    sql(`DELETE FROM Address WHERE conversationId IN ${ended}`, until),
    sql(`DELETE FROM Inbound WHERE conversationId IN ${ended}`, until),
    sql(`UPDATE Event SET conversationId = NULL WHERE conversationId IN ${ended}`, until),
    sql(
      `DELETE FROM Person WHERE id IN (SELECT personId FROM Conversation WHERE id IN ${ended})`,
      until,
    ),
    sql(`DELETE FROM Outgoing WHERE conversationId IN ${ended}`, until),
    sql(
      `DELETE FROM Conversation WHERE erasedAt IS NOT NULL AND NOT EXISTS
       (SELECT 1 FROM Address a WHERE a.conversationId = Conversation.id)`,
    ),
    sql(
      `DELETE FROM Cell WHERE appointmentId IN (SELECT id FROM Appointment WHERE ${expired})`,
      now,
    ),
    sql(
      `UPDATE Appointment SET status = 'cancelled', version = version + 1, closedAt = ? WHERE ${expired}`,
      now,
      now,
    ),
  ];
}
