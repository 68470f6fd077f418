import type { Counts } from "./counting.ts";
import type { Table } from "./sections.ts";
import { tableOf } from "./table-of.ts";
import { allTables } from "./tables.ts";

/** Tables of situations within another chapter, each named after it: "D.cahc.A10". */
export function chapterTables(
  chapter: string,
  ids: readonly string[],
  counts: Counts,
  before: Counts | null,
): readonly Table[] {
  return ids.flatMap((id) => {
    const definition = allTables.find((one) => one.id === id);
    if (!definition) return [];
    return [
      tableOf(
        { ...definition, id: `${chapter}.${id}` },
        counts.tables.get(id) ?? [],
        before ? (before.tables.get(id) ?? []) : null,
        counts.situations,
      ),
    ];
  });
}
