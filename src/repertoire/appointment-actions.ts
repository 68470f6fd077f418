import type { Appointment } from "../appointments/appointment.ts";
import { planFollowUps } from "../appointments/follow-ups.ts";
import { planReminders } from "../appointments/reminders.ts";
import {
  cellsOf,
  personResource,
  roomResource,
  workerResource,
} from "../appointments/resources.ts";
import { parseSlotId } from "../appointments/slot-id.ts";
import { canStillTake } from "../appointments/slots.ts";
import type { AppointmentId } from "../base/ids.ts";
import type { Said, SaidValues } from "../base/message.ts";
import { saidMoment } from "../base/said.ts";
import { after, type Instant, minute } from "../base/time.ts";
import type { Actions } from "../catalogue.ts";
import type { Asking, Performed } from "../engine/conversation.ts";
import { bookingMotif, slotFactsFor } from "./agenda.ts";
import { appointmentFile } from "./appointment-file.ts";
import {
  acceptedBefore,
  aimedAt,
  bookedOf,
  proposalsOf,
  seen,
  subjectOf,
} from "./meant-appointment.ts";
import { appointmentValues, placeById } from "./places.ts";
import { promiseValues } from "./promise-words.ts";
import { type Action, type Change, known, type Scene } from "./scene.ts";
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
  | "acceptProposal"
  | "declineProposal"
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

  nextSlots: (_, asking) => ({ outcome: "more", learnt: nextSlotPage(asking) }),

  describeSlot(scene, asking) {
    const slot = parseSlotId(String(known(asking, "slot")));
    const place = slot ? placeById(scene.structure, slot.site) : undefined;
    if (!slot || !place) return outcome("describeSlot", "unknown");
    const values = appointmentValues(scene.structure, { ...slot, motif: bookingMotif(scene).id });
    const moving = asking.memory.place?.flow === movingFlow;
    const { when, ...where } = values;
    return {
      outcome: "described",
      values: moving ? { ...where, newWhen: when ?? "" } : values,
    };
  },

  book: (scene, asking) => bookSlot(scene, asking, null),

  async move(scene, asking) {
    const old = await seen(scene, asking);
    if (!old) return outcome("move", "gone");
    const booked = await bookSlot(scene, asking, old);
    return booked.outcome === "booked" ? { ...booked, outcome: "moved" } : booked;
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

  async acceptProposal(scene, asking) {
    const accepted = await acceptedBefore(scene, asking);
    if (accepted) {
      return outcome("acceptProposal", "booked", appointmentValues(scene.structure, accepted));
    }
    const [booked] = await bookedOf(scene, asking);
    if (booked) {
      const values = appointmentValues(scene.structure, booked);
      return { ...outcome("acceptProposal", "already", values), forget: [subjectOf] };
    }
    const found = await aimedAt(scene, asking, "proposed");
    if (!found) return { ...outcome("acceptProposal", "gone"), forget: [subjectOf] };
    const { id, version } = found;
    const reminders = remindersFor(scene, found.start, asking.now);
    const others = (await proposalsOf(scene, asking)).filter((one) => one.id !== id);
    return {
      outcome: "booked",
      values: appointmentValues(scene.structure, found),
      changes: [{ kind: "acceptProposal", id, version, reminders }, ...others.map(cancelled)],
      file: appointmentFile(scene.structure, {
        appointment: { ...found, version: version + 1 },
        replaced: null,
        now: asking.now,
      }),
    };
  },

  async declineProposal(scene, asking) {
    const found = await aimedAt(scene, asking, "proposed");
    if (!found) return { ...outcome("declineProposal", "gone"), forget: [subjectOf] };
    return {
      outcome: "declined",
      values: promiseValues(scene.structure, asking.now),
      changes: [
        cancelled(found),
        { kind: "callWorker", urgency: "normal", need: "book_appointment" },
      ],
    };
  },

  requestAppointment(scene, asking) {
    return {
      outcome: "requested",
      values: promiseValues(scene.structure, asking.now),
      changes: [{ kind: "callWorker", urgency: "normal", need: "book_appointment" }],
    };
  },
};

/** It ends at the version that was seen: its time is free again. */
function cancelled({ id, version }: Appointment): Change {
  return { kind: "cancelAppointment", id, version };
}

/** An outcome that the catalogue knows for this action: a misspelt one does not compile. */
function outcome<Name extends keyof Actions>(
  _: Name,
  word: Actions[Name],
  values?: SaidValues,
): Performed<Change> {
  return { outcome: word, ...(values ? { values } : {}) };
}

async function bookSlot(
  scene: Scene,
  asking: Asking,
  replaced: Appointment | null,
): Promise<Performed<Change>> {
  const { structure, conversation, person, ids } = scene;
  const { now } = asking;
  const slot = parseSlotId(String(known(asking, "slot")));
  if (!slot) return outcome("book", "taken");
  if (!replaced) {
    const [booked] = await bookedOf(scene, asking);
    if (booked) return outcome("book", "already", appointmentValues(structure, booked));
  }
  const motif = bookingMotif(scene);
  const answer = canStillTake(await slotFactsFor(scene, now, replaced), slot);
  const values: SaidValues = { site: placeById(structure, slot.site)?.name ?? "" };
  if (answer === "notice") return outcome("book", "tooLate", values);
  if (answer !== "free") return outcome("book", "taken", values);
  const appointment = {
    id: ids.next() as AppointmentId,
    structure: structure.slug,
    person,
    conversation,
    site: slot.site,
    worker: slot.worker,
    motif: motif.id,
    mode: motif.mode,
    start: slot.start,
    end: after(slot.start, motif.durationMinutes * minute),
    bookedVia: "chat" as const,
    bookedAt: now,
  };
  return {
    outcome: "booked",
    values: appointmentValues(structure, appointment),
    forget: ["slot", "slotPage", "appointment", "appointmentVersion"],
    changes: [
      {
        kind: "book",
        appointment,
        resources: [
          workerResource(structure.slug, slot.worker),
          roomResource(structure.slug, slot.site),
          personResource(person),
        ],
        cells: cellsOf(appointment.start, appointment.end),
        reminders: remindersFor(scene, slot.start, now),
        replaces: replaced ? { id: replaced.id, version: replaced.version } : null,
      },
    ],
    file: appointmentFile(structure, {
      appointment: { ...appointment, version: 1 },
      replaced,
      now,
    }),
  };
}

function remindersFor({ structure }: Scene, start: Instant, now: Instant) {
  const { reminderPlan, zone } = structure;
  return [
    ...planReminders({ start, createdAt: now }, reminderPlan, zone),
    ...planFollowUps(start, zone),
  ];
}

/** An appointment's hour, as a text of a reminder shows it. */
export function reminderValues(
  structure: Scene["structure"],
  start: Instant,
): { readonly when: Said } {
  return { when: saidMoment(start, structure.zone) };
}
