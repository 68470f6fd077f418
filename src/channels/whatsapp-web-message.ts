import type { Content, Media } from "../base/message.ts";
import { type Instant, second } from "../base/time.ts";
import { readOpening } from "./opening-words.ts";
import { addressOf } from "./whatsapp-web-chats.ts";

/** What we read of the library's `Message`. */
export interface WebMessage {
  readonly id: {
    readonly id: string;
    readonly _serialized: string;
    readonly fromMe: boolean;
    readonly remote: string;
  };
  readonly type: string;
  readonly body: string;
  /** In seconds. */
  readonly timestamp: number;
  readonly hasMedia: boolean;
  readonly isStatus: boolean;
  readonly broadcast: boolean;
  /** All that the page said of it. */
  readonly rawData: object;
}

export type WebReading =
  /** Somebody wrote to the phone; `opens` when it is with the words our link begins with. */
  | (Private & { readonly kind: "theirs"; readonly content: Content; readonly opens: boolean })
  /** Written from the phone's own account: by us, or by somebody of the team. */
  | (Private & { readonly kind: "own"; readonly text: string })
  | { readonly kind: "ignored"; readonly why: "not private" | "nothing said" };

interface Private {
  /** The same under a number and under a hidden id: the chat is no part of it. */
  readonly id: string;
  readonly address: string;
  readonly at: Instant;
}

const mediaOf: Readonly<Record<string, Media>> = {
  ...{ ptt: "voice", audio: "voice", image: "image", video: "video", document: "document" },
  ...{ sticker: "sticker", location: "location", vcard: "contact", multi_vcard: "contact" },
};
const spoken: ReadonlySet<string> = new Set(["chat", "list_response", "buttons_response"]);
/** What people do that is no message we can read: they are told so. */
const unreadable: ReadonlySet<string> = new Set([
  ...["poll_creation", "order", "product", "payment", "groups_v4_invite", "interactive"],
  ...["scheduled_event_creation", "oversized", "unknown", "call_log"],
]);
/** How a file typed on the phone is shown where only words are. */
const pictograms: Readonly<Record<Media, string>> = {
  ...{ voice: "🎤", image: "📷", video: "🎬", document: "📄", sticker: "🙂" },
  ...{ location: "📍", contact: "👤" },
};

/** Reads a message of a private chat. Everything else, and WhatsApp's own notices, are ignored. */
export function readWebMessage(message: WebMessage): WebReading {
  const address = addressOf(message.id.remote);
  if (address === null || message.isStatus || message.broadcast) {
    return { kind: "ignored", why: "not private" };
  }
  const at = (message.timestamp * second) as Instant;
  const place = { id: message.id.id, address, at };
  const content = contentOf(message);
  if (content === null) return { kind: "ignored", why: "nothing said" };
  if (message.id.fromMe) return { kind: "own", ...place, text: wordsOf(content) };
  return { kind: "theirs", ...place, ...openedOr(content) };
}

function openedOr(content: Content): { readonly content: Content; readonly opens: boolean } {
  const opening = content.kind === "text" ? readOpening(content.text) : null;
  if (!opening) return { content, opens: false };
  const { source, isAlone } = opening;
  // whoever says more than the words of the link is answered on what they say
  return isAlone
    ? { content: { kind: "opened", ...(source ? { source } : {}) }, opens: true }
    : { content, opens: true };
}

function contentOf(message: WebMessage): Content | null {
  const { type, body } = message;
  if (spoken.has(type)) return body === "" ? null : { kind: "text", text: body };
  const media = mediaOf[type];
  if (media) {
    const file = fileOf(message);
    const isCaption = body !== "" && message.hasMedia;
    return {
      ...{ kind: "media", media },
      ...(isCaption ? { caption: body } : {}),
      ...(file ? { file } : {}),
    };
  }
  return unreadable.has(type) ? { kind: "unsupported", what: type } : null;
}

function fileOf({ id, hasMedia, rawData }: WebMessage) {
  const type = "mimetype" in rawData ? rawData.mimetype : null;
  return hasMedia && typeof type === "string" ? { ref: id._serialized, type } : null;
}

function wordsOf(content: Content): string {
  if (content.kind === "text") return content.text;
  if (content.kind !== "media") return "…";
  return [pictograms[content.media], content.caption].filter(Boolean).join(" ");
}
