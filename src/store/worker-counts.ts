import type { Database } from "./database.ts";

/** How many workers each structure has, by its slug; a structure without any is not there. */
export async function workerCounts(database: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await database.all(
    "SELECT structure, COUNT(*) AS count FROM Worker GROUP BY structure",
    [],
  );
  return new Map(rows.map(({ structure, count }) => [String(structure), Number(count)]));
}
