import type { LocalDate } from "../base/time.ts";
import type { Bareme } from "../eligibility/bareme.ts";
import type { LocalFigureName, LocalFigures } from "../eligibility/local-figures.ts";
import { type StaleFigure, staleFigures } from "../eligibility/stale-figures.ts";
import type { Structure } from "../structure/schema.ts";

/** The figures an association wrote in its file, as the rules decide with them: its word makes them certain. */
export function localFiguresOf({
  localFigures = [],
}: Pick<Structure, "localFigures">): LocalFigures {
  const lists: { [Name in LocalFigureName]?: Bareme<number>[] } = {};
  for (const { figure: name, to, ...figure } of localFigures) {
    const list = lists[name] ?? [];
    list.push({ ...figure, ...(to ? { to } : {}), confidence: "certain" });
    lists[name] = list;
  }
  return lists;
}

/** The figures of an association that were last checked more than twelve months before that day. */
export function staleLocalFigures(structure: Structure, on: LocalDate): readonly StaleFigure[] {
  const figures = Object.fromEntries(
    Object.entries(localFiguresOf(structure)).map(([name, list]) => [name, list ?? []]),
  );
  return staleFigures(on, { [structure.slug]: { figures } });
}
