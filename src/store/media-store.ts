import type { ConversationId } from "../base/ids.ts";
import type { ChannelName } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import type { KeptKind } from "../engine/kept-file.ts";
import type { Cipher } from "./cipher.ts";
import { type Database, mustBeWritten, type Row, type Statement, sql } from "./database.ts";

/** `asked`: not fetched yet; `refused`: too large, or of a type we do not keep; `gone`: never to be had. */
export type MediaState = "asked" | "kept" | "refused" | "gone";

/** A file to be fetched, and through which channel. */
export interface MediaToFetch {
  readonly id: string;
  readonly conversation: ConversationId;
  readonly structure: string;
  readonly channel: ChannelName;
  readonly account: string;
  readonly kind: KeptKind;
  readonly ref: string;
}

/** A file that was kept, open. */
export interface OpenMedia {
  readonly kind: KeptKind;
  /** As its first bytes say. */
  readonly type: string;
  readonly body: Uint8Array;
}

export interface MediaRecords {
  /** What is to be fetched after that one, the oldest first; tried before, its time has come again. */
  toFetch(now: Instant, limit: number, after: string): Promise<readonly MediaToFetch[]>;
  /** Closes and keeps a file; false when it is wanted no more (erased, or kept already). */
  keep(id: string, type: string, body: Uint8Array): Promise<boolean>;
  /** It will never be had. */
  settle(id: string, state: "refused" | "gone"): Promise<void>;
  /** One more failed attempt: `gone` when it was the last. */
  failed(id: string): Promise<"later" | "gone">;
  /** The file, when it is kept and of that conversation and structure; else null. */
  open(
    id: string,
    conversation: ConversationId,
    structure: string,
    now: Instant,
  ): Promise<OpenMedia | null>;
}

/** As base64 a piece is 500 000 characters; closed, it stays under the megabyte D1 takes in a value. */
const bytesOfPart = 375_000;
/** Pieces written or read at once: what travels to D1 in one message stays small. */
const partsAtOnce = 6;

/** After how many minutes from its arrival a file is tried again, by how often it was; then it is gone. */
const triedAgainAfter = [0, 1, 5, 15, 60, 240, 720, 1440] as const;

const isDue = `m.createdAt + 60000 * (CASE m.attempts ${triedAgainAfter
  .map((minutes, attempts) => `WHEN ${attempts} THEN ${minutes}`)
  .join(" ")} ELSE ${triedAgainAfter.at(-1)} END) <= ?`;

/** The files people sent, closed as everything they wrote. */
export function mediaStore(database: Database, cipher: Cipher): MediaRecords {
  const write = async (text: string, ...values: (string | number)[]) => {
    mustBeWritten(await database.run(sql(text, ...values)));
  };
  return {
    async toFetch(now, limit, after) {
      const rows = await database.all(
        `SELECT m.id, m.conversationId, m.structure, m.kind, m.networkRefSealed, a.channel, a.account
         FROM Media m JOIN Address a ON a.conversationId = m.conversationId
         WHERE m.state = 'asked' AND m.id > ? AND ${isDue} ORDER BY m.id LIMIT ?`,
        [after, now, limit],
      );
      return rows.map((row) => readToFetch(row, cipher));
    },
    async keep(id, type, body) {
      for (let first = 0; first < countOf(body.length); first += partsAtOnce) {
        const parts = partsOf(body, first).map((part, place) =>
          keptPart(id, first + place, cipher.seal(part)),
        );
        mustBeWritten(await database.batch(parts));
      }
      // a file that is not whole is not kept: it is fetched again
      const [kept] = mustBeWritten(
        await database.run(
          sql(
            "UPDATE Media SET state = 'kept', type = ?, bytes = ? WHERE id = ? AND state = 'asked'",
            type,
            body.length,
            id,
          ),
        ),
      );
      return kept?.changes === 1;
    },
    settle: (id, state) =>
      write("UPDATE Media SET state = ? WHERE id = ? AND state = 'asked'", state, id),
    async failed(id) {
      const [result] = mustBeWritten(
        await database.run(
          sql(
            `UPDATE Media SET attempts = attempts + 1,
               state = CASE WHEN attempts + 1 >= ? THEN 'gone' ELSE state END
             WHERE id = ? AND state = 'asked' RETURNING state`,
            triedAgainAfter.length,
            id,
          ),
        ),
      );
      return result?.rows[0]?.["state"] === "asked" ? "later" : "gone";
    },
    async open(id, conversation, structure, now) {
      const row = await database.get(
        "SELECT kind, type, bytes FROM Media WHERE id = ? AND conversationId = ? AND structure = ? AND state = 'kept' AND expiresAt > ?",
        [id, conversation, structure, now],
      );
      if (!row) return null;
      const pieces: Buffer[] = [];
      for (let first = 0; first < countOf(Number(row["bytes"])); first += partsAtOnce) {
        const parts = await database.all(
          "SELECT bodySealed FROM MediaPart WHERE mediaId = ? AND part >= ? AND part < ? ORDER BY part",
          [id, first, first + partsAtOnce],
        );
        for (const part of parts) {
          pieces.push(Buffer.from(cipher.open(String(part["bodySealed"])), "base64"));
        }
      }
      const body = Buffer.concat(pieces);
      return { kind: String(row["kind"]) as KeptKind, type: String(row["type"]), body };
    },
  };
}

function countOf(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / bytesOfPart));
}

/** Some pieces of a file, from that one on. */
function partsOf(body: Uint8Array, first: number): readonly string[] {
  const count = Math.min(partsAtOnce, countOf(body.length) - first);
  return Array.from({ length: count }, (_, place) => {
    const from = (first + place) * bytesOfPart;
    return Buffer.from(body.subarray(from, from + bytesOfPart)).toString("base64");
  });
}

/** A piece, as long as the file is wanted; what a fetch that was cut off left is replaced. */
function keptPart(id: string, part: number, sealed: string): Statement {
  return sql(
    `INSERT INTO MediaPart (mediaId, part, bodySealed) SELECT id, ?, ? FROM Media
     WHERE id = ? AND state = 'asked' ON CONFLICT (mediaId, part) DO UPDATE SET bodySealed = excluded.bodySealed`,
    part,
    sealed,
    id,
  );
}

function readToFetch(row: Row, cipher: Cipher): MediaToFetch {
  return {
    id: String(row["id"]),
    conversation: String(row["conversationId"]) as ConversationId,
    structure: String(row["structure"]),
    channel: String(row["channel"]) as ChannelName,
    account: String(row["account"]),
    kind: String(row["kind"]) as KeptKind,
    ref: cipher.open(String(row["networkRefSealed"])),
  };
}
