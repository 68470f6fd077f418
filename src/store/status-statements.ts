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

/** What a network says of messages of an account, each once, and by which lookups they are found. */
export interface Heard {
  readonly structure: string;
  readonly account: string;
  readonly told: readonly (MessageStatus & {
    /** Under the present key and the one before. */
    readonly lookups: readonly [string, string];
  })[];
}

/** How far a message came: whatever order the network tells it in, it never goes back. */
const ranks = { sent: 1, held: 2, failed: 2, delivered: 3, read: 4 } as const;

function rankOf(column: string): string {
  const cases = Object.entries(ranks).map(([state, rank]) => `WHEN '${state}' THEN ${rank}`);
  return `CASE ${column} ${cases.join(" ")} ELSE 0 END`;
}

function stateOf({ means, state }: MessageStatus): keyof typeof ranks {
  return means === "windowClosed" ? "held" : state;
}

/** Of several statuses of one message the one that counts; the first of two that are as far. */
export function furthest(statuses: readonly MessageStatus[]): readonly MessageStatus[] {
  const found = new Map<string, MessageStatus>();
  for (const status of statuses) {
    const known = found.get(status.networkId);
    if (!known || ranks[stateOf(status)] > ranks[stateOf(known)])
      found.set(status.networkId, status);
  }
  return [...found.values()];
}

const told = `WITH told AS MATERIALIZED (
  SELECT value ->> '$.lookup' AS lookup, value ->> '$.present' AS present, value ->> '$.state' AS state,
    value ->> '$.rank' AS rank, value ->> '$.failure' AS failure, value ->> '$.at' AS at,
    value ->> '$.unreachable' AS unreachable FROM json_each(?1))`;

const own = `EXISTS (SELECT 1 FROM Address a WHERE a.conversationId = Outgoing.conversationId
  AND a.structure = ?2 AND a.account = ?3)`;

/**
 * What a network says of messages of ours: written where it is further than what is known; kept aside
 * while nobody knows the id. Free text that came too late is held until the person writes. The last
 * statement reads the messages.
 */
export function statusStatements({ structure, account, told: statuses }: Heard): Statement[] {
  const isAnyUnreachable = statuses.some(({ means }) => means === "unreachable");
  const whose = [rowsOf(statuses), structure, account] as const;
  return [
    sql(
      `${told} UPDATE Outgoing SET state = told.state, failure = told.failure FROM told
       WHERE Outgoing.networkLookup = told.lookup
         AND ${rankOf("Outgoing.state")} BETWEEN 1 AND told.rank - 1 AND ${own}`,
      ...whose,
    ),
    sql(
      `${told} INSERT INTO EarlyStatus (networkLookup, state, failure, at)
       SELECT present, state, failure, at FROM told WHERE lookup = present AND NOT EXISTS
         (SELECT 1 FROM told other JOIN Outgoing ON Outgoing.networkLookup = other.lookup
          WHERE other.present = told.present)
       ON CONFLICT (networkLookup) DO UPDATE SET state = excluded.state, failure = excluded.failure,
         at = excluded.at WHERE ${rankOf("excluded.state")} > ${rankOf("EarlyStatus.state")}`,
      whose[0],
    ),
    ...(isAnyUnreachable ? [unreachable(whose)] : []),
    sql(
      `${told} SELECT Outgoing.id, contentSealed, conversationId, Outgoing.state, kind, turnId, c.language,
         ${heardIn("c")} AS heardAt
       FROM told CROSS JOIN Outgoing ON Outgoing.networkLookup = told.lookup
         CROSS JOIN Conversation c ON c.id = Outgoing.conversationId
       WHERE ${own} ORDER BY Outgoing.id`,
      ...whose,
    ),
  ];
}

/** One row for each lookup of each message. */
function rowsOf(statuses: Heard["told"]): string {
  const rows = statuses.flatMap((status) => {
    const [present] = status.lookups;
    const state = stateOf(status);
    return [...new Set(status.lookups)].map((lookup) => ({
      ...{ lookup, present, state, rank: ranks[state], failure: status.failure, at: status.at },
      unreachable: status.means === "unreachable" ? 1 : 0,
    }));
  });
  return JSON.stringify(rows);
}

function unreachable(whose: readonly [string, string, string]): Statement {
  return sql(
    `${told} UPDATE Address SET unreachableSince = gone.at FROM
       (SELECT o.conversationId AS conversationId, MIN(told.at) AS at FROM told CROSS JOIN Outgoing o
        ON o.networkLookup = told.lookup WHERE told.unreachable = 1 GROUP BY o.conversationId) gone
     WHERE Address.conversationId = gone.conversationId AND structure = ?2 AND account = ?3
       AND unreachableSince IS NULL AND NOT EXISTS (SELECT 1 FROM Inbound i
         WHERE i.conversationId = Address.conversationId AND i.sentAt > gone.at)`,
    ...whose,
  );
}

/** What was heard of a message before its id was known, in SQL: its state, or `sent`. */
export function earlyState(lookup: number): string {
  return `COALESCE((SELECT state FROM EarlyStatus WHERE networkLookup = ?${lookup}), 'sent')`;
}
