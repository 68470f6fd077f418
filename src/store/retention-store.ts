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
      const counted = async (past: Past) =>
        count(`${past.table} WHERE ${past.where}`, ...past.values);
      const purged: Record<keyof Purged, number> = { ...nothingPurged };
      for (const past of pastOf(structure, limits, now)) purged[past.kind] += await counted(past);
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

const nothingPurged: Purged = {
  conversations: 0,
  messages: 0,
  appointments: 0,
  audit: 0,
  sessions: 0,
  erased: 0,
  proposals: 0,
};

/** Rows past their time: what a dry run counts is what a purge removes. */
interface Past {
  readonly kind: keyof Purged;
  readonly table: string;
  readonly where: string;
  readonly values: readonly (string | number)[];
}

/** A conversation with a message that waits for its answer is not old, whatever its date. */
const oldConversation = `structure = ? AND lastActivityAt < ? AND NOT EXISTS
  (SELECT 1 FROM Inbound i WHERE i.conversationId = Conversation.id AND i.state = 'received')`;

function pastOf(structure: string, limits: RetentionLimits, now: Instant): readonly Past[] {
  const here = "conversationId IN (SELECT id FROM Conversation WHERE structure = ?)";
  const messages = [limits.messages, structure] as const;
  return [
    {
      kind: "conversations",
      table: "Conversation",
      where: oldConversation,
      values: [structure, limits.conversations],
    },
    {
      kind: "messages",
      table: "Inbound",
      where: `receivedAt < ? AND state <> 'received' AND ${here}`,
      values: messages,
    },
    {
      kind: "messages",
      table: "Outgoing",
      where: `createdAt < ? AND state NOT IN ('queued', 'sending') AND ${here}`,
      values: messages,
    },
    { kind: "messages", table: "Note", where: `createdAt < ? AND ${here}`, values: messages },
    {
      kind: "audit",
      table: "Audit",
      where: "structure = ? AND at < ?",
      values: [structure, limits.audit],
    },
    { kind: "sessions", table: "Session", where: "expiresAt < ?", values: [now] },
    {
      kind: "appointments",
      table: "Appointment",
      where: pastAppointment,
      values: [structure, limits.appointments],
    },
  ];
}

const pastAppointment = "structure = ? AND startsAt < ? AND personId <> 'erased'";

/** Counts stay: events and appointments lose the person and keep their codes. */
function purgeStatements(structure: string, limits: RetentionLimits, now: Instant): Statement[] {
  const old = `(SELECT id FROM Conversation WHERE ${oldConversation})`;
  const gone = [structure, limits.conversations] as const;
  const nobody = "UPDATE Appointment SET personId = 'erased', conversationId = 'erased' WHERE";
  const cellsOf = (where: string) =>
    `DELETE FROM Cell WHERE appointmentId IN (SELECT id FROM Appointment WHERE ${where})`;
  const [, ...rest] = pastOf(structure, limits, now);
  return [
    ...["Outgoing", "Note", "Inbound"].map((table) =>
      sql(`DELETE FROM ${table} WHERE conversationId IN ${old}`, ...gone),
    ),
    sql(`UPDATE Event SET conversationId = NULL WHERE conversationId IN ${old}`, ...gone),
    sql(cellsOf(`conversationId IN ${old}`), ...gone),
    sql(`${nobody} conversationId IN ${old}`, ...gone),
    sql(`DELETE FROM Address WHERE conversationId IN ${old}`, ...gone),
    sql(`DELETE FROM Conversation WHERE ${oldConversation}`, ...gone),
    sql(
      `DELETE FROM Person WHERE structure = ? AND createdAt < ? AND NOT EXISTS
       (SELECT 1 FROM Conversation c WHERE c.personId = Person.id)`,
      ...gone,
    ),
    sql(cellsOf(pastAppointment), structure, limits.appointments),
    ...rest.map(({ table, where, values }) =>
      table === "Appointment"
        ? sql(`${nobody} ${where}`, ...values)
        : sql(`DELETE FROM ${table} WHERE ${where}`, ...values),
    ),
  ];
}

function sweepStatements(now: Instant): Statement[] {
  // "> 0" and not "IS NOT NULL": only a range is looked up in the index
  const ended = `(SELECT c.id FROM Conversation c WHERE c.erasedAt > 0 AND (c.erasedAt < ? OR NOT EXISTS
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
      `DELETE FROM Conversation WHERE erasedAt > 0 AND NOT EXISTS
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
