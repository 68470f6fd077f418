import type { ConversationId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import type { Database } from "./database.ts";

/** One thing the assistant did within a turn, in codes: what it heard, decided, or said. */
export interface ReplayStep {
  readonly turn: string;
  readonly at: Instant;
  readonly kind: string;
  /** Where in the flows it stood; null outside them. */
  readonly flow: string | null;
  readonly step: string | null;
  readonly value: string | null;
}

export interface ReplayReads {
  /** The last steps of a conversation of a structure, the oldest first. */
  steps(
    conversation: ConversationId,
    structure: string,
    count: number,
  ): Promise<readonly ReplayStep[]>;
}

export function replayReads(database: Database): ReplayReads {
  return {
    async steps(conversation, structure, count) {
      const rows = await database.all(
        `SELECT turnId, kind, flow, step, value, at FROM Event
         WHERE conversationId = ? AND structure = ? ORDER BY id DESC LIMIT ?`,
        [conversation, structure, count],
      );
      const text = (value: unknown) => (value === null ? null : String(value));
      return rows.toReversed().map((row) => ({
        turn: String(row["turnId"]),
        at: Number(row["at"]) as Instant,
        kind: String(row["kind"]),
        ...{ flow: text(row["flow"]), step: text(row["step"]), value: text(row["value"]) },
      }));
    },
  };
}
