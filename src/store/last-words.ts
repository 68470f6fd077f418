import type { Content, WrittenReply } from "../base/message.ts";
import type { Cipher } from "./cipher.ts";
import type { Database, Row } from "./database.ts";

/** What a person last sent, ready to be said on one line. */
export type LastWords =
  | { readonly kind: "text"; readonly text: string }
  /** A button: its label, when one of our last messages still shows it. */
  | { readonly kind: "choice"; readonly label: string | null }
  | { readonly kind: "media"; readonly media: string; readonly caption: string | null }
  | { readonly kind: "opened" | "other" | "nothing" };

/** Our last messages that are searched for the label of a button. */
const messagesSearched = 6;

/** The last words of several conversations in two reads, whatever their number. */
export async function lastWordsOf(
  database: Database,
  cipher: Cipher,
  conversations: readonly string[],
): Promise<ReadonlyMap<string, LastWords>> {
  const asked = JSON.stringify(conversations);
  const [heard, said] = await Promise.all([
    database.all(lastHeardQuery, [asked]),
    database.all(lastSaidQuery, [asked, messagesSearched]),
  ]);
  const labels = new Map<string, string>();
  for (const row of said) {
    const { options } = opened<WrittenReply>(row, cipher);
    for (const { id, label } of options) labels.set(`${row["conversationId"]}|${id}`, label);
  }
  return new Map(
    heard.map((row) => {
      const conversation = String(row["conversationId"]);
      const content = opened<Content>(row, cipher);
      return [
        conversation,
        inWords(content, (option) => labels.get(`${conversation}|${option}`) ?? null),
      ];
    }),
  );
}

function opened<Kind>(row: Row, cipher: Cipher): Kind {
  return JSON.parse(cipher.open(String(row["contentSealed"]))) as Kind;
}

function inWords(content: Content, labelOf: (option: string) => string | null): LastWords {
  switch (content.kind) {
    case "text":
    case "edited":
      return { kind: "text", text: content.text };
    case "choice":
      return { kind: "choice", label: labelOf(content.option) };
    case "media":
      return { kind: "media", media: content.media, caption: content.caption ?? null };
    case "opened":
      return { kind: "opened" };
    default:
      return { kind: "other" };
  }
}

const lastHeardQuery = `SELECT i.conversationId, i.contentSealed FROM json_each(?) asked JOIN Inbound i
  ON i.id = (SELECT MAX(id) FROM Inbound WHERE conversationId = asked.value)`;

const lastSaidQuery = `SELECT o.conversationId, o.contentSealed FROM json_each(?) asked JOIN Outgoing o
  ON o.id IN (SELECT id FROM Outgoing WHERE conversationId = asked.value ORDER BY id DESC LIMIT ?)`;
