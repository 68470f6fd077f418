import type { ConversationId, PersonId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";

/** How long a code works, in minutes. */
export const codeMinutes = 15;

/** Joining two conversations of one person, as a turn reads it. What it wants written goes with the turn. */
export interface Links {
  /**
   * What this code would do for a conversation now. `wrong`: there is none, or it is used, too old, or
   * another structure's. `same`: both are one person already. `clash`: both have an appointment at the
   * same time.
   */
  tried(wanted: {
    readonly code: string;
    readonly structure: string;
    readonly conversation: ConversationId;
    readonly person: PersonId;
    readonly now: Instant;
  }): Promise<"joins" | "wrong" | "same" | "clash">;
  /** How many wrong codes a conversation gave since then. */
  wrongSince(conversation: ConversationId, since: Instant): Promise<number>;
  /** Whether an alert about a danger waits in another conversation of the person. */
  alertElsewhere(person: PersonId, conversation: ConversationId): Promise<boolean>;
}
