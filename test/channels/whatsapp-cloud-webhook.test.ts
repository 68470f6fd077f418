import { expect, test } from "vitest";
import type { Content } from "../../src/base/message.ts";
import { type Instant, instant } from "../../src/base/time.ts";
import { type CloudEvent, readWebhook } from "../../src/channels/whatsapp-cloud-webhook.ts";
import { recorded, recordedNames } from "./recorded.ts";

const account = "106540352242922";
const lina = "33639980001";
const scoped = "FR.13491208655302741918";
const at = 1_795_420_800_000 as Instant;
const now = instant("2026-11-23T08:00:00Z");

const read = (name: string) => readWebhook(recorded("whatsapp-cloud", name), now);

const from = { channel: "whatsapp", account, address: lina } as const;
/** Something Lina said, from her number. */
const says = (content: Content, more: object = {}) => [
  { kind: "message", account, message: { id: "wamid.IN1", from, at, content, ...more } },
];
const text = (said: string): Content => ({ kind: "text", text: said });
const hidden = { from: { ...from, address: scoped } };
const tells = (state: string, failure: string | null = null, more: object = {}) => [
  { kind: "status", account, status: { networkId: "wamid.OUT1", state, failure, at, ...more } },
];
const typed = (said: string) => [
  {
    ...{ kind: "phone", account },
    words: { networkId: "wamid.APP1", address: lina, text: said, at },
  },
];
const moved = (address: string) => [{ kind: "moved", account, address, at }];
const file = (ref: string, type: string) => ({ file: { ref, type } });

const readings: Readonly<Record<string, readonly unknown[]>> = {
  text: says(text("bonjour")),
  "text-reply-to-ours": says(text("oui")),
  "text-number-and-user-id": says(text("bonjour"), { aliases: [scoped] }),
  "text-user-id-only": says(text("bonjour"), hidden),
  "text-user-id-in-contacts": says(text("bonjour"), hidden),
  "text-wa-id-differs": says(text("bonjour"), {
    ...{ from: { ...from, address: "525512345678" }, aliases: ["5215512345678"] },
  }),
  "text-in-group": [],
  "opened-by-link": says({ kind: "opened", source: "affiche-carvin" }),
  "opened-by-link-and-more": says(text("Bonjour Trousseau je dors dehors ce soir")),
  "opened-by-advertisement": says({ kind: "opened", source: "120226305854810726" }),
  "advertisement-with-a-question": says(text("c'est quoi visale ?")),
  "request-welcome": says({ kind: "opened" }),
  "button-reply": says({ kind: "choice", option: "accueil.language.french" }),
  "list-reply": says({ kind: "choice", option: "menu.menu.book" }),
  "flow-reply": says({ kind: "unsupported", what: "interactive" }),
  "template-button": says({ kind: "choice", option: "rappel.dayBefore.come@01k9" }),
  "template-button-words-only": says(text("Je viens")),
  image: says({
    ...{ kind: "media", media: "image", caption: "ma carte" },
    ...file("1003383421387256", "image/jpeg"),
  }),
  "image-without-id": says({ kind: "media", media: "image" }),
  video: says({ kind: "media", media: "video", ...file("2194107687700091", "video/mp4") }),
  voice: says({
    ...{ kind: "media", media: "voice" },
    ...file("1908647269898587", "audio/ogg; codecs=opus"),
  }),
  document: says({
    ...{ kind: "media", media: "document", caption: "mon bail" },
    ...file("2387643968344567", "application/pdf"),
  }),
  sticker: says({ kind: "media", media: "sticker", ...file("798882015472548", "image/webp") }),
  location: says({
    ...{ kind: "media", media: "location" },
    place: { latitude: 50.42, longitude: 2.95, name: "Gare", address: "Hénin-Beaumont" },
  }),
  contacts: says({
    ...{ kind: "media", media: "contact" },
    contacts: [{ name: "Karim", numbers: ["+33 6 39 98 00 02"] }],
  }),
  reaction: [],
  revoke: [],
  order: says({ kind: "unsupported", what: "order" }),
  unsupported: says({ kind: "unsupported", what: "unsupported" }),
  edit: says({ kind: "edited", text: "je dors dehors" }),
  "edit-of-caption": says({ kind: "edited", text: "mon bail signé" }),
  "number-changed": moved(lina),
  "user-id-changed": [...moved(lina), ...moved(scoped)],
  "identity-changed": [],
  "user-id-update": moved(scoped),
  "status-sent": tells("sent"),
  "status-delivered": tells("delivered"),
  "status-read": tells("read"),
  "status-played": tells("read"),
  "status-failed": tells("failed", "131047", { means: "windowClosed" }),
  "status-undeliverable": tells("failed", "131026", { means: "unreachable" }),
  "status-not-delivered": tells("failed", "131049"),
  "status-failed-without-code": tells("failed", "failed"),
  "status-unknown": [],
  "echo-text": typed("Bonjour Lina, c'est Nadia."),
  "echo-text-plus": typed("Bonjour Lina, c'est Nadia."),
  "echo-image": typed("📷"),
  "echo-document-with-caption": typed("le plan d'accès"),
  "echo-edit": typed("Bonjour Lina, c'est Nadia, du CLLAJ."),
  "echo-revoke": [],
  history: [],
  "account-update": [],
};

test.each(Object.keys(readings))("what %s says", (name) => {
  expect(read(name)).toEqual(readings[name]);
});

test("a batch of entries, changes and messages is read whole, in its order", () => {
  const brief = ({ kind, ...event }: CloudEvent) =>
    "message" in event
      ? [kind, event.message.id, event.message.from.address, event.message.aliases ?? []]
      : [kind, "status" in event ? event.status.networkId : ""];
  expect(read("batch").map(brief)).toEqual([
    ["message", "wamid.B1", lina, []],
    ["message", "wamid.B2", "33639980002", ["FR.2"]],
    ["status", "wamid.OUT1"],
    ["message", "wamid.B3", lina, []],
    ["status", "wamid.OUT2"],
  ]);
});

test("every recorded shape is read by a test", () => {
  expect(recordedNames("whatsapp-cloud")).toEqual([...Object.keys(readings), "batch"].sort());
});

const messageOf = (message: object) => ({
  entry: [
    {
      changes: [
        {
          field: "messages",
          value: { metadata: { phone_number_id: account }, messages: [message] },
        },
      ],
    },
  ],
});

test.each<[string, unknown]>([
  ["nothing", {}],
  ["entries that are a text", { entry: "a" }],
  ["changes that are null", { entry: [{ changes: null }, null] }],
  ["a change without its number", { entry: [{ changes: [{ field: "messages", value: {} }] }] }],
  ["a message without its id", messageOf({ from: lina, type: "text", text: { body: "a" } })],
  ["a message with an empty id", messageOf({ id: "", from: lina, type: "text" })],
  ["a message from nobody", messageOf({ id: "a", type: "text", text: { body: "a" } })],
  ["a message that is a number", messageOf(Object(7))],
])("%s tells nothing, and breaks nothing", (_, body) => {
  expect(readWebhook(body, now)).toEqual([]);
});

test.each<[string, object, Content]>([
  ["a text without words", { type: "text", text: {} }, { kind: "unsupported", what: "text" }],
  ["a message without its kind", {}, { kind: "unsupported", what: "unknown" }],
  ["a kind of tomorrow", { type: "hologram" }, { kind: "unsupported", what: "hologram" }],
  ["a press without its id", { type: "interactive" }, { kind: "unsupported", what: "interactive" }],
])("%s is told that it cannot be read, at the time it came", (_, message, content) => {
  const [event] = readWebhook(messageOf({ id: "a", from: lina, ...message }), now);
  expect(event).toEqual({
    ...{ kind: "message", account },
    message: { id: "a", from, at: now, content },
  });
});
