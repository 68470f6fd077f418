import { addDays, at, dateIn, type Instant, type Zone } from "../base/time.ts";
import type { Absence } from "./supply.ts";
import { timetable } from "./timetable.ts";

/** What somebody is expected for. */
export interface Expected {
  readonly worker: string;
  readonly site: string;
  readonly start: Instant;
  readonly end: Instant;
}

/**
 * Those for which their worker is away, as the team said since: an absence never cancels anything by
 * itself. Hours of an absence are hours on the wall of the place.
 */
export function awayDuring<One extends Expected>(
  expected: readonly One[],
  absences: readonly Absence[],
  zoneOf: (site: string) => Zone,
): readonly One[] {
  return expected.filter(({ worker, site, start, end }) => {
    const zone = zoneOf(site);
    const date = dateIn(zone, start);
    const { absencesOn } = timetable(
      { openings: [], exceptions: [], absences },
      { from: date, until: date },
    );
    return absencesOn(worker, date).some((hours) => {
      const from = at(zone, date, hours?.from ?? "00:00");
      const to = hours ? at(zone, date, hours.to) : at(zone, addDays(date, 1), "00:00");
      return start < to && from < end;
    });
  });
}
