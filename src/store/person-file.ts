import type { ConversationId } from "../base/ids.ts";
import { type Instant, isoOf } from "../base/time.ts";
import type { Memory } from "../engine/conversation.ts";
import type { Situation } from "../observatory/situation.ts";
import type { Cipher } from "./cipher.ts";
import type { Database } from "./database.ts";
import { readSituation } from "./observatory-rows.ts";
import { type TranscriptEntry, transcriptStore } from "./transcript-store.ts";

/** Everything that is kept of one person, for them to read. */
export interface WholeFile {
  readonly person: string;
  readonly structure: string;
  readonly firstName: string | null;
  readonly knownSince: string;
  readonly conversations: readonly {
    readonly id: string;
    readonly channel: string;
    readonly language: string | null;
    readonly since: string;
    readonly known: Memory["known"];
    /** What was written on both sides, the team's notes too. */
    readonly lines: readonly TranscriptEntry[];
  }[];
  readonly appointments: readonly {
    readonly at: string;
    readonly site: string;
    readonly mode: string;
    readonly motif: string;
    readonly status: string;
  }[];
  /** What the bilan counts of them, in codes. */
  readonly situation: Situation | null;
}

/** More lines than anybody wrote. */
const everything = 100_000;

/**
 * The whole file of a person of one of these structures, found by the person's id or by that of one of their
 * conversations; null when there is none, or when it was erased. Phone numbers and addresses of networks are not in it: the
 * person knows their own.
 */
export async function personFile(
  database: Database,
  cipher: Cipher,
  id: string,
): Promise<WholeFile | null> {
  const talks = await database.all(
    `SELECT c.id, c.personId, c.structure, c.channel, c.language, c.memorySealed, c.createdAt
     FROM Conversation c WHERE c.erasedAt IS NULL
       AND c.personId = COALESCE((SELECT personId FROM Conversation WHERE id = ?1), ?1)
     ORDER BY c.createdAt`,
    [id],
  );
  const [first] = talks;
  if (!first) return null;
  const [person, structure] = [String(first["personId"]), String(first["structure"])];
  const named = await database.get("SELECT firstNameSealed, createdAt FROM Person WHERE id = ?", [
    person,
  ]);
  const appointments = await database.all(
    `SELECT a.startsAt, a.site, a.mode, a.motif, a.status FROM Conversation c
       JOIN Appointment a ON a.conversationId = c.id WHERE c.personId = ? ORDER BY a.startsAt`,
    [person],
  );
  const situation = await database.get(
    "SELECT * FROM Situation WHERE structure = ? AND personId = ?",
    [structure, person],
  );
  const transcripts = transcriptStore(database, cipher);
  const conversations = [];
  for (const talk of talks) {
    const sealed = talk["memorySealed"];
    const memory = typeof sealed === "string" ? (JSON.parse(cipher.open(sealed)) as Memory) : null;
    conversations.push({
      ...{ id: String(talk["id"]), channel: String(talk["channel"]) },
      language: talk["language"] === null ? null : String(talk["language"]),
      since: isoOf(Number(talk["createdAt"]) as Instant),
      known: memory?.known ?? {},
      lines: await transcripts.of(String(talk["id"]) as ConversationId, {
        ...{ notes: true, limit: everything },
      }),
    });
  }
  const name = named?.["firstNameSealed"];
  return {
    ...{ person, structure, conversations },
    firstName: typeof name === "string" ? cipher.open(name) : null,
    knownSince: isoOf(Number(named?.["createdAt"] ?? first["createdAt"]) as Instant),
    appointments: appointments.map((row) => ({
      at: isoOf(Number(row["startsAt"]) as Instant),
      ...{ site: String(row["site"]), mode: String(row["mode"]) },
      ...{ motif: String(row["motif"]), status: String(row["status"]) },
    })),
    situation: situation ? readSituation(situation) : null,
  };
}
