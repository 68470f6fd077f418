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
const ranks = { sent: 1, held: 2, failed: 2, unreachable: 2, delivered: 3, read: 4 } as const;

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
    value ->> '$.unreachable' AS unreachable FROM json_each(?1)),
  -- the message that each speaks of, by its last part or, with its place, by an earlier one
  spoken AS (SELECT told.*, o.id AS outgoing, NULL AS part FROM told
      CROSS JOIN Outgoing o ON o.networkLookup = told.lookup
    UNION ALL SELECT told.*, p.outgoingId, p.part FROM told
      CROSS JOIN OutgoingPart p ON p.networkLookup = told.lookup)`;

const own = `EXISTS (SELECT 1 FROM Address a WHERE a.conversationId = Outgoing.conversationId
  AND a.structure = ?2 AND a.account = ?3)`;

/**
 * What a network says of messages of ours: written where it is further than what is known; kept aside
 * while nobody knows the id, or the last part has not left. A message in parts is as far as its last part;
 * of the others only a failure counts. Free text that came too late is held until the person writes. One
 * statement alone returns rows: the messages.
 */
export function statusStatements({ structure, account, told: statuses }: Heard): Statement[] {
  const isAnyUnreachable = statuses.some(({ means }) => means === "unreachable");
  const isAnyLate = statuses.some(({ means }) => means === "windowClosed");
  const whose = [rowsOf(statuses), structure, account] as const;
  return [
    sql(
      `${told} UPDATE Outgoing SET state = news.state, failure = news.failure FROM
         (SELECT outgoing, state, failure, MAX(rank) AS rank FROM spoken
          WHERE part IS NULL OR rank = ${ranks.failed} GROUP BY outgoing) news
       WHERE Outgoing.id = news.outgoing
         AND ${rankOf("Outgoing.state")} BETWEEN 1 AND news.rank - 1 AND ${own}`,
      ...whose,
    ),
    sql(
      `${told} INSERT INTO EarlyStatus (networkLookup, state, failure, at)
       SELECT present, CASE unreachable WHEN 1 THEN 'unreachable' ELSE state END, failure, at FROM told
       WHERE lookup = present AND NOT EXISTS
         (SELECT 1 FROM spoken CROSS JOIN Outgoing ON Outgoing.id = spoken.outgoing
          WHERE spoken.present = told.present
            AND (spoken.part IS NULL OR Outgoing.state NOT IN ('queued', 'sending')))
       ON CONFLICT (networkLookup) DO UPDATE SET state = excluded.state, failure = excluded.failure,
         at = excluded.at WHERE ${rankOf("excluded.state")} > ${rankOf("EarlyStatus.state")}`,
      whose[0],
    ),
    ...(isAnyUnreachable ? [unreachable(whose)] : []),
    sql(
      `${told} SELECT Outgoing.id, contentSealed, conversationId, Outgoing.state, kind, turnId, c.language,
         ${heardIn("c")} AS heardAt
       FROM (SELECT DISTINCT outgoing FROM spoken) news
         CROSS JOIN Outgoing ON Outgoing.id = news.outgoing
         CROSS JOIN Conversation c ON c.id = Outgoing.conversationId
       WHERE ${own} ORDER BY Outgoing.id`,
      ...whose,
    ),
    ...(isAnyLate ? [leavesAgain(whose)] : []),
  ];
}

/** A part that came too late leaves again once the person wrote, and those behind it. */
function leavesAgain(whose: readonly [string, string, string]): Statement {
  return sql(
    `${told} DELETE FROM OutgoingPart WHERE outgoingId IN (SELECT outgoing FROM spoken) AND part >=
       (SELECT MIN(spoken.part) FROM spoken CROSS JOIN Outgoing ON Outgoing.id = spoken.outgoing
        WHERE Outgoing.id = OutgoingPart.outgoingId AND spoken.state = 'held'
          AND Outgoing.state = 'held' AND ${own})`,
    ...whose,
  );
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
       (SELECT o.conversationId AS conversationId, MIN(spoken.at) AS at FROM spoken CROSS JOIN Outgoing o
        ON o.id = spoken.outgoing WHERE spoken.unreachable = 1 GROUP BY o.conversationId) gone
     WHERE Address.conversationId = gone.conversationId AND structure = ?2 AND account = ?3
       AND unreachableSince IS NULL AND NOT EXISTS (SELECT 1 FROM Inbound i
         WHERE i.conversationId = Address.conversationId AND i.sentAt > gone.at)`,
    ...whose,
  );
}
