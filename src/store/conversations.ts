import type { AppointmentChange } from "../appointments/changes.ts";
import type { GatheringChange } from "../appointments/gatherings.ts";
import type { PrescriptionChange } from "../appointments/prescription-changes.ts";
import type { WaitingListChange } from "../appointments/waiting-list-changes.ts";
import type { ConversationId, PersonId, TurnId } from "../base/ids.ts";
import type { Address, ChannelName, Content, Message, WrittenReply } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import type { Happening, Memory } from "../engine/conversation.ts";
import type { KeptFile } from "../engine/kept-file.ts";
import type { HandOverChange, Standing } from "../escalation/hand-over.ts";
import type { PersonChange } from "../person/changes.ts";
import type { Alert } from "./alert-phones.ts";
import type { OutgoingKind } from "./outgoing-store.ts";

export type Change =
  | AppointmentChange
  | HandOverChange
  | PersonChange
  | WaitingListChange
  | GatheringChange
  | PrescriptionChange;

/** A conversation as the store keeps it: what the engine remembers, and who holds it. */
export interface StoredConversation extends Standing {
  readonly id: ConversationId;
  readonly person: PersonId;
  readonly structure: string;
  readonly channel: ChannelName;
  readonly memory: Memory;
  readonly workerId: string | null;
  /** The person had everything deleted and has not spoken since. */
  readonly erased: boolean;
  readonly revision: number;
  /** Raised at each change of owner; a bot message made under an older one is never sent. */
  readonly epoch: number;
}

/** A message stored and not yet answered. */
export interface PendingMessage {
  readonly order: number;
  readonly content: Content;
  readonly sentAt: Instant;
  readonly receivedAt: Instant;
  readonly attempts: number;
  /** The last thing the bot said was held, and left only because of this message: nobody had read it. */
  readonly isBeforeQuestion: boolean;
}

/** What waits in a conversation: one read for all that a turn needs. */
export interface Pending {
  readonly conversation: StoredConversation;
  readonly isNew: boolean;
  readonly messages: readonly PendingMessage[];
}

/** A turn ready to be written: all of it, or nothing. */
export interface TurnToCommit {
  readonly turn: TurnId;
  readonly before: StoredConversation;
  readonly isNew: boolean;
  readonly memory: Memory;
  readonly standing: Standing;
  /** A change of owner that goes with the turn: the epoch is raised, older bot messages are void. */
  readonly newOwner?: { readonly workerId: string | null };
  /** The message this turn answers; null for a turn that a job begins. */
  readonly answered: { readonly order: number; readonly outcome: "done" | "failed" } | null;
  /** The person speaks in what this turn answers: only this makes somebody erased known again. */
  readonly speaks: boolean;
  readonly replies: readonly WrittenReply[];
  readonly kind: OutgoingKind;
  readonly happenings: readonly Happening[];
  readonly changes: readonly Change[];
  /** The file of the message, kept for the team until then: to be fetched once this is written. */
  readonly keeps?: KeptFile & { readonly until: Instant };
  /** The words that were not understood, kept for the team until then. */
  readonly misheard?: Misheard;
  /** Somebody on call is told of it: the danger just became known, and it is closed. */
  readonly alert?: Alert;
  readonly now: Instant;
  /**
   * Who sends at once what is written here, and until when the others leave it alone; null when whoever
   * comes first sends it. `delivered`: the person reads it where it is written, nothing is left to send.
   */
  readonly sender: { readonly owner: string; readonly leaseUntil: Instant } | "delivered" | null;
}

/** Words that were not understood: nobody can be known by them any more. */
export interface Misheard {
  readonly text: string;
  readonly language: string | null;
  /** What they were taken for, the likeliest first; empty when for nothing. */
  readonly guessed: readonly string[];
  readonly reason: MisheardReason;
  readonly until: Instant;
}

/**
 * Why words are kept to be learnt from: they meant nothing, one of several things, no answer to what was
 * asked; it was the second time in a row; or the person said that what they were taken for was wrong.
 */
export type MisheardReason = "unknown" | "torn" | "noAnswer" | "again" | "refused";

export type Committed =
  /** `outgoing`: what is left to send of it. */
  | { readonly outcome: "committed"; readonly outgoing: readonly number[] }
  /** Somebody wrote first: read again. */
  | { readonly outcome: "stale" }
  /** What an action wanted was taken meanwhile (a slot): take the turn again on what is true now. */
  | { readonly outcome: "conflict" };

/** What became of a message that came in. */
export type Accepted =
  | {
      readonly outcome: "stored";
      readonly conversation: ConversationId;
      /** How many messages that were held until the person writes may leave now. */
      readonly released: number;
    }
  | { readonly outcome: "seen" };

/** What receiving and answering need of the store. */
export interface Conversations {
  /**
   * Stores a message before it is acknowledged. `seen`: it was already stored, or it is the coming and
   * going of somebody unknown, erased, or who wrote since; nothing changed.
   */
  accept(structure: string, message: Message, now: Instant): Promise<Accepted>;
  /** The same for many messages of WhatsApp, in as few statements as for one; the outcomes in their order. */
  acceptAll(
    structure: string,
    messages: readonly Message[],
    now: Instant,
  ): Promise<readonly Accepted[]>;
  pending(conversation: ConversationId): Promise<Pending | null>;
  commit(turn: TurnToCommit): Promise<Committed>;
  /** One more failed attempt at this message. */
  failed(order: number): Promise<void>;
  /** The conversations that have messages stored and not answered, oldest first. */
  unanswered(before: Instant, limit: number): Promise<readonly ConversationId[]>;
  /** The last words that the person wrote and that were dealt with; null when there are none. */
  lastText(conversation: ConversationId): Promise<string | null>;
  /** The number of the last message of the person that was dealt with; 0 when there is none. */
  lastHeard(conversation: ConversationId): Promise<number>;
  /** The conversation that an address leads to, itself or as another id of the same person. */
  conversationOf(structure: string, address: Address): Promise<ConversationId | null>;
  /**
   * That address is the person's no more (they changed their number): whoever writes from it later is met
   * for the first time. Nothing happens when somebody wrote from it after that instant.
   */
  moved(structure: string, address: Address, at: Instant): Promise<void>;
}
