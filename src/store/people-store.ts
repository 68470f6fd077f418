import type { ConversationId, PersonId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import type { Memory } from "../engine/conversation.ts";
import type { Cipher } from "./cipher.ts";
import type { Database, Row } from "./database.ts";

/** A person as a list shows them. */
export interface PersonRow {
  readonly person: PersonId;
  readonly firstName: string | null;
  /** The conversation that moved last. */
  readonly conversation: ConversationId;
  readonly channel: string;
  readonly lastActivityAt: Instant;
}

/** One page of a person. */
export interface PersonPageFile {
  readonly person: PersonId;
  readonly firstName: string | null;
  readonly knownSince: Instant;
  readonly remindersStopped: boolean;
  readonly conversations: readonly {
    readonly id: ConversationId;
    readonly channel: string;
    readonly language: string | null;
    readonly since: Instant;
    readonly lastActivityAt: Instant;
    readonly known: Memory["known"];
  }[];
  readonly appointments: readonly {
    readonly start: Instant;
    readonly site: string;
    readonly status: string;
  }[];
  readonly hasSituation: boolean;
  /** Who did what with their file, the last first. */
  readonly trail: readonly {
    readonly worker: string;
    readonly what: string;
    readonly at: Instant;
  }[];
  /** Others of the same first name: perhaps the same person. */
  readonly sameName: readonly PersonRow[];
}

/** The people of a structure, bound to it: another's is never found. */
export interface PeopleRecords {
  /** Those of that first name, or the last who wrote when none is asked for. */
  people(structure: string, firstName: string, limit: number): Promise<readonly PersonRow[]>;
  person(id: string, structure: string): Promise<PersonPageFile | null>;
}

const trailLength = 50;
const listed = `c.id, c.personId, c.channel, c.lastActivityAt, p.firstNameSealed`;
const lastOfTheirs = `c.erasedAt IS NULL AND NOT EXISTS (SELECT 1 FROM Conversation n WHERE n.personId = c.personId
  AND n.erasedAt IS NULL AND (n.lastActivityAt > c.lastActivityAt OR (n.lastActivityAt = c.lastActivityAt AND n.id > c.id)))`;

export function peopleStore(database: Database, cipher: Cipher): PeopleRecords {
  const named = async (structure: string, lookups: readonly string[], limit: number) =>
    database.all(
      `SELECT ${listed} FROM Person p JOIN Conversation c ON c.personId = p.id
       WHERE p.structure = ? AND p.nameLookup IN (SELECT value FROM json_each(?)) AND ${lastOfTheirs}
       ORDER BY c.lastActivityAt DESC, c.id LIMIT ?`,
      [structure, JSON.stringify(lookups), limit],
    );
  return {
    async people(structure, firstName, limit) {
      const name = firstName.trim().toLowerCase();
      const rows =
        name === ""
          ? await database.all(
              `SELECT ${listed} FROM Conversation c JOIN Person p ON p.id = c.personId
               WHERE c.structure = ? AND ${lastOfTheirs} ORDER BY c.lastActivityAt DESC, c.id LIMIT ?`,
              [structure, limit],
            )
          : await named(structure, lookupsOf(name, cipher), limit);
      return rows.map((row) => readRow(row, cipher));
    },
    async person(id, structure) {
      const row = await database.get(
        "SELECT id, firstNameSealed, nameLookup, remindersStopped, createdAt FROM Person WHERE id = ? AND structure = ?",
        [id, structure],
      );
      const talks = row ? await conversationsOf(database, id) : [];
      if (!row || talks.length === 0) return null;
      const lookup = row["nameLookup"];
      const [appointments, situation, trail, others] = await Promise.all([
        database.all(
          "SELECT startsAt, site, status FROM Appointment WHERE personId = ? ORDER BY startsAt DESC",
          [id],
        ),
        database.get("SELECT 1 FROM Situation WHERE structure = ? AND personId = ?", [
          structure,
          id,
        ]),
        trailOf(database, id),
        typeof lookup === "string" ? named(structure, [lookup], 20) : [],
      ]);
      return {
        person: id as PersonId,
        firstName: nameIn(row, cipher),
        knownSince: Number(row["createdAt"]) as Instant,
        remindersStopped: row["remindersStopped"] === 1,
        conversations: talks.map((talk) => readConversation(talk, cipher)),
        appointments: appointments.map((one) => ({
          start: Number(one["startsAt"]) as Instant,
          ...{ site: String(one["site"]), status: String(one["status"]) },
        })),
        hasSituation: situation !== null,
        trail,
        sameName: others.map((one) => readRow(one, cipher)).filter(({ person }) => person !== id),
      };
    },
  };
}

/** Under the present key and the one before. */
function lookupsOf(name: string, cipher: Cipher): readonly string[] {
  const previous = cipher.previousLookup(`name|${name}`);
  return [cipher.lookup(`name|${name}`), ...(previous === null ? [] : [previous])];
}

function conversationsOf(database: Database, person: string): Promise<readonly Row[]> {
  return database.all(
    `SELECT id, channel, language, createdAt, lastActivityAt, memorySealed FROM Conversation
     WHERE personId = ? AND erasedAt IS NULL ORDER BY lastActivityAt DESC, id`,
    [person],
  );
}

async function trailOf(database: Database, person: string) {
  const rows = await database.all(
    `SELECT a.workerId, a.what, a.at FROM Conversation c JOIN Audit a ON a.conversationId = c.id
     WHERE c.personId = ? ORDER BY a.at DESC LIMIT ?`,
    [person, trailLength],
  );
  return rows.map((row) => ({
    ...{ worker: String(row["workerId"]), what: String(row["what"]) },
    at: Number(row["at"]) as Instant,
  }));
}

function readConversation(row: Row, cipher: Cipher) {
  const memory = JSON.parse(cipher.open(String(row["memorySealed"]))) as Memory;
  return {
    id: String(row["id"]) as ConversationId,
    channel: String(row["channel"]),
    language: row["language"] === null ? null : String(row["language"]),
    since: Number(row["createdAt"]) as Instant,
    lastActivityAt: Number(row["lastActivityAt"]) as Instant,
    known: memory.known,
  };
}

function readRow(row: Row, cipher: Cipher): PersonRow {
  return {
    person: String(row["personId"]) as PersonId,
    firstName: nameIn(row, cipher),
    conversation: String(row["id"]) as ConversationId,
    channel: String(row["channel"]),
    lastActivityAt: Number(row["lastActivityAt"]) as Instant,
  };
}

function nameIn(row: Row, cipher: Cipher): string | null {
  const sealed = row["firstNameSealed"];
  return typeof sealed === "string" ? cipher.open(sealed) : null;
}
