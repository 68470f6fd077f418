import { calendarEvent } from "../appointments/calendar-event.ts";
import type { AppointmentId } from "../base/ids.ts";
import type { ReplyFile } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import type { Structure } from "../structure/schema.ts";
import { placeById } from "./places.ts";

/**
 * The appointment as a calendar file. The title is discreet: a phone shows it on a locked screen, and
 * a calendar may be shared with the family.
 */
export function appointmentFile(
  structure: Structure,
  appointment: {
    readonly id: AppointmentId;
    readonly start: Instant;
    readonly end: Instant;
    readonly site: string;
  },
  version: number,
  changedAt: Instant,
): ReplyFile {
  const place = placeById(structure, appointment.site) ?? structure.siege;
  const body = calendarEvent(
    { ...appointment, version, status: "booked", changedAt },
    place,
    { summary: "RDV", description: "" },
    structure.zone,
  );
  return { name: "rdv.ics", type: "text/calendar", body };
}
