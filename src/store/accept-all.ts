import type { ConversationId } from "../base/ids.ts";
import { aliasStatements } from "./alias-statements.ts";
import { type Arriving, arrivalsOf } from "./arrivals.ts";
import type { Accepted } from "./conversations.ts";
import { type Database, mustBeWritten, type Row } from "./database.ts";

/**
 * Stores messages of WhatsApp; what became of each, in their order. All of a batch is stored, or none: what
 * fails is thrown, and when everything comes again, what was stored is `seen`.
 */
export async function acceptAll(
  database: Database,
  arriving: Arriving,
): Promise<readonly Accepted[]> {
  const accepted: Accepted[] = [];
  for (const arrivals of arrivalsOf(arriving)) {
    const results = mustBeWritten(await database.batch(aliasStatements(arrivals)));
    const released = countsOf(results.at(-2)?.rows ?? []);
    const stored = new Map(
      (results.at(-1)?.rows ?? []).map((row) => [row["eventLookup"], conversationIn(row)]),
    );
    for (const { event } of arrivals.messages) {
      const conversation = stored.get(event);
      // of a message that is twice in a batch, the second was seen
      stored.delete(event);
      if (conversation === undefined) accepted.push({ outcome: "seen" });
      else {
        const held = released.get(conversation) ?? 0;
        accepted.push({ outcome: "stored", conversation, released: held });
        released.delete(conversation);
      }
    }
  }
  return accepted;
}

function countsOf(rows: readonly Row[]): Map<ConversationId, number> {
  const counts = new Map<ConversationId, number>();
  for (const row of rows) {
    const conversation = conversationIn(row);
    counts.set(conversation, (counts.get(conversation) ?? 0) + 1);
  }
  return counts;
}

function conversationIn(row: Row): ConversationId {
  return String(row["conversationId"]) as ConversationId;
}
