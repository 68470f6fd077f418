import { bufferedCells, personResource } from "../appointments/resources.ts";
import type { Slot } from "../appointments/slots.ts";
import { offerLasts } from "../appointments/waiting-list.ts";
import type { WaitingListChange } from "../appointments/waiting-list-changes.ts";
import type { Waiting } from "../appointments/waiting-list-plan.ts";
import type { AppointmentId, TurnId } from "../base/ids.ts";
import type { TemplateCall } from "../base/message.ts";
import { saidMoment } from "../base/said.ts";
import { after, type Instant } from "../base/time.ts";
import { viaWaitingList } from "../repertoire/freed-time-actions.ts";
import { motifById } from "../repertoire/motifs.ts";
import { appointmentValues } from "../repertoire/places.ts";
import type { StoredConversation } from "../store/conversations.ts";
import type { Structure } from "../structure/schema.ts";
import type { Answering } from "./answer.ts";
import { begin } from "./begin.ts";

/** A time, and who is to have it if they want. */
export interface Freed {
  readonly structure: Structure;
  readonly waiting: Waiting;
  readonly slot: Slot;
  readonly now: Instant;
}

/** What is sent where free text may not be: the hour, and until when it is kept. */
export type FreedTemplate = (when: string, until: string, language: string) => TemplateCall;

/**
 * Offers a freed time to one person, with two buttons: it is held for them in the same commit, until the
 * offer ends. `taken`: somebody had it first, they wait no more, or have another offer open: the database
 * refuses, and nothing is written. `held`: a worker took the conversation meanwhile.
 */
export async function offerFreedTime(
  answering: Answering,
  { structure, waiting, slot, now }: Freed,
  template: FreedTemplate,
): Promise<"offered" | "taken" | "held" | "gone"> {
  const { entry, appointment } = waiting;
  const id = answering.ids.next() as AppointmentId;
  const expiresAt = after(now, offerLasts);
  const when = saidMoment(slot.start, structure.zone);
  const until = saidMoment(expiresAt, structure.zone, "time");
  const stored = (await answering.conversations.pending(entry.conversation))?.conversation;
  if (!stored) return "gone";
  const begun = await begin(answering, {
    conversation: entry.conversation,
    // named after the appointment, as a worker's proposal is: too late, it does not leave any more
    turn: `${id}.1.proposal` as TurnId,
    kind: "receipt",
    place: { flow: "place-libre", step: entry.kind === "earlier" ? "earlier" : "offer" },
    learnt: { subject: `${id}.1` },
    values: {
      ...appointmentValues(structure, { ...slot, motif: entry.motif }),
      until,
      ...(appointment ? { present: saidMoment(appointment.start, structure.zone) } : {}),
    },
    template: (say, language) => template(say(when), say(until), language),
    changes: [offer(id, stored, { structure, waiting, slot, now }, expiresAt)],
    allowed: ({ heldBy, urgency }) => heldBy !== "worker" && urgency !== "immediate",
  });
  if (begun.outcome === "committed") return "offered";
  if (begun.outcome === "conflict" || begun.outcome === "stale") return "taken";
  return begun.outcome === "notAllowed" ? "held" : "gone";
}

function offer(
  id: AppointmentId,
  { id: conversation, person }: StoredConversation,
  { structure, waiting, slot, now }: Freed,
  expiresAt: Instant,
): WaitingListChange {
  const { site, worker, start, end } = slot;
  const motif = motifById(structure, waiting.entry.motif);
  return {
    kind: "offerFreedTime",
    waiting: waiting.entry.id,
    appointment: {
      ...{ id, structure: structure.slug, person, conversation },
      ...{ site, worker, motif: waiting.entry.motif, mode: motif.mode },
      ...{ start, end, bookedVia: viaWaitingList, bookedAt: now },
    },
    resources: [...slot.resources, personResource(person)],
    cells: bufferedCells({ start, end }, motif),
    expiresAt,
  };
}

/** Asks, once, whether somebody still waits. `already`: it was asked, or they wait no more. */
export async function askIfStillWaiting(
  answering: Answering,
  { entry }: Waiting,
  structure: Structure,
  template: (language: string) => TemplateCall,
): Promise<"asked" | "already" | "held" | "gone"> {
  const begun = await begin(answering, {
    conversation: entry.conversation,
    // one question for each time that it is due
    turn: `${entry.id}.${entry.askAt}.still` as TurnId,
    kind: "receipt",
    place: { flow: "place-libre", step: "still" },
    learnt: {},
    values: { since: saidMoment(entry.since, structure.zone, "day") },
    template: (_, language) => template(language),
    changes: [{ kind: "askIfStillWaiting", id: entry.id }],
    allowed: ({ heldBy, urgency }) => heldBy !== "worker" && urgency !== "immediate",
  });
  if (begun.outcome === "committed") return "asked";
  if (begun.outcome === "conflict" || begun.outcome === "stale") return "already";
  return begun.outcome === "notAllowed" ? "held" : "gone";
}
