import { addDays, type LocalDate } from "../base/time.ts";
import type { Opening, OpeningException } from "./supply.ts";
import { type Stretch, timetable } from "./timetable.ts";

/** Two ranges of one worker that cannot both be held. */
export interface Overlap {
  readonly date: LocalDate;
  readonly first: Stretch;
  readonly second: Stretch;
}

/** So many days are looked at: what comes back each month is among them. */
const lookedAhead = 35;

/** The ranges of one worker that overlap, each pair told once, on the first day on which it happens. */
export function overlapping(
  planned: {
    readonly openings: readonly Opening[];
    readonly exceptions: readonly OpeningException[];
  },
  from: LocalDate,
): readonly Overlap[] {
  const until = addDays(from, lookedAhead);
  const { stretchesOn } = timetable({ ...planned, absences: [] }, { from, until });
  const found = new Map<string, Overlap>();
  for (let date = from; date <= until; date = addDays(date, 1)) {
    const held = stretchesOn(date).filter(({ isCancelled }) => !isCancelled);
    for (const [place, first] of held.entries()) {
      for (const second of held.slice(place + 1)) {
        const key = [first.opening, second.opening].sort().join(" ");
        if (found.has(key) || !areBoth(first, second)) continue;
        found.set(key, { date, first, second });
      }
    }
  }
  return [...found.values()];
}

function areBoth(one: Stretch, other: Stretch): boolean {
  return one.worker === other.worker && one.from < other.to && other.from < one.to;
}
