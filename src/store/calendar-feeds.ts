import { after, hour, type Instant } from "../base/time.ts";
import type { Cipher } from "./cipher.ts";
import { countedRequests } from "./counted-requests.ts";
import { type Database, mustBeWritten, type Row, type Statement, sql } from "./database.ts";
import { type FeedAppointment, feedAppointments } from "./feed-appointments.ts";

/** Whose appointments a calendar shows: those of one worker, or those at one site, by its id in the file. */
export interface FeedSubject {
  readonly kind: "worker" | "site";
  readonly subject: string;
}

/** A calendar that a program reads by a secret address. */
export interface CalendarFeed extends FeedSubject {
  readonly id: string;
  readonly structure: string;
  readonly madeBy: string;
  readonly createdAt: Instant;
  /** To the hour: not every reading is written. */
  readonly lastReadAt: Instant | null;
}

/** Who does what to a feed, and when: it goes into the audit trail. */
interface Doing {
  readonly id: string;
  readonly structure: string;
  readonly by: string;
  readonly now: Instant;
}

/** What is a feed's own, and nobody else's: the address is kept nowhere, only a keyed hash of its secret. */
export interface CalendarFeeds {
  makeFeed(feed: FeedSubject & Doing & { readonly token: string }): Promise<void>;
  /** It opens nothing from now on; `gone`: there is none in this structure. */
  revokeFeed(feed: Doing): Promise<"revoked" | "gone">;
  /** The feeds of a structure, the oldest first. */
  feedsOf(structure: string): Promise<readonly CalendarFeed[]>;
  /** The feed a secret opens, and notes that it was read; null when it was revoked or is not ours. */
  openFeed(token: string, now: Instant): Promise<CalendarFeed | null>;
  /** What a feed shows between two instants, in order. */
  appointmentsOf(
    feed: CalendarFeed,
    from: Instant,
    to: Instant,
  ): Promise<readonly FeedAppointment[]>;
  /** Whether one more request may be answered to this address; counted by the minute. */
  mayRead(address: string, now: Instant): Promise<boolean>;
}

/** A calendar that nobody has read for a year opens nothing any more. */
const unreadFor = 365 * 24 * hour;
/** Programs read every few minutes: one reading an hour is enough to know. */
const notedEvery = hour;
/** Several calendars behind one address, each read a few times a minute. */
const mostAMinute = 60;

const columns = "id, structure, kind, subject, madeBy, createdAt, lastReadAt";

export function calendarFeeds(database: Database, cipher: Cipher): CalendarFeeds {
  return {
    async makeFeed({ id, structure, kind, subject, token, by, now }) {
      mustBeWritten(
        await database.batch([
          sql(
            `INSERT INTO CalendarFeed (id, structure, kind, subject, tokenLookup, madeBy, createdAt, expiresAt)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
            ...[id, structure, kind, subject, cipher.lookup(kept(token))],
            ...[by, now, after(now, unreadFor)],
          ),
          audited({ id, structure, by, now }, "calendar.made"),
        ]),
      );
    },
    async revokeFeed({ id, structure, by, now }) {
      const [, removed] = mustBeWritten(
        await database.batch([
          audited({ id, structure, by, now }, "calendar.revoked"),
          sql("DELETE FROM CalendarFeed WHERE id = ? AND structure = ?", id, structure),
        ]),
      );
      return removed?.changes === 1 ? "revoked" : "gone";
    },
    async feedsOf(structure) {
      const rows = await database.all(
        `SELECT ${columns} FROM CalendarFeed WHERE structure = ? ORDER BY createdAt, id`,
        [structure],
      );
      return rows.map(readFeed);
    },
    async openFeed(token, now) {
      const feed = await found(database, cipher, token, now);
      if (!feed || (feed.lastReadAt ?? 0) > after(now, -notedEvery)) return feed;
      mustBeWritten(
        await database.run(
          sql(
            // found under the former key, it is kept under the present one
            "UPDATE CalendarFeed SET lastReadAt = ?, expiresAt = ?, tokenLookup = ? WHERE id = ?",
            ...[now, after(now, unreadFor), cipher.lookup(kept(token)), feed.id],
          ),
        ),
      );
      return feed;
    },
    appointmentsOf: (feed, from, to) => feedAppointments(database, feed, from, to),
    mayRead: async (address, now) =>
      (await countedRequests(database, cipher, { what: "calendar", address, now })) <= mostAMinute,
  };
}

/** The feed of a secret, by its hash under the present key or the one before. */
async function found(
  database: Database,
  cipher: Cipher,
  token: string,
  now: Instant,
): Promise<CalendarFeed | null> {
  for (const lookup of [cipher.lookup(kept(token)), cipher.previousLookup(kept(token))]) {
    if (lookup === null) continue;
    const row = await database.get(
      `SELECT ${columns} FROM CalendarFeed WHERE tokenLookup = ? AND expiresAt > ?`,
      [lookup, now],
    );
    if (row) return readFeed(row);
  }
  return null;
}

const kept = (token: string) => `calendar|${token}`;

/** Written only of a feed that is there: somebody else's is not acted on. */
function audited({ id, structure, by, now }: Doing, what: string): Statement {
  return sql(
    `INSERT INTO Audit (workerId, structure, what, at)
     SELECT ?, structure, ?, ? FROM CalendarFeed WHERE id = ? AND structure = ?`,
    ...[by, what, now, id, structure],
  );
}

function readFeed(row: Row): CalendarFeed {
  return {
    id: String(row["id"]),
    structure: String(row["structure"]),
    kind: row["kind"] === "site" ? "site" : "worker",
    subject: String(row["subject"]),
    madeBy: String(row["madeBy"]),
    createdAt: Number(row["createdAt"]) as Instant,
    lastReadAt: row["lastReadAt"] === null ? null : (Number(row["lastReadAt"]) as Instant),
  };
}
