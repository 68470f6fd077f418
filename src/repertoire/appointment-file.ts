import type { Appointment } from "../appointments/appointment.ts";
import { calendarEvent } from "../appointments/calendar-event.ts";
import type { ReplyFile } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import type { Structure } from "../structure/schema.ts";
import { placeById } from "./places.ts";
import type { Scene } from "./scene.ts";

type Times = Pick<Appointment, "id" | "start" | "end" | "version">;

interface Booked {
  readonly appointment: Times & Pick<Appointment, "site" | "mode">;
  /** The appointment it takes the place of: the phone forgets it. */
  readonly replaced: Times | null;
  readonly now: Instant;
}

/** The appointment as a calendar file, and where the same file is read by who cannot be sent one. */
export function appointmentFile(
  { structure, calendarAddress }: Pick<Scene, "structure" | "calendarAddress">,
  { appointment, replaced, now }: Booked,
): ReplyFile {
  const link = calendarAddress(appointment.id);
  const body = eventText(structure, {
    appointment: { ...appointment, status: "booked" },
    replaced: replaced && { ...replaced, version: replaced.version + 1 },
    now,
  });
  return {
    ...{ name: "rdv.ics", type: "text/calendar", body },
    ...(link ? { link: { key: "appointment:calendarFile", values: { link } } } : {}),
  };
}

/**
 * What a calendar shows of an appointment, as it stands. Its words are neutral: a phone shows them on a
 * locked screen, and a calendar may be shared with the family.
 */
export function eventText(
  structure: Structure,
  { appointment, replaced, now }: Booked & { readonly appointment: Pick<Appointment, "status"> },
): string {
  return calendarEvent({
    appointment: { ...appointment, changedAt: now },
    replaced: replaced && { ...replaced, status: "moved", changedAt: now },
    // where nobody has to go, an address would send them there
    place:
      appointment.mode === "place"
        ? (placeById(structure, appointment.site) ?? structure.siege)
        : null,
    texts: { summary: "RDV", description: "", alarm: "RDV" },
    zone: structure.zone,
  });
}
