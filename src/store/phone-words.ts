import type { ConversationId, Ids } from "../base/ids.ts";
import { maskSensitive } from "../base/masked.ts";
import type { WrittenReply } from "../base/message.ts";
import { hour, type Instant } from "../base/time.ts";
import { addressLookups, knownBy } from "./address-lookup.ts";
import type { Cipher } from "./cipher.ts";
import { type Database, mustBeWritten, type Statement, sql } from "./database.ts";
import type { WordsOnPhone } from "./hand-over-store.ts";
import { networkText } from "./network-text.ts";

interface Shelf {
  readonly database: Database;
  readonly cipher: Cipher;
  readonly ids: Ids;
}

/** Words that come later than this are shown, and take nothing over: they are of another day. */
const takesOverWithin = 24 * hour;
/** Of what we sent last, so much is compared with words whose id we were not told yet. */
const lastSent = 10;

/** Stores words typed on the phone and takes the conversation over (see `HandOvers.spokenOnPhone`). */
export async function spokenOnPhone(
  shelf: Shelf,
  words: WordsOnPhone,
  now: Instant,
): Promise<"ours" | "unknown" | { readonly conversation: ConversationId }> {
  const { database, cipher } = shelf;
  const { present, previous } = addressLookups(cipher, words.structure, words.to);
  const ids = JSON.stringify(previous ? [present, previous] : [present]);
  const row = await database.get(
    `SELECT c.id FROM Address a JOIN Conversation c ON c.id = a.conversationId
     WHERE a.lookup = ${knownBy(1)} AND c.erasedAt IS NULL`,
    [ids],
  );
  if (!row) return "unknown";
  const conversation = String(row["id"]) as ConversationId;
  if (await isEcho(shelf, conversation, words.text)) return "ours";
  const results = mustBeWritten(
    await database.batch(phoneStatements(shelf, conversation, words, now)),
  );
  return results.at(-1)?.changes === 1 ? { conversation } : "ours";
}

/**
 * Our own words may come back before the network told us their id, or in several parts of which one alone
 * has an id: they are known by what they say.
 */
async function isEcho(
  { database, cipher }: Shelf,
  conversation: ConversationId,
  text: string,
): Promise<boolean> {
  const rows = await database.all(
    `SELECT contentSealed FROM Outgoing WHERE conversationId = ? AND author <> 'phone'
     AND state NOT IN ('held', 'dropped') ORDER BY id DESC LIMIT ?`,
    [conversation, lastSent],
  );
  return rows.some((row) =>
    saysThat(JSON.parse(cipher.open(String(row["contentSealed"]))) as WrittenReply, text),
  );
}

/** Shorter than this, the same words may well be typed by somebody. */
const tooShortToTell = 40;

function saysThat({ text, options }: WrittenReply, heard: string): boolean {
  const ours = plain(text);
  const words = plain(heard);
  if (words === "") return false;
  const lines = options.map(({ label }, place) => plain(`${place + 1}. ${label}`));
  if (words === ours || words === plain([ours, ...lines].join(" "))) return true;
  if (ours.length >= tooShortToTell && words.startsWith(`${ours} `)) return true;
  if (words.length >= tooShortToTell && ours.includes(words)) return true;
  // the end of a long text comes with its choices, as they are numbered where there are no buttons
  return lines.length > 1 && lines.every((line) => words.includes(line));
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

function phoneStatements(
  { cipher, ids }: Shelf,
  conversation: ConversationId,
  { networkId, text, at }: WordsOnPhone,
  now: Instant,
): Statement[] {
  const turn = ids.next();
  const lookup = cipher.lookup(networkText(networkId));
  const lookups = [lookup, cipher.previousLookup(networkText(networkId)) ?? lookup] as const;
  const isNew = `NOT EXISTS (SELECT 1 FROM Outgoing WHERE networkLookup IN (?1, ?2))
    AND NOT EXISTS (SELECT 1 FROM OutgoingPart WHERE networkLookup IN (?1, ?2))`;
  const reply: WrittenReply = { text: maskSensitive(text).text, options: [] };
  const isOfToday = at > now - takesOverWithin;
  return [
    ...(isOfToday ? takeover({ lookups, isNew, conversation, turn, now }) : []),
    sql(
      `UPDATE Conversation SET lastActivityAt = ?3 WHERE id = ?4 AND ${isNew}`,
      ...[...lookups, now, conversation],
    ),
    sql(
      `INSERT INTO Outgoing (conversationId, turnId, position, kind, author, epoch, contentSealed, state,
         dueAt, createdAt, sentAt, networkLookup)
       SELECT id, ?3, 0, 'worker', 'phone', epoch, ?4, 'sent', ?5, ?5, ?6, ?1 FROM Conversation
       WHERE id = ?7 AND ${isNew} ON CONFLICT (turnId, position) DO NOTHING`,
      ...[...lookups, `phone.${lookup}`, cipher.seal(JSON.stringify(reply)), now, at, conversation],
    ),
  ];
}

interface Takeover {
  readonly lookups: readonly [string, string];
  readonly isNew: string;
  readonly conversation: ConversationId;
  readonly turn: string;
  readonly now: Instant;
}

function takeover({ lookups, isNew, conversation, turn, now }: Takeover): Statement[] {
  return [
    sql(
      `UPDATE Conversation SET heldBy = 'worker', workerId = 'phone', epoch = epoch + 1,
         revision = revision + 1, lastTurn = ?3
       WHERE id = ?4 AND heldBy <> 'worker' AND erasedAt IS NULL AND ${isNew}`,
      ...[...lookups, turn, conversation],
    ),
    sql(
      `INSERT INTO Event (turnId, position, structure, conversationId, kind, value, at)
       SELECT ?1, 0, structure, id, 'takenOver', 'phone', ?2 FROM Conversation WHERE id = ?3 AND lastTurn = ?1`,
      ...[turn, now, conversation],
    ),
  ];
}
