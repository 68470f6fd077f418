import fc from "fast-check";
import { expect, test } from "vitest";
import { type HandBack, handBack } from "../../src/answering/hand-back.ts";
import { propose } from "../../src/answering/propose.ts";
import type { WorkerId } from "../../src/base/ids.ts";
import { hour, minute } from "../../src/base/time.ts";
import { structure } from "../world.ts";
import {
  account,
  bookFor,
  buttonsOf,
  type HouseUnderTest,
  meet,
  openHouse,
} from "./house-under-test.ts";

const nadia = "nadia" as WorkerId;
const paul = "paul" as WorkerId;
const lina = "lina";
/** The worker has seen everything. */
const seen = Number.MAX_SAFE_INTEGER;

type Step =
  | { readonly kind: "say" | "safety" | "button" | "jobs" | "erase" }
  /** Somebody of the team types on the phone itself; the network takes nothing for a while. */
  | { readonly kind: "onPhone" | "networkDown" }
  | { readonly kind: "takeOver" | "answer"; readonly worker: WorkerId }
  | { readonly kind: "handBack"; readonly worker: WorkerId; readonly to: HandBack["to"] }
  | { readonly kind: "wait"; readonly hours: number };

const worker = fc.constantFrom(nadia, paul);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom("say" as const, "button" as const, "safety" as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom("takeOver" as const, "answer" as const), worker }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("handBack" as const),
      worker,
      to: fc.constantFrom<HandBack["to"]>("step", "menu", "closed"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("wait" as const),
      hours: fc.integer({ min: 1, max: 20 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("jobs" as const, "erase" as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom("onPhone" as const, "networkDown" as const) }),
  },
);

test("in any order of messages, takeovers, answers, words on the phone, hand-backs, reminders, failures and erasures: never the bot under a worker, never a message lost", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
      let holder: unknown = null;
      let down = 0;
      const trespasses: string[] = [];
      const under = await openHouse({
        mood(sent) {
          holder = under.rows("SELECT heldBy FROM Conversation")[0]?.["heldBy"];
          if (holder === "worker" && ["reply", "safety"].includes(sent.kind))
            trespasses.push(sent.kind);
          if (down > 0) {
            down--;
            return { outcome: "tryLater", afterMilliseconds: null, why: "down" };
          }
          return { outcome: "delivered", networkId: null };
        },
      });
      await meet(under, lina);
      await bookFor(under, lina, 2);
      let said = 0;
      for (const one of steps) {
        if (["say", "safety", "button"].includes(one.kind)) said++;
        if (one.kind === "networkDown") down = 2;
        else await playStep(under, one, said);
      }
      // what the network refused is tried again, until it is taken
      for (let minutes = 0; minutes < 10; minutes++) {
        under.pass(5 * minute);
        await under.jobs();
      }
      expect(trespasses).toEqual([]);
      // whatever was received and not erased since is done: nothing waits for ever
      expect(under.rows("SELECT id FROM Inbound WHERE state <> 'done'")).toEqual([]);
      expect(under.rows("SELECT id FROM Outgoing WHERE state IN ('queued', 'sending')")).toEqual(
        [],
      );
      await under.close();
    }),
    { numRuns: 40 },
  );
});

async function playStep(under: HouseUnderTest, one: Step, said: number): Promise<void> {
  const { handOvers } = under.house.store;
  const conversation = await under.conversation(lina).catch(() => null);
  switch (one.kind) {
    case "say":
      await under.say(lina, "c koi visale");
      return;
    case "safety":
      await under.say(lina, "je dors dehors ce soir");
      return;
    case "button":
      await under.press(lina, "menu.menu.aids");
      return;
    case "wait":
      under.pass(one.hours * hour);
      return;
    case "jobs":
      await under.jobs();
      return;
    case "onPhone": {
      const words = { address: lina, networkId: `phone-${under.now()}`, text: "je t'appelle" };
      await under.house.spokenOnPhone(structure, "telegram", account, {
        ...{ ...words, at: under.now() },
      });
      return;
    }
    case "networkDown":
      return;
    case "erase":
      await under.say(lina, "effacer mes données");
      await under.press(lina, "mes-donnees.whatNow.erase");
      await under.press(lina, "mes-donnees.sure.yesErase");
      await under.jobs();
      return;
    case "takeOver":
      if (conversation) await handOvers.takeOver(conversation, one.worker, under.now());
      return;
    case "answer": {
      if (!conversation) return;
      const reply = { text: `réponse ${said}`, options: [] };
      const key = `${one.worker}-${said}-${under.now()}`;
      const queued = await handOvers.answer(conversation, one.worker, key, reply, under.now());
      const before = under.sent.length;
      await under.house.deliver(conversation);
      if (queued === "queued")
        expect(under.sent.slice(before).map(({ kind }) => kind)).toContain("worker");
      return;
    }
    case "handBack":
      if (conversation)
        await handBack(under.house.answering, {
          conversation,
          worker: one.worker,
          to: one.to,
          seen,
        });
      if (conversation) await under.house.deliver(conversation);
      return;
  }
}

test("a danger written under a worker raises the urgency, and the bot says nothing", async () => {
  const under = await openHouse();
  await meet(under, lina);
  const conversation = await under.conversation(lina);
  await under.house.store.handOvers.takeOver(conversation, nadia, under.now());
  expect(await under.say(lina, "bonjour")).toEqual([]);
  const standing = async () =>
    (await under.house.store.conversations.pending(conversation))?.conversation;
  expect((await standing())?.urgency).toBe("none");
  expect(await under.say(lina, "je suis à la rue ce soir, je sais pas où dormir")).toEqual([]);
  expect(await standing()).toMatchObject({
    heldBy: "worker",
    workerId: nadia,
    urgency: "immediate",
  });
  expect(await under.say(lina, "ça va mieux merci")).toEqual([]);
  expect((await standing())?.urgency).toBe("immediate");
  expect(under.rows("SELECT value FROM Event WHERE kind = 'danger'")).toEqual([
    { value: "immediate" },
  ]);
  await under.close();
});

test.each(["caption", "edit"])(
  "a danger in a %s under a worker raises the urgency too",
  async (where) => {
    const under = await openHouse();
    await meet(under, lina);
    const conversation = await under.conversation(lina);
    await under.house.store.handOvers.takeOver(conversation, nadia, under.now());
    const text = "mon père me frappe";
    await under.say(
      lina,
      where === "edit"
        ? { kind: "edited", text }
        : { kind: "media", media: "image", caption: text },
    );
    const pending = await under.house.store.conversations.pending(conversation);
    expect(pending?.conversation.urgency).toBe("immediate");
    await under.close();
  },
);

test("under a worker the buttons of a reminder still work; the place in the conversation stays", async () => {
  const under = await openHouse();
  await meet(under, lina);
  await bookFor(under, lina, 2);
  const conversation = await under.conversation(lina);
  await under.house.store.handOvers.takeOver(conversation, nadia, under.now());
  const place = async () =>
    (await under.house.store.conversations.pending(conversation))?.conversation.memory.place;
  const before = await place();
  under.setClock("2026-11-30T18:00:00+01:00");
  await under.jobs();
  const reminder = under.sent.at(-1);
  expect(reminder?.kind).toBe("reminder");
  const [come, change, , how] = buttonsOf([...under.sent]);
  // for the worker to see to: the person is told so, and nothing else is begun
  const handedOn = await under.press(lina, change ?? "");
  expect(handedOn.map(({ kind, reply }) => [kind, reply.options])).toEqual([["receipt", []]]);
  const shown = await under.press(lina, how ?? "");
  expect(shown.map(({ kind }) => kind)).toEqual(["receipt"]);
  const confirmed = await under.press(lina, come ?? "");
  expect(confirmed.map(({ kind }) => kind)).toEqual(["receipt"]);
  expect(under.rows("SELECT confirmedAt FROM Appointment")).toEqual([{ confirmedAt: under.now() }]);
  expect(await place()).toEqual(before);
  await under.close();
});

test("under a worker a proposal can be accepted by its button, once", async () => {
  const under = await openHouse();
  await meet(under, lina);
  const conversation = await under.conversation(lina);
  await under.house.store.handOvers.takeOver(conversation, nadia, under.now());
  const slot = "ml-carvin~conseillere-1~2612010830";
  expect(await propose(under.house, conversation, paul, slot)).toBe("notYours");
  expect(await propose(under.house, conversation, nadia, slot)).toBe("proposed");
  await under.house.deliver(conversation);
  const [accept] = buttonsOf([...under.sent]);
  const first = await under.press(lina, accept ?? "");
  expect(first.map(({ kind }) => kind)).toEqual(["receipt"]);
  expect(under.rows("SELECT status, version FROM Appointment")).toEqual([
    { status: "booked", version: 2 },
  ]);
  await under.press(lina, accept ?? "");
  expect(under.rows("SELECT status, version FROM Appointment")).toEqual([
    { status: "booked", version: 2 },
  ]);
  const pending = await under.house.store.conversations.pending(conversation);
  expect(pending?.conversation).toMatchObject({ heldBy: "worker", workerId: nadia });
  await under.close();
});

test.each<[HandBack["to"], string | null]>([
  ["step", "commune"],
  ["menu", "menu"],
  ["closed", null],
])("given back at the %s: the bot waits at %s", async (to, waitsAt) => {
  const under = await openHouse();
  await meet(under, lina);
  await under.press(lina, "menu.menu.book");
  const conversation = await under.conversation(lina);
  await under.house.store.handOvers.takeOver(conversation, nadia, under.now());
  await under.say(lina, "bonjour");
  const before = under.sent.length;
  expect(await handBack(under.house.answering, { conversation, worker: paul, to: to, seen })).toBe(
    "notYours",
  );
  expect(await handBack(under.house.answering, { conversation, worker: nadia, to: to, seen })).toBe(
    "done",
  );
  await under.house.deliver(conversation);
  const pending = await under.house.store.conversations.pending(conversation);
  expect(pending?.conversation).toMatchObject({
    heldBy: "bot",
    workerId: null,
    epoch: 2,
    urgency: "none",
  });
  expect(pending?.conversation.memory.place?.step ?? null).toBe(waitsAt);
  expect(under.sent.length - before).toBe(to === "closed" ? 0 : 1);
  // and the bot answers again
  expect((await under.say(lina, "menu")).map(({ kind }) => kind)).toEqual(["reply"]);
  await under.close();
});

test("who waits for the team is told once that it is noted, however many messages follow in a row", async () => {
  const under = await openHouse();
  await meet(under, lina);
  await under.press(lina, "menu.menu.talk");
  under.pass(20 * minute);
  const replies = [];
  for (const text of ["j'ai une question", "sur mon dossier", "le numéro 4"]) {
    replies.push(...(await under.say(lina, text)));
    under.pass(20_000);
  }
  expect(replies).toHaveLength(1);
  expect(under.rows("SELECT COUNT(*) AS n FROM Event WHERE kind = 'noted'")).toEqual([{ n: 3 }]);
  await under.close();
});

test("a worker's words leave in order, and what the network put off of the bot's never does", async () => {
  let busy = false;
  const under = await openHouse({
    mood: () =>
      busy
        ? { outcome: "tryLater", afterMilliseconds: minute, why: "429" }
        : { outcome: "delivered", networkId: null },
  });
  await meet(under, lina);
  const conversation = await under.conversation(lina);
  busy = true;
  await under.press(lina, "menu.menu.book");
  busy = false;
  const { handOvers } = under.house.store;
  await handOvers.takeOver(conversation, nadia, under.now());
  const texts = ["un", "deux", "trois"];
  for (const text of texts) {
    await handOvers.answer(conversation, nadia, text, { text, options: [] }, under.now());
  }
  const before = under.sent.length;
  await under.house.deliver(conversation);
  expect(under.sent.slice(before).map(({ reply }) => reply.text)).toEqual(texts);
  expect(
    under.rows("SELECT state, failure FROM Outgoing WHERE kind = 'reply' ORDER BY id DESC LIMIT 1"),
  ).toEqual([{ state: "dropped", failure: "owner changed" }]);
  await under.close();
});

test("what was written since the worker looked is not swallowed by a hand back, danger least of all", async () => {
  const under = await openHouse();
  await meet(under, lina);
  const conversation = await under.conversation(lina);
  await under.house.store.handOvers.takeOver(conversation, nadia, under.now());
  const before = await under.house.store.conversations.lastHeard(conversation);
  await under.say(lina, "je veux mourir");
  const back = { conversation, worker: nadia, to: "closed" } as const;
  expect(await handBack(under.house.answering, { ...back, seen: before })).toBe("stale");
  const held = (await under.house.store.conversations.pending(conversation))?.conversation;
  expect(held?.heldBy).toBe("worker");
  expect(held?.urgency).toBe("immediate");
  expect(await handBack(under.house.answering, { ...back, seen })).toBe("done");
});

test("STOP stops the reminders under a worker too, with a receipt", async () => {
  const under = await openHouse();
  await meet(under, lina);
  const conversation = await under.conversation(lina);
  await under.house.store.handOvers.takeOver(conversation, nadia, under.now());
  const replies = await under.say(lina, "STOP");
  expect(replies.map(({ reply }) => reply.text).join()).toContain("plus de rappels");
  expect(under.rows("SELECT remindersStopped FROM Person")).toEqual([{ remindersStopped: 1 }]);
});
