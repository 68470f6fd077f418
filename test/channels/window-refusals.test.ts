import { expect, onTestFinished, test } from "vitest";
import { handBack } from "../../src/answering/hand-back.ts";
import { propose } from "../../src/answering/propose.ts";
import type { WorkerId } from "../../src/base/ids.ts";
import type { WrittenReply } from "../../src/base/message.ts";
import { hour, type Instant, minute } from "../../src/base/time.ts";
import { type Channel, type Delivery, forTheFirstTime } from "../../src/channels/channel.ts";
import { structure } from "../world.ts";
import { type HouseUnderTest, meet, openHouse } from "./house-under-test.ts";

const lina = "33600000001";
const nadia = "nadia" as WorkerId;
const day = 24 * hour;
const slot = "ml-carvin~conseillere-1~2612010830";

interface Left {
  readonly reply: WrittenReply;
  /** The approved text it left as; null for the words themselves. */
  readonly template: string | null;
  readonly networkId: string;
}

/** A network with a window of a day, that names what it takes; `mood` may answer for it. */
async function opened(mood: (window: string | undefined) => Delivery | null = () => null) {
  const left: Left[] = [];
  const channel: Channel = {
    ...{ name: "whatsapp", account: "world", replyWindow: day },
    async send(_, reply, __, { window } = forTheFirstTime) {
      const refused = mood(window);
      if (refused) return refused;
      const networkId = `wamid.${left.length + 1}`;
      const template = window === "closed" ? (reply.template?.name ?? "none") : null;
      left.push({ reply, template, networkId });
      return { outcome: "delivered", networkId };
    },
  };
  const under = await openHouse({ channel, network: "whatsapp" });
  onTestFinished(() => under.close());
  await meet(under, lina);
  return { under, left, conversation: await under.conversation(lina) };
}

async function refusedAsFreeText(under: HouseUnderTest, { networkId }: Left): Promise<void> {
  await under.house.heard(structure, "world", {
    ...{ networkId, state: "failed", failure: "131047", means: "windowClosed" },
    at: under.now(),
  });
  await under.house.settled();
}

const last = <Kind>(of: readonly Kind[]): Kind => {
  const one = of.at(-1);
  if (one === undefined) throw new Error("nothing left");
  return one;
};
const agenda = (under: HouseUnderTest) =>
  under.rows("SELECT status FROM Appointment").map(({ status }) => status);

test("an hour proposed after the window leaves as an approved text that shows it, with its three buttons", async () => {
  const { under, left, conversation } = await opened();
  under.pass(25 * hour);
  left.length = 0;
  expect(await propose(under.house, conversation, nadia, slot)).toBe("proposed");
  await under.house.deliver(conversation);
  expect(left).toMatchObject([{ template: "waiting_list_offer" }]);
  const { reply } = last(left);
  expect(reply.template?.values).toEqual({ when: "mardi 1er décembre à 9 h 30" });
  expect(reply.options.map(({ id }) => id.split("@")[0])).toEqual([
    "proposition.proposal.accept",
    "proposition.proposal.another",
    "proposition.proposal.talk",
  ]);
  await under.press(lina, reply.options[0]?.id ?? "");
  expect(agenda(under)).toEqual(["booked"]);
});

/** The team gives back a conversation after the window: the question asked again is held. */
async function questionHeld() {
  const opening = await opened();
  const { under, left, conversation } = opening;
  await propose(under.house, conversation, nadia, slot);
  await under.house.deliver(conversation);
  await under.house.store.handOvers.takeOver(conversation, nadia, under.now());
  under.pass(25 * hour);
  const seen = Number.MAX_SAFE_INTEGER;
  await handBack(under.house.answering, { conversation, worker: nadia, to: "step", seen });
  left.length = 0;
  await under.house.deliver(conversation);
  expect(left).toEqual([]);
  under.pass(minute);
  return opening;
}

test("words that let a held question leave do not answer it; the next ones do", async () => {
  const { under, left } = await questionHeld();
  await under.say(lina, "OK");
  expect(agenda(under)).toEqual(["proposed"]);
  expect(left.map(({ template, reply }) => [template, reply.text.includes("Ça te va ?")])).toEqual([
    [null, true],
  ]);
  under.pass(minute);
  await under.say(lina, "OK");
  expect(agenda(under)).toEqual(["booked"]);
});

test("danger is heard in the very words that let a held question leave", async () => {
  const { under, left } = await questionHeld();
  await under.say(lina, "je veux mourir");
  expect(left.map(({ reply }) => reply.text).join("\n")).toContain("3114");
});

test.each(["after it was named", "before"])(
  "a reminder refused by a status %s leaves as its approved text, once",
  async (order) => {
    const { under, left, conversation } = await opened();
    await propose(under.house, conversation, nadia, slot);
    await under.house.deliver(conversation);
    await under.press(lina, last(left).reply.options[0]?.id ?? "");
    const [due] = under.rows("SELECT MIN(dueAt) AS at FROM Reminder WHERE step = 'dayBefore'");
    under.setClock((Number(due?.["at"]) - hour) as Instant);
    await under.say(lina, "bonjour");
    under.setClock((Number(due?.["at"]) + minute) as Instant);
    const early = {
      reply: { text: "", options: [] },
      template: null,
      networkId: `wamid.${left.length + 1}`,
    };
    if (order === "before") await refusedAsFreeText(under, early);
    const before = left.length;
    await under.jobs();
    if (order !== "before") {
      expect(left.slice(before).map(({ template }) => template)).toEqual([null]);
      await refusedAsFreeText(under, last(left));
      await refusedAsFreeText(under, early);
    }
    expect(left.slice(before).map(({ template }) => template)).toEqual([null, "reminder"]);
    expect(under.rows("SELECT state FROM Outgoing WHERE kind = 'reminder'")).toEqual([
      { state: "sent" },
    ]);
    // an approved text that is refused the same way is not sent for ever
    await refusedAsFreeText(under, last(left));
    expect(left.slice(before)).toHaveLength(2);
  },
);

test("an announcement that was refused may be tried again, and says so", async () => {
  let isApproved = false;
  const { under, left, conversation } = await opened((window) =>
    window === "closed" && !isApproved ? { outcome: "refused", why: "132001" } : null,
  );
  await under.house.store.handOvers.takeOver(conversation, nadia, under.now());
  under.pass(25 * hour);
  left.length = 0;
  const announce = async () => {
    const outcome = await under.house.announce(conversation, nadia);
    await under.house.settled();
    return outcome;
  };
  expect(await announce()).toBe("announced");
  expect(await announce()).toBe("again");
  expect(left).toEqual([]);
  isApproved = true;
  // an answer announces itself, whatever became of the announcement before
  const reply = { text: "un", options: [] };
  await under.house.store.handOvers.answer(conversation, nadia, "k", reply, under.now());
  await under.house.deliver(conversation);
  expect(left.map(({ template }) => template)).toEqual(["worker_answered"]);
  expect(await announce()).toBe("already");
});

test.each(["after it was named", "before"])(
  "a worker's words refused by a status %s are held, and announced once",
  async (order) => {
    const { under, left, conversation } = await opened();
    const { handOvers } = under.house.store;
    await handOvers.takeOver(conversation, nadia, under.now());
    const reply = { text: "Je te rappelle demain.", options: [] };
    await handOvers.answer(conversation, nadia, "k", reply, under.now());
    const before = left.length;
    const named = { reply, template: null, networkId: `wamid.${before + 1}` };
    if (order === "before") await refusedAsFreeText(under, named);
    await under.house.deliver(conversation);
    if (order !== "before") await refusedAsFreeText(under, named);
    await refusedAsFreeText(under, named);
    await under.jobs();
    expect(left.slice(before).map(({ template }) => template)).toEqual([null, "worker_answered"]);
    expect(under.rows("SELECT state FROM Outgoing WHERE kind = 'worker'")).toEqual([
      { state: "held" },
    ]);
  },
);
