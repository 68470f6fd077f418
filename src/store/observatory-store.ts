import { addDays, at, type Instant, localTime } from "../base/time.ts";
import { isWithin, type Period } from "../observatory/period.ts";
import type { Records } from "../observatory/report.ts";
import type { Situation } from "../observatory/situation.ts";
import type { SituationKind } from "../observatory/situation-kind.ts";
import type { Tally } from "../observatory/tally.ts";
import type { Told } from "../observatory/told.ts";
import { type Database, mustBeWritten, sql } from "./database.ts";
import { homesOf } from "./homes-of.ts";
import { measuresOf } from "./measures-of.ts";
import {
  firstOf,
  known,
  nameOf,
  put,
  readKept,
  readSituation,
  readTally,
  saved,
  written,
} from "./observatory-rows.ts";
import { toldTallies } from "./observatory-tallies.ts";
import { servicesOf } from "./services-of.ts";
import { silentOnes } from "./silent-ones.ts";

/** A situation as it is kept: who said each code, and of whom it is while they are known. */
export interface KeptSituation {
  readonly situation: Situation;
  readonly told: Told;
  readonly person: string | null;
  readonly kind: SituationKind;
  readonly updatedAt: Instant;
}

/** What importing rows came to. */
export interface Imported {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

/** Somebody who was asked and did not answer. */
export interface Silent {
  readonly situation: string;
  readonly conversation: string;
  readonly askedAt: Instant;
  readonly times: number;
}

/** The coded rows of all structures. */
export interface ObservatoryRecords extends Records {
  /** Puts rows in by their id: the same row twice changes nothing. All of them or none. */
  putIn(rows: readonly (Situation | Tally)[], now: Instant): Promise<Imported>;
  /** Every row of a structure that has no name to lose: situations by their day, then tallies. */
  rowsOf(structure: string): AsyncIterable<Situation | Tally>;
  one(structure: string, id: string): Promise<KeptSituation | null>;
  ofPerson(structure: string, person: string): Promise<KeptSituation | null>;
  /** The last ones, newest first. */
  latest(structure: string, period: Period, count: number): Promise<readonly KeptSituation[]>;
  /**
   * Writes a situation anew. `seenAt` is when the writer read it, null for a new one: `stale`: somebody wrote
   * meanwhile, and nothing changed. `by` is the worker who writes, for the audit trail.
   */
  save(kept: KeptSituation, seenAt: Instant | null, by?: string): Promise<"saved" | "stale">;
  /**
   * Who was asked what became of them before `until`, wrote nothing since, and whose outcome is not known: the
   * one who was asked longest ago first. A call is what is left.
   */
  silent(
    structure: string,
    since: string,
    until: Instant,
    count: number,
  ): Promise<readonly Silent[]>;
  /** The last conversation of a person, to go from a situation to what was said. */
  conversationOf(structure: string, person: string): Promise<string | null>;
  /** Opens another situation of a person who comes back: the one they had stays, and is nobody's. Both, or neither. */
  saveAnew(kept: KeptSituation): Promise<void>;
  /**
   * People who were linked are one: what was counted of the other one goes, or stays as nobody's when the team
   * wrote into it.
   */
  joinLinked(structure: string, people: readonly string[]): Promise<void>;
}

const midnight = localTime("00:00");
const page = 500;
/** Statements of one batch: what D1 takes at once. */
const atOnce = 50;

export function observatoryStore(database: Database): ObservatoryRecords {
  const situations = (structure: string, period: Period | null) =>
    walk(database, structure, period);
  return {
    situations,
    tallies: (structure, period) => toldTallies(database, structure, period),
    homes: (structure, period) => homesOf(database, structure, period),
    measures: (structure, period) => measuresOf(database, structure, period),
    services: (structure, { from, to }, zone) =>
      servicesOf(database, structure, at(zone, from, midnight), at(zone, addDays(to, 1), midnight)),
    async putIn(rows, now) {
      let [added, changed] = [0, 0];
      for (let first = 0; first < rows.length; first += atOnce) {
        const some = rows.slice(first, first + atOnce);
        const there = await known(database, some);
        const results = mustBeWritten(await database.batch(some.map((row) => put(row, now))));
        for (const [place, row] of some.entries()) {
          if ((results[place]?.changes ?? 0) === 0) continue;
          if (there.has(nameOf(row))) changed++;
          else added++;
        }
      }
      return { added, changed, same: rows.length - added - changed };
    },
    async *rowsOf(structure) {
      yield* situations(structure, null);
      const rows = await database.all(
        "SELECT * FROM Tally WHERE structure = ? ORDER BY countedFrom, id",
        [structure],
      );
      for (const row of rows) yield readTally(row);
    },
    async one(structure, id) {
      const row = await database.get("SELECT * FROM Situation WHERE structure = ? AND id = ?", [
        ...[structure, id],
      ]);
      return row ? readKept(row) : null;
    },
    async ofPerson(structure, person) {
      const row = await database.get(
        "SELECT * FROM Situation WHERE structure = ? AND personId = ?",
        [structure, person],
      );
      return row ? readKept(row) : null;
    },
    async latest(structure, { from, to }, count) {
      const rows = await database.all(
        `SELECT * FROM Situation WHERE structure = ? AND kind = 'situation' AND countedFrom >= ?
           AND countedFrom <= ? ORDER BY countedFrom DESC, id DESC LIMIT ?`,
        [structure, firstOf(from), to, count],
      );
      return rows.map(readKept);
    },
    silent: (...asked) => silentOnes(database, ...asked),
    async conversationOf(structure, person) {
      const row = await database.get(
        `SELECT id FROM Conversation WHERE personId = ? AND +structure = ? AND erasedAt IS NULL
         ORDER BY lastActivityAt DESC LIMIT 1`,
        [person, structure],
      );
      return row ? String(row["id"]) : null;
    },
    async save(kept, seenAt, by) {
      const trail = by === undefined ? [] : [written(kept, by)];
      const [result] = mustBeWritten(await database.batch([saved(kept, seenAt), ...trail]));
      return (result?.changes ?? 0) > 0 ? "saved" : "stale";
    },
    async joinLinked(structure, people) {
      const stray = `structure = ?1 AND personId IN (SELECT formerPersonId FROM Link WHERE structure = ?1
          AND undoneAt IS NULL AND formerPersonId <> personId
          AND personId IN (SELECT value FROM json_each(?2)))
        AND NOT EXISTS (SELECT 1 FROM Conversation c WHERE c.personId = Situation.personId)`;
      // neither does what a stay or an accompaniment is counted by go
      const isBare = `told NOT LIKE '%"by":"team"%'
        AND NOT EXISTS (SELECT 1 FROM Stay s WHERE s.structure = ?1 AND s.situationId = Situation.id)
        AND NOT EXISTS (SELECT 1 FROM Measure m WHERE m.structure = ?1 AND m.situationId = Situation.id)`;
      const values = [structure, JSON.stringify(people)] as const;
      mustBeWritten(
        await database.batch([
          sql(`DELETE FROM Situation WHERE ${stray} AND ${isBare}`, ...values),
          sql(`UPDATE Situation SET personId = NULL WHERE ${stray}`, ...values),
        ]),
      );
    },
    async saveAnew(kept) {
      const { structure } = kept.situation;
      mustBeWritten(
        await database.batch([
          sql(
            "UPDATE Situation SET personId = NULL WHERE structure = ? AND personId = ?",
            ...[structure, kept.person],
          ),
          saved(kept, null),
        ]),
      );
    },
  };
}

/** Situations by their day, page after page: a hundred thousand are never held at once. */
async function* walk(
  database: Database,
  structure: string,
  period: Period | null,
): AsyncGenerator<Situation> {
  let [day, id] = [period ? firstOf(period.from) : "", ""];
  for (;;) {
    const rows = await database.all(
      `SELECT id, structure, countedFrom, year, row FROM Situation
       WHERE structure = ? AND kind = 'situation' AND (countedFrom, id) > (?, ?) AND countedFrom <= ?
       ORDER BY countedFrom, id LIMIT ?`,
      [structure, day, id, period?.to ?? "9", page],
    );
    for (const row of rows) {
      const situation = readSituation(row);
      if (!period || isWithin(period, situation.requestedOn, situation.year)) yield situation;
    }
    const last = rows.at(-1);
    if (!last || rows.length < page) return;
    [day, id] = [String(last["countedFrom"]), String(last["id"])];
  }
}
