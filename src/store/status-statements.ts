import type { Instant } from "../base/time.ts";
import { type Statement, sql } from "./database.ts";
import { heardIn } from "./last-heard-at.ts";

/** What a network says of a message of ours. */
export interface MessageStatus {
  readonly networkId: string;
  readonly state: "sent" | "delivered" | "read" | "failed";
  readonly failure: string | null;
  readonly at: Instant;
  readonly means?: "unreachable" | "windowClosed";
}

/** Whose message a status speaks of, and by which lookups its network's id is found. */
export interface Heard {
  readonly structure: string;
  readonly account: string;
  readonly status: MessageStatus;
  /** Under the present key and the one before. */
  readonly lookups: readonly [string, string];
}

/** How far a message came: whatever order the network tells it in, it never goes back. */
const ranks = { sent: 1, held: 2, failed: 2, delivered: 3, read: 4 } as const;

function rankOf(column: string): string {
  const cases = Object.entries(ranks).map(([state, rank]) => `WHEN '${state}' THEN ${rank}`);
  return `CASE ${column} ${cases.join(" ")} ELSE 0 END`;
}

const own = `EXISTS (SELECT 1 FROM Address a WHERE a.conversationId = Outgoing.conversationId
  AND a.structure = ?3 AND a.account = ?4)`;

/**
 * What a network says of a message of ours: written where it is further than what is known; kept aside
 * while nobody knows the id. Free text that came too late is held until the person writes. The last
 * statement reads the message.
 */
export function statusStatements({ structure, account, status, lookups }: Heard): Statement[] {
  const { failure, at, means } = status;
  const state = means === "windowClosed" ? "held" : status.state;
  const whose = [...lookups, structure, account] as const;
  return [
    sql(
      `UPDATE Outgoing SET state = ?5, failure = ?6 WHERE networkLookup IN (?1, ?2)
       AND ${rankOf("state")} BETWEEN 1 AND ${ranks[state] - 1} AND ${own}`,
      ...[...whose, state, failure],
    ),
    sql(
      `INSERT INTO EarlyStatus (networkLookup, state, failure, at) SELECT ?1, ?3, ?4, ?5
       WHERE NOT EXISTS (SELECT 1 FROM Outgoing WHERE networkLookup IN (?1, ?2))
       ON CONFLICT (networkLookup) DO UPDATE SET state = excluded.state, failure = excluded.failure,
         at = excluded.at WHERE ${rankOf("excluded.state")} > ${rankOf("EarlyStatus.state")}`,
      ...[...lookups, state, failure, at],
    ),
    ...(means === "unreachable"
      ? [
          sql(
            `UPDATE Address SET unreachableSince = ?5 WHERE structure = ?3 AND account = ?4
             AND unreachableSince IS NULL AND conversationId IN
               (SELECT conversationId FROM Outgoing WHERE networkLookup IN (?1, ?2))
             AND NOT EXISTS (SELECT 1 FROM Inbound i
               WHERE i.conversationId = Address.conversationId AND i.sentAt > ?5)`,
            ...[...whose, at],
          ),
        ]
      : []),
    sql(
      `SELECT Outgoing.id, contentSealed, conversationId, state, kind, turnId, c.language, ${heardIn("c")} AS heardAt
       FROM Outgoing JOIN Conversation c ON c.id = Outgoing.conversationId
       WHERE networkLookup IN (?1, ?2) AND ${own}`,
      ...whose,
    ),
  ];
}

/** What was heard of a message before its id was known, in SQL: its state, or `sent`. */
export function earlyState(lookup: number): string {
  return `COALESCE((SELECT state FROM EarlyStatus WHERE networkLookup = ?${lookup}), 'sent')`;
}
