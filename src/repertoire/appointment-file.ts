import type { Appointment } from "../appointments/appointment.ts";
import { calendarEvent } from "../appointments/calendar-event.ts";
import type { ReplyFile } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import type { Structure } from "../structure/schema.ts";
import { placeById } from "./places.ts";

type Times = Pick<Appointment, "id" | "start" | "end" | "version">;

interface Booked {
  readonly appointment: Times & Pick<Appointment, "site">;
  /** The appointment it takes the place of: the phone forgets it. */
  readonly replaced: Times | null;
  readonly now: Instant;
}

/**
 * The appointment as a calendar file. Its words are neutral: a phone shows them on a locked screen, and
 * a calendar may be shared with the family.
 */
export function appointmentFile(
  structure: Structure,
  { appointment, replaced, now }: Booked,
): ReplyFile {
  const body = calendarEvent({
    appointment: { ...appointment, status: "booked", changedAt: now },
    replaced: replaced && {
      ...{ ...replaced, version: replaced.version + 1 },
      ...{ status: "moved", changedAt: now },
    },
    place: placeById(structure, appointment.site) ?? structure.siege,
    texts: { summary: "RDV", description: "", alarm: "RDV" },
    zone: structure.zone,
  });
  return { name: "rdv.ics", type: "text/calendar", body };
}
