import type { Counted } from "./counting.ts";
import type { Frequentation } from "./frequentation.ts";
import type { Report } from "./report.ts";
import type { Figure, Section, Table } from "./sections.ts";
import { tableOf } from "./table-of.ts";
import type { Gathered, Tally } from "./tally.ts";

/** Workshops by where they were (A22), events one by one (A23); what does not add up is left out. */
export function gatheredSections(
  { tallies }: Report,
  now: Frequentation | undefined,
  gone: Frequentation | undefined,
  isBroken: (id: string) => boolean,
): readonly Section[] {
  return [
    {
      id: "A22",
      figures: isBroken("A22") ? [] : workshopFigures(now, gone),
      tables: isBroken("A22") ? [] : some(placesOf(tallies)),
    },
    {
      id: "A23",
      figures: isBroken("A23") ? [] : eventFigures(now, gone),
      tables: isBroken("A23") ? [] : some(eventsOf(tallies)),
    },
  ];
}

function some(table: Table): readonly Table[] {
  return table.rows.length > 0 ? [table] : [];
}

/** Who came to the workshops, by the place; null where nobody noted it. */
function placesOf(tallies: readonly Tally[]): Table {
  const counts = new Map<string | null, number>();
  for (const one of tallies)
    if (one.record === "workshop")
      counts.set(one.site ?? null, (counts.get(one.site ?? null) ?? 0) + one.persons);
  const rows = [...counts].map(([code, count]): Counted => ({ code, count }));
  const ordered = rows.toSorted((one, other) => other.count - one.count);
  return tableOf(
    { id: "A22", rowsOf: "site", unit: "participation", isMultiple: false },
    ordered,
    null,
  );
}

/** Each event with its day and its place, in their order: who was met there. */
function eventsOf(tallies: readonly Tally[]): Table {
  const events = tallies.filter((one): one is Gathered => one.record === "event");
  const rows = events.map(({ on, year, kind, site, persons }) => ({
    code: [on ?? year, kind ?? "event", site ?? ""].join("|"),
    count: persons,
  }));
  return tableOf(
    { id: "A23", rowsOf: "gathering", unit: "participation", isMultiple: false },
    rows,
    null,
  );
}

function counted(
  now: Frequentation | undefined,
  gone: Frequentation | undefined,
  ids: readonly (keyof Frequentation &
    (
      | "workshops"
      | "workshopPeople"
      | "workshopWithFile"
      | "eventPeople"
      | "qpv"
      | "qpvFollowed"
    ))[],
): readonly Figure[] {
  return ids.map((id) => ({
    ...{ id, format: "count", value: now?.[id] ?? null, before: gone?.[id] ?? null },
    restsOn: now?.[id] ?? 0,
  }));
}

function workshopFigures(now?: Frequentation, gone?: Frequentation) {
  return counted(now, gone, ["workshops", "workshopPeople", "workshopWithFile"]);
}

function eventFigures(now?: Frequentation, gone?: Frequentation) {
  return counted(now, gone, ["eventPeople", "qpv", "qpvFollowed"]);
}
