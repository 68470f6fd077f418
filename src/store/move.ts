import type { Instant } from "../base/time.ts";
import { type Database, mustBeWritten, sql } from "./database.ts";
import { countersOf, setCounters } from "./move-counters.ts";
import { type Digest, digestOf } from "./move-digest.ts";
import { pagesOf, pageValue } from "./move-pages.ts";
import {
  filledAtStart,
  inhabited,
  type Refusal,
  type Side,
  unmovable,
  unready,
} from "./move-refusals.ts";
import { listed, quoted, type Table, tablesToMove } from "./move-tables.ts";

/** One engine to leave, one to settle in. */
export interface Move {
  readonly source: Database;
  readonly target: Database;
  /** Brings the schema of the target up to date. */
  migrateTarget(): Promise<void>;
  /** The names of the program's migrations, in order. */
  readonly migrations: readonly string[];
  /** Whether the secret in force opens this sealed value. */
  opens(sealed: string): boolean;
  /** Goes on with a move that was cut: what is already there stays. */
  readonly resume: boolean;
  /** The side that Workers may serve: they are seen by their jobs, having no process. */
  readonly workersOn: Side | null;
  /** The machine's clock: a process that serves one of the two gives signs of life by it. */
  readonly now: Instant;
}

/** One table on both sides, read again after the move. */
export interface ComparedTable {
  readonly table: string;
  readonly source: Digest;
  readonly target: Digest;
  /** The rows are the same, and the next id is. */
  readonly same: boolean;
}

export type Moved =
  | { readonly outcome: "moved" | "differs"; readonly tables: readonly ComparedTable[] }
  | ({ readonly outcome: "refused" } & Refusal);

/**
 * Takes everything from one engine to the other, then reads both again and compares counts and digests.
 * Sessions move too: the secret is the same. What stays is said in `tablesToMove`. Throws when an engine
 * fails on the way; what has arrived stays, and `resume` goes on from there.
 */
export async function moveEverything(move: Move): Promise<Moved> {
  const { source, target } = move;
  const unfit = await unready(source, "source", move);
  if (unfit) return { outcome: "refused", ...unfit };
  const tables = await tablesToMove(source);
  const refusal = await unmovable(source, tables, move.opens);
  if (refusal) return { outcome: "refused", ...refusal };
  await move.migrateTarget();
  const unwelcome =
    (await unready(target, "target", move)) ??
    (move.resume ? null : await inhabited(target, tables));
  if (unwelcome) return { outcome: "refused", ...unwelcome };
  for (const table of tables) await copy(source, target, table);
  await setCounters(target, await countersOf(source, tables));
  return compare(source, target, tables);
}

/** D1 takes at most a hundred values in a statement: a whole page travels as one. */
async function copy(source: Database, target: Database, table: Table): Promise<void> {
  const name = quoted(table.name);
  if (filledAtStart.has(table.name)) mustBeWritten(await target.run(sql(`DELETE FROM ${name}`)));
  const cells = table.columns.map((_, index) => `json_extract(value, '$[${index}]')`).join(", ");
  const insert = `INSERT INTO ${name} (${listed(table.columns)})
    SELECT ${cells} FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`;
  for await (const page of pagesOf(source, table)) {
    mustBeWritten(await target.run(sql(insert, pageValue(page))));
  }
}

/** Both sides are read from the beginning: what was written on the source meanwhile shows. */
async function compare(
  source: Database,
  target: Database,
  tables: readonly Table[],
): Promise<Moved> {
  const counters = {
    source: new Map(await countersOf(source, tables)),
    target: new Map(await countersOf(target, tables)),
  };
  const compared: ComparedTable[] = [];
  for (const table of tables) {
    const here = await digestOf(source, table);
    const there = await digestOf(target, table);
    const same =
      here.rows === there.rows &&
      here.sha256 === there.sha256 &&
      counters.source.get(table.name) === counters.target.get(table.name);
    compared.push({ table: table.name, source: here, target: there, same });
  }
  const outcome = compared.every(({ same }) => same) ? "moved" : "differs";
  return { outcome, tables: compared };
}
