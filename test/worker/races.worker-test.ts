import { expect, test } from "vitest";
import type { Statement } from "../../src/store/database.ts";
import { everything } from "../store/hand-made.ts";
import { type Around, almostBook, meet, openInvocations } from "./invocations.ts";

const confirm = { kind: "choice", option: "rendez-vous.confirm.yes" } as const;

test("two invocations race for one slot: one has it, the other is told and offered others", async () => {
  const under = await openInvocations();
  for (const person of ["lina", "karim"]) {
    await meet(under, person);
    await almostBook(under, person);
    // what was chosen is held for ten minutes: both are shown the same time
    under.pass(10 * 60_000);
  }
  const before = under.sent.length;
  await under.receive("lina", confirm);
  await under.receive("karim", confirm);
  const [one, other] = under.errands.splice(0);
  if (!one || !other) throw new Error("two messages make two errands");
  await Promise.all([under.deliver(one.body), under.deliver(other.body)]);
  await under.drain();
  const booked = await under.rows("SELECT personId FROM Appointment WHERE status = 'booked'");
  expect(booked).toHaveLength(1);
  const told = under.sent.slice(before).map(({ reply }) => reply.text);
  expect(told.filter((text) => text.includes("189 avenue de la République"))).toHaveLength(1);
  expect(new Set(under.sent.slice(before).map(({ person }) => person)).size).toBe(2);
});

test("six messages of one person, taken up at once by six invocations, are answered one by one, in order, once", async () => {
  const alone = await openInvocations();
  await meet(alone, "lina");
  const words = ["c koi visal", "19 ans", "menu", "fsl", "menu", "alt"];
  const before = alone.sent.length;
  for (const word of words) await alone.say("lina", word);
  const expected = alone.sent.slice(before).map(({ reply }) => reply.text);

  const under = await openInvocations();
  await meet(under, "lina");
  const start = under.sent.length;
  for (const word of words) await under.receive("lina", word);
  await Promise.all(under.errands.splice(0).map(({ body }) => under.deliver(body)));
  await under.drain();
  for (let ticks = 0; ticks < 3; ticks++) {
    under.pass(60_000);
    await under.tick();
  }
  expect(under.sent.slice(start).map(({ reply }) => reply.text)).toEqual(expected);
});

test("an errand delivered twice, one after the other or at once, changes nothing more", async () => {
  const under = await openInvocations();
  await meet(under, "lina");
  await under.receive("lina", "c koi visal");
  const [errand] = under.errands.splice(0);
  if (!errand) throw new Error("a message makes an errand");
  const before = under.sent.length;
  await Promise.all([under.deliver(errand.body), under.deliver(errand.body)]);
  await under.deliver(errand.body);
  await under.drain();
  expect(under.sent.length).toBe(before + 1);
  const once = await everything(under.database);
  await under.deliver(errand.body);
  expect(await everything(under.database)).toBe(once);
});

test("the same network event twice, today or in a week, is one message", async () => {
  const under = await openInvocations();
  await meet(under, "lina");
  await under.receive("lina", "c koi visal", {}, "event-1");
  await under.drain();
  const before = await everything(under.database);
  await under.receive("lina", "c koi visal", {}, "event-1");
  under.pass(7 * 24 * 3600 * 1000);
  await under.receive("lina", "c koi visal", {}, "event-1");
  expect(under.errands).toEqual([]);
  expect(await everything(under.database)).toBe(before);
});

test("whichever statement of a booking's commit fails, nothing of it is left, and the next try writes it whole", async () => {
  const under = await openInvocations();
  await meet(under, "lina");
  await almostBook(under, "lina");
  await under.receive("lina", confirm);
  const [errand] = under.errands.splice(0);
  if (!errand) throw new Error("a message makes an errand");
  const before = await everything(under.database);
  let statements = 1;
  for (let place = 0; place < statements; place++) {
    const failing: Around = {
      through: (real) => ({
        ...real,
        batch(given: readonly Statement[]) {
          if (given.length < 4) return real.batch(given);
          statements = given.length;
          const broken = given.map((one, index) =>
            index === place ? { sql: "SELECT no_such_column FROM Person", values: [] } : one,
          );
          return real.batch(broken);
        },
      }),
    };
    expect(await under.deliver(errand.body, failing)).toBe("broke");
    expect(await everything(under.database), `statement ${place}`).toBe(before);
  }
  expect(statements).toBe(10);
  await under.deliver(errand.body);
  expect(await under.rows("SELECT status FROM Appointment")).toEqual([{ status: "booked" }]);
});

test("after a takeover commits, no word of the bot leaves; a worker who answers twice is heard once", async () => {
  const under = await openInvocations();
  await meet(under, "lina");
  await under.receive("lina", "c koi visal");
  const [errand] = under.errands.splice(0);
  if (errand?.body.kind !== "takeUp") throw new Error("a message makes an errand");
  const { conversation } = errand.body;
  const nadia = "nadia" as never;
  // the turn is committed; the worker takes the conversation before anything left
  await under.invoke((house) => house.answering.conversations.pending(conversation));
  await under.invoke(
    async (house) => {
      await house.answer(conversation);
    },
    {
      channel: (real) => ({
        ...real,
        send: async () => ({ outcome: "tryLater", afterMilliseconds: 2_000, why: "429" }),
      }),
    },
  );
  const before = under.sent.length;
  await under.invoke((house) => house.store.handOvers.takeOver(conversation, nadia, under.now()));
  under.pass(5_000);
  await under.drain();
  await under.tick();
  expect(under.sent.length).toBe(before);
  const answer = { text: "Bonjour, je suis là.", options: [] };
  const answers = await Promise.all(
    [1, 2].map(() =>
      under.invoke((house) =>
        house.store.handOvers.answer(conversation, nadia, "key-1", answer, under.now()),
      ),
    ),
  );
  expect([...answers].sort()).toEqual(["already", "queued"]);
  await under.invoke((house) => house.deliver(conversation));
  expect(under.sent.slice(before).map(({ reply }) => reply.text)).toEqual(["Bonjour, je suis là."]);
});
