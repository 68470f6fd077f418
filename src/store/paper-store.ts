import type { ConversationId, PersonId, WorkerId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import type { PaperMark, PaperMarks, PaperState, Papers } from "../person/papers.ts";
import type { Cipher } from "./cipher.ts";
import { type Database, mustBeWritten, type Row, sql } from "./database.ts";
import { byPerson, lastStands, paperLookup } from "./paper-statements.ts";

/** A tick that a worker gives or takes back. */
export interface WorkerMark {
  readonly conversation: ConversationId;
  readonly structure: string;
  readonly worker: WorkerId;
  readonly paper: string;
  readonly state: PaperState;
  readonly now: Instant;
}

/** What a checklist stands on, besides what the person answered. */
export interface PaperGrounds {
  readonly marks: PaperMarks;
  /** The rules that were decided in their conversations. */
  readonly decided: ReadonlySet<string>;
}

/** Of somebody who was never met. */
export const noPapers: PaperGrounds = { marks: new Map(), decided: new Set() };

/** Papers as turns read them, and as the desk ticks them. */
export interface PaperRecords extends Papers {
  /** The same of several people at once. */
  groundsOf(persons: readonly PersonId[]): Promise<ReadonlyMap<PersonId, PaperGrounds>>;
  /** The tick of a worker; `gone` when the conversation is not there any more, or of another structure. */
  mark(wanted: WorkerMark): Promise<"marked" | "gone">;
}

/** The papers of people, closed as all that tells of them. */
export function paperStore(database: Database, cipher: Cipher): PaperRecords {
  const marksOfAll = async (persons: readonly PersonId[]) => {
    const rows = await database.all(
      `SELECT c.personId, p.markSealed, p.markedBy, p.at FROM Paper p
       JOIN Conversation c ON c.id = p.conversationId
       WHERE c.personId IN (SELECT value FROM json_each(?)) AND c.erasedAt IS NULL ORDER BY p.at`,
      [JSON.stringify(persons)],
    );
    const found = new Map<PersonId, Map<string, PaperMark>>(
      persons.map((person) => [person, new Map()]),
    );
    for (const row of rows) {
      const { paper, mark } = readMark(row, cipher);
      found.get(String(row["personId"]) as PersonId)?.set(paper, mark);
    }
    return found;
  };
  const decidedForAll = async (persons: readonly PersonId[]) => {
    const rows = await database.all(
      `SELECT DISTINCT c.personId, substr(e.value, 1, instr(e.value, ':') - 1) AS rule
       FROM Conversation c JOIN Event e ON e.conversationId = c.id
       WHERE c.personId IN (SELECT value FROM json_each(?)) AND e.kind = 'decided'`,
      [JSON.stringify(persons)],
    );
    const found = new Map<PersonId, Set<string>>(persons.map((person) => [person, new Set()]));
    for (const row of rows)
      found.get(String(row["personId"]) as PersonId)?.add(String(row["rule"]));
    return found;
  };
  return {
    marksOf: async (person) => (await marksOfAll([person])).get(person) ?? new Map(),
    decidedFor: async (person) => (await decidedForAll([person])).get(person) ?? new Set(),
    async groundsOf(persons) {
      const [marks, decided] = await Promise.all([marksOfAll(persons), decidedForAll(persons)]);
      return new Map(
        persons.map((person) => [
          person,
          { marks: marks.get(person) ?? new Map(), decided: decided.get(person) ?? new Set() },
        ]),
      );
    },
    async mark({ conversation, structure, worker, paper, state, now }) {
      const [written] = mustBeWritten(
        await database.run(
          sql(
            `INSERT INTO Paper (conversationId, paperLookup, markSealed, markedBy, at)
             SELECT id, ?, ?, ?, ? FROM Conversation WHERE id = ? AND structure = ? AND erasedAt IS NULL
             ${lastStands}`,
            paperLookup(cipher, conversation, paper),
            cipher.seal(JSON.stringify({ paper, state })),
            worker,
            now,
            conversation,
            structure,
          ),
        ),
      );
      return written?.changes === 1 ? "marked" : "gone";
    },
  };
}

function readMark(row: Row, cipher: Cipher): { paper: string; mark: PaperMark } {
  const sealed: unknown = JSON.parse(cipher.open(String(row["markSealed"])));
  if (typeof sealed !== "object" || sealed === null || !("paper" in sealed && "state" in sealed)) {
    throw new Error("a paper cannot be read");
  }
  return {
    paper: String(sealed.paper),
    mark: {
      state: stateOf(sealed.state),
      by: row["markedBy"] === byPerson ? "person" : "worker",
      at: Number(row["at"]) as Instant,
    },
  };
}

function stateOf(state: unknown): PaperState {
  return state === "have" || state === "cannot" ? state : "notYet";
}
