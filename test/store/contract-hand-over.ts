import { expect, test } from "vitest";
import type { WorkerId } from "../../src/base/ids.ts";
import { after, minute } from "../../src/base/time.ts";
import type { Database } from "../../src/store/database.ts";
import {
  countOf,
  everything,
  metBy,
  morning,
  readAgain,
  saying,
  storeOn,
  turnOn,
} from "./hand-made.ts";

const nadia = "nadia" as WorkerId;
const paul = "paul" as WorkerId;

/** Who holds the conversation, and what a worker writes. */
export function handOverContract(open: () => Promise<Database>): void {
  test("two workers who take one conversation at once: one has it, the other is told", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await metBy(store, "lina");
    const outcomes = await Promise.all([
      store.handOvers.takeOver(lina, nadia, morning),
      store.handOvers.takeOver(lina, paul, morning),
    ]);
    expect([...outcomes].sort()).toEqual(["taken", "yours"]);
    const { conversation } = await readAgain(store, lina);
    const winner = outcomes[0] === "yours" ? nadia : paul;
    expect(conversation).toMatchObject({ heldBy: "worker", workerId: winner, epoch: 1 });
    expect(await countOf(database, "Event WHERE kind = 'takenOver'")).toBe(1);

    // the one who has it may take it again: nothing changes
    const before = await everything(database);
    expect(await store.handOvers.takeOver(lina, winner, after(morning, minute))).toBe("yours");
    expect(await everything(database)).toBe(before);
  });

  test("nobody takes a conversation that is not there", async () => {
    const store = storeOn(await open());
    expect(await store.handOvers.takeOver("nowhere" as never, nadia, morning)).toBe("gone");
  });

  test("a turn made before the takeover is stale after it", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await metBy(store, "lina");
    const pending = await readAgain(store, lina);
    await store.handOvers.takeOver(lina, nadia, morning);
    const before = await everything(database);
    expect(await store.conversations.commit(turnOn(store, pending))).toEqual({ outcome: "stale" });
    expect(await everything(database)).toBe(before);
  });

  test("the epoch rises when it is taken and when it is given back: older replies are outdated", async () => {
    const store = storeOn(await open());
    const lina = await metBy(store, "lina");
    expect((await store.outgoing.toSend(lina)).map(({ outdated }) => outdated)).toEqual([false]);
    await store.handOvers.takeOver(lina, nadia, morning);
    expect((await store.outgoing.toSend(lina)).map(({ outdated }) => outdated)).toEqual([true]);
    await store.handOvers.answer(lina, nadia, "k1", saying("je suis là"), morning);

    const held = await readAgain(store, lina);
    expect(held.conversation.epoch).toBe(1);
    const back = turnOn(store, held, {
      standing: { heldBy: "bot", urgency: "none", need: null, waitingSince: null },
      newOwner: { workerId: null },
      replies: [saying("me revoilà")],
    });
    expect((await store.conversations.commit(back)).outcome).toBe("committed");
    const { conversation } = await readAgain(store, lina);
    expect(conversation).toMatchObject({ heldBy: "bot", workerId: null, epoch: 2 });
    const standing = (await store.outgoing.toSend(lina)).map(
      ({ kind, outdated }) => `${kind} ${outdated}`,
    );
    expect(standing).toEqual(["reply true", "worker true", "reply false"]);
  });

  test("a worker's words are queued once for one key, whatever the network repeats", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await metBy(store, "lina");
    await store.handOvers.takeOver(lina, nadia, morning);
    const twice = await Promise.all([
      store.handOvers.answer(lina, nadia, "k1", saying("bonjour"), morning),
      store.handOvers.answer(lina, nadia, "k1", saying("bonjour"), morning),
    ]);
    expect([...twice].sort()).toEqual(["already", "queued"]);
    expect(
      await store.handOvers.answer(lina, nadia, "k1", saying("bonjour"), after(morning, minute)),
    ).toBe("already");
    expect(await store.handOvers.answer(lina, nadia, "k2", saying("bonjour"), morning)).toBe(
      "queued",
    );
    expect(await countOf(database, "Outgoing WHERE kind = 'worker'")).toBe(2);
  });

  test.each(["nobody", "another worker"])(
    "a worker does not write while %s holds it",
    async (holder) => {
      const database = await open();
      const store = storeOn(database);
      const lina = await metBy(store, "lina");
      if (holder === "another worker") await store.handOvers.takeOver(lina, paul, morning);
      const before = await everything(database);
      expect(await store.handOvers.answer(lina, nadia, "k1", saying("bonjour"), morning)).toBe(
        "notYours",
      );
      expect(await everything(database)).toBe(before);
    },
  );

  test("notes live apart: never to be sent, never in what the person sees", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await metBy(store, "lina");
    const before = await store.outgoing.toSend(lina);
    const twice = await Promise.all([
      store.handOvers.note(lina, nadia, "n1", "à rappeler", morning),
      store.handOvers.note(lina, nadia, "n1", "à rappeler", morning),
    ]);
    expect([...twice].sort()).toEqual(["already", "noted"]);
    expect(await store.outgoing.toSend(lina)).toEqual(before);
    const shown = await store.transcripts.of(lina, { notes: false });
    expect(shown.filter(({ from }) => from === "note")).toEqual([]);
    const forTeam = await store.transcripts.of(lina, { notes: true });
    expect(forTeam.filter(({ from }) => from === "note")).toMatchObject([
      { text: "à rappeler", author: nadia },
    ]);
  });

  test("one sender at a time: a claim holds until its lease ends, and a dead one is freed at once", async () => {
    const store = storeOn(await open());
    const lina = await metBy(store, "lina");
    const [message] = await store.outgoing.toSend(lina);
    const id = message?.id ?? 0;
    const until = after(morning, minute);
    const claims = await Promise.all(
      ["a", "b"].map((who) => store.outgoing.claim(id, who, morning, until)),
    );
    expect([...claims].sort()).toEqual([false, true]);
    expect(await store.outgoing.due(morning, morning, 10)).toEqual([]);
    expect(await store.outgoing.freeLeasesOf(["somebody"])).toBe(0);
    expect(await store.outgoing.freeLeasesOf(["a", "b"])).toBe(1);
    expect(await store.outgoing.due(morning, morning, 10)).toEqual([lina]);
    expect(await store.outgoing.claim(id, "c", morning, until)).toBe(true);
    expect(await store.outgoing.claim(id, "d", after(until, 1), after(until, minute))).toBe(true);
  });

  test("a job is one process's until it ends or its lease does", async () => {
    const { jobs } = storeOn(await open());
    const until = after(morning, 5 * minute);
    const claims = await Promise.all(
      ["a", "b"].map((who) => jobs.claim("reminders", who, morning, until)),
    );
    expect([...claims].sort()).toEqual([false, true]);
    const [winner, loser] = claims[0] ? ["a", "b"] : ["b", "a"];
    expect(await jobs.claim("reminders", loser ?? "", until, after(until, minute))).toBe(false);
    expect(await jobs.claim("reminders", loser ?? "", after(until, 1), after(until, minute))).toBe(
      true,
    );
    // the first one, come back from the dead, frees nothing of the other's
    await jobs.ended("reminders", winner ?? "", until, "ok:0");
    expect(await jobs.claim("reminders", winner ?? "", after(until, 2), after(until, minute))).toBe(
      false,
    );
    await jobs.ended("reminders", loser ?? "", until, "ok:3");
    expect(await jobs.claim("reminders", winner ?? "", after(until, 2), after(until, minute))).toBe(
      true,
    );
    expect(await jobs.all()).toEqual([{ name: "reminders", lastRunAt: until, lastResult: "ok:3" }]);
  });
}
