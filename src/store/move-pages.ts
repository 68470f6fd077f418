import type { Database } from "./database.ts";
import { listed, quoted, type Table } from "./move-tables.ts";

/** Far below what D1 takes for one value (2 MB), with room for what the network adds. */
const pageBytes = 300_000;
const pageRows = 500;
/** Tables whose rows are larger than a page: the database must not open hundreds of them to weigh them. */
const largeRows: ReadonlySet<string> = new Set(["MediaPart"]);

/**
 * The rows of a table in the order of its primary key, in pages of 300 kB at most, or of one row that
 * is larger. A row is the JSON that SQLite itself makes of it: whole numbers of 64 bits, 1 and 1.0,
 * NULL and every character come through as they are, where JavaScript's numbers would round them.
 */
export async function* pagesOf(database: Database, table: Table): AsyncGenerator<string[]> {
  let last: string | null = null;
  for (;;) {
    const found = await database.all(pageQuery(table, last !== null), last === null ? [] : [last]);
    const end = found.at(-1);
    if (!end) return;
    yield found.map(({ cells }) => String(cells));
    last = String(end["place"]);
  }
}

/** After the last key, never OFFSET: a page costs the same at the end of a table as at its beginning. */
function pageQuery({ name, columns, key }: Table, goesOn: boolean): string {
  const after = key.map((_, index) => `json_extract(?1, '$[${index}]')`).join(", ");
  const where = goesOn ? `WHERE (${listed(key)}) > (${after})` : "";
  const keys = key.map((column, index) => `${quoted(column)} AS k${index}`).join(", ");
  const order = key.map((_, index) => `k${index}`).join(", ");
  return `SELECT place, cells FROM (
    SELECT place, cells, SUM(octet_length(cells)) OVER (ORDER BY ${order}) AS bytes FROM (
      SELECT json_array(${listed(columns)}) AS cells, json_array(${listed(key)}) AS place, ${keys}
      FROM ${quoted(name)} ${where} ORDER BY ${listed(key)} LIMIT ${largeRows.has(name) ? 1 : pageRows}))
    WHERE bytes <= ${pageBytes} OR bytes = octet_length(cells)`;
}

/** A page as one value, which `json_each` opens again. */
export function pageValue(rows: readonly string[]): string {
  return `[${rows.join(",")}]`;
}
