import type { Instant } from "../base/time.ts";
import { type Database, mustBeWritten, sql } from "./database.ts";

export interface Structures {
  /** Writes down which structures this database serves, as their files say now. */
  load(structures: readonly { readonly slug: string }[], now: Instant): Promise<void>;
}

export function structureStore(database: Database): Structures {
  return {
    async load(structures, now) {
      const documents = structures.map((structure) => ({
        slug: structure.slug,
        document: JSON.stringify(structure),
      }));
      mustBeWritten(
        await database.run(
          sql(
            `INSERT INTO Structure (slug, document, loadedAt)
             SELECT json_extract(value, '$.slug'), json_extract(value, '$.document'), ? FROM json_each(?) WHERE true
             ON CONFLICT (slug) DO UPDATE SET document = excluded.document, loadedAt = excluded.loadedAt
             WHERE document <> excluded.document`,
            now,
            JSON.stringify(documents),
          ),
        ),
      );
    },
  };
}
