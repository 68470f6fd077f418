import type { Instant } from "../base/time.ts";
import type { Memory } from "../engine/conversation.ts";
import type { Cipher } from "./cipher.ts";
import type { Database, Row } from "./database.ts";

/** What is stored of one person, as far as the bilan counts it: instants and codes, no words. */
export interface StoredTrace {
  readonly person: string;
  readonly structure: string;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly known: Memory["known"];
  readonly appointments: readonly {
    readonly at: Instant;
    readonly mode: string;
    readonly site: string;
    readonly status: string;
  }[];
  readonly writtenAt: readonly Instant[];
  readonly partner: string | null;
  readonly link: string | null;
  readonly dossiers: readonly StoredDone[];
  readonly stays: readonly (StoredDone & { readonly enteredOn: string | null })[];
  readonly measures: readonly StoredDone[];
}

/** Something the team keeps of a person on a page of its own. */
export interface StoredDone {
  readonly kind: string;
  readonly state: string;
  readonly updatedAt: Instant;
}

/** Reads what people left, person after person. */
export interface PersonTraces {
  /**
   * The people of whom something changed since an instant, or had an appointment since another, in the order
   * of their ids from `from` on.
   */
  changedSince(
    structure: string,
    since: { readonly spoke: Instant; readonly appointment: Instant },
    from: string,
    page: number,
  ): Promise<readonly string[]>;
  of(structure: string, people: readonly string[]): Promise<readonly StoredTrace[]>;
  /** The workshops and events that were counted, or where somebody was marked present, between two instants. */
  gathered(structure: string, from: Instant, to: Instant): Promise<readonly StoredGathering[]>;
}

/** How many came to a workshop or an event; of those known by name, how many have a situation. */
export interface StoredGathering {
  readonly id: string;
  readonly kind: string;
  readonly site: string | null;
  readonly at: Instant;
  readonly persons: number;
  readonly withFile: number | null;
  readonly qpv: number | null;
}

export function personTraces(database: Database, cipher: Cipher): PersonTraces {
  return {
    async changedSince(structure, { spoke, appointment }, from, page) {
      const rows = await database.all(
        `SELECT personId FROM Conversation WHERE structure = ?1 AND lastActivityAt >= ?2 AND erasedAt IS NULL
           AND personId > ?4
         UNION SELECT c.personId FROM Appointment a JOIN Conversation c ON c.id = a.conversationId
           WHERE a.structure = ?1 AND a.anonymous = 0 AND a.startsAt >= ?3 AND c.personId > ?4
         ${["Dossier", "Stay", "Measure"].map(writtenSince).join(" ")}
         ORDER BY personId LIMIT ?5`,
        [structure, spoke, appointment, from, page],
      );
      return rows.map(({ personId }) => String(personId));
    },
    async gathered(structure, from, to) {
      const present = "s.gatheringId = g.id AND s.attended = 'present'";
      const rows = await database.all(
        `SELECT g.id, g.kind, g.site, g.startsAt, g.qpv,
           COALESCE(g.total, (SELECT COUNT(*) FROM Seat s WHERE ${present})) AS persons,
           COALESCE(g.withFile, (SELECT COUNT(*) FROM Seat s JOIN Conversation c ON c.id = s.conversationId
             JOIN Situation t ON t.structure = g.structure AND t.personId = c.personId AND t.kind = 'situation'
             WHERE ${present})) AS withFile
         FROM Gathering g WHERE g.structure = ? AND g.startsAt >= ? AND g.startsAt < ? AND g.state = 'planned'
           AND (g.total IS NOT NULL OR EXISTS (SELECT 1 FROM Seat s WHERE ${present}))
         ORDER BY g.startsAt, g.id`,
        [structure, from, to],
      );
      const maybe = (value: unknown) => (value === null ? null : Number(value));
      return rows.map((row) => ({
        ...{ id: String(row["id"]), kind: String(row["kind"]) },
        site: row["site"] === null ? null : String(row["site"]),
        ...{ at: Number(row["startsAt"]) as Instant, persons: Number(row["persons"]) },
        ...{ withFile: maybe(row["withFile"]), qpv: maybe(row["qpv"]) },
      }));
    },
    async of(structure, people) {
      const among = JSON.stringify(people);
      // "+": people are found by their id, not by walking the structure's conversations
      const those = "(SELECT value FROM json_each(?2))";
      const [conversations, appointments, written, partners, links, done] = await Promise.all([
        database.all(
          `SELECT personId, memorySealed, createdAt, lastActivityAt FROM Conversation
           WHERE +structure = ?1 AND personId IN ${those} AND erasedAt IS NULL ORDER BY createdAt`,
          [structure, among],
        ),
        database.all(
          // by their conversation: who was linked since bears another id there
          `SELECT c.personId, a.startsAt, a.mode, a.site, a.status FROM Conversation c
             JOIN Appointment a ON a.conversationId = c.id
           WHERE +c.structure = ?1 AND c.personId IN ${those} ORDER BY a.startsAt`,
          [structure, among],
        ),
        database.all(
          `SELECT c.personId, o.createdAt FROM Conversation c JOIN Outgoing o ON o.conversationId = c.id
           WHERE +c.structure = ?1 AND c.personId IN ${those} AND o.author <> 'bot' ORDER BY o.createdAt`,
          [structure, among],
        ),
        database.all(
          `SELECT c.personId, b.kind FROM Conversation c JOIN Prescription p ON p.conversationId = c.id
             JOIN Prescriber b ON b.id = p.prescriberId
           WHERE +c.structure = ?1 AND c.personId IN ${those}`,
          [structure, among],
        ),
        database.all(
          `SELECT c.personId, (SELECT i.contentSealed FROM Inbound i WHERE i.conversationId = c.id
             ORDER BY i.id LIMIT 1) AS contentSealed FROM Conversation c
           WHERE +c.structure = ?1 AND c.personId IN ${those} ORDER BY c.createdAt DESC`,
          [structure, among],
        ),
        doneFor(database, structure, among),
      ]);
      const of = (rows: readonly Row[], person: string) =>
        rows.filter(({ personId }) => personId === person);
      return people.flatMap((person) => {
        const talks = of(conversations, person);
        if (talks.length === 0) return [];
        const opened = of(links, person).map((row) => sourceIn(row, cipher));
        return {
          ...{ person, structure, known: latestOf(talks, cipher) },
          firstAt: Math.min(...talks.map((row) => Number(row["createdAt"]))) as Instant,
          lastAt: Math.max(...talks.map((row) => Number(row["lastActivityAt"]))) as Instant,
          appointments: of(appointments, person).map((row) => ({
            at: Number(row["startsAt"]) as Instant,
            ...{
              mode: String(row["mode"]),
              site: String(row["site"]),
              status: String(row["status"]),
            },
          })),
          writtenAt: of(written, person).map((row) => Number(row["createdAt"]) as Instant),
          partner: of(partners, person).map(({ kind }) => String(kind))[0] ?? null,
          link: opened.find((source) => source !== null) ?? null,
          ...doneOf(of(done, person)),
        };
      });
    },
  };
}

/** People of whom something was kept on a page of its own since ?2. */
function writtenSince(table: string): string {
  return `UNION SELECT c.personId FROM ${table} d JOIN Conversation c ON c.id = d.conversationId
    WHERE d.structure = ?1 AND d.updatedAt >= ?2 AND c.personId > ?4`;
}

function doneFor(database: Database, structure: string, among: string): Promise<readonly Row[]> {
  const from = (table: string, columns: string) =>
    `SELECT c.personId, '${table}' AS what, d.kind, d.updatedAt, ${columns}
     FROM Conversation c JOIN ${table} d ON d.conversationId = c.id
     WHERE +c.structure = ?1 AND c.personId IN (SELECT value FROM json_each(?2))`;
  return database.all(
    `${from("Dossier", "d.state, NULL AS enteredOn")} UNION ALL ${from("Stay", "d.state, d.enteredOn")}
     UNION ALL ${from("Measure", "'' AS state, NULL AS enteredOn")} ORDER BY updatedAt`,
    [structure, among],
  );
}

function doneOf(rows: readonly Row[]): Pick<StoredTrace, "dossiers" | "stays" | "measures"> {
  const of = (what: string) => rows.filter((row) => row["what"] === what);
  const kept = (row: Row): StoredDone => ({
    ...{ kind: String(row["kind"]), state: String(row["state"]) },
    updatedAt: Number(row["updatedAt"]) as Instant,
  });
  return {
    ...{ dossiers: of("Dossier").map(kept), measures: of("Measure").map(kept) },
    stays: of("Stay").map((row) => ({
      ...kept(row),
      enteredOn: row["enteredOn"] === null ? null : String(row["enteredOn"]),
    })),
  };
}

/** Of each question the latest answer, in whichever conversation it was given. */
function latestOf(talks: readonly Row[], cipher: Cipher): Memory["known"] {
  const known: Record<string, Memory["known"][string]> = {};
  for (const { memorySealed } of talks) {
    if (typeof memorySealed !== "string") continue;
    const memory = JSON.parse(cipher.open(memorySealed)) as Memory;
    for (const [fact, answer] of Object.entries(memory.known))
      if (answer.at >= (known[fact]?.at ?? 0)) known[fact] = answer;
  }
  return known;
}

/** The source of the link that opened a conversation; its words are looked at for nothing else. */
function sourceIn({ contentSealed }: Row, cipher: Cipher): string | null {
  if (typeof contentSealed !== "string") return null;
  const content: unknown = JSON.parse(cipher.open(contentSealed));
  const isOpening = typeof content === "object" && content !== null && "source" in content;
  return isOpening && typeof content.source === "string" ? content.source : null;
}
