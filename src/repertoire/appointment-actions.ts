import { cancelReasons } from "../appointments/history.ts";
import { slotId } from "../appointments/slot-id.ts";
import { fingerprint } from "../base/fingerprint.ts";
import type { AppointmentId } from "../base/ids.ts";
import type { Said } from "../base/message.ts";
import { saidMoment } from "../base/said.ts";
import type { Instant } from "../base/time.ts";
import type { Asking } from "../engine/conversation.ts";
import { confirmedFact } from "../engine/option-id.ts";
import { outcome } from "./action-outcome.ts";
import { bookSlot, chosenSlot, holdChosen, lostSlot } from "./book-slot.ts";
import {
  aboutAppointment,
  aimedAt,
  bookedOf,
  cancelled,
  chosenAppointment,
  seen,
  subjectFor,
  subjectOf,
} from "./meant-appointment.ts";
import { chosenMotif, motifFact } from "./motifs.ts";
import { appointmentValues } from "./places.ts";
import { promiseValues } from "./promise-words.ts";
import { type Action, known, type Scene } from "./scene.ts";
import { nextSlotPage } from "./slot-page.ts";
import { chosenMode, keyOfMode } from "./way-to-meet.ts";
import { appointmentOfButton, becameOfKnown, oldButton, whatBecame } from "./what-became.ts";

type Names =
  | "checkAppointment"
  | "findAppointment"
  | "keepSite"
  | "nextSlots"
  | "describeSlot"
  | "book"
  | "move"
  | "cancel"
  | "keepCancelReason"
  | "whatBecame"
  | "confirmPresence"
  | "requestAppointment";

/** The appointment that was just cancelled, at its new version: a reason may still be given. */
const closedAppointment = "closedAppointment";

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
    if (!found) return gone(scene, asking, "none");
    const subject = subjectFor(found);
    return {
      outcome: "found",
      values: appointmentValues(scene.structure, found),
      learnt: {
        ...{ appointment: found.id, appointmentVersion: found.version },
        ...{ [subjectOf]: subject, [confirmedFact]: confirming(asking, subject) },
      },
    };
  },

  async keepSite(scene, asking) {
    const found = await scene.diary.appointment(String(known(asking, "appointment")));
    const phone = found?.details?.phone;
    return {
      outcome: "kept",
      learnt: {
        // the new hour is for the same
        [motifFact]: found?.motif ?? null,
        site: found && found.mode !== "place" ? keyOfMode(found.mode) : (found?.site ?? null),
        // the number that was given for a call holds for another hour
        ...(phone ? { phoneNumber: phone } : {}),
      },
    };
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
    const motif = chosenMotif(scene, asking);
    const mode = chosenMode(asking, motif);
    const values = appointmentValues(scene.structure, { ...slot, motif: motif.id, mode });
    const { when, ...where } = values;
    return {
      outcome: "described",
      values: moving ? { ...where, newWhen: when ?? "" } : values,
      learnt: {
        [confirmedFact]: confirming(
          asking,
          `${slotId(slot)} ${leaving ? subjectFor(leaving) : ""}`,
        ),
      },
      changes: [hold],
    };
  },

  book: (scene, asking) => bookSlot(scene, asking, null),

  async move(scene, asking) {
    const old = await seen(scene, asking);
    if (!old) return gone(scene, asking, "gone");
    const booked = await bookSlot(scene, asking, old);
    if (booked.outcome === "booked") return { ...booked, outcome: "moved" };
    // another appointment was made meanwhile on that day
    return booked.outcome === "already" ? { ...booked, outcome: "taken" } : booked;
  },

  async cancel(scene, asking) {
    const found = await seen(scene, asking);
    if (!found) return gone(scene, asking, "gone");
    return {
      outcome: "cancelled",
      forget: [subjectOf, chosenAppointment, "appointment", "appointmentVersion"],
      learnt: { [closedAppointment]: subjectFor({ ...found, version: found.version + 1 }) },
      changes: [cancelled(found)],
    };
  },

  keepCancelReason(_, asking) {
    const closed = aboutAppointment(known(asking, closedAppointment));
    const reason = cancelReasons.find((one) => one === known(asking, "cancelReason"));
    const forget = [closedAppointment, "cancelReason"];
    if (!closed || !reason) return { ...outcome("keepCancelReason", "none"), forget };
    const id = closed.id as AppointmentId;
    return {
      ...outcome("keepCancelReason", "kept"),
      forget,
      changes: [{ kind: "cancelReason", id, version: closed.version, reason }],
    };
  },

  async whatBecame(scene, asking) {
    const found = await appointmentOfButton(scene, asking);
    if (!found) return { ...outcome("whatBecame", "unknown"), forget: [oldButton] };
    const became = await whatBecame(scene, asking, found);
    return { ...outcome("whatBecame", "told", { became }), forget: [oldButton] };
  },

  async confirmPresence(scene, asking) {
    const found = await aimedAt(scene, asking, "booked");
    if (!found) return gone(scene, asking, "gone");
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

/** It is not as it was shown: what became of it is said, and what is there now can be found. */
async function gone(scene: Scene, asking: Asking, word: "gone" | "none") {
  const became = await becameOfKnown(scene, asking);
  return { outcome: word, values: { became }, forget: [subjectOf, chosenAppointment] };
}

/** What is being confirmed in the flow under way: a button of another question does not answer it. */
function confirming({ memory }: Asking, what: string): string {
  return `${memory.place?.flow ?? ""}:${fingerprint(what)}`;
}

/** An appointment's hour, as a text of a reminder shows it. */
export function reminderValues(
  structure: Scene["structure"],
  start: Instant,
): { readonly when: Said } {
  return { when: saidMoment(start, structure.zone) };
}
