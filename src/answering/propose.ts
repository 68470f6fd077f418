import {
  cellsOf,
  personResource,
  roomResource,
  workerResource,
} from "../appointments/resources.ts";
import { parseSlotId } from "../appointments/slot-id.ts";
import type { AppointmentId, ConversationId, TurnId, WorkerId } from "../base/ids.ts";
import { after, hour, type Instant, minute } from "../base/time.ts";
import { bookingMotif } from "../repertoire/agenda.ts";
import { appointmentValues } from "../repertoire/places.ts";
import type { Structure } from "../structure/schema.ts";
import type { Answering } from "./answer.ts";
import { begin } from "./begin.ts";

/** A proposal is held three days at most, and never beyond two hours before its time. */
const heldFor = 72 * hour;
const decidedBefore = 2 * hour;

/** Offers a time to the person: held in the agenda at once, booked only when they accept. */
export async function propose(
  answering: Answering,
  structure: Structure,
  conversation: ConversationId,
  worker: WorkerId,
  slotId: string,
): Promise<"proposed" | "taken" | "notYours" | "stale"> {
  const slot = parseSlotId(slotId);
  const stored = (await answering.conversations.pending(conversation))?.conversation;
  if (!slot || !stored) return "notYours";
  const now = answering.clock.now();
  const motif = bookingMotif({ structure });
  const id = answering.ids.next() as AppointmentId;
  const end = after(slot.start, motif.durationMinutes * minute);
  const begun = await begin(answering, {
    conversation,
    turn: answering.ids.next() as TurnId,
    kind: "receipt",
    place: { flow: "proposition", step: "proposal" },
    learnt: { subject: `${id}.1` },
    values: appointmentValues(structure, { ...slot, motif: motif.id }),
    changes: [
      {
        kind: "propose",
        appointment: {
          id,
          structure: structure.slug,
          person: stored.person,
          conversation,
          site: slot.site,
          worker: slot.worker,
          motif: motif.id,
          mode: motif.mode,
          start: slot.start,
          end,
          bookedVia: "desk",
          bookedAt: now,
        },
        resources: [
          workerResource(slot.worker),
          roomResource(slot.site),
          personResource(stored.person),
        ],
        cells: cellsOf(slot.start, end),
        expiresAt: Math.min(after(now, heldFor), after(slot.start, -decidedBefore)) as Instant,
      },
    ],
    allowed: ({ heldBy, workerId }) => heldBy !== "worker" || workerId === worker,
  });
  if (begun.outcome === "committed") return "proposed";
  if (begun.outcome === "conflict") return "taken";
  return begun.outcome === "stale" ? "stale" : "notYours";
}
