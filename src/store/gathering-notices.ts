import type { Gathering } from "../appointments/gatherings.ts";
import type { ConversationId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import { urgencies } from "../base/urgency.ts";
import type { Database, Row } from "./database.ts";

/** Somebody to be written to about a workshop. */
export interface SeatNotice {
  readonly gathering: Gathering;
  readonly conversation: ConversationId;
  /** Since when they have their seat, or wait for one. */
  readonly since: Instant;
}

/** Who is to be told something of a workshop: nobody whom a worker has, or who is in danger. */
export interface GatheringNotices {
  /** Seats to recall: of workshops that begin before then, and were not recalled; so many at most. */
  toRemind(now: Instant, before: Instant, limit: number): Promise<readonly SeatNotice[]>;
  /** Who waits first for a workshop that has a seat left, one a workshop. */
  toSeat(now: Instant, limit: number): Promise<readonly SeatNotice[]>;
  /** Who had or awaited a seat of what was cancelled. */
  toTellOff(now: Instant, limit: number): Promise<readonly SeatNotice[]>;
}

/** Seats that somebody has, and people who wait, of a gathering g. */
export const counts = `(SELECT COUNT(*) FROM Seat s WHERE s.gatheringId = g.id) AS taken,
  (SELECT COUNT(*) FROM SeatWait w WHERE w.gatheringId = g.id) AS waiting`;

export function gatheringNotices(
  database: Database,
  read: (row: Row) => Gathering,
): GatheringNotices {
  const notices = (rows: readonly Row[]) =>
    rows.map((row) => ({
      gathering: read(row),
      conversation: String(row["conversationId"]) as ConversationId,
      since: Number(row["since"]) as Instant,
    }));
  return {
    async toRemind(now, before, limit) {
      const rows = await database.all(
        `SELECT g.*, ${counts}, s.conversationId, s.takenAt AS since FROM Gathering g JOIN Seat s ON s.gatheringId = g.id
         WHERE g.startsAt > ? AND g.startsAt < ? AND g.state = 'planned' AND s.remindedAt IS NULL
           AND ${listens("s")} AND ${mayBeWritten("s")} ORDER BY g.startsAt, g.id, s.number LIMIT ?`,
        [now, before, limit],
      );
      return notices(rows);
    },
    async toSeat(now, limit) {
      const rows = await database.all(
        `SELECT g.*, ${counts}, w.conversationId, w.since FROM SeatWait w JOIN Gathering g ON g.id = w.gatheringId
         WHERE g.startsAt > ? AND g.state = 'planned'
           AND (SELECT COUNT(*) FROM Seat s WHERE s.gatheringId = g.id) < g.seats + g.extra
           AND ${listens("w")} AND ${mayBeWritten("w")}
           AND NOT EXISTS (SELECT 1 FROM SeatWait o WHERE o.gatheringId = w.gatheringId
             AND ${listens("o")} AND ${mayBeWritten("o")}
             AND (o.since < w.since OR (o.since = w.since AND o.conversationId < w.conversationId)))
         ORDER BY g.startsAt, g.id LIMIT ?`,
        [now, limit],
      );
      return notices(rows);
    },
    async toTellOff(now, limit) {
      const rows = await database.all(
        `SELECT g.*, ${counts}, p.conversationId, p.since FROM Gathering g JOIN (
           SELECT gatheringId, conversationId, takenAt AS since FROM Seat
           UNION ALL SELECT gatheringId, conversationId, since FROM SeatWait
         ) p ON p.gatheringId = g.id WHERE g.startsAt > ? AND g.state = 'cancelled' AND ${listens("p")}
         ORDER BY g.startsAt, g.id LIMIT ?`,
        [now, limit],
      );
      return notices(rows);
    },
  };
}

/** No worker has the conversation, and no danger is open in it: it may be told something. */
function listens(seat: string): string {
  return `EXISTS (SELECT 1 FROM Conversation c WHERE c.id = ${seat}.conversationId AND c.heldBy <> 'worker'
    AND c.urgency <> ${urgencies.indexOf("immediate")} AND c.erasedAt IS NULL)`;
}

/** They can be reached, and did not ask us to stop writing. */
function mayBeWritten(seat: string): string {
  return `NOT EXISTS (SELECT 1 FROM Conversation c LEFT JOIN Address a ON a.conversationId = c.id
    LEFT JOIN Person r ON r.id = c.personId WHERE c.id = ${seat}.conversationId
    AND (a.unreachableSince IS NOT NULL OR COALESCE(r.remindersStopped, 0) = 1))`;
}
