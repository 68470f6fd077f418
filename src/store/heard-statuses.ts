import type { ConversationId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import type { Cipher } from "./cipher.ts";
import { type Database, mustBeWritten, type Row } from "./database.ts";
import { asTemplate } from "./held-messages.ts";
import { networkText } from "./network-text.ts";
import type { OutgoingKind, StatusHeard } from "./outgoing-store.ts";
import { furthest, type MessageStatus, statusStatements } from "./status-statements.ts";

/** Statuses told of messages that were sent from one account. */
interface Told {
  readonly structure: string;
  readonly account: string;
  readonly statuses: readonly MessageStatus[];
}

/** Writes what a network says of our messages (see `OutgoingMessages.heardAll`). */
export async function heardStatuses(
  database: Database,
  cipher: Cipher,
  { structure, account, statuses }: Told,
): Promise<readonly StatusHeard[]> {
  const told = furthest(statuses).map((status) => {
    const text = networkText(status.networkId);
    const lookup = cipher.lookup(text);
    return { ...status, lookups: [lookup, cipher.previousLookup(text) ?? lookup] as const };
  });
  const written = await database.batch(statusStatements({ structure, account, told }));
  const heard: StatusHeard[] = [];
  for (const row of mustBeWritten(written).flatMap(({ rows }) => rows)) {
    const leavesAsTemplate = await asTemplate(database, cipher, row);
    heard.push(readHeard(row, leavesAsTemplate ? "queued" : String(row["state"])));
  }
  return heard;
}

function readHeard(row: Row, state: string): StatusHeard {
  return {
    conversation: String(row["conversationId"]) as ConversationId,
    state,
    kind: String(row["kind"]) as OutgoingKind,
    turn: String(row["turnId"]),
    language: String(row["language"] ?? "fr"),
    heardAt: row["heardAt"] === null ? null : (Number(row["heardAt"]) as Instant),
  };
}
