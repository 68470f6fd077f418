import { type Appointment, isOpenProposal, isUpcoming } from "../appointments/appointment.ts";
import type { Asking } from "../engine/conversation.ts";
import { type Change, known, type Scene } from "./scene.ts";

/** What an old button was about; forgotten once it is gone, so that what is there now is found. */
export const subjectOf = "subject";
/** The one of several appointments that was chosen to be seen, moved or cancelled. */
export const chosenAppointment = "whichAppointment";

/** The appointment and the version that a button is about; null when it is about something else. */
export function aboutAppointment(
  subject: unknown,
): { readonly id: string; readonly version: number } | null {
  const found = /^([0-9a-z]{26})\.(\d+)$/.exec(typeof subject === "string" ? subject : "");
  return found?.[1] ? { id: found[1], version: Number(found[2]) } : null;
}

/** What a button about an appointment, as it is now, carries. */
export function subjectFor({ id, version }: Pick<Appointment, "id" | "version">): string {
  return `${id}.${version}`;
}

/** What the person has booked and not begun, the next first. */
export async function bookedOf(scene: Scene, asking: Asking): Promise<readonly Appointment[]> {
  const upcoming = await scene.diary.upcomingOf(scene.person, asking.now);
  return upcoming.filter((one) => isUpcoming(one, asking.now));
}

/**
 * The appointment that is meant: the one the pressed button was about, if it still is as the button
 * knew it, else the next one of the person.
 */
export async function aimedAt(
  scene: Scene,
  asking: Asking,
  status: "booked" | "proposed",
): Promise<Appointment | null> {
  const isMeant = (one: Appointment) =>
    status === "booked" ? isUpcoming(one, asking.now) : isOpenProposal(one, asking.now);
  const about = aboutAppointment(known(asking, subjectOf) ?? known(asking, chosenAppointment));
  if (about) {
    const found = await scene.diary.appointment(about.id);
    const same = found?.version === about.version && found.person === scene.person;
    return same && isMeant(found) ? found : null;
  }
  const upcoming = await scene.diary.upcomingOf(scene.person, asking.now);
  return upcoming.find(isMeant) ?? null;
}

/** The appointment of a proposal that this very button has accepted: it was pressed twice. */
export async function acceptedBefore(scene: Scene, asking: Asking): Promise<Appointment | null> {
  const about = aboutAppointment(known(asking, subjectOf));
  const found = about ? await scene.diary.appointment(about.id) : null;
  const same = found?.version === (about?.version ?? 0) + 1 && found.person === scene.person;
  return same && isUpcoming(found, asking.now) ? found : null;
}

/** The times that were proposed to the person and not answered, be they expired. */
export async function proposalsOf(scene: Scene, asking: Asking): Promise<readonly Appointment[]> {
  const upcoming = await scene.diary.upcomingOf(scene.person, asking.now);
  return upcoming.filter(({ status }) => status === "proposed");
}

/** It ends at the version that was seen: its time is free again. */
export function cancelled({ id, version }: Appointment): Change {
  return { kind: "cancelAppointment", id, version };
}

/** The appointment this flow has shown, at the version it showed; null when it changed since. */
export async function seen(scene: Scene, asking: Asking): Promise<Appointment | null> {
  const found = await scene.diary.appointment(String(known(asking, "appointment")));
  const same =
    found?.version === known(asking, "appointmentVersion") && found?.person === scene.person;
  return same && found && isUpcoming(found, asking.now) ? found : null;
}
