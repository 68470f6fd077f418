import type { ConversationId } from "../base/ids.ts";
import type { ChannelName, WrittenReply } from "../base/message.ts";
import type { Instant, LocalTime, Zone } from "../base/time.ts";
import type { Cipher } from "./cipher.ts";
import { type Database, mustBeWritten, sql } from "./database.ts";
import { heardStatuses } from "./heard-statuses.ts";
import { type Announcement, announced, asTemplate, hold } from "./held-messages.ts";
import { networkText } from "./network-text.ts";
import { dueQuery, readOutgoing, toSendQuery } from "./outgoing-rows.ts";
import { partLeftStatement, sentStatements } from "./sent-statements.ts";
import type { MessageStatus } from "./status-statements.ts";

/** `reply` and `safety` are the bot's own words: never sent once somebody else holds the conversation. */
export type OutgoingKind = "reply" | "safety" | "reminder" | "worker" | "receipt";

/** A message to be sent, with all that sending needs, as it stands now. */
export interface Outgoing {
  readonly id: number;
  readonly conversation: ConversationId;
  readonly structure: string;
  readonly channel: ChannelName;
  readonly account: string;
  /** Empty when the person has it no more. */
  readonly address: string;
  readonly content: WrittenReply;
  readonly kind: OutgoingKind;
  readonly state: "queued" | "sending";
  readonly owner: string | null;
  readonly leaseUntil: Instant | null;
  readonly dueAt: Instant;
  /** How often it met a fault; being asked to wait is none. */
  readonly attempts: number;
  /** How many of its parts the network took already, its last one apart. */
  readonly partsLeft: number;
  /** Why it did not leave the last time. */
  readonly failure: string | null;
  readonly createdAt: Instant;
  /** The turn it was written in; what reminds, proposes or announces is named by it. */
  readonly turn: string;
  /** What is spoken with the person. */
  readonly language: string;
  /** When the person last wrote; told only where the network asks for it, null when they never did. */
  readonly heardAt: Instant | null;
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
  /** Which of its reminders, or the question after it. */
  readonly step: string;
  readonly status: string;
  /** The person asked for no reminders. */
  readonly stopped: boolean;
  readonly startsAt: Instant;
  readonly uselessAfter: Instant;
  readonly zone: Zone;
  readonly quietHours: { readonly from: LocalTime; readonly to: LocalTime } | null;
  /** Another appointment that the same message names was changed since. */
  readonly isAnotherChanged: boolean;
  /** When something of this kind last left in the conversation. */
  readonly lastLeftAt: Instant | null;
}

export interface OutgoingMessages {
  /** What a conversation still has to send, oldest first, read afresh before each send. */
  toSend(conversation: ConversationId): Promise<readonly Outgoing[]>;
  /** Takes one for this sender. False when another has it. */
  claim(id: number, owner: string, now: Instant, leaseUntil: Instant): Promise<boolean>;
  /** The network took a part of it, the first being 0, whoever has it by now: that part is not sent again. */
  partLeft(id: number, part: number, networkId: string | null, now: Instant): Promise<void>;
  /**
   * It left, whoever has it by now: what left is not sent again. What the network said of it before its id
   * was known is true at once: words that came too late are held, and `announcement` tells of them.
   */
  sent(
    id: number,
    networkId: string | null,
    now: Instant,
    announcement?: Announcement | null,
  ): Promise<void>;
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
  /**
   * Kept until the person writes, and announced to them once, when there is something to announce. False:
   * they wrote meanwhile, or it is on its way already; nothing changed.
   */
  hold(
    message: Pick<Outgoing, "id" | "heardAt">,
    failure: string,
    announcement: Announcement | null,
  ): Promise<boolean>;
  /** Written once, however often it is asked. `again`: the network refused it, it is tried once more. */
  announce(announcement: Announcement): Promise<Announced>;
  /**
   * What the network says of a message of that account, in any order: it never goes back, and is kept
   * aside while nobody knows the message. Null when nobody does.
   */
  heard(structure: string, account: string, status: MessageStatus): Promise<StatusHeard | null>;
  /** The same for many at once, in as few statements; the messages that are known. */
  heardAll(
    structure: string,
    account: string,
    statuses: readonly MessageStatus[],
  ): Promise<readonly StatusHeard[]>;
}

/** What became of an announcement; `already`: it is there, and nothing changed. */
export type Announced = "announced" | "again" | "already";

/** The message that a status spoke of, as it is now. */
export interface StatusHeard {
  readonly conversation: ConversationId;
  readonly state: string;
  readonly kind: OutgoingKind;
  readonly turn: string;
  readonly language: string;
  readonly heardAt: Instant | null;
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
    async partLeft(id, part, networkId, now) {
      const lookup = networkId === null ? null : cipher.lookup(networkText(networkId));
      mustBeWritten(await database.run(partLeftStatement(id, part, lookup, now)));
    },
    async sent(id, networkId, now, announcement = null) {
      const lookup = networkId === null ? null : cipher.lookup(networkText(networkId));
      const announce = announcement ? [announced(announcement, cipher, id)] : [];
      const written = mustBeWritten(
        await database.batch([...sentStatements(id, lookup, now), ...announce]),
      );
      const row = written[0]?.rows[0];
      if (row) await asTemplate(database, cipher, row);
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
    hold: (message, failure, announcement) =>
      hold(database, cipher, message, failure, announcement),
    async announce(announcement) {
      const [before, result] = mustBeWritten(
        await database.batch([
          sql("SELECT id FROM Outgoing WHERE turnId = ? AND position = 0", announcement.turn),
          announced(announcement, cipher, null),
        ]),
      );
      if (result?.changes !== 1) return "already";
      return before?.rows.length === 1 ? "again" : "announced";
    },
    async heard(structure, account, status) {
      const statuses = [status];
      return (await heardStatuses(database, cipher, { structure, account, statuses }))[0] ?? null;
    },
    heardAll: (structure, account, statuses) =>
      heardStatuses(database, cipher, { structure, account, statuses }),
  };
}
