import type { Update } from "grammy/types";
import { expect, test } from "vitest";
import type { Content } from "../../src/base/message.ts";
import { instant } from "../../src/base/time.ts";
import { readUpdate } from "../../src/channels/telegram-update.ts";
import { recorded, recordedNames } from "./recorded.ts";

const now = instant("2026-11-23T08:01:00Z");
const sentAt = instant("2026-11-23T08:00:00Z");
const editedAt = instant("2026-11-23T08:00:20Z");
const from = { channel: "telegram", account: "4242", address: "77" };

const said = (id: string, at: number, content: Content, callback: string | null = null) => ({
  kind: "message",
  message: { id, from, at, content },
  callback,
});
const says = (content: Content) => said("9001", sentAt, content);
const text = (words: string) => says({ kind: "text", text: words });
const media = (one: Extract<Content, { kind: "media" }>["media"], caption?: string) =>
  says({ kind: "media", media: one, ...(caption ? { caption } : {}) });
/** A file the network keeps for us, by its reference there. */
const file = (
  one: Extract<Content, { kind: "media" }>["media"],
  ref: string,
  type: string,
  caption?: string,
) => says({ kind: "media", media: one, file: { ref, type }, ...(caption ? { caption } : {}) });
const place = { latitude: 50.42, longitude: 2.95 };
const station = { ...place, name: "Gare", address: "Hénin-Beaumont" };
const edits = (words: string) => said("9002", editedAt, { kind: "edited", text: words });
const callback = "330123456789012345";
const presses = (content: Content) => said("9003", now, content, callback);
const booking: Content = { kind: "choice", option: "menu.menu.book" };
const ignored = (why: string) => ({ kind: "ignored", why });

const readings: Readonly<Record<string, unknown>> = {
  text: text("j'ai 19 ans"),
  start: says({ kind: "opened" }),
  "start-from-poster": says({ kind: "opened", source: "affiche-carvin" }),
  command: text("menu"),
  "text-reply-to-ours": text("oui"),
  "text-forwarded": text("Studio 20 m2, 390 euros"),
  photo: file("image", "AAQ-invented-x", "image/jpeg"),
  "photo-with-caption": file("image", "AAQ-invented-x", "image/jpeg", "mon bail"),
  "photo-of-album": file("image", "AAQ-invented-s", "image/jpeg"),
  voice: file("voice", "AwACinvented", "audio/ogg"),
  audio: file("voice", "CQACinvented", "audio/mpeg"),
  video: media("video"),
  "video-note": media("video"),
  document: file("document", "BQACinvented", "application/pdf"),
  "document-with-caption": file(
    "document",
    "BQACinvented",
    "application/pdf",
    "mes fiches de paie",
  ),
  animation: media("sticker"),
  sticker: media("sticker"),
  dice: media("sticker"),
  location: says({ kind: "media", media: "location", place }),
  venue: says({ kind: "media", media: "location", place: station }),
  contact: says({
    kind: "media",
    media: "contact",
    contacts: [{ name: "Karim", numbers: ["33639980002"] }],
  }),
  poll: says({ kind: "unsupported", what: "message" }),
  "edited-text": edits("20 ans"),
  "edited-caption": edits("mon bail signé"),
  callback: presses(booking),
  "callback-of-old-button": presses(booking),
  "callback-without-message": presses(booking),
  "callback-without-data": presses({ kind: "unsupported", what: "callback without data" }),
  "callback-in-group": ignored("not private"),
  "my-chat-member-blocked": said("9004", sentAt, { kind: "reachable", reachable: false }),
  "my-chat-member-back": said("9004", sentAt, { kind: "reachable", reachable: true }),
  "my-chat-member-added-to-group": { kind: "leave", chat: -1001234567890 },
  "my-chat-member-out-of-group": ignored("out of a group"),
  "group-message": ignored("not private"),
  "group-edited": ignored("not private"),
  "channel-post": ignored("unknown kind"),
  reaction: ignored("unknown kind"),
};

test.each(Object.keys(readings))("what %s says", (name) => {
  const update = recorded("telegram", name) as Update;
  expect(readUpdate(update, "4242", now)).toEqual(readings[name]);
});

test("every recorded shape is read by a test", () => {
  expect(recordedNames("telegram")).toEqual(Object.keys(readings).sort());
});
