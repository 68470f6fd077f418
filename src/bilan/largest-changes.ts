import type { Section, Table } from "../observatory/sections.ts";

/** One row that is not what it was a year before. */
export interface Change {
  readonly table: Table;
  readonly row: string | null;
  readonly now: number;
  readonly before: number;
}

const told = 5;
/** A change of so few could be anything. */
const least = 5;

/** The rows that changed most since the year before, in numbers, the largest first: where an analysis begins. */
export function largestChanges(sections: readonly Section[]): readonly Change[] {
  const changes = sections
    .flatMap(({ tables }) => tables)
    .filter(({ id }) => !id.includes("."))
    .flatMap((table) =>
      table.rows.flatMap(({ code, count, before }) =>
        code === null || count === null || before === null
          ? []
          : [{ table, row: code, now: count, before }],
      ),
    )
    .filter(({ now, before }) => Math.abs(now - before) >= least);
  const size = ({ now, before }: Change) => Math.abs(now - before);
  return changes.toSorted((one, other) => size(other) - size(one)).slice(0, told);
}
