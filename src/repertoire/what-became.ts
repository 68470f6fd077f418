import { type Appointment, isUpcoming } from "../appointments/appointment.ts";
import { parseSlotId } from "../appointments/slot-id.ts";
import type { Said } from "../base/message.ts";
import { saidMoment } from "../base/said.ts";
import type { Asking } from "../engine/conversation.ts";
import { readOptionId } from "../engine/option-id.ts";
import { aboutAppointment, subjectOf } from "./meant-appointment.ts";
import { known, type Scene } from "./scene.ts";

/** Longer than anybody moves one appointment. */
const mostMoves = 20;

/** The id of an old button that was pressed, as its flow is told. */
export const oldButton = "oldButton";

/** Flows whose buttons speak of an appointment. */
const flowsOfAppointments: ReadonlySet<string> = new Set([
  ...["rendez-vous", "deplacer", "annuler", "mon-rendez-vous", "rappel", "proposition"],
  ...["bientot-dehors", "venir-avec"],
]);

/** The flow that tells what became of the appointment of a button too old to follow; null for the others. */
export function oldButtonFlow(option: string) {
  const pressed = readOptionId(option);
  if (!pressed || !flowsOfAppointments.has(pressed.flow)) return null;
  return { flow: "ancien-bouton", learnt: { [oldButton]: option } };
}

/**
 * The appointment an old button was about: the one it names, the one its time became, else the last one
 * that was made. Null when the person never had any.
 */
export async function appointmentOfButton(
  scene: Scene,
  asking: Asking,
): Promise<Appointment | null> {
  const pressed = readOptionId(String(known(asking, oldButton)));
  const named = aboutAppointment(pressed?.subject ?? null);
  const history = await scene.diary.historyOf(scene.person);
  if (named) return history.find(({ id }) => id === named.id) ?? null;
  const slot = parseSlotId(pressed?.key ?? "");
  if (!slot) return history[0] ?? null;
  return history.find(({ start, site }) => start === slot.start && site === slot.site) ?? null;
}

/** One sentence on what became of the appointment that is known by its button, or was shown here. */
export async function becameOfKnown(scene: Scene, asking: Asking): Promise<Said> {
  const named = aboutAppointment(known(asking, subjectOf));
  const id = named?.id ?? known(asking, "appointment");
  const found = typeof id === "string" ? await scene.diary.appointment(id) : null;
  return found?.person === scene.person
    ? whatBecame(scene, asking, found)
    : { key: "appointment:became_unknown" };
}

/** One sentence on what became of an appointment: where it moved to, that it was cancelled, that it is over. */
export async function whatBecame(
  scene: Scene,
  asking: Asking,
  appointment: Appointment,
): Promise<Said> {
  const last = await lastOf(scene, appointment);
  const { zone } = scene.structure;
  const values = { was: saidMoment(appointment.start, zone), when: saidMoment(last.start, zone) };
  return { key: `appointment:became_${wordOf(asking, appointment, last)}`, values };
}

function wordOf({ now }: Asking, first: Appointment, last: Appointment): string {
  const isMoved = last.id !== first.id;
  if (isUpcoming(last, now)) return isMoved ? "moved" : "booked";
  if (last.status === "cancelled" && last.closedBy === "service" && last.expiresAt === null)
    return "cancelledByTeam";
  if (last.expiresAt !== null) return "proposal";
  if (last.status === "cancelled") return "cancelled";
  return isMoved ? "movedAndPast" : "past";
}

/** The appointment that took its place, and so on, to the one that stands. */
async function lastOf(scene: Scene, appointment: Appointment): Promise<Appointment> {
  let last = appointment;
  for (let moves = 0; moves < mostMoves && last.movedTo !== null; moves++) {
    const next = await scene.diary.appointment(last.movedTo);
    if (!next || next.person !== scene.person) break;
    last = next;
  }
  return last;
}
