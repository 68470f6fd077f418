import type { Allowance, AppointmentChange, NewReminder } from "../../src/appointments/changes.ts";
import {
  cellsOf,
  personResource,
  roomResource,
  workerResource,
} from "../../src/appointments/resources.ts";
import {
  type AppointmentId,
  type ConversationId,
  type Ids,
  randomIds,
  type TurnId,
} from "../../src/base/ids.ts";
import type { Content, Message, WrittenReply } from "../../src/base/message.ts";
import { after, type Instant, instant, minute } from "../../src/base/time.ts";
import { createCipher } from "../../src/store/cipher.ts";
import type { Change, Pending, TurnToCommit } from "../../src/store/conversations.ts";
import type { Database } from "../../src/store/database.ts";
import { openStore, type Store } from "../../src/store/store.ts";

export const morning = instant("2026-11-23T08:00:00Z");
export const slug = "rencontres-et-loisirs";
export const presentKey = "the present key of these tests, long enough";
export const formerKey = "the former key of these tests, long enough";

export interface Shelf extends Store {
  readonly ids: Ids;
}

/** The real store on a database, under the given keys. */
export function storeOn(database: Database, key = presentKey, previous?: string): Shelf {
  const ids = randomIds(() => morning);
  return { ...openStore(database, createCipher(key, previous), ids), ids };
}

export function addressOf(person: string) {
  return { channel: "telegram", account: "4242", address: person } as const;
}

export function messageFrom(person: string, said: Content | string, id: string): Message {
  const content: Content = typeof said === "string" ? { kind: "text", text: said } : said;
  return { id, from: addressOf(person), at: morning, content };
}

export function saying(text: string): WrittenReply {
  return { text, options: [] };
}

/** A turn on what was read: answers the first message that waits, says one thing. */
export function turnOn(
  store: Shelf,
  pending: Pending,
  given: Partial<TurnToCommit> = {},
): TurnToCommit {
  const { conversation, messages, isNew } = pending;
  const { heldBy, urgency, need, waitingSince } = conversation;
  const [message] = messages;
  return {
    turn: store.ids.next() as TurnId,
    before: conversation,
    isNew,
    memory: { ...conversation.memory, language: "fr", lastAt: morning },
    standing: { heldBy, urgency, need, waitingSince },
    answered: message ? { order: message.order, outcome: "done" } : null,
    speaks: message !== undefined,
    replies: [saying("bonjour")],
    kind: "reply",
    happenings: [{ kind: "entered", flow: "menu", step: "menu" }],
    changes: [],
    now: morning,
    sender: null,
    ...given,
  };
}

/** Somebody who wrote once and was answered. */
export async function metBy(store: Shelf, person: string): Promise<ConversationId> {
  const accepted = await store.conversations.accept(
    slug,
    messageFrom(person, "bonjour", `first-of-${person}`),
    morning,
  );
  if (accepted.outcome === "seen") throw new Error("already met");
  const pending = await readAgain(store, accepted.conversation);
  await store.conversations.commit(turnOn(store, pending));
  return accepted.conversation;
}

export async function readAgain(store: Shelf, conversation: ConversationId): Promise<Pending> {
  const pending = await store.conversations.pending(conversation);
  if (!pending) throw new Error("no such conversation");
  return pending;
}

export interface Wanted {
  readonly start: Instant;
  readonly worker?: string;
  readonly site?: string;
  readonly id?: string;
  readonly replaces?: { readonly id: string; readonly version: number } | null;
  readonly reminders?: readonly NewReminder[];
  readonly allowance?: Allowance;
}

const length = 45 * minute;

/** Three quarters of an hour with a worker in a room. */
export function bookingOf(store: Shelf, { conversation }: Pending, wanted: Wanted) {
  const { start, worker = "w1", site = "s1", replaces = null } = wanted;
  const end = after(start, length);
  const change: AppointmentChange = {
    kind: "book",
    appointment: {
      id: (wanted.id ?? store.ids.next()) as AppointmentId,
      structure: slug,
      person: conversation.person,
      conversation: conversation.id,
      ...{ site, worker, motif: "premier-rendez-vous", mode: "place" },
      ...{ start, end, bookedVia: "chat", bookedAt: morning },
    },
    resources: [
      workerResource(slug, worker),
      roomResource(slug, site),
      personResource(conversation.person),
    ],
    cells: cellsOf(start, end),
    reminders: wanted.reminders ?? [],
    replaces: replaces && { id: replaces.id as AppointmentId, version: replaces.version },
    allowance: wanted.allowance ?? { open: 9, day: { from: start, to: start } },
  };
  return change;
}

/** Every table's rows, as one text: equal before and after means that nothing was written. */
export async function everything(database: Database): Promise<string> {
  const rows: Record<string, unknown> = {};
  for (const table of await tablesOf(database)) {
    rows[table] = await database.all(`SELECT * FROM "${table}" ORDER BY 1, 2`);
  }
  return JSON.stringify(rows);
}

export async function tablesOf(database: Database): Promise<readonly string[]> {
  const rows = await database.all(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 1) <> '_'
     AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'd1%' ORDER BY name`,
  );
  return rows.map(({ name }) => String(name));
}

/** The tables and columns in which one of these marks stands, in any letter case. */
export async function whereabouts(
  database: Database,
  marks: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const table of await tablesOf(database)) {
    for (const row of await database.all(`SELECT * FROM "${table}"`)) {
      for (const [column, value] of Object.entries(row)) {
        const text = String(value).toLowerCase();
        if (marks.some((mark) => text.includes(mark.toLowerCase())))
          found.push(`${table}.${column}`);
      }
    }
  }
  return [...new Set(found)].sort();
}

export async function countOf(database: Database, what: string): Promise<number> {
  return Number((await database.get(`SELECT COUNT(*) AS n FROM ${what}`))?.["n"]);
}

/** Books in a turn of its own; gives what became of the turn. */
export async function book(
  store: Shelf,
  who: ConversationId,
  wanted: Parameters<typeof bookingOf>[2],
) {
  const pending = await readAgain(store, who);
  const changes = [bookingOf(store, pending, wanted)];
  return (await store.conversations.commit(turnOn(store, pending, { changes, replies: [] })))
    .outcome;
}

/** One change in a turn of its own. */
export async function change(store: Shelf, who: ConversationId, wanted: Change) {
  const pending = await readAgain(store, who);
  return (
    await store.conversations.commit(turnOn(store, pending, { changes: [wanted], replies: [] }))
  ).outcome;
}
