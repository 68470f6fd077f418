import type { ConversationId } from "../base/ids.ts";
import type { Content } from "../base/message.ts";
import type { TranscriptEntry } from "../store/transcript-store.ts";
import type { Structure } from "../structure/schema.ts";
import type { Texts } from "../texts.ts";
import type { BellKind } from "./bells.ts";
import type { Live } from "./live.ts";

/** How people are rung while their page is closed, as far as it is set up here. */
export interface ChatBells {
  /** The key that browsers are asked with; null where they are not rung. */
  readonly pushKey: string | null;
  readonly mail: boolean;
  /** Whether a messenger may be linked to instead. */
  readonly messenger: boolean;
  of(conversation: ConversationId): Promise<readonly { readonly kind: BellKind }[]>;
  add(conversation: ConversationId, kind: BellKind, target: string): Promise<void>;
  silence(conversation: ConversationId, kind: BellKind): Promise<void>;
  /** Forgets the one of that name, from an e-mail. */
  forget(id: string): Promise<void>;
}

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
  /** How many days the texts of a conversation that led to nothing are kept. */
  readonly unfollowedDays: number;
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
  /** How this person is told while the page is closed. */
  readonly bells: ChatBells;
  /** What the person may see: their messages, ours, the workers'; never a note. */
  transcript(conversation: ConversationId): Promise<readonly TranscriptEntry[]>;
}
