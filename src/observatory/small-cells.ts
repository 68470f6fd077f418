import type { Figure, Section, Table, TableRow } from "./sections.ts";

/** Fewer people than this could be known by who reads: the number is not published. */
const leastPublished = 5;

/**
 * The parts of a bilan as they may be published: a row of one to four people is hidden, and with it a second
 * one, so that it cannot be found by subtraction. A number that rests on so few is hidden too.
 */
export function published(sections: readonly Section[]): readonly Section[] {
  return sections.map((section) => ({
    ...section,
    figures: section.figures.map(publishedFigure),
    tables: section.tables.map(publishedTable),
  }));
}

function isSmall(count: number | null): boolean {
  return count !== null && count > 0 && count < leastPublished;
}

function publishedFigure(figure: Figure): Figure {
  if (!isSmall(figure.restsOn))
    return { ...figure, before: isSmall(figure.before) ? null : figure.before };
  return { ...figure, value: null, before: null };
}

function publishedTable(table: Table): Table {
  const hidden = new Set(table.rows.filter(({ count }) => isSmall(count)).map(({ code }) => code));
  if (hidden.size === 1) {
    const [next] = table.rows
      .filter(({ code, count }) => !hidden.has(code) && (count ?? 0) > 0)
      .toSorted((one, other) => (one.count ?? 0) - (other.count ?? 0));
    if (next) hidden.add(next.code);
  }
  return {
    ...table,
    rows: table.rows.map((row) => (hidden.has(row.code) ? hide(row) : withoutSmallBefore(row))),
  };
}

function hide(row: TableRow): TableRow {
  return { ...row, count: null, share: null, before: null };
}

/** The year before was published with its own hidden rows: a small number of then stays hidden. */
function withoutSmallBefore(row: TableRow): TableRow {
  return isSmall(row.before) ? { ...row, before: null } : row;
}
