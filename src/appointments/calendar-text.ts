import ical, {
  ICalAlarmType,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
} from "ical-generator";
import {
  after,
  dateIn,
  hour,
  type Instant,
  isoOf,
  second,
  timeIn,
  wallClockIn,
  type Zone,
} from "../base/time.ts";
import { calendarZone } from "./calendar-zone.ts";

/** One appointment as a calendar shows it; nothing in it names a person. */
export interface CalendarEntry {
  /** The same for every version of an appointment: what came before is corrected, not doubled. */
  readonly uid: string;
  readonly version: number;
  /** When this version was made. */
  readonly changedAt: Instant;
  readonly start: Instant;
  readonly end: Instant;
  readonly summary: string;
  readonly description: string;
  /** On one line; null says nothing of where. */
  readonly location: string | null;
  readonly isCalledOff: boolean;
  /** What the phone says before it begins, a day before and two hours before; null rings never. */
  readonly alarm: string | null;
}

interface CalendarTexts {
  readonly zone: Zone;
  readonly entries: readonly CalendarEntry[];
  /** A calendar that is read again and again: its name, and how often to read it, in milliseconds. */
  readonly feed?: { readonly name: string; readonly every: number };
}

const alarmsBefore = [24 * hour, 2 * hour];

/**
 * A calendar as iCalendar text (RFC 5545): hours on the wall with their zone, whose clock changes are
 * described in the file, so that no calendar has to guess them.
 */
export function calendarText({ zone, entries, feed }: CalendarTexts): string {
  const calendar = ical({ prodId: { company: "Trousseau", product: "appointments" } });
  // the calendar itself has no zone: a stamp is in UTC (RFC 5545, 3.8.7.2), and only events are local
  calendar.timezone({ name: null, generator: calendarZone });
  if (feed) {
    calendar.method(ICalCalendarMethod.PUBLISH);
    calendar.name(feed.name);
    calendar.ttl(feed.every / second);
  }
  for (const entry of entries) addEntry(calendar, entry, zone);
  return `${calendar.toString()}\r\n`;
}

function addEntry(calendar: ICalCalendar, entry: CalendarEntry, zone: Zone): void {
  const isLocal =
    calendarZone(zone) !== null && isOnce(zone, entry.start) && isOnce(zone, entry.end);
  calendar.createEvent({
    id: entry.uid,
    sequence: entry.version,
    stamp: isoOf(entry.changedAt),
    start: isLocal ? wallClockIn(zone, entry.start) : isoOf(entry.start),
    end: isLocal ? wallClockIn(zone, entry.end) : isoOf(entry.end),
    timezone: isLocal ? zone : null,
    summary: entry.summary,
    description: entry.description || null,
    location: entry.location,
    status: entry.isCalledOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    alarms: (entry.alarm === null || entry.isCalledOff ? [] : alarmsBefore).map((before) => ({
      type: ICalAlarmType.display,
      triggerBefore: before / second,
      description: entry.alarm,
    })),
  });
}

/**
 * Whether the clock on the wall shows this hour once: when clocks go back one exists twice, and calendars
 * do not agree which of the two is meant.
 */
function isOnce(zone: Zone, instant: Instant): boolean {
  const shown = (at: Instant) => `${dateIn(zone, at)} ${timeIn(zone, at)}`;
  const wall = shown(instant);
  return wall !== shown(after(instant, hour)) && wall !== shown(after(instant, -hour));
}
