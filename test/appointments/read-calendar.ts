import ICAL from "ical.js";

/** One event as a calendar reads it. */
export interface ReadEvent {
  readonly uid: string;
  readonly sequence: number;
  /** Milliseconds since 1970, worked out by the parser from the file's own description of the zone. */
  readonly start: number;
  readonly end: number;
  /** The zone the hours are written in; "Z" for UTC. */
  readonly zone: string;
  readonly stamp: string;
  readonly summary: string;
  readonly description: string | null;
  readonly location: string | null;
  readonly status: string;
  /** How long before the start the phone rings, in minutes, and what it says. */
  readonly alarms: readonly (readonly [number, string])[];
}

/** A calendar file read by a parser that is not the one that wrote it. */
export function readCalendar(file: string): readonly ReadEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const zones = new Map(
    calendar.getAllSubcomponents("vtimezone").map((component) => {
      const zone = new ICAL.Timezone(component);
      return [zone.tzid, zone] as const;
    }),
  );
  return calendar.getAllSubcomponents("vevent").map((event) => readEvent(event, zones));
}

function readEvent(event: ICAL.Component, zones: ReadonlyMap<string, ICAL.Timezone>): ReadEvent {
  const text = (name: string) => {
    const value = event.getFirstPropertyValue(name);
    return value === null ? null : String(value);
  };
  return {
    uid: text("uid") ?? "",
    sequence: Number(text("sequence")),
    start: instantOf(event, "dtstart", zones),
    end: instantOf(event, "dtend", zones),
    zone: zoneOf(event.getFirstProperty("dtstart")),
    stamp: text("dtstamp") ?? "",
    summary: text("summary") ?? "",
    description: text("description"),
    location: text("location"),
    status: text("status") ?? "",
    alarms: event.getAllSubcomponents("valarm").map((alarm) => {
      const before = alarm.getFirstPropertyValue("trigger");
      if (!(before instanceof ICAL.Duration)) throw new Error("an alarm without its moment");
      return [-before.toSeconds() / 60, String(alarm.getFirstPropertyValue("description"))];
    }),
  };
}

function zoneOf(property: ICAL.Property | null): string {
  return String(property?.getParameter("tzid") ?? "Z");
}

function instantOf(
  event: ICAL.Component,
  name: string,
  zones: ReadonlyMap<string, ICAL.Timezone>,
): number {
  const property = event.getFirstProperty(name);
  const time = property?.getFirstValue();
  if (!(time instanceof ICAL.Time)) throw new Error(`${name} is no time`);
  const named = zoneOf(property);
  if (named === "Z") return time.toUnixTime() * 1000;
  const zone = zones.get(named);
  if (!zone) throw new Error(`the file does not describe ${named}`);
  time.zone = zone;
  return time.toUnixTime() * 1000;
}
