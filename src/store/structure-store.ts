import type { Instant } from "../base/time.ts";
import { type Database, mustBeWritten, sql } from "./database.ts";

export interface Structures {
  /** Writes down which structures this database serves, as their files say now. */
  load(structures: readonly { readonly slug: string }[], now: Instant): Promise<void>;
}

/** D1 takes values of two megabytes; a file of a structure has some tens of kilobytes. */
const charactersAtOnce = 400_000;

export function structureStore(database: Database): Structures {
  return {
    async load(structures, now) {
      const documents = structures.map((structure) =>
        JSON.stringify({ slug: structure.slug, document: JSON.stringify(structure) }),
      );
      const statements = inPages(documents).map((page) =>
        sql(
          `INSERT INTO Structure (slug, document, loadedAt)
           SELECT json_extract(value, '$.slug'), json_extract(value, '$.document'), ? FROM json_each(?) WHERE true
           ON CONFLICT (slug) DO UPDATE SET document = excluded.document, loadedAt = excluded.loadedAt
           WHERE document <> excluded.document`,
          now,
          page,
        ),
      );
      mustBeWritten(await database.batch(statements));
    },
  };
}

/** Lists of JSON, none of them too long for one value. */
function inPages(documents: readonly string[]): readonly string[] {
  const pages: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const document of documents) {
    if (length + document.length > charactersAtOnce) {
      pages.push([]);
      length = 0;
    }
    pages.at(-1)?.push(document);
    length += document.length;
  }
  return pages.map((page) => `[${page.join()}]`);
}
