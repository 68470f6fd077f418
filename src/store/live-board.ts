import { after, hour, type Instant } from "../base/time.ts";
import type { Database } from "./database.ts";
import { waitsUntilHuman } from "./services-of.ts";

/** How many times a code happened, and to how many different conversations. */
export interface CodeCount {
  readonly code: string;
  readonly times: number;
  readonly people: number;
}

/** Appointments of a status, by whether a reminder reached somebody and whether they had said that they come. */
export interface KeptCount {
  readonly status: string;
  readonly reminded: boolean;
  readonly confirmed: boolean;
  readonly count: number;
}

/** What a team looks at on a Monday: numbers of some days, and nobody in them. */
export interface LiveBoard {
  /** Conversations in which something was said or chosen. */
  readonly people: number;
  /** Of each hour, from its beginning, how many messages were answered. */
  readonly hours: readonly { readonly at: Instant; readonly messages: number }[];
  readonly subjects: readonly CodeCount[];
  readonly misunderstood: CodeCount | null;
  readonly sources: readonly CodeCount[];
  /** "visale:eligible" */
  readonly checks: readonly CodeCount[];
  readonly languages: readonly CodeCount[];
  /** "visale.income": where conversations stand that nobody went on with for a day. */
  readonly stops: readonly CodeCount[];
  readonly kept: readonly KeptCount[];
  /** Follow-ups sent, and those that were answered. */
  readonly followUps: { readonly sent: number; readonly answered: number };
  /** Of those who asked for a human these days and were taken: how long half of them waited at most. */
  readonly toHuman: { readonly takenOver: number; readonly medianMinutes: number | null };
  readonly waiting: { readonly count: number; readonly since: Instant | null };
}

const mostRows = 12;
/** An answer may still come within a day. */
const stoppedAfter = 24 * hour;

/** Counts what happened in a structure between two instants: along indexes of dates, never of all that is stored. */
export async function liveBoard(
  database: Database,
  structure: string,
  from: Instant,
  to: Instant,
): Promise<LiveBoard> {
  const between = [structure, from, to] as const;
  const [events, people, hours, languages, stops, kept, sent, waiting, toHuman] = await Promise.all(
    [
      database.all(
        `SELECT kind, CASE WHEN kind = 'entered' THEN flow WHEN kind = 'misunderstood' THEN '' ELSE value END AS code,
         COUNT(*) AS times, COUNT(DISTINCT conversationId) AS people
       FROM Event WHERE structure = ? AND at >= ? AND at < ?
         AND kind IN ('entered', 'misunderstood', 'source', 'decided', 'did')
       GROUP BY 1, 2 ORDER BY people DESC, times DESC, code`,
        between,
      ),
      database.get(
        "SELECT COUNT(DISTINCT conversationId) AS many FROM Event WHERE structure = ? AND at >= ? AND at < ?",
        between,
      ),
      database.all(
        `SELECT (at / 3600000) * 3600000 AS hour, COUNT(DISTINCT turnId) AS messages FROM Event
       WHERE structure = ? AND at >= ? AND at < ? GROUP BY 1 ORDER BY 1`,
        between,
      ),
      database.all(
        `SELECT COALESCE(language, '') AS code, COUNT(*) AS times FROM Conversation
       WHERE structure = ? AND lastActivityAt >= ? AND lastActivityAt < ? AND erasedAt IS NULL
       GROUP BY 1 ORDER BY 2 DESC`,
        between,
      ),
      database.all(
        `SELECT flow || '.' || step AS code, COUNT(*) AS times FROM Conversation
       WHERE structure = ? AND lastActivityAt >= ? AND lastActivityAt < ? AND erasedAt IS NULL
         AND step IS NOT NULL AND heldBy = 'bot' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?`,
        [structure, from, Math.min(to, after(to, -stoppedAfter)), mostRows],
      ),
      database.all(
        `SELECT status, confirmedAt IS NOT NULL AS confirmed, EXISTS (SELECT 1 FROM Reminder r
           WHERE r.appointmentId = a.id AND r.state = 'sent'
             AND r.step IN ('weekBefore', 'threeDays', 'dayBefore', 'twoHours')) AS reminded, COUNT(*) AS many
       FROM Appointment a WHERE structure = ? AND startsAt >= ? AND startsAt < ?
         AND status IN ('booked', 'seen', 'absent', 'excused', 'cancelled') GROUP BY 1, 2, 3`,
        between,
      ),
      database.get(
        `SELECT COUNT(*) AS many FROM Reminder r JOIN Appointment a ON a.id = r.appointmentId
       WHERE r.state = 'sent' AND r.settledAt >= ?2 AND r.settledAt < ?3 AND r.step LIKE 'after%Days'
         AND a.structure = ?1`,
        between,
      ),
      database.get(
        `SELECT COUNT(*) AS many, MIN(waitingSince) AS since FROM Conversation
       WHERE structure = ? AND heldBy = 'waiting' AND erasedAt IS NULL`,
        [structure],
      ),
      waitsUntilHuman(database, structure, from, to),
    ],
  );
  const counted = (row: Readonly<Record<string, unknown>>): CodeCount => ({
    code: String(row["code"]),
    times: Number(row["times"]),
    people: Number(row["people"] ?? row["times"]),
  });
  const of = (kind: string) => events.filter((row) => row["kind"] === kind).map(counted);
  const answers = of("did").filter(({ code }) =>
    /^(keepFound|keepNotYet|keepStillThere|keepLeftHome|askNoMore):/.test(code),
  );
  const since = waiting?.["since"] ?? null;
  return {
    people: Number(people?.["many"] ?? 0),
    hours: hours.map((row) => ({
      at: Number(row["hour"]) as Instant,
      messages: Number(row["messages"]),
    })),
    subjects: of("entered"),
    misunderstood: of("misunderstood")[0] ?? null,
    sources: of("source").slice(0, mostRows),
    checks: of("decided"),
    languages: languages.map(counted),
    stops: stops.map(counted),
    kept: kept.map((row) => ({
      status: String(row["status"]),
      ...{ reminded: row["reminded"] === 1, confirmed: row["confirmed"] === 1 },
      count: Number(row["many"]),
    })),
    followUps: {
      sent: Number(sent?.["many"] ?? 0),
      answered: answers.reduce((sum, { times }) => sum + times, 0),
    },
    toHuman,
    waiting: {
      count: Number(waiting?.["many"] ?? 0),
      since: since === null ? null : (Number(since) as Instant),
    },
  };
}
