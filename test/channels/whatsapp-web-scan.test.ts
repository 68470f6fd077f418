import { expect, test } from "vitest";
import { after, hour, type Instant, instant, minute } from "../../src/base/time.ts";
import type { WebDoor } from "../../src/channels/whatsapp-web-door.ts";
import type { WebMessage } from "../../src/channels/whatsapp-web-message.ts";
import { ownWords } from "../../src/channels/whatsapp-web-own.ts";
import { idsKnownBy } from "../../src/node/whatsapp-web-ids.ts";
import type { BrowserPage, Wait } from "../../src/node/whatsapp-web-page.ts";
import { scanUnread } from "../../src/node/whatsapp-web-scan.ts";
import { waitsByHand } from "../stand-in/waits-by-hand.ts";

const pairedAt = instant("2026-11-23T09:00:00+01:00");
const lina = "33600000001";
const sami = "33600000002";
const neighbour = "33600000003";

type Written = Readonly<Record<string, readonly string[]>>;

/** A wait that lasts until its signal is given. */
const never: Wait = (_, signal) =>
  new Promise((resolve) => signal.addEventListener("abort", () => resolve()));

/**
 * A page with what each chat has unread, oldest first; asking for one of `broken` fails, for one of `mute`
 * has no answer.
 */
function pageWith(written: Written, broken: readonly string[] = [], mute: readonly string[] = []) {
  const asked: [string, number][] = [];
  const hung = Promise.withResolvers<void>();
  const page: BrowserPage = {
    unreadChats: async () =>
      Object.entries(written).map(([who, texts]) => ({ id: `${who}@c.us`, unread: texts.length })),
    async lastOf(chat, count) {
      const who = chat.replace("@c.us", "");
      asked.push([who, count]);
      if (mute.includes(who)) {
        hung.resolve();
        return new Promise(() => undefined);
      }
      if (broken.includes(who)) throw new Error("the page did not answer in time");
      return (written[who] ?? []).slice(-count).map((text) => message(who, text));
    },
    idsOf: async () => [],
    renewCode: async () => {},
    isConnected: async () => true,
    showTyping: async () => {},
    say: async () => null,
    fetch: async () => ({ outcome: "gone", why: "no file" }),
  };
  return { page, asked, hung: hung.promise };
}

function message(who: string, body: string): WebMessage {
  const id = `${who}|${body}`;
  return {
    id: { id, _serialized: id, fromMe: false, remote: `${who}@c.us` },
    ...{ body, timestamp: Math.floor(pairedAt / 1000), type: "chat", rawData: {} },
    ...{ hasMedia: false, isStatus: false, broadcast: false },
  };
}

function doorWith(known: readonly string[]) {
  const taken: string[] = [];
  const door: WebDoor = {
    account: "rencontres-et-loisirs",
    clock: { now: () => after(pairedAt, hour) },
    own: ownWords(),
    pairedAt: () => pairedAt,
    isKnown: async ({ address }) => known.includes(address),
    otherIds: async () => [],
    receive: async ({ id }) => taken.push(id),
    spokenOnPhone: async () => {},
    heard: async () => {},
    moved: async () => {},
  };
  return { door, taken };
}

test("a chat that fails is told, and the others are taken up", async () => {
  const { page } = pageWith({ [neighbour]: ["Salut"], [lina]: ["19"], [sami]: ["oui"] }, [lina]);
  const { door, taken } = doorWith([lina, sami]);
  const failures: unknown[] = [];
  const failed = (error: unknown) => failures.push(error);
  const left = await scanUnread({ page, door, failed, wait: never }, await page.unreadChats());
  expect(left).toEqual([]);
  expect(taken).toEqual([`${sami}|oui`]);
  expect(failures).toMatchObject([{ message: "the page did not answer in time" }]);
});

test("of a chat that is not ours only the newest message is looked at", async () => {
  const { page, asked } = pageWith({
    [neighbour]: ["Salut", "tu viens ?", "dimanche"],
    [lina]: ["19", "ans"],
    [sami]: ["Coucou", "Bonjour Trousseau"],
  });
  const { door, taken } = doorWith([lina]);
  const failed = (error: unknown) => {
    throw error;
  };
  await scanUnread({ page, door, failed, wait: never }, await page.unreadChats());
  expect(asked).toEqual([
    [neighbour, 1],
    [lina, 2],
    [sami, 1],
  ]);
  expect(taken).toEqual([`${lina}|19`, `${lina}|ans`, `${sami}|Bonjour Trousseau`]);
});

test("one look takes a minute at most: who hangs is left for the next, after all others", async () => {
  const written = { [lina]: ["19"], [sami]: ["oui"], [neighbour]: ["non"] };
  const { page, hung } = pageWith(written, [], [sami]);
  const { door, taken } = doorWith([lina, sami, neighbour]);
  const waits = waitsByHand();
  const scan = { page, door, wait: waits.wait, failed: () => undefined };
  const look = scanUnread(scan, await page.unreadChats());
  await hung;
  await waits.pass(minute);
  const left = await look;
  expect(taken).toEqual([`${lina}|19`]);
  expect(left.map(({ id }) => id)).toEqual([`${neighbour}@c.us`, `${sami}@c.us`]);
});

test("however many chats are unread, a page that has no answer holds up what comes in for a minute", async () => {
  const all = [lina, sami, neighbour];
  const written = Object.fromEntries(all.map((who) => [who, ["Bonjour"]]));
  const { page, asked, hung } = pageWith(written, [], all);
  const { door } = doorWith(all);
  const waits = waitsByHand();
  const scan = { page, door, wait: waits.wait, failed: () => undefined };
  const look = scanUnread(scan, await page.unreadChats());
  await hung;
  await waits.pass(minute);
  expect(await look).toHaveLength(3);
  expect(asked).toEqual([[lina, 1]]);
});

test("what a chat answers after the look is over is not taken then, out of its order", async () => {
  const { page } = pageWith({ [lina]: ["19"], [sami]: ["oui"] });
  const { door, taken } = doorWith([lina, sami]);
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  const slow: BrowserPage = {
    ...page,
    async lastOf(chat, count) {
      if (chat === `${sami}@c.us`) {
        asked.resolve();
        await answer.promise;
      }
      return page.lastOf(chat, count);
    },
  };
  const waits = waitsByHand();
  const scan = { page: slow, door, wait: waits.wait, failed: () => undefined };
  const look = scanUnread(scan, await page.unreadChats());
  await asked.promise;
  await waits.pass(minute);
  const left = await look;
  answer.resolve();
  await scanUnread({ ...scan, wait: never }, left);
  expect(taken).toEqual([`${lina}|19`, `${sami}|oui`]);
});

test("the hidden id behind a number is asked again after an hour: the number may be another person's", async () => {
  const clock: { at: Instant } = { at: pairedAt };
  let hidden = "111111111111@lid";
  const { page } = pageWith({});
  const othersOf = idsKnownBy(() => ({ ...page, idsOf: async () => [hidden, `${lina}@c.us`] }), {
    now: () => clock.at,
  });
  expect(await othersOf(lina)).toEqual(["111111111111@lid"]);
  hidden = "222222222222@lid";
  clock.at = after(pairedAt, hour - 1);
  expect(await othersOf(lina)).toEqual(["111111111111@lid"]);
  clock.at = after(pairedAt, hour);
  expect(await othersOf(lina)).toEqual(["222222222222@lid"]);
});
