import type { Content } from "../base/message.ts";

/** What a request asks to say, under the id that makes it the same message when it is sent again. */
export interface Incoming {
  readonly id: string;
  readonly content: Content;
}

/** Why a request cannot be read: each has its sentence in `web.json`. */
export type IncomingRefusal = "badJson" | "badId" | "badContent";

/** Where a link to the page was found, "poster-ml-carvin". */
const sourceName = /^[a-z0-9-]{1,40}$/;
const idPattern = /^[\w.:-]{1,64}$/;
const longestOption = 64;

/** The source of a link when it is one of ours; whatever else somebody wrote there is forgotten. */
export function readSource(source: unknown): string | null {
  return typeof source === "string" && sourceName.test(source) ? source : null;
}

/** Reads `{id, text}`, `{id, choice}` or `{id, opened: true, source?}`: one of the three. */
export function readIncoming(body: string): Incoming | IncomingRefusal {
  let sent: unknown;
  try {
    sent = JSON.parse(body);
  } catch {
    return "badJson";
  }
  if (typeof sent !== "object" || sent === null || Array.isArray(sent)) return "badJson";
  const fields = new Map<string, unknown>(Object.entries(sent));
  const id = fields.get("id");
  if (typeof id !== "string" || !idPattern.test(id)) return "badId";
  const kinds = ["text", "choice", "opened"].filter((kind) => fields.has(kind));
  const content = kinds.length === 1 ? contentOf(fields) : null;
  return content ? { id, content } : "badContent";
}

/** The same from a form, where an empty field is as if it were not there. */
export function readForm(
  fields: ReadonlyMap<string, unknown>,
  newId: () => string,
): Incoming | null {
  const filled = new Map([...fields].filter(([, value]) => value !== ""));
  const content = contentOf(filled);
  const id = filled.get("id");
  if (!content) return null;
  return { id: typeof id === "string" && idPattern.test(id) ? id : newId(), content };
}

function contentOf(fields: ReadonlyMap<string, unknown>): Content | null {
  const choice = fields.get("choice");
  if (choice !== undefined) {
    return typeof choice === "string" && choice !== "" && byteLength(choice) <= longestOption
      ? { kind: "choice", option: choice }
      : null;
  }
  const text = fields.get("text");
  if (text !== undefined) return typeof text === "string" ? { kind: "text", text } : null;
  const opened = fields.get("opened");
  if (opened !== true && opened !== "true") return null;
  const source = readSource(fields.get("source"));
  return source === null ? { kind: "opened" } : { kind: "opened", source };
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
