import { after, hour, type Instant } from "../base/time.ts";
import { urgencies } from "../base/urgency.ts";
import { type Database, mustBeWritten, type Statement, sql } from "./database.ts";
import {
  type Cursor,
  type PurgedKind,
  type PurgeStep,
  pageOf,
  type RetentionLimits,
} from "./purge-page.ts";
import { purgeSteps } from "./purge-steps.ts";

/** What a purge removes, counted by kind. */
export type Purged = Readonly<Record<PurgedKind, number>>;

/** What is past its time in one structure. */
export interface Past {
  readonly structure: string;
  readonly limits: RetentionLimits;
  readonly now: Instant;
  /** Only counts. */
  readonly dryRun: boolean;
  /** After about so many statements it stops, and says where to go on. */
  readonly statements: number;
}

export interface Retention {
  /**
   * Removes what is past its time, page after page, from where it stopped the last time (`next`; null at
   * first and at the end). Messages are received and answered between two pages.
   */
  purge(
    past: Past,
    from: string | null,
  ): Promise<{ readonly counts: Purged; readonly next: string | null }>;
  /**
   * Ends what erased people left behind, once their receipt has left; gives up what waited a week for
   * somebody who did not write; frees proposals that expired, and puts who was left without an answer by a worker's proposal back in the queue as somebody who wants an appointment.
   */
  sweep(now: Instant): Promise<{ readonly erased: number; readonly proposals: number }>;
}

/** Words wait this long for a person who does not write; then they are given up. */
const heldFor = 7 * 24 * hour;
/** A status whose message nobody knows after this is of none of ours. */
const statusAwaited = 24 * hour;
/** An erased person's receipt is tried this long; then the address goes all the same. */
const receiptTried = 24 * hour;

export function retentionStore(database: Database): Retention {
  return {
    async purge(past, from) {
      const steps = purgeSteps(past.structure, past.limits, past.now);
      const counts: Record<PurgedKind, number> = { ...nothingPurged };
      let here = readPlace(from);
      for (let spent = 0; spent < past.statements; ) {
        const step = steps[here.step];
        if (!step) return { counts, next: null };
        const page = await purgePage(database, step, here.cursor, past.dryRun);
        counts[step.kind] += page.count;
        spent += page.statements;
        here = page.cursor
          ? { step: here.step, cursor: page.cursor }
          : { step: here.step + 1, cursor: beginning };
        if (page.cursor) await othersFirst();
      }
      return { counts, next: here.step < steps.length ? placeText(here) : null };
    },
    async sweep(now) {
      const results = mustBeWritten(await database.batch(sweepStatements(now)));
      return { erased: results[1]?.changes ?? 0, proposals: results.at(-1)?.changes ?? 0 };
    },
  };
}

const nothingPurged: Purged = {
  conversations: 0,
  messages: 0,
  texts: 0,
  appointments: 0,
  reminders: 0,
  audit: 0,
  media: 0,
  codes: 0,
  sheets: 0,
  calendars: 0,
  supply: 0,
  misheard: 0,
  waiting: 0,
  partners: 0,
  dossiers: 0,
  stays: 0,
  measures: 0,
  calls: 0,
  gatherings: 0,
  sessions: 0,
  links: 0,
  attempts: 0,
};

/** Where a purge stands: which of its steps, and where in it. */
interface Place {
  readonly step: number;
  readonly cursor: Cursor;
}

const beginning: Cursor = { at: 0, row: 0 };

function readPlace(text: string | null): Place {
  const [step = 0, at = 0, row = 0] = (text ?? "").split(".").map(Number);
  return { step, cursor: { at, row } };
}

function placeText({ step, cursor }: Place): string {
  return `${step}.${cursor.at}.${cursor.row}`;
}

/** One page of a step: how many rows went, or would go, and where the next page begins. */
async function purgePage(database: Database, step: PurgeStep, from: Cursor, dryRun: boolean) {
  const { sql: text, values } = pageOf(step, from);
  const rows = await database.all(text, values);
  const past = rows.filter((row) => row["past"] === 1).map((row) => Number(row["row"]));
  const all = JSON.stringify(rows.map((row) => Number(row["row"])));
  const removal = [
    ...(past.length > 0 ? step.remove(JSON.stringify(past)) : []),
    ...(rows.length > 0 ? (step.looked?.(all) ?? []) : []),
  ];
  // a dry run counts them too: it stops where the real one will
  if (removal.length > 0 && !dryRun) mustBeWritten(await database.batch(removal));
  const last = rows.length < step.page ? undefined : rows.at(-1);
  return {
    count: past.length,
    statements: 1 + removal.length,
    cursor: last ? { at: Number(last["at"]), row: Number(last["row"]) } : null,
  };
}

/** Lets everything else that waits for the process pass before the next page. */
function othersFirst(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function sweepStatements(now: Instant): Statement[] {
  // "> 0" and not "IS NOT NULL": only a range is looked up in the index
  const ended = `(SELECT c.id FROM Conversation c WHERE c.erasedAt > 0 AND (c.erasedAt < ? OR NOT EXISTS
    (SELECT 1 FROM Outgoing o WHERE o.conversationId = c.id AND o.state IN ('queued', 'sending')))
    AND NOT EXISTS (SELECT 1 FROM Inbound i WHERE i.conversationId = c.id AND i.state = 'received'))`;
  const until = after(now, -receiptTried);
  const expired = "status = 'proposed' AND expiresAt <= ?";
  return [
    sql(
      `DELETE FROM Alias WHERE addressLookup IN (SELECT lookup FROM Address WHERE conversationId IN ${ended})`,
      until,
    ),
    sql(`DELETE FROM Address WHERE conversationId IN ${ended}`, until),
    sql(`DELETE FROM Inbound WHERE conversationId IN ${ended}`, until),
    sql(`DELETE FROM Note WHERE conversationId IN ${ended}`, until),
    sql(`UPDATE Audit SET conversationId = NULL WHERE conversationId IN ${ended}`, until),
    sql(`UPDATE Event SET conversationId = NULL WHERE conversationId IN ${ended}`, until),
    sql(
      // whoever has another conversation stays for that one
      `DELETE FROM Person WHERE id IN (SELECT personId FROM Conversation WHERE id IN ${ended})
       AND NOT EXISTS (SELECT 1 FROM Conversation o WHERE o.personId = Person.id AND o.erasedAt IS NULL)`,
      until,
    ),
    sql(`DELETE FROM Outgoing WHERE conversationId IN ${ended}`, until),
    sql(
      `DELETE FROM Conversation WHERE erasedAt > 0 AND NOT EXISTS
       (SELECT 1 FROM Address a WHERE a.conversationId = Conversation.id)`,
    ),
    // the team sees that the person never came back for it
    sql(
      "UPDATE Outgoing SET state = 'failed' WHERE state = 'held' AND createdAt <= ?",
      after(now, -heldFor),
    ),
    // no status or echo of a part comes later than that, and nothing waits for longer to leave
    sql("DELETE FROM OutgoingPart WHERE at < ?", after(now, -2 * heldFor)),
    sql("DELETE FROM EarlyStatus WHERE at < ?", after(now, -statusAwaited)),
    // the revision goes up: a turn under way would write that the bot still holds it
    sql(
      `UPDATE Conversation SET heldBy = 'waiting', urgency = ?, need = 'book_appointment', waitingSince = ?,
         revision = revision + 1
       WHERE heldBy = 'bot' AND erasedAt IS NULL AND id IN
         (SELECT a.conversationId FROM Appointment a WHERE a.${expired} AND a.bookedVia NOT IN ('waitingList', 'prescriber') AND NOT EXISTS
           (SELECT 1 FROM Appointment o WHERE o.personId = a.personId AND o.startsAt > ?
            AND (o.status = 'booked' OR (o.status = 'proposed' AND o.expiresAt > ?))))`,
      urgencies.indexOf("normal"),
      now,
      now,
      now,
      now,
    ),
    sql(
      `DELETE FROM Cell WHERE appointmentId IN (SELECT id FROM Appointment WHERE ${expired})`,
      now,
    ),
    sql(
      `INSERT INTO AppointmentEvent (appointmentId, version, what, by, at)
       SELECT id, version + 1, 'expired', 'service', ? FROM Appointment WHERE ${expired}`,
      ...[now, now],
    ),
    // what somebody chose and did not confirm: whoever books next removes it too
    sql("DELETE FROM Cell WHERE expiresAt <= ?", now),
    sql(
      `UPDATE Appointment SET status = 'cancelled', version = version + 1, closedAt = ?, closedBy = 'service'
       WHERE ${expired}`,
      ...[now, now],
    ),
  ];
}
