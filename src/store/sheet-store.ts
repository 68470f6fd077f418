import type { ConversationId } from "../base/ids.ts";
import type { Instant, LocalDate } from "../base/time.ts";
import type { Sheet, SheetContent, Sheets } from "../person/sheets.ts";
import type { Cipher } from "./cipher.ts";
import type { Database, Row } from "./database.ts";
import { isTokenGood, signToken, tokenLookups } from "./sheet-token.ts";

/** Sheets as a turn reads them, as a link opens them, and as the desk shows them. */
export interface SheetRecords extends Sheets {
  /** The sheet a link opens, and until when; null when it ran out, was closed, or is not ours. */
  openedBy(
    token: string,
    now: Instant,
  ): Promise<{ readonly sheet: Sheet; readonly until: Instant } | null>;
  /** The present sheet of the person a conversation is with. */
  ofConversation(conversation: ConversationId, structure: string): Promise<Sheet | null>;
}

const columns =
  "s.id, s.structure, s.contentSealed, s.figuresOn, s.language, s.createdAt, s.sharedAt, s.linkExpiresAt";

export function sheetStore(database: Database, cipher: Cipher): SheetRecords {
  const read = (row: Row | null) => (row ? sheetFrom(row, cipher) : null);
  return {
    tokenOf: (secret, until) => signToken(cipher, secret, until),
    async presentOf(person, structure) {
      return read(
        await database.get(
          `SELECT ${columns} FROM Conversation c JOIN Sheet s ON s.presentOf = c.id
           WHERE c.personId = ? AND s.structure = ? ORDER BY s.createdAt DESC LIMIT 1`,
          [person, structure],
        ),
      );
    },
    async ofConversation(conversation, structure) {
      return read(
        await database.get(
          `SELECT ${columns} FROM Conversation own JOIN Conversation c ON c.personId = own.personId
           JOIN Sheet s ON s.presentOf = c.id
           WHERE own.id = ? AND s.structure = ? ORDER BY s.createdAt DESC LIMIT 1`,
          [conversation, structure],
        ),
      );
    },
    async openedBy(token, now) {
      if (!isTokenGood(cipher, token, now)) return null;
      for (const lookup of tokenLookups(cipher, token)) {
        if (lookup === null) continue;
        const row = await database.get(
          `SELECT ${columns} FROM Sheet s WHERE s.linkLookup = ? AND s.linkExpiresAt > ?`,
          [lookup, now],
        );
        if (row)
          return { sheet: sheetFrom(row, cipher), until: Number(row["linkExpiresAt"]) as Instant };
      }
      return null;
    },
  };
}

function sheetFrom(row: Row, cipher: Cipher): Sheet {
  const content: SheetContent = JSON.parse(cipher.open(String(row["contentSealed"])));
  return {
    id: String(row["id"]),
    structure: String(row["structure"]),
    content,
    figuresOn: String(row["figuresOn"]) as LocalDate,
    language: String(row["language"]),
    createdAt: Number(row["createdAt"]) as Instant,
    sharedAt: row["sharedAt"] === null ? null : (Number(row["sharedAt"]) as Instant),
  };
}
