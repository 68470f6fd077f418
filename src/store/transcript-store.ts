import type { ConversationId } from "../base/ids.ts";
import type { Content, WrittenReply } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import type { KeptKind } from "../engine/kept-file.ts";
import type { Cipher } from "./cipher.ts";
import type { Database, Row } from "./database.ts";
import type { MediaState } from "./media-store.ts";
import { inSentOrder } from "./sent-order.ts";

/** A file somebody sent, as it may be opened by the team. */
export interface TranscriptFile {
  readonly id: string;
  readonly kind: KeptKind;
  readonly state: MediaState;
  /** As its first bytes say, once it is kept. */
  readonly type: string;
  readonly bytes: number | null;
  /** The paper it was sent for; null for what was sent on its own. */
  readonly paper: string | null;
}

/** One line of a conversation, in the order of time. */
export type TranscriptEntry =
  | {
      readonly from: "person";
      readonly id: number;
      /** When it reached us. */
      readonly at: Instant;
      /** When it was sent, as its network says. */
      readonly sentAt: Instant;
      readonly content: Content;
      readonly state: "received" | "done" | "failed";
      /** What became of its file, when it was to be kept. */
      readonly file: TranscriptFile | null;
    }
  | {
      readonly from: "bot" | "worker";
      readonly id: number;
      readonly at: Instant;
      readonly content: WrittenReply;
      /** The worker who wrote it, or "phone" for whoever typed on the phone itself; null for the bot. */
      readonly author: string | null;
      readonly state:
        | "queued"
        | "held"
        | "sending"
        | "sent"
        | "delivered"
        | "read"
        | "failed"
        | "dropped";
      readonly failure: string | null;
    }
  | {
      readonly from: "note";
      readonly id: number;
      readonly at: Instant;
      readonly text: string;
      readonly author: string;
    };

export interface Transcripts {
  /** The last messages of a conversation, oldest first. Notes only for the team. */
  of(
    conversation: ConversationId,
    options: { readonly notes: boolean; readonly limit?: number },
  ): Promise<readonly TranscriptEntry[]>;
}

/** A whole conversation on one page, without reading years of it at each look. */
const usualLimit = 200;

export function transcriptStore(database: Database, cipher: Cipher): Transcripts {
  return {
    async of(conversation, { notes, limit = usualLimit }) {
      const [heard, said, noted] = await Promise.all([
        database.all(
          `SELECT i.id, i.contentSealed, i.sentAt, i.receivedAt, i.state, m.id AS mediaId, m.kind, m.state AS mediaState,
             m.type, m.bytes, m.paperSealed
           FROM Inbound i LEFT JOIN Media m ON m.eventLookup = i.eventLookup
           WHERE i.conversationId = ? ORDER BY i.id DESC LIMIT ?`,
          [conversation, limit],
        ),
        database.all(
          `SELECT id, contentSealed, createdAt, author, state, failure FROM Outgoing
           WHERE conversationId = ? AND state <> 'dropped' ORDER BY id DESC LIMIT ?`,
          [conversation, limit],
        ),
        notes
          ? database.all(
              `SELECT id, textSealed, createdAt, workerId FROM Note WHERE conversationId = ? ORDER BY id DESC LIMIT ?`,
              [conversation, limit],
            )
          : [],
      ]);
      const entries = [
        ...heard.map((row) => readHeard(row, cipher)),
        ...said.map((row) => readSaid(row, cipher)),
        ...noted.map((row) => readNote(row, cipher)),
      ];
      // what was answered in the same millisecond comes after what it answers
      const rank = { person: 0, bot: 1, worker: 1, note: 2 };
      entries.sort((a, b) => a.at - b.at || rank[a.from] - rank[b.from] || a.id - b.id);
      return inSentOrder(entries).slice(-limit);
    },
  };
}

function readHeard(row: Row, cipher: Cipher): TranscriptEntry {
  return {
    from: "person",
    id: Number(row["id"]),
    at: Number(row["receivedAt"]) as Instant,
    sentAt: Number(row["sentAt"]) as Instant,
    content: JSON.parse(cipher.open(String(row["contentSealed"]))) as Content,
    state: row["state"] === "failed" ? "failed" : row["state"] === "received" ? "received" : "done",
    file: readFile(row, cipher),
  };
}

function readFile(row: Row, cipher: Cipher): TranscriptFile | null {
  if (row["mediaId"] === null) return null;
  return {
    id: String(row["mediaId"]),
    kind: String(row["kind"]) as KeptKind,
    state: String(row["mediaState"]) as MediaState,
    type: String(row["type"]),
    bytes: row["bytes"] === null ? null : Number(row["bytes"]),
    paper: row["paperSealed"] === null ? null : cipher.open(String(row["paperSealed"])),
  };
}

function readSaid(row: Row, cipher: Cipher): TranscriptEntry {
  const author = String(row["author"]);
  return {
    from: author === "bot" ? "bot" : "worker",
    id: Number(row["id"]),
    at: Number(row["createdAt"]) as Instant,
    content: JSON.parse(cipher.open(String(row["contentSealed"]))) as WrittenReply,
    author: author === "bot" ? null : author,
    state: String(row["state"]) as "sent",
    failure: row["failure"] === null ? null : String(row["failure"]),
  };
}

function readNote(row: Row, cipher: Cipher): TranscriptEntry {
  return {
    from: "note",
    id: Number(row["id"]),
    at: Number(row["createdAt"]) as Instant,
    text: cipher.open(String(row["textSealed"])),
    author: String(row["workerId"]),
  };
}
