import type { WorkerId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import type { Cipher } from "./cipher.ts";
import type { MisheardReason } from "./conversations.ts";
import { type Database, mustBeWritten, type Row, type Statement, sql } from "./database.ts";

/** A message that was not understood, as the team sees it: never whose it is. */
export interface MisheardMessage {
  readonly id: string;
  readonly text: string;
  readonly language: string | null;
  readonly guessed: readonly string[];
  readonly reason: MisheardReason;
  readonly at: Instant;
}

/** One to which a worker gave its meaning: an intent, and "none", "check:<kind>" or "alarm:<kind>". */
export interface GivenMessage extends MisheardMessage {
  readonly intent: string;
  readonly safety: string;
}

/** What a worker says of messages. */
export interface Giving {
  readonly structure: string;
  readonly ids: readonly string[];
  readonly worker: WorkerId;
  readonly intent: string;
  readonly safety: string;
  readonly now: Instant;
}

/** The messages that were not understood: to be given their meaning, then to be learnt from. */
export interface MisheardRecords {
  /** How many wait for their meaning. */
  waiting(structure: string, now: Instant): Promise<number>;
  /** Those that wait, oldest first. */
  toGive(structure: string, now: Instant, limit: number): Promise<readonly MisheardMessage[]>;
  /** Those that have theirs and are not learnt yet, the last given first. */
  given(structure: string, now: Instant, limit: number): Promise<readonly GivenMessage[]>;
  /** Gives them their meaning; how many still waited for it. */
  give(giving: Giving): Promise<number>;
  /** They wait again; how many do. */
  takeBack(structure: string, ids: readonly string[]): Promise<number>;
  /** They are kept no longer; how many went. */
  erase(structure: string, ids: readonly string[]): Promise<number>;
  /** Of every structure, those that have their meaning and are not learnt yet, the first given first. */
  toLearn(now: Instant): Promise<readonly GivenMessage[]>;
  /** They were learnt from. */
  learnt(ids: readonly string[], now: Instant): Promise<void>;
}

const those = "id IN (SELECT value FROM json_each(?))";
/** More than a team gives in a month. */
const mostLearnt = 5000;

export function misheardStore(database: Database, cipher: Cipher): MisheardRecords {
  const changed = async (statement: Statement) =>
    mustBeWritten(await database.run(statement))[0]?.changes ?? 0;
  const read = (rows: readonly Row[]) => rows.map((row) => messageFrom(row, cipher));
  const readGiven = (rows: readonly Row[]) => rows.map((row) => givenFrom(row, cipher));
  return {
    async waiting(structure, now) {
      const row = await database.get(
        `SELECT COUNT(*) AS count FROM Misheard WHERE structure = ? AND givenAt IS NULL AND expiresAt > ?`,
        [structure, now],
      );
      return Number(row?.["count"] ?? 0);
    },
    toGive: async (structure, now, limit) =>
      read(
        await database.all(
          `SELECT * FROM Misheard WHERE structure = ? AND givenAt IS NULL AND expiresAt > ?
           ORDER BY at, id LIMIT ?`,
          [structure, now, limit],
        ),
      ),
    given: async (structure, now, limit) =>
      readGiven(
        await database.all(
          `SELECT * FROM Misheard WHERE structure = ? AND givenAt > 0 AND expiresAt > ? AND learnedAt IS NULL
           ORDER BY givenAt DESC, id LIMIT ?`,
          [structure, now, limit],
        ),
      ),
    give: ({ structure, ids, worker, intent, safety, now }) =>
      changed(
        sql(
          `UPDATE Misheard SET intent = ?, safety = ?, givenBy = ?, givenAt = ?
           WHERE structure = ? AND givenAt IS NULL AND ${those}`,
          ...[intent, safety, worker, now, structure, JSON.stringify(ids)],
        ),
      ),
    takeBack: (structure, ids) =>
      changed(
        sql(
          `UPDATE Misheard SET intent = NULL, safety = NULL, givenBy = NULL, givenAt = NULL
           WHERE structure = ? AND learnedAt IS NULL AND ${those}`,
          ...[structure, JSON.stringify(ids)],
        ),
      ),
    erase: (structure, ids) =>
      changed(
        sql(
          `DELETE FROM Misheard WHERE structure = ? AND ${those}`,
          structure,
          JSON.stringify(ids),
        ),
      ),
    toLearn: async (now) =>
      readGiven(
        await database.all(
          `SELECT * FROM Misheard WHERE givenAt > 0 AND learnedAt IS NULL AND expiresAt > ?
           ORDER BY givenAt, at, id LIMIT ?`,
          [now, mostLearnt],
        ),
      ),
    async learnt(ids, now) {
      await changed(
        sql(`UPDATE Misheard SET learnedAt = ? WHERE ${those}`, now, JSON.stringify(ids)),
      );
    },
  };
}

const reasons: readonly MisheardReason[] = ["unknown", "torn", "noAnswer", "again", "refused"];

function messageFrom(row: Row, cipher: Cipher): MisheardMessage {
  return {
    id: String(row["id"]),
    text: cipher.open(String(row["textSealed"])),
    language: row["language"] === null ? null : String(row["language"]),
    guessed: String(row["guessed"]).split(",").filter(Boolean),
    reason: reasons.find((reason) => reason === row["reason"]) ?? "unknown",
    at: Number(row["at"]) as Instant,
  };
}

function givenFrom(row: Row, cipher: Cipher): GivenMessage {
  return {
    ...messageFrom(row, cipher),
    intent: String(row["intent"]),
    safety: String(row["safety"]),
  };
}
