import type { Contact, Message as TelegramMessage, Update } from "grammy/types";
import type { Content, Media, MediaRef, Message } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import { contactContent, placeContent } from "./shared-content.ts";

/** What an update asks of us. */
export type UpdateReading =
  | { readonly kind: "message"; readonly message: Message; readonly callback: string | null }
  /** Somebody put the bot in a group: conversations are private, it leaves. */
  | { readonly kind: "leave"; readonly chat: number }
  | { readonly kind: "ignored"; readonly why: string };

/** Reads an update of the Bot API. Groups and channels are ignored: a conversation is between two. */
export function readUpdate(update: Update, account: string, now: Instant): UpdateReading {
  const id = String(update.update_id);
  const from = (chat: number) => ({ channel: "telegram" as const, account, address: String(chat) });
  const message = update.message ?? update.edited_message;
  if (message) {
    if (message.chat.type !== "private") return { kind: "ignored", why: "not private" };
    const content = update.message ? contentOf(message) : editedContent(message);
    const at = ((message.edit_date ?? message.date) * 1000) as Instant;
    return {
      kind: "message",
      message: { id, from: from(message.chat.id), at, content },
      callback: null,
    };
  }
  const pressed = update.callback_query;
  if (pressed) {
    const chat = pressed.message?.chat ?? { id: pressed.from.id, type: "private" };
    if (chat.type !== "private") return { kind: "ignored", why: "not private" };
    const content: Content = pressed.data
      ? { kind: "choice", option: pressed.data }
      : { kind: "unsupported", what: "callback without data" };
    return {
      kind: "message",
      message: { id, from: from(chat.id), at: now, content },
      callback: pressed.id,
    };
  }
  const member = update.my_chat_member;
  if (member) {
    const isOut = ["kicked", "left"].includes(member.new_chat_member.status);
    if (member.chat.type !== "private") {
      return isOut
        ? { kind: "ignored", why: "out of a group" }
        : { kind: "leave", chat: member.chat.id };
    }
    const content: Content = { kind: "reachable", reachable: !isOut };
    const at = (member.date * 1000) as Instant;
    return {
      kind: "message",
      message: { id, from: from(member.chat.id), at, content },
      callback: null,
    };
  }
  return { kind: "ignored", why: "unknown kind" };
}

function contentOf(message: TelegramMessage): Content {
  if (message.text !== undefined) return textContent(message.text);
  const { venue, location, contact } = message;
  const place = venue?.location ?? location;
  if (place) return placeContent({ ...place, name: venue?.title, address: venue?.address });
  if (contact) return contactContent([cardOf(contact)]);
  const media = mediaOf(message);
  if (!media) return { kind: "unsupported", what: "message" };
  // a moving picture comes with a document too: it is none
  const file = media === "sticker" ? null : fileOf(message);
  return {
    kind: "media",
    media,
    ...(file ? { file } : {}),
    ...(message.caption ? { caption: message.caption } : {}),
  };
}

/** The file of a message that the team may have a use for; of a photo, the largest of its sizes. */
function fileOf({ photo, document, voice, audio }: TelegramMessage): MediaRef | null {
  const largest = photo?.at(-1);
  if (largest) return { ref: largest.file_id, type: "image/jpeg" };
  const other = document ?? voice ?? audio;
  return other ? { ref: other.file_id, type: other.mime_type ?? "application/octet-stream" } : null;
}

/** "/start poster-carvin" opens the conversation; any other command is the word itself. */
function textContent(text: string): Content {
  const command = /^\/([a-zA-Z]+)(?:@\w+)?(?:\s+(.*))?$/s.exec(text);
  if (!command) return { kind: "text", text };
  const [, name = "", rest] = command;
  if (name.toLowerCase() !== "start")
    return { kind: "text", text: [name, rest].filter(Boolean).join(" ") };
  const source = rest && /^[\w-]{1,64}$/.test(rest) ? rest : undefined;
  return { kind: "opened", ...(source ? { source } : {}) };
}

function editedContent(message: TelegramMessage): Content {
  return { kind: "edited", text: message.text ?? message.caption ?? "" };
}

function mediaOf(message: TelegramMessage): Media | null {
  if (message.voice || message.audio) return "voice";
  if (message.photo) return "image";
  if (message.video || message.video_note) return "video";
  if (message.sticker || message.animation || message.dice) return "sticker";
  return message.document ? "document" : null;
}

function cardOf({ first_name, last_name, phone_number }: Contact) {
  return {
    name: [first_name, last_name].filter(Boolean).join(" "),
    numbers: phone_number ? [phone_number] : [],
  };
}
