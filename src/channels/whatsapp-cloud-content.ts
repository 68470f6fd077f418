import type { Content, Media, MediaRef } from "../base/message.ts";
import { branchAt, listAt, wordAt } from "./json-tree.ts";
import { readOpening } from "./opening-words.ts";
import { contactContent, placeContent } from "./shared-content.ts";

/** Kinds that bring a file, by the name under which they bring it. */
const files: ReadonlyMap<string, Media> = new Map([
  ["image", "image"],
  ["video", "video"],
  ["audio", "voice"],
  ["voice", "voice"],
  ["document", "document"],
  ["sticker", "sticker"],
]);
/** What asks for no answer: a smiley on a message, a message taken back. */
const silent: ReadonlySet<string> = new Set(["reaction", "revoke", "system", "ephemeral"]);

/** What somebody says in a message of the Cloud API; null for what asks for no answer. */
export function cloudContent(message: unknown): Content | null {
  const type = wordAt(message, "type") ?? "unknown";
  if (silent.has(type)) return null;
  return (
    fileContent(message, type) ??
    spokenContent(message, type) ?? { kind: "unsupported", what: type }
  );
}

/** The words of a message of any kind: its text, or what is written under its file. */
export function cloudWords(message: unknown): string | undefined {
  const type = wordAt(message, "type") ?? "";
  return wordAt(message, "text", "body") ?? wordAt(message, type, "caption");
}

function spokenContent(message: unknown, type: string): Content | null {
  switch (type) {
    case "text":
      return textContent(message);
    case "button":
      return pressContent(message);
    case "interactive": {
      const option =
        wordAt(message, "interactive", "button_reply", "id") ??
        wordAt(message, "interactive", "list_reply", "id");
      return option === undefined ? null : { kind: "choice", option };
    }
    case "edit":
      return { kind: "edited", text: cloudWords(branchAt(message, "edit", "message")) ?? "" };
    case "location":
      return placeContent({
        latitude: branchAt(message, "location", "latitude"),
        longitude: branchAt(message, "location", "longitude"),
        name: wordAt(message, "location", "name"),
        address: wordAt(message, "location", "address"),
      });
    case "contacts":
      return contactContent(listAt(message, "contacts").map(cardOf));
    case "request_welcome":
      return opened(message);
    default:
      return null;
  }
}

function cardOf(card: unknown) {
  const numbers = listAt(card, "phones").map((one) => wordAt(one, "phone") ?? wordAt(one, "wa_id"));
  return {
    name: wordAt(card, "name", "formatted_name") ?? wordAt(card, "name", "first_name") ?? "",
    numbers: numbers.filter((number) => number !== undefined),
  };
}

/** The words of our link open the conversation; whoever says more is answered on what they say. */
function textContent(message: unknown): Content | null {
  const text = wordAt(message, "text", "body");
  if (text === undefined) return null;
  const opening = readOpening(text);
  return opening?.isAlone ? opened(message, opening.source) : { kind: "text", text };
}

/** The source is what the link says, else the advertisement that was pressed. */
function opened(message: unknown, said: string | null = null): Content {
  const source = said ?? wordAt(message, "referral", "source_id");
  const isUsable = source !== undefined && /^[\w-]{1,64}$/.test(source);
  return { kind: "opened", ...(isUsable ? { source } : {}) };
}

/** A button under a template: it carries the option we gave it, or only its own words. */
function pressContent(message: unknown): Content | null {
  const text = wordAt(message, "button", "text");
  const option = wordAt(message, "button", "payload");
  if (option !== undefined && option !== text) return { kind: "choice", option };
  return text === undefined ? null : { kind: "text", text };
}

function fileContent(message: unknown, type: string): Content | null {
  const media = files.get(type);
  if (!media) return null;
  const caption = wordAt(message, type, "caption");
  const file = fileOf(branchAt(message, type));
  return { kind: "media", media, ...(caption ? { caption } : {}), ...(file ? { file } : {}) };
}

function fileOf(given: unknown): MediaRef | null {
  const ref = wordAt(given, "id");
  const type = wordAt(given, "mime_type");
  return ref && type ? { ref, type } : null;
}
