import type { AppointmentChange } from "../appointments/changes.ts";
import type { Mode } from "../appointments/details.ts";
import type { Diary } from "../appointments/diary.ts";
import { bufferedCells, personResource } from "../appointments/resources.ts";
import type { SlotFacts } from "../appointments/slot-facts.ts";
import { type NamedSlot, parseSlotId } from "../appointments/slot-id.ts";
import { slotResources } from "../appointments/slot-resources.ts";
import { canStillTake } from "../appointments/slots.ts";
import type { UrgentTime } from "../appointments/urgent-time.ts";
import type { AppointmentId, ConversationId, TurnId, WorkerId } from "../base/ids.ts";
import { saidMoment } from "../base/said.ts";
import { after, type Instant, minute } from "../base/time.ts";
import { isHeldFor } from "../escalation/hand-over.ts";
import { type Motif, motifById } from "../repertoire/motifs.ts";
import { appointmentValues } from "../repertoire/places.ts";
import { proposableFacts, proposalEnd } from "../repertoire/proposable.ts";
import type { StoredConversation } from "../store/conversations.ts";
import type { Structure } from "../structure/schema.ts";
import type { Answering } from "./answer.ts";
import { begin } from "./begin.ts";
import { canOpen } from "./can-open.ts";

/** What proposing a time stands on. */
export interface Proposing {
  readonly answering: Answering;
  readonly structures: ReadonlyMap<string, Structure>;
  readonly store: { readonly diary: Diary };
}

/**
 * Offers a time to the person: held in the agenda at once, booked only when they accept. `notOffered`:
 * it is none of the times a worker of the conversation's structure may propose. An urgent time is one
 * that the worker opens for this person alone, outside the ranges. Of the usual motif when none is named.
 */
export async function propose(
  { answering, structures, store }: Proposing,
  conversation: ConversationId,
  worker: WorkerId,
  wanted: string | UrgentTime,
  wantedMotif: string | null = null,
): Promise<"proposed" | "taken" | "notOffered" | "notYours" | "stale"> {
  const stored = (await answering.conversations.pending(conversation))?.conversation;
  const isTheirs = ({ heldBy, workerId, erased }: StoredConversation) =>
    !erased && (heldBy !== "worker" || isHeldFor(worker, workerId));
  if (!stored || !isTheirs(stored)) return "notYours";
  const structure = structures.get(stored.structure);
  const urgent = typeof wanted === "string" ? null : wanted;
  const slot = typeof wanted === "string" ? parseSlotId(wanted) : wanted;
  if (!slot || !structure) return "notOffered";
  const now = answering.clock.now();
  const motif = motifById(structure, wantedMotif);
  const mode = urgent?.mode ?? motif.mode;
  const facts = { ...(await proposableFacts({ structure, diary: store.diary }, now, motif)), mode };
  const answer = urgent ? canOpen({ structure, facts }, urgent) : canStillTake(facts, slot);
  if (answer === "busy") return "taken";
  const expiresAt = urgent ? urgent.start : proposalEnd(slot.start, now);
  if (answer !== "free" || expiresAt <= now) return "notOffered";
  const id = answering.ids.next() as AppointmentId;
  const when = saidMoment(slot.start, structure.zone);
  const begun = await begin(answering, {
    conversation,
    // named after the appointment, as a reminder is: what is sent can be looked at again
    turn: `${id}.1.proposal` as TurnId,
    kind: "receipt",
    place: { flow: "proposition", step: "proposal" },
    learnt: { subject: `${id}.1` },
    values: appointmentValues(structure, { ...slot, motif: motif.id, mode }),
    // an hour is accepted by who read it alone: where no free text passes, it is in the approved text
    template: (say, language) => ({
      ...{ name: "waiting_list_offer", language },
      values: { when: say(when) },
    }),
    changes: [
      proposal(id, stored, { structure, motif, slot, facts, mode, expiresAt }),
      ...(urgent
        ? [{ kind: "appointmentAudit" as const, worker, what: "appointment.openedUrgently" }]
        : []),
    ],
    allowed: isTheirs,
  });
  if (begun.outcome === "committed") return "proposed";
  if (begun.outcome === "conflict") return "taken";
  return begun.outcome === "stale" ? "stale" : "notYours";
}

interface Chosen {
  readonly structure: Structure;
  readonly motif: Motif;
  readonly slot: NamedSlot;
  readonly facts: SlotFacts;
  readonly mode: Mode;
  readonly expiresAt: Instant;
}

function proposal(
  id: AppointmentId,
  { id: conversation, person }: StoredConversation,
  { structure, motif, slot: { site, worker, start }, facts, mode, expiresAt }: Chosen,
): AppointmentChange {
  const { now } = facts;
  const end = after(start, motif.durationMinutes * minute);
  return {
    kind: "propose",
    appointment: {
      ...{ id, structure: structure.slug, person, conversation },
      ...{ site, worker, motif: motif.id, mode, start, end },
      bookedVia: "desk",
      bookedAt: now,
    },
    resources: [...slotResources(facts, { site, worker, start }), personResource(person)],
    cells: bufferedCells({ start, end }, motif),
    expiresAt,
  };
}
