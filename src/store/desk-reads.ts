import type { Appointment } from "../appointments/appointment.ts";
import type { ConversationId } from "../base/ids.ts";
import type { ChannelName } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import { type Urgency, urgencies } from "../base/urgency.ts";
import type { Memory } from "../engine/conversation.ts";
import type { HeldBy } from "../escalation/hand-over.ts";
import type { Sheet } from "../person/sheets.ts";
import type { Cipher } from "./cipher.ts";
import type { StoredConversation } from "./conversations.ts";
import type { Database } from "./database.ts";
import { deskAgenda } from "./desk-agenda.ts";
import { personOnDesk } from "./desk-person.ts";
import { type Filed, filedFrom } from "./filed.ts";
import { firstNames } from "./first-names.ts";
import { type LastWords, lastWordsOf } from "./last-words.ts";
import type { Linked } from "./link-store.ts";
import type { PaperGrounds } from "./paper-store.ts";
import type { PrismaClient } from "./prisma-client.ts";

/** One line of the queue, in the order it is read. */
export interface QueueRow {
  readonly conversation: ConversationId;
  readonly firstName: string | null;
  readonly heldBy: HeldBy;
  readonly workerId: string | null;
  readonly urgency: Urgency;
  readonly need: string | null;
  readonly waitingSince: Instant | null;
  readonly lastActivityAt: Instant;
  readonly channel: ChannelName;
  readonly language: string | null;
  /** What the person last sent. */
  readonly lastWords: LastWords;
  readonly filed: Filed;
}

/** A person's file, as the desk shows it. */
export interface PersonFile {
  readonly conversation: StoredConversation;
  readonly firstName: string | null;
  readonly remindersStopped: boolean;
  /** The schemes this conversation went through: only these are assessed on the sheet. */
  readonly flowsEntered: readonly string[];
  /** Appointments to come and proposals that await an answer, the next first. */
  readonly upcoming: readonly Appointment[];
  readonly unreachableSince: Instant | null;
  /** Until when free text may be sent; null where the network sets no limit. */
  readonly windowUntil: Instant | null;
  /** The other conversations of the same person, and the link that joined this one. */
  readonly linked: Linked;
  /** The present sheet of the bilan logement: what it says is shown once the person shared it. */
  readonly bilanSheet: Sheet | null;
  readonly papers: PaperGrounds;
  /** What the person last sent. */
  readonly lastWords: LastWords;
  readonly filed: Filed;
  readonly createdAt: Instant;
}

/** One appointment of a day. */
export interface AgendaRow extends Appointment {
  readonly firstName: string | null;
  readonly confirmed: boolean;
  readonly papers: PaperGrounds;
  /** What the conversation in which it was made has learnt. */
  readonly known: Memory["known"];
}

/** What the desk reads. Everything is bound to one structure: another's is never found. */
export interface DeskReads {
  /** Those that wait or that a worker holds: the most urgent first, then the longest wait. */
  queue(structure: string): Promise<readonly QueueRow[]>;
  /** How many wait for somebody. */
  waiting(structure: string): Promise<number>;
  /** Those the bot holds, the most recent first, one page from `before` back. */
  withBot(structure: string, before: Instant, count: number): Promise<readonly QueueRow[]>;
  /** Null when there is none, when it is another structure's, or when it was erased. */
  conversation(id: ConversationId, structure: string, now: Instant): Promise<PersonFile | null>;
  /** The appointments that begin between two instants, in order; cancelled and moved ones left out. */
  agenda(structure: string, from: Instant, to: Instant): Promise<readonly AgendaRow[]>;
  /** Of these conversations, those of the structure. */
  ownOf(structure: string, conversations: readonly string[]): Promise<ReadonlySet<string>>;
  /** The workers of a structure by their id, those who left too. */
  workerNames(structure: string): Promise<ReadonlyMap<string, string>>;
}

/** More than a team of two can hold at once; the most urgent are within. */
const queueSize = 200;

export function deskReads(database: Database, prisma: PrismaClient, cipher: Cipher): DeskReads {
  const rows = (found: readonly Listed[]) => queueRows(database, prisma, cipher, found);
  return {
    async queue(structure) {
      const held = (heldBy: HeldBy) =>
        prisma.conversation.findMany({
          where: { structure, heldBy, erasedAt: null },
          orderBy: [{ urgency: "desc" }, { waitingSince: "asc" }],
          take: queueSize,
          select: listed,
        });
      const [waiting, taken] = await Promise.all([held("waiting"), held("worker")]);
      return rows([...waiting, ...taken]);
    },
    waiting: (structure) =>
      prisma.conversation.count({ where: { structure, heldBy: "waiting", erasedAt: null } }),
    async withBot(structure, before, count) {
      const found = await prisma.conversation.findMany({
        where: { structure, heldBy: "bot", erasedAt: null, lastActivityAt: { lt: BigInt(before) } },
        orderBy: { lastActivityAt: "desc" },
        take: count,
        select: listed,
      });
      return rows(found);
    },
    conversation: (id, structure, now) =>
      personOnDesk({ database, prisma, cipher }, { id, structure, now }),
    agenda: (structure, from, to) =>
      deskAgenda({ database, prisma, cipher }).between(structure, from, to),
    async ownOf(structure, conversations) {
      const found = await database.all(
        "SELECT id FROM Conversation WHERE structure = ? AND id IN (SELECT value FROM json_each(?))",
        [structure, JSON.stringify(conversations)],
      );
      return new Set(found.map(({ id }) => String(id)));
    },
    async workerNames(structure) {
      const workers = await prisma.worker.findMany({
        where: { structure },
        select: { id: true, name: true },
      });
      return new Map(workers.map(({ id, name }) => [id, name]));
    },
  };
}

const listed = {
  ...{ id: true, personId: true, heldBy: true, workerId: true, urgency: true, need: true },
  ...{ waitingSince: true, lastActivityAt: true, channel: true, language: true },
  ...{ snoozedUntil: true, assignedTo: true, labelsSealed: true },
} as const;

interface Listed {
  readonly id: string;
  readonly personId: string;
  readonly heldBy: string;
  readonly workerId: string | null;
  readonly urgency: number;
  readonly need: string | null;
  readonly waitingSince: bigint | null;
  readonly lastActivityAt: bigint;
  readonly channel: string;
  readonly language: string | null;
  readonly snoozedUntil: bigint | null;
  readonly assignedTo: string | null;
  readonly labelsSealed: string | null;
}

async function queueRows(
  database: Database,
  prisma: PrismaClient,
  cipher: Cipher,
  found: readonly Listed[],
): Promise<readonly QueueRow[]> {
  const [names, words] = await Promise.all([
    firstNames(
      prisma,
      cipher,
      found.map(({ personId }) => personId),
    ),
    lastWordsOf(
      database,
      cipher,
      found.map(({ id }) => id),
    ),
  ]);
  return found.map((row) => ({
    conversation: row.id as ConversationId,
    firstName: names.get(row.personId) ?? null,
    heldBy: row.heldBy as HeldBy,
    workerId: row.workerId,
    urgency: urgencies[row.urgency] ?? "none",
    need: row.need,
    waitingSince: row.waitingSince === null ? null : (Number(row.waitingSince) as Instant),
    lastActivityAt: Number(row.lastActivityAt) as Instant,
    channel: row.channel as ChannelName,
    language: row.language,
    lastWords: words.get(row.id) ?? { kind: "nothing" },
    filed: filedFrom(row, cipher),
  }));
}
