import type { Appointment } from "../appointments/appointment.ts";
import { isOpenProposal } from "../appointments/appointment.ts";
import type { Asking } from "../engine/conversation.ts";
import { allowanceFor, inTheWay } from "./appointment-allowance.ts";
import { appointmentFile } from "./appointment-file.ts";
import {
  acceptedBefore,
  aimedAt,
  bookedOf,
  cancelled,
  proposalsOf,
  subjectOf,
} from "./meant-appointment.ts";
import { appointmentValues } from "./places.ts";
import { remindersFor } from "./reminders-for.ts";
import type { Action, Change, Scene } from "./scene.ts";

/** How an appointment that comes from the waiting list is told apart. */
export const viaWaitingList = "waitingList" as const;

type Names = "takeFreedTime" | "refuseFreedTime";

/** The two buttons of a freed time. Writes nothing: the changes go with the turn. */
export const freedTimeActions: { readonly [Name in Names]: Action } = {
  async takeFreedTime(scene, asking) {
    const { structure } = scene;
    const before = await acceptedBefore(scene, asking);
    if (before) return { outcome: "booked", values: appointmentValues(structure, before) };
    const found = await aimedAt(scene, asking, "proposed");
    if (!found) return { outcome: "gone", forget: [subjectOf] };
    const booked = await bookedOf(scene, asking);
    const replaced = await toReplace(scene, booked, found);
    const kept = booked.filter((one) => one !== replaced);
    const allowance = allowanceFor(structure, found.start);
    const inWay = inTheWay(kept, allowance, found.motif);
    if (inWay) {
      return {
        outcome: "already",
        values: appointmentValues(structure, inWay),
        forget: [subjectOf],
        changes: [cancelled(found)],
      };
    }
    const others = (await proposalsOf(scene, asking)).filter(({ id }) => id !== found.id);
    const { id, version } = found;
    const taken: Change = {
      kind: "takeFreedTime",
      ...{ id, version, reminders: remindersFor(structure, found, asking.now) },
      replaces: replaced && { id: replaced.id, version: replaced.version },
      open: allowance.open,
    };
    return {
      outcome: replaced ? "moved" : "booked",
      values: appointmentValues(structure, found),
      changes: [taken, ...others.map(cancelled)],
      file: appointmentFile(scene, {
        appointment: { ...found, version: version + 1 },
        replaced,
        now: asking.now,
      }),
    };
  },

  async refuseFreedTime(scene, asking) {
    const found = await aimedAt(scene, asking, "proposed");
    if (!found) return { outcome: "gone", forget: [subjectOf] };
    return { outcome: "refused", changes: [cancelled(found)] };
  },
};

/** The times that are held for the person until they answer. */
export async function openOffers(scene: Scene, asking: Asking): Promise<readonly Appointment[]> {
  const proposals = await proposalsOf(scene, asking);
  return proposals.filter(
    (one) => one.bookedVia === viaWaitingList && isOpenProposal(one, asking.now),
  );
}

/** The appointment that gives way to a sooner one, for who asked for it; null when none does. */
async function toReplace(
  { waitingList, person, structure }: Scene,
  [next]: readonly Appointment[],
  offered: Appointment,
): Promise<Appointment | null> {
  const entry = await waitingList.entryOf(person, structure.slug);
  return next && entry?.kind === "earlier" && offered.start < next.start ? next : null;
}
