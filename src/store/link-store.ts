import type { ConversationId, Ids } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import type { Links } from "../person/links.ts";
import type { Cipher } from "./cipher.ts";
import type { Database } from "./database.ts";
import { codeText } from "./link-statements.ts";
import { type Undoing, undoLink } from "./link-undo.ts";

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
   * Everything is as if the code of that link had never been typed: each conversation it brought along, and
   * the appointments made in it, are whose they would be by the other links alone. `gone`: there is no such
   * link, or it was undone. `clash`: it would put somebody in two appointments at once.
   */
  undo(wanted: Undoing): Promise<"undone" | "gone" | "clash">;
}

const upcoming = "status IN ('booked', 'proposed') AND startsAt > ?";

export function linkStore(database: Database, cipher: Cipher, ids: Ids): LinkRecords {
  return {
    async tried({ code, structure, person, now }) {
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
           (SELECT id FROM Appointment WHERE personId = ? AND ${upcoming}) LIMIT 1`,
        [`person:${other}`, `person:${person}`, person, now],
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
    undo: (wanted) => undoLink(database, ids, wanted),
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
      `SELECT id, at FROM Link WHERE conversationId = ? AND structure = ? AND undoneAt IS NULL
         AND formerPersonId <> personId ORDER BY at DESC, rowid DESC LIMIT 1`,
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
