import type { ConversationId } from "../base/ids.ts";

/**
 * What one invocation leaves to another through the queue: ids and places, never a text. The database
 * remains the truth; an errand lost, or run twice, changes nothing of what is true.
 */
export type Errand =
  /** Answer what waits in a conversation, and send what it has to send. */
  | { readonly kind: "takeUp"; readonly conversation: ConversationId }
  /** One pass of a job, from where the pass before stopped; all passes of a run share its owner. */
  | {
      readonly kind: "pass";
      readonly job: string;
      readonly owner: string;
      readonly from: string | null;
    };
