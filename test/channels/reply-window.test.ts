import { expect, onTestFinished, test } from "vitest";
import { handBack } from "../../src/answering/hand-back.ts";
import type { WorkerId } from "../../src/base/ids.ts";
import type { WrittenReply } from "../../src/base/message.ts";
import { hour, type Instant, minute } from "../../src/base/time.ts";
import {
  type Channel,
  type Delivery,
  forTheFirstTime,
  type NetworkStatus,
} from "../../src/channels/channel.ts";
import { structure } from "../world.ts";
import { delivered, type HouseUnderTest, meet, openHouse } from "./house-under-test.ts";

const lina = "33600000001";
const nadia = "nadia" as WorkerId;
const day = 24 * hour;

interface Left {
  readonly text: string;
  readonly options: readonly string[];
  readonly template: string | null;
  readonly values: Readonly<Record<string, string>>;
  readonly window: string | undefined;
}

/** A network with a window of a day; `mood` may answer for it. */
function windowed(mood: (reply: WrittenReply, window: string | undefined) => Delivery | null) {
  const left: Left[] = [];
  const refused: WrittenReply[] = [];
  const channel: Channel = {
    ...{ name: "whatsapp", account: "world", replyWindow: day },
    async send(_, reply, __, { window } = forTheFirstTime) {
      const delivery = mood(reply, window) ?? delivered;
      if (delivery.outcome !== "delivered") {
        refused.push(reply);
        return delivery;
      }
      const { template } = reply;
      const asTemplate = window === "closed";
      if (asTemplate && !template) throw new Error("free text left after the window");
      left.push({
        ...{ text: reply.text, window, options: reply.options.map(({ id }) => id) },
        template: asTemplate ? (template?.name ?? null) : null,
        values: template?.values ?? {},
      });
      return delivery;
    },
  };
  return { channel, left, refused };
}

async function opened(
  mood: (reply: WrittenReply, window: string | undefined) => Delivery | null = () => null,
) {
  const network = windowed(mood);
  const under = await openHouse({ channel: network.channel, network: "whatsapp" });
  onTestFinished(() => under.close());
  await meet(under, lina);
  return { under, ...network };
}

async function takenOver(under: HouseUnderTest): Promise<void> {
  await under.house.store.handOvers.takeOver(await under.conversation(lina), nadia, under.now());
}

async function answer(under: HouseUnderTest, text: string): Promise<void> {
  const conversation = await under.conversation(lina);
  const reply = { text, options: [] };
  await under.house.store.handOvers.answer(conversation, nadia, text, reply, under.now());
  await under.house.deliver(conversation);
}

const texts = (left: readonly { readonly text: string }[]) => left.map(({ text }) => text);
const states = (under: HouseUnderTest) =>
  under
    .rows("SELECT state FROM Outgoing WHERE kind = 'worker' ORDER BY id")
    .map((row) => row["state"]);

test("within a day of the person's last message free text leaves; a minute after it, none", async () => {
  const { under, left } = await opened();
  await takenOver(under);
  left.length = 0;
  under.pass(day - 1);
  await answer(under, "un");
  expect(left).toMatchObject([{ text: "un", template: null, window: "open" }]);
  under.pass(1);
  await answer(under, "deux");
  expect(left.slice(1)).toMatchObject([{ template: "worker_answered", window: "closed" }]);
  expect(states(under)).toEqual(["sent", "held"]);
});

test("however many answers wait, they are announced once; the person writes and reads them all, in order", async () => {
  const { under, left } = await opened();
  await takenOver(under);
  under.pass(2 * day);
  left.length = 0;
  for (const text of ["un", "deux", "trois"]) await answer(under, text);
  under.pass(hour);
  await under.jobs();
  expect(left.map(({ template }) => template)).toEqual(["worker_answered"]);
  expect(states(under)).toEqual(["held", "held", "held"]);
  left.length = 0;
  await under.say(lina, "OK");
  expect(texts(left)).toEqual(["un", "deux", "trois"]);
  // and the next closed window is announced anew
  under.pass(2 * day);
  left.length = 0;
  await answer(under, "quatre");
  expect(left.map(({ template }) => template)).toEqual(["worker_answered"]);
});

test("the team's words that waited leave before the bot's answer to what was just written", async () => {
  const { under, left } = await opened();
  await takenOver(under);
  under.pass(2 * day);
  await answer(under, "un");
  const conversation = await under.conversation(lina);
  await under.house.store.database.run({
    sql: "UPDATE Conversation SET heldBy = 'bot', workerId = NULL, epoch = epoch + 1 WHERE id = ?",
    values: [conversation],
  });
  left.length = 0;
  await under.say(lina, "menu");
  expect(texts(left)[0]).toBe("un");
  expect(left).toHaveLength(2);
  expect(left.every(({ window }) => window === "open")).toBe(true);
});

test("what the bot wrote and could not say is held unannounced, and void once a worker took over", async () => {
  let isDown = true;
  const fault: Delivery = { outcome: "tryLater", afterMilliseconds: null, why: "502" };
  const { under, left } = await opened(() => (isDown ? fault : null));
  under.pass(day);
  isDown = false;
  await under.house.deliver(await under.conversation(lina));
  expect(left).toEqual([]);
  const held = under.rows("SELECT DISTINCT state FROM Outgoing");
  expect(held).toEqual([{ state: "held" }]);
  await takenOver(under);
  await under.say(lina, "re");
  expect(left).toEqual([]);
  expect(under.rows("SELECT DISTINCT state, failure FROM Outgoing")).toEqual([
    { state: "dropped", failure: "owner changed" },
  ]);
});

test("a reminder outside the window leaves as its template: an hour, no place, no reason", async () => {
  const { under, left } = await opened();
  await under.press(lina, "menu.menu.book");
  await under.say(lina, "62220");
  await under.press(lina, "rendez-vous.site.ml-carvin");
  await under.press(lina, left.at(-1)?.options.filter((id) => id.includes("ml-carvin"))[2] ?? "");
  await under.press(lina, "rendez-vous.confirm.yes");
  const [row] = under.rows("SELECT MAX(dueAt) AS at FROM Reminder WHERE step = 'dayBefore'");
  under.setClock(Number(row?.["at"]) as Instant);
  left.length = 0;
  await under.jobs();
  const reminder = left.find(({ template }) => template === "reminder");
  expect(reminder?.values["when"]).toMatch(/^\S+ \S+ \S+ à \d+ h( \d\d)?$/);
  expect(Object.keys(reminder?.values ?? {})).toEqual(["when"]);
  expect(left.filter(({ window, template }) => window === "closed" && !template)).toEqual([]);
});

test("the network says the window is closed though we counted otherwise: the same road is taken", async () => {
  const closed: Delivery = { outcome: "windowClosed", why: "131047" };
  let isStrict = false;
  const { under, left, refused } = await opened((_, window) =>
    isStrict && window === "open" ? closed : null,
  );
  await takenOver(under);
  left.length = 0;
  isStrict = true;
  await answer(under, "un");
  expect(texts(refused)).toEqual(["un"]);
  expect(left.map(({ template }) => template)).toEqual(["worker_answered"]);
  expect(states(under)).toEqual(["held"]);
  isStrict = false;
  under.pass(minute);
  await under.say(lina, "OK");
  expect(texts(left).at(-1)).toBe("un");
});

test("told so only after it was accepted, it is held all the same, and announced", async () => {
  const { under, left } = await opened((reply) =>
    reply.text === "un" ? { outcome: "delivered", networkId: "wamid.9" } : null,
  );
  await takenOver(under);
  await answer(under, "un");
  left.length = 0;
  const status: NetworkStatus = {
    ...{ networkId: "wamid.9", state: "failed", failure: "131047", means: "windowClosed" },
    at: under.now(),
  };
  for (const time of [1, 2]) {
    await under.house.heard(structure, "world", status);
    await under.house.settled();
    expect([time, left.map(({ template }) => template)]).toEqual([time, ["worker_answered"]]);
  }
  expect(states(under)).toEqual(["held"]);
});

test("an announcement that has not left when the person writes is not sent any more", async () => {
  let isDown = false;
  const fault: Delivery = { outcome: "tryLater", afterMilliseconds: null, why: "502" };
  const { under, left } = await opened(() => (isDown ? fault : null));
  await takenOver(under);
  under.pass(2 * day);
  isDown = true;
  await answer(under, "un");
  isDown = false;
  left.length = 0;
  await under.say(lina, "vous êtes là ?");
  expect(texts(left)).toEqual(["un"]);
});

test("what waited a week for somebody who did not write is given up, and the team sees it", async () => {
  const { under, left } = await opened();
  await takenOver(under);
  under.pass(2 * day);
  await answer(under, "un");
  under.pass(7 * day + minute);
  await under.jobs();
  const shown = await under.house.store.transcripts.of(await under.conversation(lina), {
    notes: false,
  });
  expect(shown.find(({ from }) => from === "worker")).toMatchObject({
    ...{ state: "failed", failure: "window closed" },
  });
  left.length = 0;
  await under.say(lina, "OK");
  expect(texts(left)).not.toContain("un");
});

test("the receipt of an erasure leaves though every message of the person is gone", async () => {
  const { under, left } = await opened();
  left.length = 0;
  await under.say(lina, "supprimer mes données");
  await under.press(lina, "mes-donnees.whatNow.erase");
  await under.press(lina, "mes-donnees.sure.yesErase");
  expect(under.rows("SELECT id FROM Inbound")).toEqual([]);
  expect(left.length).toBeGreaterThan(1);
  expect(under.rows("SELECT DISTINCT state FROM Outgoing")).toEqual([{ state: "sent" }]);
});

test("typed on the phone, the conversation is the team's: no word of the bot leaves, any worker gives it back", async () => {
  const { under, left } = await opened();
  const words = { networkId: "p1", address: lina, text: "je te rappelle", at: under.now() };
  expect(await under.house.spokenOnPhone(structure, "whatsapp", "world", words)).toBe("theirs");
  left.length = 0;
  await under.say(lina, "menu");
  expect(left).toEqual([]);
  const conversation = await under.conversation(lina);
  const seen = Number.MAX_SAFE_INTEGER;
  expect(
    await handBack(under.house.answering, { conversation, worker: nadia, to: "menu", seen }),
  ).toBe("done");
  await under.house.deliver(conversation);
  expect(left).toHaveLength(1);
});

test("a worker announces by hand what waits, once a window, and only what they hold", async () => {
  const { under, left } = await opened();
  const conversation = await under.conversation(lina);
  under.pass(2 * day);
  expect(await under.house.announce(conversation, nadia)).toBe("notYours");
  await takenOver(under);
  left.length = 0;
  expect(await under.house.announce(conversation, nadia)).toBe("announced");
  await under.house.settled();
  expect(await under.house.announce(conversation, nadia)).toBe("already");
  await under.house.settled();
  expect(left.map(({ template }) => template)).toEqual(["worker_answered"]);
});

test("an announcement that the network refused may be asked for again: the person was not told", async () => {
  const { under, left } = await opened();
  const conversation = await under.conversation(lina);
  under.pass(2 * day);
  await takenOver(under);
  left.length = 0;
  await under.house.announce(conversation, nadia);
  await under.house.settled();
  under.house.database.connection.exec(
    "UPDATE Outgoing SET state = 'failed', failure = '132001' WHERE kind = 'receipt' AND state = 'sent'",
  );
  expect(await under.house.announce(conversation, nadia)).toBe("again");
  await under.house.settled();
  expect(left.map(({ template }) => template)).toEqual(["worker_answered", "worker_answered"]);
});

test("nothing is sent to a number that somebody left, and the team sees it", async () => {
  const { under, left } = await opened();
  await takenOver(under);
  left.length = 0;
  const conversation = await under.conversation(lina);
  const from = { channel: "whatsapp", account: "world", address: lina } as const;
  await under.house.moved(structure, from, under.now());
  const reply = { text: "un", options: [] };
  await under.house.store.handOvers.answer(conversation, nadia, "k", reply, under.now());
  await under.house.deliver(conversation);
  expect(left).toEqual([]);
  expect(under.rows("SELECT state, failure FROM Outgoing WHERE kind = 'worker'")).toEqual([
    { state: "failed", failure: "unreachable: moved" },
  ]);
});
