import type { ConversationId } from "../base/ids.ts";
import type { ChannelName, WrittenReply } from "../base/message.ts";
import type { Instant, LocalTime, Zone } from "../base/time.ts";
import type { Cipher } from "./cipher.ts";
import { type Database, mustBeWritten, type Row, sql } from "./database.ts";

/** `reply` and `safety` are the bot's own words: never sent once somebody else holds the conversation. */
export type OutgoingKind = "reply" | "safety" | "reminder" | "worker" | "receipt";

/** A message to be sent, with all that sending needs, as it stands now. */
export interface Outgoing {
  readonly id: number;
  readonly conversation: ConversationId;
  readonly structure: string;
  readonly channel: ChannelName;
  readonly account: string;
  readonly address: string;
  readonly content: WrittenReply;
  readonly kind: OutgoingKind;
  readonly state: "queued" | "sending";
  readonly owner: string | null;
  readonly leaseUntil: Instant | null;
  readonly dueAt: Instant;
  /** How often it met a fault; being asked to wait is none. */
  readonly attempts: number;
  /** Why it did not leave the last time. */
  readonly failure: string | null;
  readonly createdAt: Instant;
  /** The owner changed since this was written. */
  readonly outdated: boolean;
  /** The person blocked us and has not written since. */
  readonly unreachable: boolean;
  readonly reminder: RemindedAppointment | null;
  /** The proposal this message makes, as it is now: open until then, or not at all. */
  readonly proposal: { readonly status: string; readonly expiresAt: Instant } | null;
}

/** What a reminder is about, and when it may still leave. */
export interface RemindedAppointment {
  readonly status: string;
  /** The person asked for no reminders. */
  readonly stopped: boolean;
  readonly startsAt: Instant;
  readonly uselessAfter: Instant;
  readonly zone: Zone;
  readonly quietHours: { readonly from: LocalTime; readonly to: LocalTime } | null;
}

export interface OutgoingMessages {
  /** What a conversation still has to send, oldest first, read afresh before each send. */
  toSend(conversation: ConversationId): Promise<readonly Outgoing[]>;
  /** Takes one for this sender. False when another has it. */
  claim(id: number, owner: string, now: Instant, leaseUntil: Instant): Promise<boolean>;
  /** It left, whoever has it by now: what left is not sent again. */
  sent(id: number, networkId: string | null, now: Instant): Promise<void>;
  /**
   * Tried again then: it met a fault, or had no answer. Does nothing when the lease ended meanwhile and
   * somebody else has it.
   */
  later(message: Pick<Outgoing, "id" | "owner">, dueAt: Instant, failure: string): Promise<void>;
  /**
   * Looked at again then, and no attempt is counted: it was not tried, or the network asked to wait.
   * Does nothing when somebody else took it since it was read.
   */
  putOff(
    message: Pick<Outgoing, "id" | "owner">,
    dueAt: Instant,
    failure?: string | null,
  ): Promise<void>;
  /** Never sent: refused for good, or the person cannot be reached any more. */
  abandoned(id: number, state: "failed" | "dropped", failure: string): Promise<void>;
  /** The conversations with something due, oldest first. */
  due(now: Instant, leasesAt: Instant, limit: number): Promise<readonly ConversationId[]>;
  /** Leases of processes that are gone are void at once. Returns how many were freed. */
  freeLeasesOf(gone: readonly string[]): Promise<number>;
  unreachable(conversation: ConversationId, since: Instant | null): Promise<void>;
}

export function outgoingStore(database: Database, cipher: Cipher): OutgoingMessages {
  const write = async (text: string, ...values: (string | number | null)[]) =>
    mustBeWritten(await database.run(sql(text, ...values)))[0]?.changes ?? 0;
  return {
    async toSend(conversation) {
      const rows = await database.all(toSendQuery, [conversation]);
      return rows.map((row) => readOutgoing(row, cipher));
    },
    async claim(id, owner, now, leaseUntil) {
      const changes = await write(
        `UPDATE Outgoing SET state = 'sending', owner = ?, leaseUntil = ? WHERE id = ?
         AND (state = 'queued' OR (state = 'sending' AND leaseUntil < ?))`,
        owner,
        leaseUntil,
        id,
        now,
      );
      return changes === 1;
    },
    async sent(id, networkId, now) {
      await write(
        `UPDATE Outgoing SET state = 'sent', sentAt = ?, networkLookup = ?, owner = NULL, leaseUntil = NULL, failure = NULL
         WHERE id = ? AND state IN ('sending', 'queued')`,
        now,
        networkId === null ? null : cipher.lookup(`network|${networkId}`),
        id,
      );
    },
    async later({ id, owner }, dueAt, failure) {
      await write(
        `UPDATE Outgoing SET state = 'queued', dueAt = ?, failure = ?, attempts = attempts + 1, owner = NULL, leaseUntil = NULL
         WHERE id = ? AND state = 'sending' AND owner IS ?`,
        dueAt,
        failure,
        id,
        owner,
      );
    },
    async putOff({ id, owner }, dueAt, failure = null) {
      await write(
        `UPDATE Outgoing SET state = 'queued', dueAt = ?, failure = ?, owner = NULL, leaseUntil = NULL
         WHERE id = ? AND state IN ('queued', 'sending') AND owner IS ?`,
        dueAt,
        failure,
        id,
        owner,
      );
    },
    async abandoned(id, state, failure) {
      await write(
        "UPDATE Outgoing SET state = ?, failure = ?, owner = NULL, leaseUntil = NULL WHERE id = ? AND state IN ('queued', 'sending')",
        state,
        failure,
        id,
      );
    },
    async due(now, leasesAt, limit) {
      const rows = await database.all(dueQuery, [now, leasesAt, limit]);
      return rows.map((row) => String(row["conversationId"]) as ConversationId);
    },
    async freeLeasesOf(gone) {
      if (gone.length === 0) return 0;
      return write(
        `UPDATE Outgoing SET state = 'queued', owner = NULL, leaseUntil = NULL
         WHERE state = 'sending' AND owner IN (SELECT value FROM json_each(?))`,
        JSON.stringify(gone),
      );
    },
    async unreachable(conversation, since) {
      await write(
        "UPDATE Address SET unreachableSince = ? WHERE conversationId = ?",
        since,
        conversation,
      );
    },
  };
}

/**
 * Only the first of what waits counts: those behind it are sent after it, and must not fill the page of
 * those that can leave. Reminders, which may be kept for the morning, and words about danger, which
 * pass ahead, are counted apart.
 */
const dueQuery = `SELECT conversationId, MIN(first) AS first FROM
    (SELECT conversationId, MIN(id) AS first, dueAt, state, leaseUntil FROM Outgoing
     WHERE state IN ('queued', 'sending') GROUP BY conversationId, kind = 'reminder', kind = 'safety')
  WHERE dueAt <= ? AND (state = 'queued' OR leaseUntil < ?)
  GROUP BY conversationId ORDER BY first LIMIT ?`;

const toSendQuery = `SELECT o.id, o.conversationId, o.contentSealed, o.kind, o.state, o.owner, o.leaseUntil,
    o.dueAt, o.attempts, o.failure, o.createdAt, o.epoch AS madeUnder, c.epoch, a.structure, a.channel, a.account,
    a.addressSealed, a.unreachableSince, p.status AS appointmentStatus, p.startsAt AS appointmentStart,
    q.status AS proposalStatus, q.expiresAt AS proposalEnd, COALESCE(w.remindersStopped, 0) AS stopped, r.uselessAfter, json_extract(s.document, '$.zone') AS zone,
    json_extract(s.document, '$.reminderPlan.quietHours') AS quietHours
  FROM Outgoing o JOIN Conversation c ON c.id = o.conversationId
    JOIN Address a ON a.conversationId = o.conversationId
    LEFT JOIN Appointment p ON o.kind = 'reminder' AND p.id = substr(o.turnId, 1, 26)
    LEFT JOIN Reminder r ON r.appointmentId = p.id AND o.turnId = p.id || '.' || r.version || '.' || r.step
    LEFT JOIN Appointment q ON o.kind = 'receipt' AND o.turnId = q.id || '.1.proposal' AND q.id = substr(o.turnId, 1, 26)
    LEFT JOIN Person w ON o.kind = 'reminder' AND w.id = p.personId
    LEFT JOIN Structure s ON o.kind = 'reminder' AND s.slug = a.structure
  WHERE o.conversationId = ? AND o.state IN ('queued', 'sending') ORDER BY o.id`;

function readOutgoing(row: Row, cipher: Cipher): Outgoing {
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
    failure: row["failure"] === null ? null : String(row["failure"]),
    createdAt: Number(row["createdAt"]) as Instant,
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
    status,
    stopped: Number(row["stopped"]) === 1,
    startsAt,
    uselessAfter: Number(row["uselessAfter"] ?? startsAt) as Instant,
    zone: String(row["zone"]),
    quietHours: typeof quietHours === "string" ? JSON.parse(quietHours) : null,
  };
}
