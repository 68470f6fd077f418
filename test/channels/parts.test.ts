import { expect, onTestFinished, test } from "vitest";
import type { WorkerId } from "../../src/base/ids.ts";
import { second } from "../../src/base/time.ts";
import { telegramChannel } from "../../src/channels/telegram.ts";
import { whatsappCloudChannel } from "../../src/channels/whatsapp-cloud.ts";
import { openBotApi } from "../stand-in/bot-api.ts";
import { graphToken, openGraphApi } from "../stand-in/graph-api.ts";
import { type HouseUnderTest, meet, openHouse } from "./house-under-test.ts";

const lina = "33639980001";
const nadia = "nadia" as WorkerId;
const words = Array.from({ length: 2000 }, (_, place) => `mot${place}`).join(" ");

/** A network, and how it meets the part after next with a mood that lasts longer than one sending. */
interface Carrier {
  readonly under: HouseUnderTest;
  texts(): readonly string[];
  /** Once one more text has left, the next meets trouble. */
  troubleAfterOne(): Promise<void>;
}

async function telegram(): Promise<Carrier> {
  const api = await openBotApi();
  const under = await openHouse({ channel: telegramChannel("world:test", api.root) });
  onTestFinished(async () => {
    await under.close();
    await api.close();
  });
  return {
    under,
    texts: () => api.texts(Number(lina)),
    async troubleAfterOne() {
      const before = api.calls.length;
      await api.until((calls) => calls.length === before + 1);
      api.mood("sendMessage", { status: 429, description: "Too Many Requests", retryAfter: 30 });
    },
  };
}

async function whatsapp(): Promise<Carrier> {
  const api = await openGraphApi();
  const number = { account: "world", token: graphToken, root: api.root };
  const under = await openHouse({ channel: whatsappCloudChannel(number), network: "whatsapp" });
  onTestFinished(async () => {
    await under.close();
    await api.close();
  });
  return {
    under,
    texts: () => api.textsTo(lina),
    async troubleAfterOne() {
      const before = api.calls.length;
      await api.until((calls) => calls.length === before + 1);
      api.mood({ status: 400, code: 131_056, retryAfter: "30" });
    },
  };
}

/** A worker's long answer whose second part meets trouble; what left before is left out. */
async function halfLeft(open: () => Promise<Carrier>) {
  const { under, texts, troubleAfterOne } = await open();
  await meet(under, lina);
  const conversation = await under.conversation(lina);
  const { handOvers } = under.house.store;
  await handOvers.takeOver(conversation, nadia, under.now());
  await handOvers.answer(conversation, nadia, "k", { text: words, options: [] }, under.now());
  const before = texts().length;
  const trouble = troubleAfterOne();
  await under.house.deliver(conversation);
  await trouble;
  return { under, conversation, left: () => texts().slice(before) };
}

const row = (under: HouseUnderTest) =>
  under.rows("SELECT state, failure FROM Outgoing WHERE kind = 'worker'");

test.each([
  ["Telegram", telegram],
  ["the Cloud API", whatsapp],
])(
  "%s is busy after the first part: what left never leaves again, the rest follows when asked",
  async (_, open) => {
    const { under, left } = await halfLeft(open);
    expect(left()).toHaveLength(1);
    under.pass(29 * second);
    await under.jobs();
    expect(left()).toHaveLength(1);
    under.pass(second);
    await under.jobs();
    expect(left().length).toBeGreaterThan(2);
    expect(left().join(" ")).toBe(words);
    expect(row(under)).toEqual([{ state: "sent", failure: null }]);
  },
);

test("what a takeover leaves unsaid of the bot's words is shown as what left", async () => {
  const { under, conversation, left } = await halfLeft(telegram);
  under.house.database.connection.exec(
    "UPDATE Outgoing SET kind = 'reply', epoch = -1 WHERE kind = 'worker'",
  );
  under.pass(30 * second);
  await under.house.deliver(conversation);
  expect(left()).toHaveLength(1);
  expect(under.rows("SELECT state FROM Outgoing WHERE epoch = -1")).toEqual([{ state: "sent" }]);
});
