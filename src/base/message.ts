import type { SensitiveKind } from "./sensitive-spans.ts";
import type { Instant } from "./time.ts";

/** The networks a conversation can travel on. `terminal` is the `chat` command. */
export type ChannelName = "telegram" | "whatsapp" | "whatsapp-web" | "web" | "terminal";

/** Where a message comes from: the account is ours (which bot, which number), the address is theirs. */
export interface Address {
  readonly channel: ChannelName;
  readonly account: string;
  readonly address: string;
}

/** A file as its network names it, to be fetched once. */
export interface MediaRef {
  /** The network's own id, or where it is kept on this side. */
  readonly ref: string;
  /** "image/jpeg"; what the network says, checked when it is fetched. */
  readonly type: string;
}

/** Where somebody says they are, or a place they name. */
export interface SharedPlace {
  readonly latitude: number;
  readonly longitude: number;
  readonly name?: string;
  readonly address?: string;
}

/** A card that somebody passes on: who it is, and how to call them. */
export interface SharedContact {
  readonly name: string;
  readonly numbers: readonly string[];
}

export type Media = "voice" | "image" | "video" | "document" | "sticker" | "location" | "contact";

/** The kinds of sensitive numbers that were in a message, and are not kept; absent when there were none. */
export type TakenOut = readonly SensitiveKind[];

/** What somebody sent us, whichever network carried it. */
export type Content =
  | { readonly kind: "text"; readonly text: string; readonly masked?: TakenOut }
  /** One of our buttons was pressed, perhaps days ago. */
  | { readonly kind: "choice"; readonly option: string }
  | {
      readonly kind: "media";
      readonly media: Media;
      readonly caption?: string;
      /** Where the file can be fetched; a channel that cannot fetch gives none. */
      readonly file?: MediaRef;
      /** Kept with the message, as the person's words. */
      readonly place?: SharedPlace;
      readonly contacts?: readonly SharedContact[];
      readonly masked?: TakenOut;
    }
  /** The conversation was opened (a start command, the page), perhaps from a link that says where. */
  | { readonly kind: "opened"; readonly source?: string }
  /** The person changed a message already sent: safety looks at it, the answer given is not revised. */
  | { readonly kind: "edited"; readonly text: string; readonly masked?: TakenOut }
  /** The person blocked us, or came back. */
  | { readonly kind: "reachable"; readonly reachable: boolean }
  | { readonly kind: "unsupported"; readonly what: string };

export interface Message {
  /** The network's own id: the same id twice is the same message. */
  readonly id: string;
  readonly from: Address;
  /** When it was sent, by the network's clock. */
  readonly at: Instant;
  readonly content: Content;
  /** Other ids of the same person that came along: from now on each leads to the same conversation. */
  readonly aliases?: readonly string[];
}

/** A text to be said, by its key; values may be texts themselves, said in the same language. */
export interface Said {
  readonly key: string;
  readonly values?: SaidValues;
}
export type SaidValue = string | number | Said | readonly Said[];
export type SaidValues = Readonly<Record<string, SaidValue>>;

/** A choice offered under a message. */
export interface Option {
  /** At most 64 bytes; understood, or politely refused, days later. */
  readonly id: string;
  readonly label: Said;
  /** A shorter label where a channel is narrow. */
  readonly short?: Said;
}

/** A small file that goes with a reply, such as a calendar event. */
export interface ReplyFile {
  readonly name: string;
  readonly type: string;
  readonly body: string;
  /** Where the same file is read, said with its address: for networks that take no such file. */
  readonly link?: Said;
}
/** The same, its address in words. */
export type WrittenFile = Omit<ReplyFile, "link"> & { readonly link?: string };

/** What we answer, before it is put into a language and dressed for a channel. */
export interface Reply {
  readonly texts: readonly Said[];
  readonly options: readonly Option[];
  readonly file?: ReplyFile;
}

/** What is sent in place of a text where a network lets only approved texts through. */
export interface TemplateCall {
  readonly name:
    | "reminder"
    | "worker_answered"
    | "waiting_list_offer"
    | "outcome_question"
    | "still_there_question"
    | "missed_appointment"
    | "opinion_question"
    | "freed_time"
    | "still_waiting";
  readonly language: string;
  /** By the names of the template's variables. */
  readonly values: Readonly<Record<string, string>>;
}

/** The same, in words: what is stored, delivered and shown on the desk. */
export interface WrittenReply {
  readonly text: string;
  readonly options: readonly {
    readonly id: string;
    readonly label: string;
    readonly short?: string;
  }[];
  /** What the button says that opens the options, where they are shown as a list. */
  readonly listButton?: string;
  readonly file?: WrittenFile;
  readonly template?: TemplateCall;
  /** The network took none of the words: only the template is sent. */
  readonly isTemplateOnly?: true;
}
