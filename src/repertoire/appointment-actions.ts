import type { Said } from "../base/message.ts";
import { saidMoment } from "../base/said.ts";
import type { Instant } from "../base/time.ts";
import { outcome } from "./action-outcome.ts";
import { bookingMotif } from "./agenda.ts";
import { bookSlot, chosenSlot, holdChosen, lostSlot } from "./book-slot.ts";
import { aimedAt, bookedOf, cancelled, seen, subjectOf } from "./meant-appointment.ts";
import { appointmentValues } from "./places.ts";
import { promiseValues } from "./promise-words.ts";
import { type Action, known, type Scene } from "./scene.ts";
import { nextSlotPage } from "./slot-page.ts";

type Names =
  | "checkAppointment"
  | "findAppointment"
  | "keepSite"
  | "nextSlots"
  | "describeSlot"
  | "book"
  | "move"
  | "cancel"
  | "confirmPresence"
  | "requestAppointment";

/** The flow that moves an appointment: the one shown there keeps its own hour while another is chosen. */
const movingFlow = "deplacer";

/** What a conversation can do with appointments. Writes nothing: the changes go with the turn. */
export const appointmentActions: { readonly [Name in Names]: Action } = {
  async checkAppointment(scene, asking) {
    const [booked] = await bookedOf(scene, asking);
    if (!booked) return { outcome: "none" };
    return { outcome: "already", values: appointmentValues(scene.structure, booked) };
  },

  async findAppointment(scene, asking) {
    const found = await aimedAt(scene, asking, "booked");
    if (!found) return { ...outcome("findAppointment", "none"), forget: [subjectOf] };
    return {
      outcome: "found",
      values: appointmentValues(scene.structure, found),
      learnt: { appointment: found.id, appointmentVersion: found.version },
    };
  },

  async keepSite(scene, asking) {
    const found = await scene.diary.appointment(String(known(asking, "appointment")));
    return { outcome: "kept", learnt: { site: found?.site ?? null } };
  },

  nextSlots: (_, asking) => ({
    outcome: "more",
    forget: [lostSlot],
    learnt: nextSlotPage(asking),
  }),

  async describeSlot(scene, asking) {
    const slot = chosenSlot(asking);
    const moving = asking.memory.place?.flow === movingFlow;
    const leaving = moving ? await seen(scene, asking) : null;
    const hold = await holdChosen(scene, asking, leaving);
    if (!slot || !hold) {
      return {
        ...outcome("describeSlot", "unknown"),
        learnt: { [lostSlot]: known(asking, "slot") },
      };
    }
    const values = appointmentValues(scene.structure, { ...slot, motif: bookingMotif(scene).id });
    const { when, ...where } = values;
    return {
      outcome: "described",
      values: moving ? { ...where, newWhen: when ?? "" } : values,
      changes: [hold],
    };
  },

  book: (scene, asking) => bookSlot(scene, asking, null),

  async move(scene, asking) {
    const old = await seen(scene, asking);
    if (!old) return outcome("move", "gone");
    const booked = await bookSlot(scene, asking, old);
    if (booked.outcome === "booked") return { ...booked, outcome: "moved" };
    // another appointment was made meanwhile on that day
    return booked.outcome === "already" ? { ...booked, outcome: "taken" } : booked;
  },

  async cancel(scene, asking) {
    const found = await seen(scene, asking);
    if (!found) return outcome("cancel", "gone");
    return {
      outcome: "cancelled",
      forget: ["appointment", "appointmentVersion"],
      changes: [cancelled(found)],
    };
  },

  async confirmPresence(scene, asking) {
    const found = await aimedAt(scene, asking, "booked");
    if (!found) return { ...outcome("confirmPresence", "gone"), forget: [subjectOf] };
    const { id, version } = found;
    return { outcome: "confirmed", changes: [{ kind: "confirmPresence", id, version }] };
  },

  requestAppointment(scene, asking) {
    return {
      outcome: "requested",
      values: promiseValues(scene.structure, asking.now),
      changes: [{ kind: "callWorker", urgency: "normal", need: "book_appointment" }],
    };
  },
};

/** An appointment's hour, as a text of a reminder shows it. */
export function reminderValues(
  structure: Scene["structure"],
  start: Instant,
): { readonly when: Said } {
  return { when: saidMoment(start, structure.zone) };
}
