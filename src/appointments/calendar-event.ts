import type { Instant, Zone } from "../base/time.ts";
import { type Appointment, isCalledOff } from "./appointment.ts";
import { calendarText } from "./calendar-text.ts";

interface EventPlace {
  readonly name: string;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly town: string;
}

/** The words of the event, already in the person's language; discreet when they asked for it. */
interface EventTexts {
  readonly summary: string;
  readonly description: string;
  /** What the phone says a day before, and two hours before. */
  readonly alarm: string;
}

type EventTime = Pick<Appointment, "id" | "start" | "end" | "version" | "status"> & {
  /** When this version was made. */
  readonly changedAt: Instant;
};

interface Event {
  readonly appointment: EventTime;
  /** The appointment that this one takes the place of: the file takes it out of the calendar. */
  readonly replaced?: EventTime | null;
  /** Null says nothing of where: a discreet entry shows an hour alone. */
  readonly place: EventPlace | null;
  readonly texts: EventTexts;
  readonly zone: Zone;
}

/**
 * The appointment as a calendar file. Its UID is the appointment and its SEQUENCE the version: opening
 * the file of a changed or cancelled appointment corrects the earlier entry.
 */
export function calendarEvent({ appointment, replaced, place, texts, zone }: Event): string {
  const entryOf = ({ id, status, ...times }: EventTime) => ({
    ...{ uid: calendarId(id), ...times, ...texts },
    location: place && postalAddress(place),
    isCalledOff: isCalledOff(status) || status === "moved",
  });
  const entries = [appointment, ...(replaced ? [replaced] : [])].map(entryOf);
  return calendarText({ zone, entries });
}

/** The id of an appointment in every calendar that shows it. */
export function calendarId(appointment: string): string {
  return `${appointment}@trousseau`;
}

/** A place on one line, with the parts that are known. */
export function postalAddress({ name, address, postcode, town }: EventPlace): string {
  const commune = postcode === null ? town : `${postcode} ${town}`;
  return [name, address, commune].filter((part) => part !== null).join(", ");
}
