import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ConversationId } from "../../src/base/ids.ts";
import type { Content } from "../../src/base/message.ts";
import { instant } from "../../src/base/time.ts";
import { keepingChannel } from "../../src/channels/terminal.ts";
import { type NodeHouse, openNodeHouse } from "../../src/node/house.ts";
import { mondayMorning, openWorld, settingsWith } from "../world.ts";

const slug = "rencontres-et-loisirs";
const from = { channel: "telegram", account: "world", address: "lina" } as const;
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "trousseau-order-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function houseOn(file: string): Promise<NodeHouse> {
  return openNodeHouse({
    settings: settingsWith({
      DATABASE_URL: `file:${file}`,
      SECRET_KEY: "the same key for both of these processes",
    }),
    clock: { now: () => instant(mondayMorning) },
    sends: true,
    strictTexts: true,
    broke: (_, error) => {
      throw error;
    },
  });
}

const answers: readonly Content[] = [
  { kind: "choice", option: "accueil.language.french" },
  { kind: "choice", option: "menu.menu.aids" },
  { kind: "choice", option: "aides.which.guarantor" },
  { kind: "text", text: "19 ans" },
  { kind: "text", text: "étudiant" },
  { kind: "text", text: "non" },
];

test("twenty messages of one person at once, through two houses on one database, are one conversation in order", async () => {
  const file = join(folder, "two.db");
  const houses = [await houseOn(file), await houseOn(file)] as const;
  const kept = houses.map((house) => {
    const channel = keepingChannel("telegram", "world");
    house.connect(channel);
    return channel;
  });
  const messages = Array.from({ length: 20 }, (_, place) => ({
    id: String(place),
    from,
    at: instant(mondayMorning),
    content: answers[place] ?? ({ kind: "media", media: "sticker" } as const),
  }));
  // stored one after the other, as a network delivers them; answered by whoever comes first
  for (const [place, message] of messages.entries()) {
    expect(await houses[place % 2 === 0 ? 0 : 1].receive(slug, message)).toBe("stored");
  }
  await Promise.all(houses.map((house) => house.settled()));
  await houses[0].takeUpLeftovers();
  await Promise.all(houses.map((house) => house.settled()));

  const people = await houses[0].database.get("SELECT COUNT(*) AS n FROM Conversation");
  expect(people?.["n"]).toBe(1);
  const inbound = await houses[0].database.all("SELECT DISTINCT state FROM Inbound");
  expect(inbound).toEqual([{ state: "done" }]);
  const id = (await houses[0].store.conversations.conversationOf(slug, from)) as ConversationId;
  const known = (await houses[0].store.conversations.pending(id))?.conversation.memory.known;
  expect(known?.["age"]?.value).toBe(19);
  expect(known?.["status"]?.value).toBe("etudiant");
  expect(known?.["home.leaseSigned"]?.value).toBe(false);
  const outgoing = await houses[0].database.get(
    "SELECT COUNT(*) AS n FROM Outgoing WHERE state = 'sent'",
  );
  const sent = kept.flatMap((channel) => channel.taken("lina"));
  expect(sent).toHaveLength(Number(outgoing?.["n"]));
  expect(sent).toHaveLength(20);
  for (const house of houses) await house.close();
});

test("the same event again after a second, a day or seven days changes nothing", async () => {
  const world = await openWorld();
  await world.say("lina", { kind: "opened" }, "update-1");
  const before = (await world.standing("lina"))?.conversation;
  for (const wait of [1_000, 24 * 3_600_000, 7 * 24 * 3_600_000]) {
    world.pass(wait);
    expect(await world.say("lina", { kind: "opened" }, "update-1")).toEqual([]);
  }
  expect((await world.standing("lina"))?.conversation).toEqual(before);
  await world.close();
});

test("a lower id after a long silence is a new message: ids are a set, not a mark on a line", async () => {
  const world = await openWorld();
  await world.say("lina", { kind: "opened" }, "900");
  world.pass(8 * 24 * 3_600_000);
  expect(
    await world.say("lina", { kind: "choice", option: "accueil.language.french" }, "12"),
  ).toHaveLength(1);
  await world.close();
});

test("however deliveries are doubled and shuffled, each event is answered once", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(
        answers.map((_, place) => place).concat(answers.map((_, place) => place)),
        {
          minLength: answers.length * 2,
          maxLength: answers.length * 2,
        },
      ),
      async (order) => {
        const world = await openWorld();
        let replies = 0;
        for (const place of order) {
          const content = answers[place];
          if (content) replies += (await world.say("lina", content, `event-${place}`)).length;
        }
        const stored = await world.house.database.get(
          "SELECT COUNT(*) AS n FROM Inbound WHERE state = 'done'",
        );
        expect(stored?.["n"]).toBe(answers.length);
        expect(replies).toBe(answers.length);
        await world.close();
      },
    ),
    { numRuns: 15 },
  );
});
