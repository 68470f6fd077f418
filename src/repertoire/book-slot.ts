import type { Appointment } from "../appointments/appointment.ts";
import type { NewAppointment } from "../appointments/changes.ts";
import type { AppointmentDetails, Mode } from "../appointments/details.ts";
import { holdEnd } from "../appointments/holds.ts";
import { bufferedCells, personResource } from "../appointments/resources.ts";
import { type NamedSlot, parseSlotId } from "../appointments/slot-id.ts";
import { slotResources } from "../appointments/slot-resources.ts";
import { canStillTake } from "../appointments/slots.ts";
import type { AppointmentId } from "../base/ids.ts";
import { after, type Instant, minute } from "../base/time.ts";
import type { Asking, Performed } from "../engine/conversation.ts";
import { confirmedFact } from "../engine/option-id.ts";
import { outcome } from "./action-outcome.ts";
import { slotFactsFor } from "./agenda.ts";
import { allowanceFor, inTheWay } from "./appointment-allowance.ts";
import { appointmentFile } from "./appointment-file.ts";
import { bookedOf, chosenAppointment, subjectOf } from "./meant-appointment.ts";
import { chosenMotif, type Motif } from "./motifs.ts";
import { appointmentValues, placeById } from "./places.ts";
import { remindersFor } from "./reminders-for.ts";
import { type Change, known, type Scene } from "./scene.ts";
import { chosenMode, tellsNumber } from "./way-to-meet.ts";

/** The time that was chosen and is not free any more: the nearest ones are offered in its place. */
export const lostSlot = "lostSlot";

/** What is forgotten once an appointment is booked. */
const chosenFacts = [
  ...["slot", "slotPage", lostSlot, confirmedFact, subjectOf, chosenAppointment],
  ...["appointment", "appointmentVersion"],
];

/** The time that was chosen, as its button named it. */
export function chosenSlot(asking: Asking): NamedSlot | null {
  return parseSlotId(String(known(asking, "slot")));
}

/**
 * Keeps the time that was chosen while the person confirms it; null when it can no more be taken. What
 * the appointment that is left takes is theirs already.
 */
export async function holdChosen(
  scene: Scene,
  asking: Asking,
  leaving: Appointment | null,
): Promise<Change | null> {
  const { now } = asking;
  const slot = chosenSlot(asking);
  if (!slot) return null;
  const motif = chosenMotif(scene, asking);
  const mode = chosenMode(asking, motif);
  const facts = { ...(await slotFactsFor(scene, now, { motif, leaving })), mode };
  if (canStillTake(facts, slot) !== "free") return null;
  return {
    kind: "hold",
    resources: slotResources(facts, slot),
    cells: bufferedCells(timesOf(motif, slot.start), motif),
    beside: leaving?.id ?? null,
    expiresAt: holdEnd(now),
  };
}

/** Books the time that was chosen; `replaced` is left by the same commit. */
export async function bookSlot(
  scene: Scene,
  asking: Asking,
  replaced: Appointment | null,
): Promise<Performed<Change>> {
  const { structure, person } = scene;
  const { now } = asking;
  const slot = chosenSlot(asking);
  if (!slot) return outcome("book", "taken");
  const motif = chosenMotif(scene, asking);
  const allowance = allowanceFor(structure, slot.start);
  const others = (await bookedOf(scene, asking)).filter(({ id }) => id !== replaced?.id);
  const inWay = inTheWay(others, allowance, motif.id);
  if (inWay) return outcome("book", "already", appointmentValues(structure, inWay));
  const mode = chosenMode(asking, motif);
  const facts = { ...(await slotFactsFor(scene, now, { motif, leaving: replaced })), mode };
  const answer = canStillTake(facts, slot);
  if (answer !== "free")
    return lost(scene, slot, answer === "notice" ? "tooLate" : "taken", asking);
  const appointment = newAppointment(scene, asking, slot, replaced);
  return {
    outcome: "booked",
    values: appointmentValues(structure, appointment),
    forget: chosenFacts,
    changes: [
      {
        kind: "book",
        appointment,
        resources: [...slotResources(facts, slot), personResource(person)],
        cells: bufferedCells(appointment, motif),
        reminders: remindersFor(structure, appointment, now),
        replaces: replaced ? { id: replaced.id, version: replaced.version } : null,
        allowance,
      },
    ],
    file: appointmentFile(scene, {
      appointment: { ...appointment, version: 1 },
      replaced,
      now,
    }),
  };
}

/** The answers are kept, and the nearest times are offered next. */
function lost(
  { structure }: Scene,
  { site }: NamedSlot,
  word: "taken" | "tooLate",
  asking: Asking,
): Performed<Change> {
  return {
    ...outcome("book", word, { site: placeById(structure, site)?.name ?? "" }),
    learnt: { [lostSlot]: known(asking, "slot") },
  };
}

function newAppointment(
  scene: Scene,
  asking: Asking,
  slot: NamedSlot,
  replaced: Appointment | null,
): NewAppointment {
  const { structure, conversation, person, ids } = scene;
  const motif = chosenMotif(scene, asking);
  const mode = chosenMode(asking, motif);
  return {
    id: ids.next() as AppointmentId,
    ...{ structure: structure.slug, person, conversation },
    ...{ site: slot.site, worker: slot.worker, motif: motif.id, mode },
    ...timesOf(motif, slot.start),
    ...{ bookedVia: "chat", bookedAt: asking.now },
    details: detailsOf(scene, asking, mode, replaced?.details ?? null),
  };
}

/** What goes along with the time; the link of a video call was for the time before. */
function detailsOf(
  { channel }: Scene,
  asking: Asking,
  mode: Mode,
  before: AppointmentDetails | null,
): AppointmentDetails {
  const phone = known(asking, "phoneNumber") ?? before?.phone;
  return {
    ...(mode === "phone" && typeof phone === "string" ? { phone } : {}),
    ...(mode === "phone" && tellsNumber(channel) ? { calledHere: true } : {}),
    ...(before?.companion ? { companion: before.companion } : {}),
  };
}

function timesOf({ durationMinutes }: Motif, start: Instant) {
  return { start, end: after(start, durationMinutes * minute) };
}
