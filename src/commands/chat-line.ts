import { z } from "zod";
import type { Content } from "../base/message.ts";
import { type Instant, instant } from "../base/time.ts";

/** One message as the `chat --json` command reads it. */
export interface ChatLine {
  readonly person: string;
  readonly id?: string;
  readonly at?: Instant;
  readonly content: Content;
}

const media = z.enum(["voice", "image", "video", "document", "sticker", "location", "contact"]);
const schema = z.object({
  text: z.string().optional(),
  choice: z.string().optional(),
  media: media.optional(),
  caption: z.string().optional(),
  opened: z.boolean().optional(),
  person: z.string().min(1).optional(),
  id: z.string().min(1).optional(),
  at: z.string().optional(),
});

export type ChatError = { readonly error: { readonly code: string; readonly message: string } };

/** Reads one line of JSON; what is wrong with it comes back as an error for that line alone. */
export function readChatLine(line: string, person: string): ChatLine | ChatError {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return problem("invalid_json", "not a JSON object");
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return problem("invalid_message", `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`);
  }
  const content = contentOf(parsed.data);
  if (!content) return problem("invalid_message", "one of text, choice, media is needed");
  const at = parsed.data.at === undefined ? null : readInstant(parsed.data.at);
  if (at === "none") return problem("invalid_message", "at: not an ISO instant");
  return {
    person: parsed.data.person ?? person,
    content,
    ...(parsed.data.id ? { id: parsed.data.id } : {}),
    ...(at === null ? {} : { at }),
  };
}

function contentOf(line: z.infer<typeof schema>): Content | null {
  if (line.text !== undefined) return { kind: "text", text: line.text };
  if (line.choice !== undefined) return { kind: "choice", option: line.choice };
  if (line.media !== undefined) {
    return { kind: "media", media: line.media, ...(line.caption ? { caption: line.caption } : {}) };
  }
  return line.opened ? { kind: "opened" } : null;
}

function problem(code: string, message: string): ChatError {
  return { error: { code, message } };
}

function readInstant(iso: string): Instant | "none" {
  try {
    return instant(iso);
  } catch {
    return "none";
  }
}
