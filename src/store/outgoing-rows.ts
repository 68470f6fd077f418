import type { ConversationId } from "../base/ids.ts";
import type { ChannelName, WrittenReply } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import type { Cipher } from "./cipher.ts";
import type { Row } from "./database.ts";
import { heardIn, windowed } from "./last-heard-at.ts";
import type { Outgoing, OutgoingKind, RemindedAppointment } from "./outgoing-store.ts";

/**
 * Only the first of what waits counts: those behind it are sent after it, and must not fill the page of
 * those that can leave. Reminders, which may be kept for the morning, and words about danger, which
 * pass ahead, are counted apart.
 */
export const dueQuery = `SELECT conversationId, MIN(first) AS first FROM
    (SELECT conversationId, MIN(id) AS first, dueAt, state, leaseUntil FROM Outgoing
     WHERE state IN ('queued', 'sending') GROUP BY conversationId, kind = 'reminder', kind = 'safety')
  WHERE dueAt <= ? AND (state = 'queued' OR leaseUntil < ?)
  GROUP BY conversationId ORDER BY first LIMIT ?`;

export const toSendQuery = `SELECT o.id, o.conversationId, o.contentSealed, o.kind, o.state, o.owner, o.leaseUntil,
    o.dueAt, o.attempts, o.failure, o.createdAt, o.epoch AS madeUnder, c.epoch, o.turnId, c.language, a.structure, a.channel, a.account,
    a.addressSealed, a.unreachableSince,
    (SELECT COUNT(*) FROM OutgoingPart part WHERE part.outgoingId = o.id) AS partsLeft, p.status AS appointmentStatus, p.startsAt AS appointmentStart,
    q.status AS proposalStatus, q.expiresAt AS proposalEnd, COALESCE(w.remindersStopped, 0) AS stopped, r.uselessAfter, r.step AS reminderStep, json_extract(s.document, '$.zone') AS zone,
    json_extract(s.document, '$.reminderPlan.quietHours') AS quietHours,
    CASE WHEN o.kind = 'reminder' THEN EXISTS (SELECT 1 FROM Appointment x JOIN Reminder m ON m.appointmentId = x.id
      WHERE x.personId = p.personId AND m.reason = o.turnId AND (x.version <> m.version OR x.status <> 'booked'))
      END AS isAnotherChanged,
    CASE WHEN o.kind = 'reminder' THEN (SELECT MAX(l.sentAt) FROM Outgoing l
      WHERE l.conversationId = o.conversationId AND l.kind = 'reminder' AND l.id <> o.id) END AS lastLeftAt,
    CASE WHEN a.channel IN (${windowed}) THEN ${heardIn("c")} END AS heardAt
  FROM Outgoing o JOIN Conversation c ON c.id = o.conversationId
    JOIN Address a ON a.conversationId = o.conversationId
    LEFT JOIN Appointment p ON o.kind = 'reminder' AND p.id = substr(o.turnId, 1, 26)
    LEFT JOIN Reminder r ON r.appointmentId = p.id AND o.turnId = p.id || '.' || r.version || '.' || r.step
    LEFT JOIN Appointment q ON o.kind = 'receipt' AND o.turnId = q.id || '.1.proposal' AND q.id = substr(o.turnId, 1, 26)
    LEFT JOIN Person w ON o.kind = 'reminder' AND w.id = p.personId
    LEFT JOIN Structure s ON o.kind = 'reminder' AND s.slug = a.structure
  WHERE o.conversationId = ? AND o.state IN ('queued', 'sending') ORDER BY o.id`;

/** A row of `toSendQuery` as what it means. */
export function readOutgoing(row: Row, cipher: Cipher): Outgoing {
  return {
    id: Number(row["id"]),
    conversation: String(row["conversationId"]) as ConversationId,
    structure: String(row["structure"]),
    channel: String(row["channel"]) as ChannelName,
    account: String(row["account"]),
    address: cipher.open(String(row["addressSealed"])),
    content: JSON.parse(cipher.open(String(row["contentSealed"]))) as WrittenReply,
    kind: String(row["kind"]) as OutgoingKind,
    state: row["state"] === "sending" ? "sending" : "queued",
    owner: row["owner"] === null ? null : String(row["owner"]),
    leaseUntil: row["leaseUntil"] === null ? null : (Number(row["leaseUntil"]) as Instant),
    dueAt: Number(row["dueAt"]) as Instant,
    attempts: Number(row["attempts"]),
    partsLeft: Number(row["partsLeft"]),
    failure: row["failure"] === null ? null : String(row["failure"]),
    createdAt: Number(row["createdAt"]) as Instant,
    turn: String(row["turnId"]),
    language: String(row["language"] ?? "fr"),
    heardAt: row["heardAt"] === null ? null : (Number(row["heardAt"]) as Instant),
    outdated: Number(row["madeUnder"]) !== Number(row["epoch"]),
    unreachable: row["unreachableSince"] !== null,
    reminder: readReminded(row),
    proposal:
      row["proposalStatus"] === null
        ? null
        : {
            status: String(row["proposalStatus"]),
            expiresAt: Number(row["proposalEnd"]) as Instant,
          },
  };
}

function readReminded(row: Row): RemindedAppointment | null {
  const { appointmentStatus: status, quietHours } = row;
  if (typeof status !== "string") return null;
  const startsAt = Number(row["appointmentStart"]) as Instant;
  return {
    step: String(row["reminderStep"] ?? ""),
    status,
    stopped: Number(row["stopped"]) === 1,
    startsAt,
    uselessAfter: Number(row["uselessAfter"] ?? startsAt) as Instant,
    zone: String(row["zone"]),
    quietHours: typeof quietHours === "string" ? JSON.parse(quietHours) : null,
    isAnotherChanged: Number(row["isAnotherChanged"]) === 1,
    lastLeftAt: row["lastLeftAt"] === null ? null : (Number(row["lastLeftAt"]) as Instant),
  };
}
