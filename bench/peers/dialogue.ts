import { DatabaseSync } from "node:sqlite";
import type { Content } from "../../src/base/message.ts";
import { script } from "../drive.ts";

/** What each message of the script is answered with by a peer: nothing is understood, one answer must be a number. */
export const prompts: readonly string[] = [
  "Bonjour. Quelle langue ?",
  "Tu veux quoi ?",
  "Quelle aide ?",
  "Tu as quel âge ?",
  "Tu fais quoi en ce moment ?",
  "As-tu déjà un garant ?",
  "Quel logement ?",
  "Quelle ville ?",
  "Quel loyer ?",
];
export const invalid = "Écris un nombre.";
/** Which answer must hold a number: the age. */
export const numbered = 4;

export function isValid(place: number, text: string): boolean {
  return place !== numbered || /\d/.test(text);
}

/** The last answer tells back what was kept: what was lost would be seen. */
export function summaryOf(answers: readonly string[]): string {
  return `Merci : ${answers.join(" | ")}`;
}

/** What is typed for a message of the script. */
export function textOf(content: Content): string {
  if (content.kind === "opened") return "/start";
  return content.kind === "text" ? content.text : content.kind === "choice" ? content.option : "";
}

/** What a peer must answer to the message at that place. */
export function expectedAt(place: number): string {
  return prompts[place] ?? summaryOf(script.slice(1).map(textOf));
}

/** Values by key, one durable row each: the same settings as the floor and as ours. */
export function keptIn(path: string) {
  const database = new DatabaseSync(path);
  database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000");
  database.exec("CREATE TABLE kv (k TEXT PRIMARY KEY, v TEXT NOT NULL) WITHOUT ROWID");
  database.exec(
    "CREATE TABLE history (id INTEGER PRIMARY KEY, who TEXT, keyword TEXT, body TEXT); CREATE INDEX history_who ON history (who, id)",
  );
  const get = database.prepare("SELECT v FROM kv WHERE k = ?");
  const set = database.prepare(
    "INSERT INTO kv (k, v) VALUES (?, ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v",
  );
  const remove = database.prepare("DELETE FROM kv WHERE k = ?");
  return {
    database,
    read(key: string) {
      const row = get.get(key);
      return row === undefined ? undefined : JSON.parse(String(row["v"]));
    },
    write: (key: string, value: unknown) => void set.run(key, JSON.stringify(value)),
    remove: (key: string) => void remove.run(key),
    close: () => database.close(),
  };
}

let count = 0;

/** A message as Telegram brings it: what grammY and telegraf take. */
export function updateOf(user: number, text: string) {
  count++;
  const entities = [{ type: "bot_command", offset: 0, length: text.length }] as const;
  return {
    update_id: count,
    message: {
      message_id: count,
      date: 1_767_225_600,
      chat: { id: user, type: "private", first_name: "U" },
      from: { id: user, is_bot: false, first_name: "U", language_code: "fr" },
      text,
      ...(text.startsWith("/") ? { entities } : {}),
    },
  };
}

/** A peer: one message in, settled once its answer was sent and its state is durable. */
export interface Peer {
  handle(user: number, text: string): Promise<void>;
  close(): void;
}

/** Makes a peer over a database, with the way out for its answers. */
export type MakePeer = (
  path: string,
  send: (user: number, text: string) => Promise<void>,
) => Promise<Peer>;
