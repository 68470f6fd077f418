import { expect, test } from "vitest";
import type { ConversationId } from "../../src/base/ids.ts";
import type { Address, Message } from "../../src/base/message.ts";
import { after, hour, type Instant, minute } from "../../src/base/time.ts";
import type { Database } from "../../src/store/database.ts";
import {
  change,
  countOf,
  everything,
  formerKey,
  morning,
  presentKey,
  readAgain,
  type Shelf,
  slug,
  storeOn,
  turnOn,
} from "./hand-made.ts";

const number = "33600000001";
const scoped = "FR.1001";

function of(address: string): Address {
  return { channel: "whatsapp", account: "4242", address };
}

interface Given {
  readonly aliases?: readonly string[];
  readonly at?: Instant;
}

let told = 0;

function writing(address: string, { aliases, at = morning }: Given = {}, id?: string): Message {
  return {
    id: id ?? `wamid.${++told}`,
    from: of(address),
    at,
    content: { kind: "text", text: "bonjour" },
    ...(aliases ? { aliases } : {}),
  };
}

async function hear(store: Shelf, address: string, given?: Given): Promise<ConversationId> {
  const accepted = await store.conversations.accept(slug, writing(address, given), morning);
  if (accepted.outcome === "seen") throw new Error("already met");
  return accepted.conversation;
}

/** Everything that waits is answered. */
async function answered(store: Shelf, conversation: ConversationId): Promise<void> {
  for (;;) {
    const pending = await readAgain(store, conversation);
    if (pending.messages.length === 0) return;
    await store.conversations.commit(turnOn(store, pending));
  }
}

async function addressNow(store: Shelf, conversation: ConversationId) {
  return (await store.outgoing.toSend(conversation)).at(-1)?.address;
}

/** One person under several ids, on any database behind the port. */
export function aliasesContract(open: () => Promise<Database>): void {
  test("any id of a person leads to their conversation, and the answer goes where they wrote from", async () => {
    const store = storeOn(await open());
    const lina = await hear(store, number, { aliases: [scoped] });
    await answered(store, lina);
    expect(await addressNow(store, lina)).toBe(number);
    expect(await hear(store, scoped)).toBe(lina);
    expect(await addressNow(store, lina)).toBe(scoped);
    expect(await hear(store, number)).toBe(lina);
    expect(await addressNow(store, lina)).toBe(number);
    expect(await store.conversations.conversationOf(slug, of(scoped))).toBe(lina);
    expect(await store.conversations.conversationOf(slug, of("FR.2"))).toBeNull();
  });

  test("a number that comes to light later joins the id that hid it", async () => {
    const store = storeOn(await open());
    const lina = await hear(store, scoped);
    for (const aliases of [[scoped], [], [scoped]]) {
      expect(await hear(store, number, { aliases })).toBe(lina);
    }
  });

  test("the same message again changes nothing, with its ids or with more of them", async () => {
    const database = await open();
    const store = storeOn(database);
    const message = writing(number, { aliases: [scoped] });
    await store.conversations.accept(slug, message, morning);
    const before = await everything(database);
    for (const aliases of [[scoped], [scoped, "FR.9"], ["FR.9"]]) {
      const again = { ...message, aliases };
      const late = after(morning, 7 * 24 * hour);
      expect(await store.conversations.accept(slug, again, late)).toEqual({ outcome: "seen" });
      expect(await everything(database)).toBe(before);
    }
  });

  test("two conversations that turn out to be one person's are not merged: a number proves less than an id", async () => {
    const store = storeOn(await open());
    const byNumber = await hear(store, number);
    const byId = await hear(store, scoped);
    expect(byId).not.toBe(byNumber);
    // whoever had that number before them may be somebody else
    expect(await hear(store, number, { aliases: [scoped] })).toBe(byId);
    expect(await hear(store, scoped, { aliases: [number] })).toBe(byId);
    expect(await hear(store, number)).toBe(byId);
  });

  test.each([
    ["the person writes, then the stranger", "told"],
    ["the network says it, the person writes, then the stranger", "first"],
    ["the person writes, the network says it, then the stranger", "last"],
  ])(
    "who changed number is found by the id that stays, and the old number by nobody: %s",
    async (_, told) => {
      const store = storeOn(await open());
      const lina = await hear(store, number, { aliases: [scoped] });
      await answered(store, lina);
      const at = after(morning, minute);
      const leaves = () => store.conversations.moved(slug, of(number), at);
      if (told === "first") await leaves();
      expect(await hear(store, "33600000002", { aliases: [scoped], at })).toBe(lina);
      if (told === "last") await leaves();
      expect(await addressNow(store, lina)).toBe("33600000002");
      const stranger = await hear(store, number, { at: after(at, minute) });
      expect(stranger).not.toBe(lina);
      expect((await readAgain(store, stranger)).isNew).toBe(true);
      expect(await hear(store, number, { aliases: ["FR.9"], at: after(at, minute) })).toBe(
        stranger,
      );
      for (const theirs of [scoped, "33600000002"]) expect(await hear(store, theirs)).toBe(lina);
    },
  );

  test.each([
    ["before", -minute],
    ["in the same second as", 0],
  ])(
    "a message sent %s the change and delivered after it gives no number back",
    async (_, early) => {
      const store = storeOn(await open());
      const lina = await hear(store, number, { aliases: [scoped], at: after(morning, -hour) });
      await answered(store, lina);
      if (early === 0) await store.conversations.moved(slug, of(number), after(morning, minute));
      else await hear(store, "33600000002", { aliases: [scoped] });
      const late = { aliases: [scoped], at: after(morning, early) };
      expect(await hear(store, number, late)).toBe(lina);
      expect(await addressNow(store, lina)).toBe(early === 0 ? "" : "33600000002");
      expect(await hear(store, number, { at: after(morning, hour) })).not.toBe(lina);
    },
  );

  test("a late message of whoever had a number before goes to them, and takes it from nobody", async () => {
    const store = storeOn(await open());
    const omar = await hear(store, number, { aliases: ["FR.9"] });
    const lina = await hear(store, number, { aliases: [scoped], at: after(morning, hour) });
    expect(lina).not.toBe(omar);
    expect(await hear(store, number, { aliases: ["FR.9"] })).toBe(omar);
    expect(await hear(store, number, { aliases: ["FR.7"] })).not.toBe(lina);
    expect(await hear(store, number, { at: after(morning, hour) })).toBe(lina);
  });

  test.each([
    ["by that number alone", {}],
    ["by an id too", { aliases: ["FR.9"] }],
  ])(
    "the number that somebody changed to was another person's, known %s: it leads to nothing of theirs",
    async (_, known) => {
      const store = storeOn(await open());
      const omar = await hear(store, "33600000002", known);
      await answered(store, omar);
      const lina = await hear(store, number, { aliases: [scoped] });
      expect(await hear(store, "33600000002", { aliases: [scoped] })).toBe(lina);
      expect(await hear(store, "33600000002")).toBe(lina);
      expect(await addressNow(store, omar)).toBe("");
    },
  );

  test("who got a number that somebody gave away never sees the old history", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await hear(store, number, { aliases: [scoped] });
    await answered(store, lina);
    const stranger = await hear(store, number, { aliases: ["FR.2002"] });
    expect(stranger).not.toBe(lina);
    expect(await store.conversations.conversationOf(slug, of(number))).toBe(stranger);
    // nothing is sent to that number for Lina any more; she is found by her other id
    expect(await addressNow(store, lina)).toBe("");
    expect(await store.conversations.conversationOf(slug, of(scoped))).toBe(lina);
    expect(await hear(store, "33600000002", { aliases: [scoped] })).toBe(lina);
    expect(await addressNow(store, lina)).toBe("33600000002");
    expect(await hear(store, "33600000002")).toBe(lina);
    expect(await hear(store, number)).toBe(stranger);
  });

  test("a number that was another id of somebody is given up the same way", async () => {
    const store = storeOn(await open());
    const lina = await hear(store, scoped, { aliases: [number] });
    const stranger = await hear(store, number, { aliases: ["FR.2002"] });
    expect(stranger).not.toBe(lina);
    expect(await hear(store, scoped)).toBe(lina);
    expect(await hear(store, "FR.2002")).toBe(stranger);
  });

  test("a number its owner left leads to nobody; told again after a stranger wrote, nothing changes", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await hear(store, number, { aliases: [scoped] });
    await answered(store, lina);
    const left = after(morning, minute);
    await store.conversations.moved(slug, of(number), left);
    expect(await store.conversations.conversationOf(slug, of(number))).toBeNull();
    expect(await addressNow(store, lina)).toBe("");
    const later = after(left, hour);
    const stranger = await hear(store, number, { at: later });
    expect(stranger).not.toBe(lina);
    const before = await everything(database);
    await store.conversations.moved(slug, of(number), left);
    expect(await everything(database)).toBe(before);
    expect(await hear(store, scoped, { at: later })).toBe(lina);
  });

  test("the same ids in another structure are somebody else", async () => {
    const store = storeOn(await open());
    const here = await hear(store, number, { aliases: [scoped] });
    const elsewhere = await store.conversations.accept(
      "ccas-malakoff",
      writing(scoped, {}, "m1"),
      morning,
    );
    expect(elsewhere).toMatchObject({ outcome: "stored" });
    expect(elsewhere).not.toMatchObject({ conversation: here });
  });

  test("every id is found again after the key was changed, whichever is written from first", async () => {
    const database = await open();
    const lina = await hear(storeOn(database, formerKey), number, { aliases: [scoped] });
    const rotating = storeOn(database, presentKey, formerKey);
    expect(await rotating.conversations.conversationOf(slug, of(scoped))).toBe(lina);
    expect(await hear(rotating, scoped, { aliases: [number] })).toBe(lina);
    const rotated = storeOn(database, presentKey);
    expect(await hear(rotated, scoped)).toBe(lina);
    expect(await hear(rotated, number)).toBe(lina);
    expect(await countOf(database, "Alias")).toBe(2);
  });

  test("erased, no id of theirs stays behind", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await hear(store, number, { aliases: [scoped] });
    await answered(store, lina);
    await change(store, lina, { kind: "erase" });
    await database.run({ sql: "DELETE FROM Outgoing", values: [] });
    expect((await store.retention.sweep(after(morning, minute))).erased).toBe(1);
    expect(await countOf(database, "Alias")).toBe(0);
    expect(await countOf(database, "Address")).toBe(0);
    expect(await hear(store, scoped)).not.toBe(lina);
  });

  test("held messages are free once the person writes, and only then", async () => {
    const store = storeOn(await open());
    const lina = await hear(store, number);
    await answered(store, lina);
    const [message] = await store.outgoing.toSend(lina);
    const heldNow = { id: message?.id ?? 0, heardAt: message?.heardAt ?? null };
    expect(heldNow.heardAt).toBe(morning);
    expect(await store.outgoing.hold(heldNow, "window closed", null)).toBe(true);
    expect(await store.outgoing.toSend(lina)).toEqual([]);
    const later = after(morning, 30 * hour);
    const accepted = await store.conversations.accept(slug, writing(number, { at: later }), later);
    expect(accepted).toEqual({ outcome: "stored", conversation: lina, released: 1 });
    expect(await store.outgoing.toSend(lina)).toMatchObject([
      { id: heldNow.id, dueAt: later, failure: null, heardAt: later },
    ]);
    // somebody who wrote meanwhile reads it at once: it is not held any more
    expect(await store.outgoing.hold(heldNow, "window closed", null)).toBe(false);
  });
}
