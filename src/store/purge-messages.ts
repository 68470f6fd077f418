import type { Instant } from "../base/time.ts";
import { sql } from "./database.ts";
import { type PurgeStep, pageSize, type RetentionLimits, those } from "./purge-page.ts";

/** What a conversation left behind goes too: nobody else would remove it. */
export function messages(
  table: string,
  at: string,
  settled: string,
  structure: string,
  limits: RetentionLimits,
): PurgeStep {
  return {
    ...{ kind: "messages", page: pageSize, table, at },
    join: `LEFT JOIN Conversation c ON c.id = ${table}.conversationId`,
    where: `${table}.${at} < ?`,
    values: [limits.messages],
    past: { where: `${settled} AND (c.id IS NULL OR c.structure = ?)`, values: [structure] },
    remove: (rows) => [
      sql(
        `DELETE FROM ${table} WHERE ${those} AND ${at} < ? AND ${settled}`,
        rows,
        limits.messages,
      ),
    ],
  };
}

/** Messages that no turn ever followed, and with them the address they came from. */
export function neverAnswered(structure: string, limit: Instant): PurgeStep {
  const unknown = (table: string) =>
    `NOT EXISTS (SELECT 1 FROM Conversation c WHERE c.id = ${table}.conversationId)`;
  const forgotten = `conversationId IN (SELECT conversationId FROM Inbound WHERE ${those})
    AND ${unknown("Address")} AND NOT EXISTS
    (SELECT 1 FROM Inbound i WHERE i.conversationId = Address.conversationId AND i.receivedAt >= ?)`;
  return {
    ...{ kind: "messages", page: pageSize, table: "Inbound", at: "receivedAt" },
    join: "LEFT JOIN Address a ON a.conversationId = Inbound.conversationId",
    where: "Inbound.state = 'received' AND Inbound.receivedAt < ?",
    values: [limit],
    past: {
      where: `${unknown("Inbound")} AND (a.lookup IS NULL OR a.structure = ?)`,
      values: [structure],
    },
    remove: (rows) => [
      ...[
        `DELETE FROM Alias WHERE addressLookup IN (SELECT lookup FROM Address WHERE ${forgotten})`,
        `DELETE FROM Address WHERE ${forgotten}`,
      ].map((text) => sql(text, rows, limit)),
      sql(
        `DELETE FROM Inbound WHERE ${those} AND receivedAt < ? AND ${unknown("Inbound")}`,
        rows,
        limit,
      ),
    ],
  };
}
