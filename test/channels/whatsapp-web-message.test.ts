import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { instant } from "../../src/base/time.ts";
import { readOpening, startWords } from "../../src/channels/opening-words.ts";
import { addressOf, chatOf } from "../../src/channels/whatsapp-web-chats.ts";
import { readWebMessage, type WebMessage } from "../../src/channels/whatsapp-web-message.ts";
import { readAs } from "../stand-in/phone-without-browser.ts";
import { recorded, recordedNames } from "./recorded.ts";

/** What the page gave, as the library's own class shows it. */
const read = (name: string): WebMessage => readAs({}, rawOf(name));
const rawOf = (name: string) => recorded("whatsapp-web", name) as object;

const at = instant("2026-11-23T08:00:00Z");
const lina = "33600000001";

test.each([
  ["text", { kind: "text", text: "Bonjour, je cherche un studio" }],
  ["opening", { kind: "opened", source: "affiche-carvin" }],
  [
    "voice",
    {
      ...{ kind: "media", media: "voice" },
      file: { ref: `false_${lina}@c.us_3A0000000000000000F1`, type: "audio/ogg; codecs=opus" },
    },
  ],
  [
    "image-with-caption",
    {
      ...{ kind: "media", media: "image", caption: "Mon bail" },
      file: { ref: `false_${lina}@c.us_3A0000000000000000F2`, type: "image/jpeg" },
    },
  ],
  [
    "video",
    {
      ...{ kind: "media", media: "video" },
      file: { ref: `false_${lina}@c.us_3A0000000000000000F5`, type: "video/mp4" },
    },
  ],
  [
    "document",
    {
      ...{ kind: "media", media: "document", caption: "quittance.pdf" },
      file: { ref: `false_${lina}@c.us_3A0000000000000000F3`, type: "application/pdf" },
    },
  ],
  [
    "sticker",
    {
      ...{ kind: "media", media: "sticker" },
      file: { ref: `false_${lina}@c.us_3A0000000000000000F4`, type: "image/webp" },
    },
  ],
  ["location", { kind: "media", media: "location" }],
  ["contact", { kind: "media", media: "contact" }],
  ["poll", { kind: "unsupported", what: "poll_creation" }],
  ["call", { kind: "unsupported", what: "call_log" }],
])("what people send is read: %s", (name, content) => {
  expect(readWebMessage(read(name))).toMatchObject({
    kind: "theirs",
    address: lina,
    at,
    content,
  });
});

test("a message is the same under a number and under a hidden id", () => {
  const reading = readWebMessage(read("text-under-hidden-id"));
  expect(reading).toMatchObject({ id: "3EB0A1F0C0000000000003", address: "777777777777@lid" });
});

test.each([
  ["own-text", "C'est Nadia, je t'appelle à 14 h"],
  ["own-photo", "📷 Le plan"],
])("what the phone's own account says is read as words: %s", (name, text) => {
  expect(readWebMessage(read(name))).toMatchObject({ kind: "own", address: lina, text });
});

test.each([
  ["group", "not private"],
  ["status", "not private"],
  ["broadcast-list", "not private"],
  ["newsletter", "not private"],
  ["whatsapp-itself", "not private"],
  ["encryption-notice", "nothing said"],
  ["revoked", "nothing said"],
  ["not-decrypted", "nothing said"],
])("%s is ignored: %s", (name, why) => {
  expect(readWebMessage(read(name))).toEqual({ kind: "ignored", why });
});

test("every recorded shape is read by one of these tests", () => {
  const source = readFileSync(new URL(import.meta.url), "utf8");
  expect(recordedNames("whatsapp-web").filter((name) => !source.includes(`"${name}"`))).toEqual([]);
});

test.each([
  ["33612345678@c.us", "33612345678"],
  ["33612345678:12@c.us", "33612345678"],
  ["33612345678@s.whatsapp.net", "33612345678"],
  ["123456789012345@lid", "123456789012345@lid"],
  ["120363000000000000@g.us", null],
  ["status@broadcast", null],
  ["120363111111111111@newsletter", null],
  ["0@c.us", null],
])("the address behind %s is %s", (id, address) => {
  expect(addressOf(id)).toBe(address);
});

test.each(["33612345678", "123456789012345@lid"])("the chat of %s leads back to it", (address) => {
  expect(addressOf(chatOf(address))).toBe(address);
});

test.each([
  [startWords, { source: null, isAlone: true }],
  ["bonjour trousseau!", { source: null, isAlone: true }],
  ["Trousseau", { source: null, isAlone: true }],
  ["Bonjour Trousseau (affiche-carvin)", { source: "affiche-carvin", isAlone: true }],
  ["Bonjour Trousseau, je cherche un appart", { source: null, isAlone: false }],
  ["salut trousseau g besoin d'aide", { source: null, isAlone: false }],
])("%j is for us", (text, opening) => {
  expect(readOpening(text)).toEqual(opening);
});

test.each([
  "Bonjour",
  "Bonjour, trousseau de clés perdu",
  "Trousseau de clés trouvé au 2e étage",
  "Bonjour Mme, le robinet fuit",
  "J'ai écrit à Trousseau hier",
  "Bonjour Trousseauville",
])("%j is for somebody else", (text) => {
  expect(readOpening(text)).toBeNull();
});
