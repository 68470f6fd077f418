import type { Instant } from "../base/time.ts";
import { type Statement, sql, type Value } from "./database.ts";

/**
 * One kind of record past its time. Its rows are walked along an index of their dates, a page at a
 * time: no run ever holds the database for longer than a page, and what stays is never read.
 */
export interface PurgeStep {
  readonly kind: PurgedKind;
  /** Rows looked at in one page; all that go leave in one batch. */
  readonly page: number;
  readonly table: string;
  /** What the table is joined to, to know whose row it is. */
  readonly join?: string;
  /** The column whose date counts: an index leads through it. */
  readonly at: string;
  /** Which rows of the index are walked. */
  readonly where: string;
  readonly values: readonly Value[];
  /** Of these, which go; all of them when not given. */
  readonly past?: { readonly where: string; readonly values: readonly Value[] };
  /** Given the rows of a page as a JSON list; each looks again, for the world moves between. */
  remove(rows: string): readonly Statement[];
  /** Given all the rows of a page: how they are not walked again, where those that stay would be. */
  looked?(rows: string): readonly Statement[];
}

/** The clocks of each kind of record, as instants before which it goes. */
export interface RetentionLimits {
  readonly conversations: Instant;
  readonly messages: Instant;
  /** Texts of conversations that led to nothing. */
  readonly texts: Instant;
  readonly appointments: Instant;
  readonly reminders: Instant;
  readonly audit: Instant;
}

/** A place on the way through an index: a date, and the row within it. */
export interface Cursor {
  readonly at: number;
  readonly row: number;
}

/** The next page: `row` and `at` of each, and `past`, 1 where it goes. */
export function pageOf(step: PurgeStep, cursor: Cursor): Statement {
  const { table, at, past } = step;
  return sql(
    `SELECT ${table}.rowid AS row, ${table}.${at} AS at, ${past?.where ?? "1"} AS past
     FROM ${table} ${step.join ?? ""} WHERE ${step.where} AND (${table}.${at}, ${table}.rowid) > (?, ?)
     ORDER BY ${table}.${at}, ${table}.rowid LIMIT ?`,
    ...(past?.values ?? []),
    ...step.values,
    cursor.at,
    cursor.row,
    step.page,
  );
}

export const pageSize = 500;

/** The rows of a page, given as a JSON list. */
export const those = "rowid IN (SELECT value FROM json_each(?))";

/**
 * The clocks of the structure's file, those written with the record (files of people, codes to link, sheets,
 * calendars that nobody reads, what was laid down for days that are over, messages that were not understood,
 * places on a waiting list that ended, requests of partners), and the desk's own: sessions, one-time links, attempts to sign in.
 */
export type PurgedKind =
  | keyof RetentionLimits
  | "media"
  | "codes"
  | "sheets"
  | "calendars"
  | "supply"
  | "misheard"
  | "waiting"
  | "gatherings"
  | "partners"
  | "dossiers"
  | "stays"
  | "measures"
  | "calls"
  | "sessions"
  | "links"
  | "attempts";
