import { expect, test } from "vitest";
import type { TemplateCall, WrittenReply } from "../../src/base/message.ts";
import { after, hour, type Instant, instant } from "../../src/base/time.ts";
import { tooSlow, type WebPage, whatsAppWebChannel } from "../../src/channels/whatsapp-web.ts";
import { ownWords } from "../../src/channels/whatsapp-web-own.ts";
import { typingTime } from "../../src/channels/whatsapp-web-pace.ts";

const now = instant("2026-11-23T09:00:00+01:00");
const lina = "33600000001";
const conversation = "c1";
const days = 24 * hour;

interface Moods {
  readonly heardAt?: Instant | null;
  readonly page?: Partial<WebPage> | null;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

function channelWith({ heardAt = now, page = {}, wait = async () => {} }: Moods = {}) {
  const done: string[] = [];
  const called: string[] = [];
  const whole: WebPage = {
    isConnected: async () => true,
    showTyping: async (chat) => void done.push(`typing ${chat}`),
    async say(chat, text) {
      done.push(`${chat}: ${text}`);
      return "O1";
    },
    fetch: async () => ({ outcome: "gone", why: "no file" }),
    ...page,
  };
  const channel = whatsAppWebChannel({
    ...{ account: "rencontres-et-loisirs", clock: { now: () => now }, own: ownWords() },
    page: () => (page === null ? null : whole),
    lastHeardAt: async () => heardAt,
    haveCalled: async (one) => void called.push(one),
    async wait(milliseconds) {
      done.push(`${milliseconds} ms`);
      await wait(milliseconds);
    },
    chance: () => 0.5,
  });
  return { channel, done, called };
}

const hello: WrittenReply = { text: "Bonjour !", options: [] };
const template: TemplateCall = { name: "reminder", language: "fr", values: {} };

test("a reply is typed, then said, its choices as numbered lines", async () => {
  const { channel, done } = channelWith();
  const options = [
    { id: "a", label: "Oui" },
    { id: "b", label: "Non" },
  ];
  expect(await channel.send(lina, { text: "On regarde ?", options }, conversation)).toEqual({
    outcome: "delivered",
    networkId: "O1",
  });
  expect(done).toEqual([
    `typing ${lina}@c.us`,
    "1710 ms",
    `${lina}@c.us: On regarde ?\n\n1. Oui\n2. Non`,
  ]);
});

test("a hidden id is written to as it is", async () => {
  const { channel, done } = channelWith();
  await channel.send("777777777777@lid", hello, conversation);
  expect(done[0]).toBe("typing 777777777777@lid");
});

test("whoever never wrote to us is never written to", async () => {
  const { channel, done, called } = channelWith({ heardAt: null });
  expect(await channel.send(lina, hello, conversation)).toMatchObject({ outcome: "refused" });
  expect(done).toEqual([]);
  expect(called).toEqual([]);
});

test.each([
  ["a reminder six days after their last words leaves", 6, { ...hello, template }, "delivered", 0],
  ["a reminder eight days after is a call to make", 8, { ...hello, template }, "refused", 1],
  ["a worker's answer leaves all the same", 8, hello, "delivered", 0],
] as const)("%s", async (_, age, reply, outcome, calls) => {
  const { channel, called } = channelWith({ heardAt: after(now, -age * days) });
  expect(await channel.send(lina, reply, conversation)).toMatchObject({ outcome });
  expect(called).toHaveLength(calls);
});

test.each([
  ["Protocol error (Runtime.callFunctionOn): Target closed", "tryLater"],
  ["Attempted to use detached Frame 'A1'.", "tryLater"],
  ["Session closed. Most likely the page has been closed.", "tryLater"],
  [tooSlow, "unknown"],
  ["No LID for user", "unreachable"],
])("an error while it is said (%s) means %s", async (text, outcome) => {
  const { channel } = channelWith({ page: { say: () => Promise.reject(new Error(text)) } });
  expect(await channel.send(lina, hello, conversation)).toMatchObject({ outcome });
});

test("a string that is thrown is an error too", async () => {
  const { channel } = channelWith({ page: { say: () => Promise.reject("auth timeout") } });
  expect(await channel.send(lina, hello, conversation)).toMatchObject({ outcome: "tryLater" });
});

test("without a page, without a line, or too slow before anything was said: later", async () => {
  const moods: Moods[] = [
    { page: null },
    { page: { isConnected: async () => false } },
    { page: { showTyping: () => Promise.reject(new Error(tooSlow)) } },
  ];
  for (const mood of moods) {
    const { channel } = channelWith(mood);
    expect(await channel.send(lina, hello, conversation)).toMatchObject({ outcome: "tryLater" });
  }
});

test("a message whose id the page does not tell may have left", async () => {
  const { channel } = channelWith({ page: { say: async () => null } });
  expect(await channel.send(lina, hello, conversation)).toMatchObject({ outcome: "unknown" });
});

test("two people are answered one after the other, not at once", async () => {
  const pass = Promise.withResolvers<void>();
  const { channel, done } = channelWith({ wait: () => pass.promise });
  const both = [channel.send(lina, hello, "c1"), channel.send("33600000002", hello, "c2")];
  pass.resolve();
  await Promise.all(both);
  expect(done.map((one) => one.split(" ")[0])).toEqual([
    ...["typing", "1200", `${lina}@c.us:`],
    ...["typing", "1200", "33600000002@c.us:"],
  ]);
});

test("when the queue is long the next is asked for again later: a send is leased for a minute", async () => {
  const pass = Promise.withResolvers<void>();
  const { channel } = channelWith({ wait: () => pass.promise });
  const long = { text: "a".repeat(320), options: [] };
  const first = [1, 2].map((n) => channel.send(lina, long, `c${n}`));
  const third = channel.send(lina, long, "c3");
  expect(await channel.send(lina, long, "c4")).toEqual({
    ...{ outcome: "tryLater", afterMilliseconds: 24_000, why: "queue" },
  });
  pass.resolve();
  const all = await Promise.all([...first, third]);
  expect(all.map(({ outcome }) => outcome)).toEqual(["delivered", "delivered", "delivered"]);
});

test.each([
  ["a word", 5, 0.5, 1_200],
  ["a sentence", 100, 0.5, 3_900],
  ["a sentence, a quick hand", 100, 0, 3_120],
  ["a sentence, a slow hand", 100, 1, 4_680],
  ["a page", 3_000, 0.5, 8_000],
])("typing %s takes as long as a hand would, within bounds", (_, length, chance, milliseconds) => {
  expect(typingTime("a".repeat(length), chance)).toBe(milliseconds);
});

test("a file is fetched through the page, and later when there is none", async () => {
  const body = new Uint8Array([1, 2]);
  const page = { fetch: async () => ({ outcome: "fetched", type: "image/jpeg", body }) as const };
  expect(await channelWith({ page }).channel.fetchMedia?.("A1", 10)).toMatchObject({
    outcome: "fetched",
  });
  expect(await channelWith({ page: null }).channel.fetchMedia?.("A1", 10)).toMatchObject({
    outcome: "tryLater",
  });
});
