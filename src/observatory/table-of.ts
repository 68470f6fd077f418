import type { Counted } from "./counting.ts";
import type { Table } from "./sections.ts";

/**
 * A table with its shares: of all that was counted in it, or of `all` where answers are several. `before` is
 * what was counted a year earlier; null when nothing is known of it.
 */
export function tableOf(
  head: Pick<Table, "id" | "rowsOf" | "unit" | "isMultiple">,
  rows: readonly Counted[],
  before: readonly Counted[] | null,
  all = 0,
): Table {
  const { id, rowsOf, unit, isMultiple } = head;
  const total = isMultiple ? all : rows.reduce((sum, { count }) => sum + count, 0);
  const former = new Map(before?.map(({ code, count }) => [code, count]));
  return {
    ...{ id, rowsOf, unit, isMultiple, total },
    rows: rows.map(({ code, count }) => ({
      ...{ code, count, share: total === 0 ? null : count / total },
      before: before === null ? null : (former.get(code) ?? 0),
    })),
  };
}
