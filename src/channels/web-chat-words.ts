import type { Context } from "hono";
import { type Direction, directionOf } from "../base/direction.ts";
import type { ConversationId } from "../base/ids.ts";
import { saidMoment } from "../base/said.ts";
import type { Instant } from "../base/time.ts";
import type { WebChatDoor } from "./web-chat-door.ts";

/** The words around the conversation, in one language. */
export interface PageWords {
  readonly language: string;
  readonly direction: Direction;
  /** A text of `web.json`, or of the file that is named. */
  say(key: string, values?: Readonly<Record<string, string>>, file?: "web" | "sonnette"): string;
  /** "mardi 24 novembre à 14 h 30". */
  moment(at: Instant): string;
}

/** The page speaks the conversation's language; before there is one, the browser's when it is ours. */
export async function pageWords(
  context: Context,
  door: WebChatDoor,
  conversation: ConversationId | null,
): Promise<PageWords> {
  const known = conversation === null ? null : await door.languageOf(conversation);
  const language = known ?? preferred(context.req.header("Accept-Language"), door);
  return wordsIn(language, door);
}

/** The same, for a language already known. */
function wordsIn(language: string, { texts, structure }: WebChatDoor): PageWords {
  const voice = texts.of(structure.slug);
  return {
    language,
    direction: directionOf(language),
    say: (key, values, file = "web") =>
      voice.say({ key: `${file}:${key}`, ...(values ? { values } : {}) }, language),
    moment: (at) => voice.say(saidMoment(at, structure.zone), language),
  };
}

function preferred(header: string | undefined, { structure }: WebChatDoor): string {
  const wanted = (header ?? "").split(",").map((part) => part.trim().slice(0, 2).toLowerCase());
  return (
    wanted.find((language) => structure.languages.includes(language)) ??
    structure.languages[0] ??
    "fr"
  );
}
