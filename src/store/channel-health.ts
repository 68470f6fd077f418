import type { ChannelName } from "../base/message.ts";
import { after, hour, type Instant, minute } from "../base/time.ts";
import type { Database, Row } from "./database.ts";

/** How one network of a structure does, by what came and left. */
export interface ChannelHealth {
  readonly channel: ChannelName;
  readonly account: string;
  readonly lastReceivedAt: Instant | null;
  /** The last message the network took, of those that are still kept; null when it took none. */
  readonly lastSentAt: Instant | null;
  /** Messages that wait to leave. */
  readonly waiting: number;
  /** Messages that wait for the person to write. */
  readonly held: number;
  /** Messages of the last day that never left. */
  readonly failed: number;
  /** Since when nothing leaves any more; null when all is well. */
  readonly failingSince: Instant | null;
}

export interface ChannelRecords {
  of(structure: string, now: Instant): Promise<readonly ChannelHealth[]>;
  /** The networks that took nothing for ten minutes though messages were tried. */
  incidents(structure: string, now: Instant): Promise<readonly ChannelHealth[]>;
}

/** A network that fails this long is an incident: shorter troubles pass unseen. */
const patience = 10 * minute;
/** The conversations whose networks are looked at, the most recent first. */
const recent = 500;

export function channelRecords(database: Database): ChannelRecords {
  const of = async (structure: string, now: Instant) => {
    const rows = await database.all(healthQuery, [structure, after(now, -24 * hour)]);
    return rows.map(readHealth);
  };
  return {
    of,
    async incidents(structure, now) {
      const stuck = await database.get(stuckQuery, [
        structure,
        after(now, -patience),
        after(now, -24 * hour),
      ]);
      // the usual page of the desk costs one look through an index
      if (!stuck) return [];
      const all = await of(structure, now);
      return all.filter((one) => one.failingSince !== null && one.failingSince <= now - patience);
    },
  };
}

/** Tried in vain, or refused though the person can be reached: it is the channel that fails. */
const isStuck = `(o.state IN ('queued', 'sending') AND o.attempts > 0
  OR o.state = 'failed' AND a.unreachableSince IS NULL)`;

const stuckQuery = `SELECT 1 FROM Outgoing o JOIN Address a ON a.conversationId = o.conversationId
    WHERE a.structure = ?1 AND o.state IN ('queued', 'sending') AND o.attempts > 0 AND o.createdAt <= ?2
  UNION ALL SELECT 1 FROM Outgoing o JOIN Address a ON a.conversationId = o.conversationId
    WHERE a.structure = ?1 AND o.state = 'failed' AND o.dueAt > ?3 AND o.createdAt <= ?2
      AND a.unreachableSince IS NULL
  LIMIT 1`;

const healthQuery = `WITH networks AS
    (SELECT channel, account, MAX(lastInboundAt) AS heard, MAX(lastSentAt) AS sent FROM
      (SELECT a.channel, a.account, c.lastInboundAt,
         (SELECT o.sentAt FROM Outgoing o WHERE o.conversationId = c.id AND o.sentAt IS NOT NULL
          ORDER BY o.id DESC LIMIT 1) AS lastSentAt FROM Conversation c JOIN Address a ON a.conversationId = c.id
       WHERE c.structure = ?1 ORDER BY c.lastActivityAt DESC LIMIT ${recent})
     GROUP BY channel, account),
  day AS
    (SELECT a.channel, a.account, MAX(o.sentAt) AS sent, SUM(o.state IN ('queued', 'sending')) AS waiting,
       SUM(o.state = 'failed') AS failed, MIN(CASE WHEN ${isStuck} THEN o.createdAt END) AS stuck
     FROM Outgoing o JOIN Address a ON a.conversationId = o.conversationId
     WHERE a.structure = ?1 AND o.createdAt > ?2 GROUP BY a.channel, a.account)
  SELECT n.channel, n.account, n.heard, COALESCE(d.sent, n.sent) AS sent, d.waiting, d.failed,
    (SELECT COUNT(*) FROM Outgoing h JOIN Address b ON b.conversationId = h.conversationId WHERE h.state = 'held'
     AND b.structure = ?1 AND b.channel = n.channel AND b.account = n.account) AS held,
    CASE WHEN d.sent IS NULL OR d.sent < d.stuck THEN d.stuck END AS failingSince
  FROM networks n LEFT JOIN day d ON d.channel = n.channel AND d.account = n.account
  ORDER BY n.channel, n.account`;

function readHealth(row: Row): ChannelHealth {
  const instantOf = (name: string) => (row[name] == null ? null : (Number(row[name]) as Instant));
  return {
    channel: String(row["channel"]) as ChannelName,
    account: String(row["account"]),
    lastReceivedAt: instantOf("heard"),
    lastSentAt: instantOf("sent"),
    waiting: Number(row["waiting"] ?? 0),
    held: Number(row["held"] ?? 0),
    failed: Number(row["failed"] ?? 0),
    failingSince: instantOf("failingSince"),
  };
}
