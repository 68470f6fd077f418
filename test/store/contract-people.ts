import { expect, test } from "vitest";
import type { ConversationId, WorkerId } from "../../src/base/ids.ts";
import { after, hour } from "../../src/base/time.ts";
import type { Database } from "../../src/store/database.ts";
import {
  addressOf,
  bookingOf,
  countOf,
  messageFrom,
  metBy,
  morning,
  readAgain,
  type Shelf,
  saying,
  slug,
  storeOn,
  turnOn,
  whereabouts,
} from "./hand-made.ts";

const nadia = "nadia" as WorkerId;
const person = "zzadresse-33612345678";
const marks = ["zzparole", "zzmemoire", "zzreponse", "zzprenom", "zznote", "zzadresse"];

/** What is kept of somebody: closed while it is kept, gone when they say so. */
export function peopleContract(open: () => Promise<Database>): void {
  test("nothing that was said, no name, no address stands in clear anywhere", async () => {
    const database = await open();
    const store = storeOn(database);
    const conversation = await lifeOf(store);
    expect(await whereabouts(database, marks)).toEqual([]);
    // and all of it can be read again with the key
    const shown = JSON.stringify(await store.transcripts.of(conversation, { notes: true }));
    for (const mark of ["zzparole", "zzreponse", "zznote"]) expect(shown).toContain(mark);
    expect(
      (await readAgain(store, conversation)).conversation.memory.known["firstName"]?.value,
    ).toBe("zzmemoire");
  });

  test("erased, nothing that identifies remains; counts do", async () => {
    const database = await open();
    const store = storeOn(database);
    const conversation = await lifeOf(store);
    const { person: personId } = (await readAgain(store, conversation)).conversation;
    const lookups = await database.all(
      "SELECT lookup FROM Address UNION ALL SELECT nameLookup FROM Person WHERE nameLookup IS NOT NULL",
    );
    const sealed = [...lookups.map(({ lookup }) => String(lookup)), personId];
    expect((await whereabouts(database, sealed)).length).toBeGreaterThan(3);
    const events = await countOf(database, "Event");
    await eraseFrom(store, conversation);

    // the receipt still has to leave: the address stays until then, the words are gone at once
    expect(await countOf(database, "Outgoing")).toBe(1);
    expect(await countOf(database, "Inbound")).toBe(0);
    expect(await countOf(database, "Note")).toBe(0);
    expect((await store.retention.sweep(after(morning, hour))).erased).toBe(0);
    await receiptLeaves(store, conversation);
    expect((await store.retention.sweep(after(morning, hour))).erased).toBe(1);

    expect(await whereabouts(database, [...marks, ...sealed])).toEqual([]);
    for (const table of ["Address", "Person", "Conversation", "Inbound", "Outgoing", "Note"]) {
      expect([table, await countOf(database, table)]).toEqual([table, 0]);
    }
    expect(await countOf(database, "Event")).toBe(events + 1);
    expect(await countOf(database, "Event WHERE conversationId IS NOT NULL")).toBe(0);
    expect(
      await database.all(
        "SELECT DISTINCT status, personId, conversationId FROM Appointment ORDER BY status",
      ),
    ).toEqual([
      { status: "cancelled", personId: "erased", conversationId: "erased" },
      { status: "seen", personId: "erased", conversationId: "erased" },
    ]);
    expect(await countOf(database, "Reminder WHERE state = 'planned'")).toBe(0);
  });

  test("a receipt that cannot leave keeps the address for a day at most", async () => {
    const database = await open();
    const store = storeOn(database);
    await eraseFrom(store, await lifeOf(store));
    expect((await store.retention.sweep(after(morning, 23 * hour))).erased).toBe(0);
    expect((await store.retention.sweep(after(morning, 25 * hour))).erased).toBe(1);
    expect(await countOf(database, "Outgoing")).toBe(0);
  });

  test("the time of an erased appointment is free again", async () => {
    const store = storeOn(await open());
    await eraseFrom(store, await lifeOf(store));
    const karim = await readAgain(store, await metBy(store, "karim"));
    const changes = [bookingOf(store, karim, { start: after(morning, 48 * hour) })];
    expect((await store.conversations.commit(turnOn(store, karim, { changes }))).outcome).toBe(
      "committed",
    );
  });

  test.each(["before", "after"])(
    "who writes after being erased begins anew (%s the sweep)",
    async (when) => {
      const database = await open();
      const store = storeOn(database);
      const first = await lifeOf(store);
      await eraseFrom(store, first);
      if (when === "after") {
        await receiptLeaves(store, first);
        await store.retention.sweep(after(morning, hour));
      }
      const accepted = await store.conversations.accept(
        slug,
        messageFrom(person, "bonjour", "new"),
        morning,
      );
      if (accepted.outcome === "seen") throw new Error("a new message was taken for an old one");
      // what waits for an answer is never swept away
      await store.retention.sweep(after(morning, 48 * hour));
      const pending = await readAgain(store, accepted.conversation);
      expect(pending.messages).toHaveLength(1);
      expect(pending.conversation.memory.known).toEqual({});
      await store.conversations.commit(turnOn(store, pending));
      await store.retention.sweep(after(morning, 72 * hour));
      expect(await store.conversations.conversationOf(slug, addressOf(person))).toBe(
        accepted.conversation,
      );
      expect(await countOf(database, "Inbound WHERE state = 'done'")).toBe(1);
    },
  );
}

/** Somebody with all that can be known: words, memory, a name, a note, a worker's words, two appointments. */
async function lifeOf(store: Shelf): Promise<ConversationId> {
  const conversation = await metBy(store, person);
  await store.conversations.accept(slug, messageFrom(person, "zzparole", "2"), morning);
  const pending = await readAgain(store, conversation);
  const soon = after(morning, 48 * hour);
  const reminders = [{ step: "dayBefore", dueAt: after(morning, 24 * hour), uselessAfter: soon }];
  const known = { firstName: { value: "zzmemoire", at: morning } };
  await store.conversations.commit(
    turnOn(store, pending, {
      memory: { ...pending.conversation.memory, language: "fr", known },
      replies: [saying("zzreponse")],
      changes: [
        bookingOf(store, pending, { start: after(morning, -48 * hour), id: "past" }),
        bookingOf(store, pending, { start: soon, id: "coming", reminders }),
        { kind: "nameFirst", firstName: "zzprenom" },
      ],
    }),
  );
  await store.database.run({
    sql: "UPDATE Appointment SET status = 'seen' WHERE id = 'past'",
    values: [],
  });
  await store.handOvers.takeOver(conversation, nadia, morning);
  await store.handOvers.answer(conversation, nadia, "k1", saying("zzreponse de nadia"), morning);
  await store.handOvers.note(conversation, nadia, "n1", "zznote", morning);
  return conversation;
}

async function eraseFrom(store: Shelf, conversation: ConversationId): Promise<void> {
  const pending = await readAgain(store, conversation);
  const committed = await store.conversations.commit(
    turnOn(store, pending, {
      memory: { ...pending.conversation.memory, known: {} },
      replies: [saying("c'est fait")],
      kind: "receipt",
      changes: [{ kind: "erase" }],
    }),
  );
  if (committed.outcome !== "committed") throw new Error(committed.outcome);
}

async function receiptLeaves(store: Shelf, conversation: ConversationId): Promise<void> {
  for (const { id } of await store.outgoing.toSend(conversation)) {
    await store.outgoing.claim(id, "house", morning, after(morning, hour));
    await store.outgoing.sent(id, "9", morning);
  }
}
