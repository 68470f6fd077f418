import { expect, onTestFinished, test } from "vitest";
import type { WorkerId } from "../../src/base/ids.ts";
import { whatsAppWebChannel } from "../../src/channels/whatsapp-web.ts";
import { ownWords } from "../../src/channels/whatsapp-web-own.ts";
import { lastHeardAt } from "../../src/store/last-heard-at.ts";
import { account, type HouseUnderTest, meet, openHouse } from "./house-under-test.ts";

const lina = "33600000001";

/** The house on a phone; `whileTyped` happens once, while the next answer is typed. */
async function onPhone() {
  const said: string[] = [];
  let whileTyped = async () => {};
  const house: { under?: HouseUnderTest } = {};
  const opened = () => {
    if (!house.under) throw new Error("the house is not open yet");
    return house.under;
  };
  const channel = whatsAppWebChannel({
    ...{ account, clock: { now: () => opened().now() }, own: ownWords(), chance: () => 0.5 },
    page: () => ({
      isConnected: async () => true,
      showTyping: async () => {},
      say: async (_, text) => `said.${said.push(text)}`,
      fetch: async () => ({ outcome: "gone", why: "no file" }),
    }),
    lastHeardAt: (conversation) => lastHeardAt(opened().house.database, conversation),
    haveCalled: async () => {},
    wait: async () => {
      const happens = whileTyped;
      whileTyped = async () => {};
      await happens();
    },
  });
  const under = await openHouse({ channel, network: "whatsapp-web" });
  house.under = under;
  onTestFinished(() => under.close());
  await meet(under, lina);
  said.length = 0;
  return {
    ...{ under, said },
    happening(work: () => Promise<void>) {
      whileTyped = work;
    },
  };
}

test("an answer that was being typed when a worker took the conversation is never said", async () => {
  const { under, said, happening } = await onPhone();
  const conversation = await under.conversation(lina);
  happening(async () => {
    const nadia = "nadia" as WorkerId;
    await under.house.store.handOvers.takeOver(conversation, nadia, under.now());
  });
  await under.say(lina, "c'est quoi visale ?");
  expect(said).toEqual([]);
  expect(
    under.rows("SELECT DISTINCT state, failure, attempts FROM Outgoing WHERE state <> 'sent'"),
  ).toEqual([{ state: "dropped", failure: "owner changed", attempts: 0 }]);
});

test("an answer during which nothing happens is said", async () => {
  const { under, said } = await onPhone();
  await under.say(lina, "c'est quoi visale ?");
  expect(said).not.toEqual([]);
});
