import { expect, test } from "vitest";
import { after, hour, minute } from "../../src/base/time.ts";
import type { Database } from "../../src/store/database.ts";
import {
  addressOf,
  bookingOf,
  countOf,
  everything,
  formerKey,
  messageFrom,
  metBy,
  morning,
  presentKey,
  readAgain,
  saying,
  slug,
  storeOn,
  turnOn,
} from "./hand-made.ts";

/** Receiving, and writing a turn: whole, once, by one. */
export function turnsContract(open: () => Promise<Database>): void {
  test("a message is stored once, however often it comes", async () => {
    const database = await open();
    const store = storeOn(database);
    const message = messageFrom("lina", "bonjour", "7");
    const first = await store.conversations.accept(slug, message, morning);
    expect(first.outcome).toBe("stored");
    for (const wait of [1_000, 24 * hour, 7 * 24 * hour]) {
      const before = await everything(database);
      const again = await store.conversations.accept(slug, message, after(morning, wait));
      expect(again).toEqual({ outcome: "seen" });
      expect(await everything(database)).toBe(before);
    }
  });

  test("the same id on another account or channel is another message", async () => {
    const store = storeOn(await open());
    const message = messageFrom("lina", "bonjour", "7");
    const others = [
      message,
      { ...message, from: { ...message.from, account: "5151" } },
      { ...message, from: { ...message.from, channel: "web" as const } },
    ];
    const outcomes = [];
    for (const one of others)
      outcomes.push((await store.conversations.accept(slug, one, morning)).outcome);
    expect(outcomes).toEqual(["stored", "stored", "stored"]);
  });

  test("what waits is read in the order in which it was stored", async () => {
    const store = storeOn(await open());
    const conversation = await metBy(store, "lina");
    for (const id of ["30", "4", "17"]) {
      await store.conversations.accept(slug, messageFrom("lina", id, id), morning);
    }
    const { messages } = await readAgain(store, conversation);
    expect(messages.map(({ content }) => content)).toEqual([
      { kind: "text", text: "30" },
      { kind: "text", text: "4" },
      { kind: "text", text: "17" },
    ]);
  });

  test("an address is found again, and after the key was changed too", async () => {
    const database = await open();
    const former = storeOn(database, formerKey);
    const conversation = await metBy(former, "lina");
    expect(await former.conversations.conversationOf(slug, addressOf("lina"))).toBe(conversation);
    expect(await former.conversations.conversationOf(slug, addressOf("karim"))).toBeNull();

    const rotating = storeOn(database, presentKey, formerKey);
    expect(await rotating.conversations.conversationOf(slug, addressOf("lina"))).toBe(conversation);
    const again = await rotating.conversations.accept(
      slug,
      messageFrom("lina", "re", "2"),
      morning,
    );
    expect(again).toEqual({ outcome: "stored", conversation, released: 0 });
    expect((await readAgain(rotating, conversation)).conversation.memory.language).toBe("fr");

    // somebody who wrote and was answered meanwhile needs the former key no more
    await rotating.conversations.commit(turnOn(rotating, await readAgain(rotating, conversation)));
    await database.run({ sql: "DELETE FROM Outgoing WHERE id = 1", values: [] });
    const rotated = storeOn(database, presentKey);
    expect(await rotated.conversations.conversationOf(slug, addressOf("lina"))).toBe(conversation);
    const [toSend] = await rotated.outgoing.toSend(conversation);
    expect(toSend?.address).toBe("lina");
  });

  test("an event received before the key was changed is still known after", async () => {
    const database = await open();
    await metBy(storeOn(database, formerKey), "lina");
    const rotating = storeOn(database, presentKey, formerKey);
    const message = messageFrom("lina", "bonjour", "first-of-lina");
    expect(await rotating.conversations.accept(slug, message, morning)).toEqual({
      outcome: "seen",
    });
    expect(await countOf(database, "Inbound")).toBe(1);
  });

  test("an old event that comes again does not make somebody reachable", async () => {
    const database = await open();
    const store = storeOn(database);
    const conversation = await metBy(store, "lina");
    await store.outgoing.unreachable(conversation, morning);
    await store.conversations.accept(
      slug,
      messageFrom("lina", "bonjour", "first-of-lina"),
      morning,
    );
    expect((await database.get("SELECT unreachableSince FROM Address"))?.["unreachableSince"]).toBe(
      morning,
    );
    await store.conversations.accept(slug, messageFrom("lina", "re", "2"), morning);
    expect(
      (await database.get("SELECT unreachableSince FROM Address"))?.["unreachableSince"],
    ).toBeNull();
  });

  test("a turn is written whole: memory, words, events, appointment, cells, name, message done", async () => {
    const database = await open();
    const store = storeOn(database);
    const conversation = await metBy(store, "lina");
    await store.conversations.accept(slug, messageFrom("lina", "oui", "2"), morning);
    const pending = await readAgain(store, conversation);
    const turn = turnOn(store, pending, {
      replies: [saying("un"), saying("deux")],
      changes: [
        bookingOf(store, pending, { start: after(morning, 48 * hour) }),
        { kind: "nameFirst", firstName: "Lina" },
      ],
    });
    const committed = await store.conversations.commit(turn);
    expect(committed).toMatchObject({ outcome: "committed", outgoing: [2, 3] });
    expect(await countOf(database, "Cell")).toBe(9);
    expect(await countOf(database, "Appointment WHERE status = 'booked'")).toBe(1);
    expect(await countOf(database, "Event")).toBe(2);
    expect(await countOf(database, "Person WHERE firstNameSealed IS NOT NULL")).toBe(1);
    expect(await countOf(database, "Inbound WHERE state = 'received'")).toBe(0);
  });

  test("a turn made on what is no longer true is stale, and writes nothing at all", async () => {
    const database = await open();
    const store = storeOn(database);
    const conversation = await metBy(store, "lina");
    await store.conversations.accept(slug, messageFrom("lina", "oui", "2"), morning);
    const pending = await readAgain(store, conversation);
    const late = turnOn(store, pending, {
      changes: [
        bookingOf(store, pending, { start: after(morning, 48 * hour) }),
        { kind: "nameFirst", firstName: "Lina" },
        { kind: "remindersStopped", stopped: true },
      ],
    });
    await store.conversations.commit(turnOn(store, pending, { replies: [saying("avant")] }));
    const before = await everything(database);
    expect(await store.conversations.commit(late)).toEqual({ outcome: "stale" });
    expect(await everything(database)).toBe(before);
  });

  test("a stale erasure erases nothing", async () => {
    const database = await open();
    const store = storeOn(database);
    const conversation = await metBy(store, "lina");
    const pending = await readAgain(store, conversation);
    await store.conversations.commit(turnOn(store, pending));
    const before = await everything(database);
    const late = turnOn(store, pending, { changes: [{ kind: "erase" }] });
    expect(await store.conversations.commit(late)).toEqual({ outcome: "stale" });
    expect(await everything(database)).toBe(before);
  });

  test("a turn that wants a taken time is refused, and writes nothing at all", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await readAgain(store, await metBy(store, "lina"));
    const karim = await readAgain(store, await metBy(store, "karim"));
    const start = after(morning, 48 * hour);
    await store.conversations.commit(
      turnOn(store, lina, { changes: [bookingOf(store, lina, { start })] }),
    );
    const before = await everything(database);
    const overlapping = bookingOf(store, karim, { start: after(start, 30 * minute) });
    const changes = [{ kind: "nameFirst", firstName: "Karim" } as const, overlapping];
    expect(await store.conversations.commit(turnOn(store, karim, { changes }))).toEqual({
      outcome: "conflict",
    });
    expect(await everything(database)).toBe(before);
  });

  test("a first message answered by two at once begins one conversation", async () => {
    const database = await open();
    const store = storeOn(database);
    const accepted = await Promise.all(
      ["1", "2"].map((id) =>
        store.conversations.accept(slug, messageFrom("lina", id, id), morning),
      ),
    );
    const [one, other] = accepted.map((each) =>
      each.outcome === "stored" ? each.conversation : null,
    );
    expect(one).toBe(other);
    if (!one) throw new Error("nothing was stored");
    const pending = await readAgain(store, one);
    const outcomes = await Promise.all([
      store.conversations.commit(turnOn(store, pending)),
      store.conversations.commit(turnOn(store, pending)),
    ]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["committed", "stale"]);
    expect(await countOf(database, "Conversation")).toBe(1);
    expect(await countOf(database, "Person")).toBe(1);
    expect(await countOf(database, "Outgoing")).toBe(1);
    expect(await countOf(database, "Event")).toBe(1);
    expect(await countOf(database, "Inbound WHERE state = 'done'")).toBe(1);
  });

  test("one turn written twice at once is written once", async () => {
    const database = await open();
    const store = storeOn(database);
    const pending = await readAgain(store, await metBy(store, "lina"));
    const turn = turnOn(store, pending);
    const outcomes = await Promise.all([
      store.conversations.commit(turn),
      store.conversations.commit(turn),
    ]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["committed", "conflict"]);
    expect(await countOf(database, "Outgoing")).toBe(2);
  });
}
