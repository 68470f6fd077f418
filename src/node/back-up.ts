import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { NodeSqlite } from "../store/node-sqlite.ts";

/** What became of a copy; `tables` are counted in it once it was opened again. */
export type BackedUp =
  | {
      readonly outcome: "made";
      readonly path: string;
      readonly bytes: number;
      readonly tables: Readonly<Record<string, number>>;
      /** Older copies that were removed. */
      readonly removed: readonly string[];
    }
  | { readonly outcome: "exists" | "damaged"; readonly path: string };

export interface BackingUp {
  /** A file that is not there yet, or a folder: the copy is then named after the instant. */
  readonly to: string;
  /** Of a folder's copies, so many stay, the newest; all when null. */
  readonly keep: number | null;
  /** "2026-11-23T20:15:00.000Z" */
  readonly at: string;
}

/** How copies are named: after the instant they were made. */
export const copyName = /^trousseau-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.db$/;

/**
 * A consistent copy of a database that is being written to: what one read transaction sees, without the pages
 * that erased people left free. It is opened again, checked whole and counted before it is called made; a copy
 * that fails is removed. Only its owner may read the file. The key that opens what is sealed is not in it.
 */
export function backUp(database: NodeSqlite, { to, keep, at }: BackingUp): BackedUp {
  const isFolder = existsSync(to) ? statSync(to).isDirectory() : to.endsWith("/");
  const stamp = at.replace(/[-:]/g, "").replace(/\.\d+/, "");
  const path = isFolder ? join(to, `trousseau-${stamp}.db`) : to;
  if (existsSync(path)) return { outcome: "exists", path };
  mkdirSync(dirname(path), { recursive: true });
  database.connection.prepare("VACUUM INTO ?").run(path);
  chmodSync(path, 0o600);
  const tables = tablesOf(path);
  if (tables === null) {
    rmSync(path);
    return { outcome: "damaged", path };
  }
  const removed = isFolder && keep !== null ? rotate(to, keep) : [];
  return { outcome: "made", path, bytes: statSync(path).size, tables, removed };
}

/** The rows of each table; null when the file is not a whole database. */
function tablesOf(path: string): Readonly<Record<string, number>> | null {
  const copy = new DatabaseSync(path, { readOnly: true });
  try {
    const whole = copy.prepare("PRAGMA integrity_check").all();
    if (whole.length !== 1 || whole[0]?.["integrity_check"] !== "ok") return null;
    const names = copy
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .all()
      .map(({ name }) => String(name));
    return Object.fromEntries(
      names.map((name) => [
        name,
        Number(copy.prepare(`SELECT COUNT(*) AS n FROM "${name}"`).get()?.["n"]),
      ]),
    );
  } finally {
    copy.close();
  }
}

/** Removes the oldest copies of a folder; what it did not name itself is never touched. */
function rotate(folder: string, keep: number): readonly string[] {
  const copies = readdirSync(folder)
    .filter((name) => copyName.test(name))
    .toSorted()
    .toReversed();
  const old = copies.slice(keep).map((name) => join(folder, name));
  for (const path of old) rmSync(path);
  return old;
}
