import type { AppointmentId, ConversationId, PersonId } from "../base/ids.ts";
import { hour, type Instant } from "../base/time.ts";
import type { Appointment, AppointmentStatus } from "./appointment.ts";

const day = 24 * hour;
/** A partner's link opens its page for so long; then the desk makes another one. */
export const partnerLinkLasts = 180 * day;
/** A request that came to nothing is kept for so long after its end: the partner reads what became of it. */
export const requestKeptFor = 30 * day;
/** One that was agreed to is kept for so long after the appointment. */
export const agreedKeptFor = 90 * day;
/** More requests of one partner in a day are refused. */
export const requestsADay = 20;

/** Who a partner is, as far as it matters to the person it books for. */
export const partnerKinds = ["missionLocale", "ccas", "mds", "otherPartner"] as const;
export type PartnerKind = (typeof partnerKinds)[number];

/** What a partner reads of a request. There is no word for an absence. */
const partnerStates = ["awaited", "planned", "seen", "again", "oriented", "closed"] as const;
export type PartnerState = (typeof partnerStates)[number];

/** A request, with the appointment that it led to, as both stand now. */
export interface RequestStanding {
  readonly state: "asked" | "agreed" | "closed";
  /** Until when the person may agree. */
  readonly expiresAt: Instant;
  /** A worker said that the person was led on to somebody else. */
  readonly oriented: boolean;
  /** The last of those that took one another's place. */
  readonly appointment: { readonly status: AppointmentStatus; readonly start: Instant };
}

/**
 * What the partner reads. An absence can cost an allowance and is never told: from its hour on, an
 * appointment that was not kept, that nobody marked yet and that was excused are one and the same "to be
 * seen again". Refused, left without an answer, taken back: all are the same "closed".
 */
export function partnerState(request: RequestStanding, now: Instant): PartnerState {
  const { state, expiresAt, oriented, appointment } = request;
  const { status, start } = appointment;
  if (state === "asked") return status === "proposed" && now < expiresAt ? "awaited" : "closed";
  if (state === "closed" || status === "cancelled") return "closed";
  if (status === "seen") return oriented ? "oriented" : "seen";
  return now < start ? "planned" : "again";
}

/** A request that waits for the person's agreement, as the code leads to it. */
export interface GivenRequest {
  readonly id: AppointmentId;
  readonly partner: string;
  readonly appointment: Appointment;
}

/** What a partner may see of somebody, by their own agreement. */
export interface SharedRequest {
  readonly id: string;
  readonly partner: string;
}

/** The requests of partners, as a conversation reads them. */
export interface Prescriptions {
  /** The request of a code that may still be agreed to; null when there is none. */
  requestOf(code: string, structure: string, now: Instant): Promise<GivenRequest | null>;
  /** How many codes that led nowhere this conversation gave since then. */
  wrongSince(conversation: ConversationId, since: Instant): Promise<number>;
  /** What the person agreed to share, and has not taken back. */
  sharedOf(person: PersonId, structure: string): Promise<readonly SharedRequest[]>;
}
