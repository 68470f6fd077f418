import type { Band, WaitingEntry, WaitingKind, WaitingList } from "../appointments/waiting-list.ts";
import type { Over, Passed, PastOffer, Waiting } from "../appointments/waiting-list-plan.ts";
import type { ConversationId, PersonId, WorkerId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import { urgencies } from "../base/urgency.ts";
import type { Cipher } from "./cipher.ts";
import { type Database, mustBeWritten, type Row, sql } from "./database.ts";
import { type SealedWish, viaWaitingList } from "./waiting-list-statements.ts";

/** Somebody on the list, as the desk shows them: with why they were last passed by. */
export interface Listed extends Waiting {
  readonly passedBecause: string | null;
}

/** The waiting lists of all structures. */
export interface WaitingLists extends WaitingList {
  /** Who waits in a structure, with what decides about an offer; in no order. */
  standing(structure: string, now: Instant): Promise<readonly Listed[]>;
  /** Ends entries, each with its reason. */
  end(
    entries: readonly { readonly id: string; readonly because: Over | "lapsed" }[],
    now: Instant,
  ): Promise<void>;
  /** Writes down why these were passed by; nothing is written of who was for the same reason already. */
  notePassed(
    entries: readonly { readonly id: string; readonly because: Passed }[],
    now: Instant,
  ): Promise<void>;
  /** A worker says how pressing it is; written in the audit trail. */
  setBand(
    entry: string,
    structure: string,
    band: Band,
    worker: WorkerId,
    now: Instant,
  ): Promise<"set" | "gone">;
  /** A worker takes somebody off the list; written in the audit trail. */
  remove(
    entry: string,
    structure: string,
    worker: WorkerId,
    now: Instant,
  ): Promise<"removed" | "gone">;
}

export function waitingListStore(database: Database, cipher: Cipher): WaitingLists {
  return {
    async entryOf(person, structure) {
      const row = await database.get(
        `SELECT w.* FROM Conversation c JOIN Waiting w ON w.openOf = c.id
         WHERE c.personId = ? AND w.structure = ? ORDER BY w.since, w.id LIMIT 1`,
        [person, structure],
      );
      return row ? readEntry(row, cipher) : null;
    },
    async standing(structure, now) {
      const rows = await database.all(standingQuery, [now, now, structure]);
      return rows.map((row) => readListed(row, cipher));
    },
    async end(entries, now) {
      if (entries.length === 0) return;
      mustBeWritten(
        await database.run(
          sql(
            `UPDATE Waiting SET openOf = NULL, closedAt = ?, closedBecause = ${named("because")}
             WHERE openOf > '' AND id IN (SELECT json_extract(value, '$.id') FROM json_each(?2))`,
            now,
            JSON.stringify(entries),
          ),
        ),
      );
    },
    async notePassed(entries, now) {
      if (entries.length === 0) return;
      mustBeWritten(
        await database.run(
          sql(
            `UPDATE Waiting SET skippedAt = ?, skippedBecause = ${named("because")}
             WHERE openOf > '' AND id IN (SELECT json_extract(value, '$.id') FROM json_each(?2))`,
            now,
            JSON.stringify(entries),
          ),
        ),
      );
    },
    async setBand(entry, structure, band, worker, now) {
      const what = "band = ?";
      const done = await byWorker(
        { entry, structure, worker, now },
        what,
        [band],
        `waiting.band${band}`,
      );
      return done ? "set" : "gone";
    },
    async remove(entry, structure, worker, now) {
      const what = "openOf = NULL, closedBecause = 'removed', closedAt = ?";
      const done = await byWorker(
        { entry, structure, worker, now },
        what,
        [now],
        "waiting.removed",
      );
      return done ? "removed" : "gone";
    },
  };

  /** The trail is written first: it looks at the entry before it changes. */
  async function byWorker(
    { entry, structure, worker, now }: ByWorker,
    what: string,
    values: readonly number[],
    audited: string,
  ): Promise<boolean> {
    const open = "id = ? AND structure = ? AND openOf > ''";
    const [, changed] = mustBeWritten(
      await database.batch([
        sql(
          `INSERT INTO Audit (workerId, structure, what, conversationId, at)
           SELECT ?, structure, ?, conversationId, ? FROM Waiting WHERE ${open}`,
          ...[worker, audited, now, entry, structure],
        ),
        sql(`UPDATE Waiting SET ${what} WHERE ${open}`, ...values, entry, structure),
      ]),
    );
    return changed?.changes === 1;
  }
}

interface ByWorker {
  readonly entry: string;
  readonly structure: string;
  readonly worker: WorkerId;
  readonly now: Instant;
}

/** Of the list that is the second value, what is said of this row. */
const named = (field: string) =>
  `(SELECT json_extract(value, '$.${field}') FROM json_each(?2) WHERE json_extract(value, '$.id') = Waiting.id)`;

const standingQuery = `SELECT w.*, c.personId, c.heldBy, c.urgency, a.unreachableSince,
    COALESCE(p.remindersStopped, 0) AS stopped,
    (SELECT MIN(b.startsAt) FROM Appointment b WHERE b.personId = c.personId AND b.status = 'booked'
      AND b.startsAt > ?) AS aheadAt,
    (SELECT json_group_array(json_object('site', o.site, 'worker', o.worker, 'start', o.startsAt, 'at', o.bookedAt,
        'became', CASE WHEN o.status = 'proposed' AND o.expiresAt > ? THEN 'open'
          WHEN o.status = 'proposed' OR (o.status = 'cancelled' AND o.closedAt >= o.expiresAt) THEN 'unanswered'
          WHEN o.status = 'cancelled' THEN 'refused' ELSE 'taken' END))
      FROM Appointment o WHERE o.conversationId = w.conversationId AND o.bookedVia = '${viaWaitingList}'
        AND o.bookedAt >= w.since) AS offers
  FROM Waiting w JOIN Conversation c ON c.id = w.openOf
    LEFT JOIN Address a ON a.conversationId = c.id LEFT JOIN Person p ON p.id = c.personId
  WHERE w.structure = ? AND w.openOf > '' AND c.erasedAt IS NULL`;

function readEntry(row: Row, cipher: Cipher): WaitingEntry {
  const sealed: SealedWish = JSON.parse(cipher.open(String(row["wishSealed"])));
  return {
    id: String(row["id"]),
    structure: String(row["structure"]),
    conversation: String(row["conversationId"]) as ConversationId,
    kind: String(row["kind"]) as WaitingKind,
    motif: String(row["motif"]),
    ...sealed,
    band: Number(row["band"]) as Band,
    since: Number(row["since"]) as Instant,
    askAt: Number(row["askAt"]) as Instant,
    askedAt: row["askedAt"] === null ? null : (Number(row["askedAt"]) as Instant),
  };
}

function readListed(row: Row, cipher: Cipher): Listed {
  const offers: readonly PastOffer[] = JSON.parse(String(row["offers"]));
  return {
    entry: readEntry(row, cipher),
    person: String(row["personId"]) as PersonId,
    appointment: row["aheadAt"] === null ? null : { start: Number(row["aheadAt"]) as Instant },
    offers,
    barred: barredBecause(row),
    passedBecause: row["skippedBecause"] === null ? null : String(row["skippedBecause"]),
  };
}

function barredBecause(row: Row): Waiting["barred"] {
  if (Number(row["urgency"]) === urgencies.indexOf("immediate")) return "danger";
  if (row["heldBy"] === "worker") return "held";
  if (row["unreachableSince"] !== null) return "unreachable";
  return Number(row["stopped"]) === 1 ? "stopped" : null;
}
