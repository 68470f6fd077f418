import type { ConversationId, Ids, WorkerId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import type { Links } from "../person/links.ts";
import type { Cipher } from "./cipher.ts";
import { type Database, type Statement, sql } from "./database.ts";
import { codeText } from "./link-statements.ts";

/** Another conversation of the same person, as the sheet names it. */
export interface LinkedConversation {
  readonly conversation: ConversationId;
  readonly channel: string;
}

/** That a conversation was joined to somebody known, and which others are theirs too. */
export interface Linked {
  /** The link by which this very conversation was joined, when it may be undone. */
  readonly link: { readonly id: string; readonly at: Instant } | null;
  readonly others: readonly LinkedConversation[];
}

/** Links as a turn reads them, and as the desk undoes them. */
export interface LinkRecords extends Links {
  /**
   * The conversation is its former person's again, and so are the appointments made in it. `gone`: there
   * is no such link, or it was undone. `clash`: it would put somebody in two appointments at once.
   */
  undo(wanted: {
    readonly link: string;
    readonly conversation: ConversationId;
    readonly structure: string;
    readonly worker: WorkerId;
    readonly now: Instant;
  }): Promise<"undone" | "gone" | "clash">;
}

const upcoming = "status IN ('booked', 'proposed') AND startsAt > ?";

export function linkStore(database: Database, cipher: Cipher, ids: Ids): LinkRecords {
  return {
    async tried({ code, structure, conversation, person, now }) {
      const row = await database.get(
        `SELECT given.personId, k.usedAt IS NULL AND k.expiresAt > ? AS works
         FROM LinkCode k JOIN Conversation given ON given.id = k.conversationId
         WHERE k.codeLookup = ? AND k.structure = ? AND given.structure = k.structure AND given.erasedAt IS NULL`,
        [now, cipher.lookup(codeText(code)), structure],
      );
      if (!row) return "wrong";
      const other = String(row["personId"]);
      // the message that joined, sent twice
      if (other === person) return "same";
      if (row["works"] !== 1) return "wrong";
      const clash = await database.get(
        `SELECT 1 FROM Cell theirs JOIN Cell own ON own.startsAt = theirs.startsAt
         WHERE theirs.resource = ? AND own.resource = ? AND own.appointmentId IN
           (SELECT id FROM Appointment WHERE personId = ? AND conversationId = ? AND ${upcoming}) LIMIT 1`,
        [`person:${other}`, `person:${person}`, person, conversation, now],
      );
      return clash ? "clash" : "joins";
    },
    async wrongSince(conversation, since) {
      const row = await database.get(
        "SELECT COUNT(*) AS n FROM Event WHERE conversationId = ? AND kind = 'did' AND value = 'joinByCode:wrong' AND at > ?",
        [conversation, since],
      );
      return Number(row?.["n"] ?? 0);
    },
    async alertElsewhere(person, conversation) {
      const row = await database.get(
        "SELECT 1 FROM Conversation WHERE personId = ? AND id <> ? AND urgency >= 2 AND erasedAt IS NULL",
        [person, conversation],
      );
      return row !== null;
    },
    async undo(wanted) {
      const turn = ids.next();
      const written = await database.batch(undoStatements({ ...wanted, turn }));
      if (written.outcome === "refused") return "clash";
      return written.results[0]?.changes === 1 ? "undone" : "gone";
    },
  };
}

/** What a conversation is linked to, within its structure. */
export async function linkedTo(
  database: Database,
  conversation: ConversationId,
  structure: string,
): Promise<Linked> {
  const [others, link] = await Promise.all([
    database.all(
      `SELECT o.id, o.channel FROM Conversation c JOIN Conversation o ON o.personId = c.personId AND o.id <> c.id
       WHERE c.id = ? AND c.structure = ? AND o.structure = c.structure AND o.erasedAt IS NULL ORDER BY o.createdAt`,
      [conversation, structure],
    ),
    database.get(
      `SELECT l.id, l.at FROM Link l JOIN Conversation c ON c.id = l.conversationId AND c.personId = l.personId
       WHERE l.conversationId = ? AND l.structure = ? AND l.undoneAt IS NULL ORDER BY l.at DESC LIMIT 1`,
      [conversation, structure],
    ),
  ]);
  return {
    link: link ? { id: String(link["id"]), at: Number(link["at"]) as Instant } : null,
    others: others.map((row) => ({
      conversation: String(row["id"]) as ConversationId,
      channel: String(row["channel"]),
    })),
  };
}

interface Undoing {
  readonly link: string;
  readonly conversation: ConversationId;
  readonly structure: string;
  readonly worker: WorkerId;
  readonly now: Instant;
  readonly turn: string;
}

/** The first statement wins, or the others do nothing; a turn under way is taken again with its own person. */
function undoStatements({
  link,
  conversation,
  structure,
  worker,
  now,
  turn,
}: Undoing): Statement[] {
  const former = "(SELECT formerPersonId FROM Link WHERE id = ?)";
  const present = "(SELECT personId FROM Link WHERE id = ?)";
  const won = "EXISTS (SELECT 1 FROM Conversation WHERE id = ? AND lastTurn = ?)";
  const own = [conversation, turn] as const;
  return [
    sql(
      `UPDATE Conversation SET personId = ${former}, revision = revision + 1, lastTurn = ?
       WHERE id = ? AND structure = ? AND EXISTS (SELECT 1 FROM Link l WHERE l.id = ? AND l.undoneAt IS NULL
         AND l.conversationId = Conversation.id AND l.personId = Conversation.personId)`,
      link,
      turn,
      conversation,
      structure,
      link,
    ),
    sql(
      `UPDATE Address SET personId = ${former} WHERE conversationId = ? AND ${won}`,
      link,
      conversation,
      ...own,
    ),
    sql(
      `UPDATE Cell SET resource = 'person:' || ${former} WHERE resource = 'person:' || ${present}
       AND appointmentId IN (SELECT id FROM Appointment WHERE conversationId = ?) AND ${won}`,
      link,
      link,
      conversation,
      ...own,
    ),
    sql(
      `UPDATE Appointment SET personId = ${former} WHERE conversationId = ? AND personId = ${present} AND ${won}`,
      link,
      conversation,
      link,
      ...own,
    ),
    sql(
      `UPDATE Link SET undoneAt = ?, undoneBy = ? WHERE id = ? AND ${won}`,
      now,
      worker,
      link,
      ...own,
    ),
    sql(
      `INSERT INTO Event (turnId, position, structure, conversationId, kind, at)
       SELECT lastTurn, 0, structure, id, 'unlinked', ? FROM Conversation WHERE id = ? AND lastTurn = ?`,
      now,
      ...own,
    ),
    sql(
      `INSERT INTO Audit (workerId, structure, what, conversationId, at)
       SELECT ?, structure, 'link.undone', id, ? FROM Conversation WHERE id = ? AND lastTurn = ?`,
      worker,
      now,
      ...own,
    ),
  ];
}
