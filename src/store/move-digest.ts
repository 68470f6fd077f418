import { createHash } from "node:crypto";
import type { Database } from "./database.ts";
import { pagesOf } from "./move-pages.ts";
import type { Table } from "./move-tables.ts";

/** What a table holds, without showing it. */
export interface Digest {
  readonly rows: number;
  /** SHA-256 in hexadecimal of all the rows, values and types, in the order of the primary key. */
  readonly sha256: string;
}

/** Reads a whole table again, page by page; the same rows give the same digest on every engine. */
export async function digestOf(database: Database, table: Table): Promise<Digest> {
  const hash = createHash("sha256");
  let rows = 0;
  for await (const page of pagesOf(database, table)) {
    rows += page.length;
    // JSON holds no bare line break: no two lists of rows make one text
    for (const row of page) hash.update(`${row}\n`);
  }
  return { rows, sha256: hash.digest("hex") };
}
