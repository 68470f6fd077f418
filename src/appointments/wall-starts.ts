import {
  after,
  at,
  evenDayStart,
  type Instant,
  type LocalDate,
  type LocalTime,
  minute,
  minutesOf,
  timeIn,
  timeOfMinutes,
  type Zone,
} from "../base/time.ts";

interface Range {
  readonly zone: Zone;
  readonly date: LocalDate;
  readonly from: LocalTime;
  readonly to: LocalTime;
  /** How long what starts there lasts. */
  readonly minutes: number;
}

/**
 * The instants of the quarters of an hour of a range, from its start on, at which something that lasts
 * so long still ends within it. Null for a quarter that a change of the clocks spoils: its hour does
 * not exist that day, or what starts there would end at an hour that reads wrong.
 */
export function wallStarts({ zone, date, from, to, minutes }: Range): readonly (Instant | null)[] {
  const first = minutesOf(from);
  const count = Math.max(0, Math.floor((minutesOf(to) - first - minutes) / 15) + 1);
  // on an ordinary day the clock runs evenly, and one look at the zone is enough
  const midnight = evenDayStart(zone, date);
  const starts: (Instant | null)[] = [];
  for (let wall = first; starts.length < count; wall += 15) {
    starts.push(
      midnight === null ? spoiltStart(zone, date, wall, minutes) : after(midnight, wall * minute),
    );
  }
  return starts;
}

/** On a day when clocks change: the instant of that minute, or null. */
function spoiltStart(zone: Zone, date: LocalDate, wall: number, minutes: number): Instant | null {
  const starts = existing(zone, date, timeOfMinutes(wall));
  const ends = existing(zone, date, timeOfMinutes(wall + minutes));
  return starts !== null && ends === starts + minutes * minute ? starts : null;
}

/** The instant of an hour, or null when clocks jump over it that day. */
function existing(zone: Zone, date: LocalDate, time: LocalTime): Instant | null {
  const found = at(zone, date, time);
  return timeIn(zone, found) === time ? found : null;
}
