import ical, { ICalEventStatus } from "ical-generator";
import { type Instant, isoOf, type Zone } from "../base/time.ts";
import { type Appointment, isCalledOff } from "./appointment.ts";

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
}

/**
 * The appointment as a calendar file (RFC 5545). Its UID is the appointment and its SEQUENCE the
 * version: opening the file of a moved or cancelled appointment corrects the earlier entry.
 * Times are written in UTC, which no calendar can misread; the zone is only said to those who show it.
 */
export function calendarEvent(
  appointment: Pick<Appointment, "id" | "start" | "end" | "version" | "status"> & {
    /** When this version was made. */
    readonly changedAt: Instant;
  },
  place: EventPlace,
  { summary, description }: EventTexts,
  zone: Zone,
): string {
  const { id, start, end, version, status, changedAt } = appointment;
  const calendar = ical({ prodId: { company: "Trousseau", product: "appointments" } });
  calendar.x("X-WR-TIMEZONE", zone);
  calendar.createEvent({
    id: `${id}@trousseau`,
    sequence: version,
    stamp: isoOf(changedAt),
    start: isoOf(start),
    end: isoOf(end),
    summary,
    description,
    location: postalAddress(place),
    status: isCalledOff(status) ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}

/** A place on one line, with the parts that are known. */
function postalAddress({ name, address, postcode, town }: EventPlace): string {
  const commune = postcode === null ? town : `${postcode} ${town}`;
  return [name, address, commune].filter((part) => part !== null).join(", ");
}
