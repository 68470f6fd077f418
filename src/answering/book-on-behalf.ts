import type { NewAppointment } from "../appointments/changes.ts";
import type { OnBehalf } from "../appointments/on-behalf.ts";
import { bufferedCells, personResource } from "../appointments/resources.ts";
import { parseSlotId } from "../appointments/slot-id.ts";
import { slotResources } from "../appointments/slot-resources.ts";
import { canStillTake } from "../appointments/slots.ts";
import type { AppointmentId, ConversationId, TurnId, WorkerId } from "../base/ids.ts";
import { saidMoment } from "../base/said.ts";
import { after, minute } from "../base/time.ts";
import { isHeldFor } from "../escalation/hand-over.ts";
import { allowanceFor } from "../repertoire/appointment-allowance.ts";
import { motifById } from "../repertoire/motifs.ts";
import { appointmentValues } from "../repertoire/places.ts";
import { proposableFacts } from "../repertoire/proposable.ts";
import { remindersFor } from "../repertoire/reminders-for.ts";
import type { StoredConversation } from "../store/conversations.ts";
import { begin } from "./begin.ts";
import type { Proposing } from "./propose.ts";

/**
 * Books, or moves, for a person: it is theirs at once, they read it, and are reminded of it as of any other.
 * `taken`: somebody had the time, or what it replaces has changed, and nothing is written.
 */
export async function bookOnBehalf(
  { answering, structures, store }: Proposing,
  conversation: ConversationId,
  worker: WorkerId,
  { slot: wanted, motif: named, replaces }: OnBehalf,
): Promise<"booked" | "taken" | "notYours" | "stale"> {
  const stored = (await answering.conversations.pending(conversation))?.conversation;
  const isTheirs = ({ heldBy, workerId, erased }: StoredConversation) =>
    !erased && (heldBy !== "worker" || isHeldFor(worker, workerId));
  if (!stored || !isTheirs(stored)) return "notYours";
  const structure = structures.get(stored.structure);
  const slot = parseSlotId(wanted);
  if (!slot || !structure) return "taken";
  const now = answering.clock.now();
  const motif = motifById(structure, named);
  const leaving = replaces ? await store.diary.appointment(replaces.id) : null;
  const isOurs = leaving?.person === stored.person && leaving.version === replaces?.version;
  if (replaces && !isOurs) return "taken";
  const facts = await proposableFacts({ structure, diary: store.diary }, now, motif, leaving);
  if (canStillTake(facts, slot) !== "free") return "taken";
  const end = after(slot.start, motif.durationMinutes * minute);
  const appointment: NewAppointment = {
    ...{ id: answering.ids.next() as AppointmentId, structure: structure.slug },
    ...{ person: stored.person, conversation, site: slot.site, worker: slot.worker },
    ...{ motif: motif.id, mode: motif.mode, start: slot.start, end },
    ...{
      bookedVia: "desk",
      bookedAt: now,
      ...(leaving?.details ? { details: leaving.details } : {}),
    },
  };
  const when = saidMoment(slot.start, structure.zone);
  const begun = await begin(answering, {
    conversation,
    turn: `${appointment.id}.1.onBehalf` as TurnId,
    kind: "receipt",
    place: { flow: "proposition", step: leaving ? "movedForYou" : "bookedForYou" },
    learnt: { subject: `${appointment.id}.1` },
    values: appointmentValues(structure, appointment),
    template: (say, language) => ({ name: "reminder", language, values: { when: say(when) } }),
    changes: [
      {
        kind: "book",
        appointment,
        resources: [...slotResources(facts, slot), personResource(stored.person)],
        cells: bufferedCells({ start: slot.start, end }, motif),
        reminders: remindersFor(structure, appointment, now),
        replaces,
        // the team may give as many as it judges right, and never two of a kind on one day
        allowance: { ...allowanceFor(structure, slot.start), open: mostByTeam },
      },
      { kind: "appointmentAudit", worker, what: "appointment.bookedOnBehalf" },
    ],
    allowed: isTheirs,
  });
  if (begun.outcome === "committed") return "booked";
  if (begun.outcome === "conflict") return "taken";
  return begun.outcome === "stale" ? "stale" : "notYours";
}

const mostByTeam = 10;
