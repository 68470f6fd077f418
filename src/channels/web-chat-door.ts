import type { ConversationId } from "../base/ids.ts";
import type { Content } from "../base/message.ts";
import type { TranscriptEntry } from "../store/transcript-store.ts";
import type { Structure } from "../structure/schema.ts";
import type { Texts } from "../texts.ts";
import type { Live } from "./live.ts";

/** What the web chat's page and addresses need of the house. Assembled in src/assemble.ts. */
export interface WebChatDoor {
  readonly structure: Structure;
  readonly demonstration: boolean;
  readonly texts: Texts;
  readonly live: Live;
  /** Signs the cookie that is the person's address here. */
  readonly cookieSecret: string;
  /** True when the page is reached over https: the cookie is then sent over https alone. */
  readonly secure: boolean;
  /** How many days files of people are kept. */
  readonly mediaDays: number;
  /** A new secret address for somebody who comes for the first time. */
  newAddress(): string;
  /**
   * Stores a message (safe before it returns) and has it answered. With `wait`, returns once it is
   * answered: for the page without script. `seen`: this id was already stored, nothing changed.
   */
  receive(address: string, id: string, content: Content, wait: boolean): Promise<"stored" | "seen">;
  conversationOf(address: string): Promise<ConversationId | null>;
  /** The language the conversation is in, for the words around it; null until it is known. */
  languageOf(conversation: ConversationId): Promise<string | null>;
  /** What the person may see: their messages, ours, the workers'; never a note. */
  transcript(conversation: ConversationId): Promise<readonly TranscriptEntry[]>;
}
