import fc from "fast-check";
import { expect, test } from "vitest";
import type { ConversationId, WorkerId } from "../../src/base/ids.ts";
import type { ChannelName, Message } from "../../src/base/message.ts";
import { after, hour, type Instant, minute } from "../../src/base/time.ts";
import type { Database } from "../../src/store/database.ts";
import {
  book,
  change,
  countOf,
  messageFrom,
  metBy,
  morning,
  readAgain,
  type Shelf,
  slug,
  storeOn,
  turnOn,
} from "./hand-made.ts";

const nadia = "nadia" as WorkerId;
const code = "ABCD2345";
const tomorrow = after(morning, 24 * hour);

/** One person on two phones, and apart again. */
export function linksContract(open: () => Promise<Database>): void {
  test("a code joins the other conversation to its person, once, and its appointments come along", async () => {
    const database = await open();
    const { store, first, second, join } = await twoPhones(database);
    await book(store, second, { start: tomorrow, id: "theirs" });
    expect(await join()).toBe("committed");
    const { person } = (await readAgain(store, first)).conversation;
    expect((await readAgain(store, second)).conversation.person).toBe(person);
    expect((await store.diary.upcomingOf(person, morning)).map(({ id }) => id)).toEqual(["theirs"]);
    // reminders still go where it was booked
    expect((await store.diary.appointment("theirs"))?.conversation).toBe(second);
    expect(await triedBy(store, second)).toBe("same");
    expect(await triedBy(store, await metBy(store, "sara"))).toBe("wrong");
  });

  test("nothing that was said in one is shown in the other", async () => {
    const database = await open();
    const { store, first, second, join } = await twoPhones(database);
    await store.conversations.accept(slug, messageFrom("lina", "zzsecret", "s"), morning);
    await store.conversations.commit(turnOn(store, await readAgain(store, first)));
    const before = (await readAgain(store, second)).conversation.memory;
    await join();
    const shown = await store.transcripts.of(second, { notes: true });
    expect(JSON.stringify(shown)).not.toContain("zzsecret");
    expect((await readAgain(store, second)).conversation.memory.known).toEqual(before.known);
  });

  test.each([
    ["a quarter of an hour later", 15 * minute, slug],
    ["in another structure", 0, "elsewhere"],
  ])("%s a code is worth nothing", async (_, later, structure) => {
    const { store, second } = await twoPhones(await open());
    expect(await triedBy(store, second, after(morning, later), structure)).toBe("wrong");
  });

  test("another code makes the one before void", async () => {
    const { store, first, second } = await twoPhones(await open());
    await change(store, first, { ...given, code: "WXYZ6789" });
    expect(await triedBy(store, second)).toBe("wrong");
  });

  test("two phones give the same code at the same moment: one of them joins", async () => {
    const database = await open();
    const { store, second } = await twoPhones(database);
    const third = await metBy(store, "sara");
    const pending = await Promise.all([readAgain(store, second), readAgain(store, third)]);
    const turns = pending.map((one) => turnOn(store, one, { changes: [joining] }));
    const outcomes = await Promise.all(turns.map((turn) => store.conversations.commit(turn)));
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["committed", "conflict"]);
    expect(await countOf(database, "Link WHERE formerPersonId <> personId")).toBe(1);
  });

  test("two appointments at the same time: nothing is joined, by the reading and by the database", async () => {
    const { store, first, second, join } = await twoPhones(await open());
    await book(store, first, { start: tomorrow });
    await book(store, second, { start: tomorrow, worker: "w2", site: "s2" });
    expect(await triedBy(store, second)).toBe("clash");
    expect(await join()).toBe("conflict");
    const people = await Promise.all([first, second].map((one) => readAgain(store, one)));
    expect(new Set(people.map(({ conversation }) => conversation.person)).size).toBe(2);
  });

  test("joined, a person cannot have two appointments at the same time", async () => {
    const { store, first, second, join } = await twoPhones(await open());
    await book(store, second, { start: tomorrow });
    await join();
    expect(await book(store, first, { start: tomorrow, worker: "w2", site: "s2" })).toBe(
      "conflict",
    );
  });

  test("whatever was booked, separating puts every row back where it was", async () => {
    const day = fc.record({
      who: fc.constantFrom("first", "second"),
      day: fc.integer({ min: -3, max: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(day, { maxLength: 5, selector: (one) => one.day }),
        async (days) => {
          const database = await open();
          const { store, first, second, join } = await twoPhones(database);
          for (const one of days) {
            const start = after(tomorrow, one.day * 24 * hour);
            await book(store, one.who === "first" ? first : second, { start });
          }
          const before = await whose(database);
          expect(await join()).toBe("committed");
          expect(await separated(store, second)).toBe("undone");
          expect(await whose(database)).toEqual(before);
          expect(await separated(store, second)).toBe("gone");
        },
      ),
      { numRuns: 12 },
    );
  });

  test("what was booked while joined returns to whoever booked it, and who did it is in the audit trail", async () => {
    const database = await open();
    const { store, first, second, join } = await twoPhones(database);
    await join();
    await book(store, second, { start: tomorrow, id: "theirs" });
    await book(store, first, { start: after(tomorrow, 24 * hour), id: "ours" });
    await separated(store, second);
    const [one, other] = await Promise.all([first, second].map((id) => readAgain(store, id)));
    expect((await store.diary.appointment("ours"))?.person).toBe(one?.conversation.person);
    expect((await store.diary.appointment("theirs"))?.person).toBe(other?.conversation.person);
    expect(await database.all("SELECT workerId, what FROM Audit")).toEqual([
      { workerId: nadia, what: "link.undone" },
    ]);
  });

  test("a worker of another structure cannot separate them", async () => {
    const { store, second, join } = await twoPhones(await open());
    await join();
    expect(await separated(store, second, "elsewhere")).toBe("gone");
  });

  test("erased from one phone, the person is erased on both, once the receipt has left", async () => {
    const database = await open();
    const { store, first, second, join } = await twoPhones(database);
    await book(store, second, { start: after(morning, -48 * hour) });
    await join();
    await change(store, first, { kind: "erase" });
    expect((await readAgain(store, second)).conversation).toMatchObject({
      erased: true,
      memory: { known: {}, language: null },
    });
    await store.retention.sweep(after(morning, 25 * hour));
    for (const table of ["Person", "Address", "Conversation", "Link", "LinkCode", "Inbound"]) {
      expect([table, await countOf(database, table)]).toEqual([table, 0]);
    }
    expect(await countOf(database, "Appointment WHERE personId <> 'erased'")).toBe(0);
    expect(await countOf(database, "Cell WHERE substr(resource, 1, 7) = 'person:'")).toBe(0);
  });

  test("an alert that waits on the other phone is never erased along", async () => {
    const database = await open();
    const { store, first, second, join } = await twoPhones(database);
    await join();
    const { person } = (await readAgain(store, first)).conversation;
    expect(await store.links.alertElsewhere(person, first)).toBe(false);
    await database.run({
      sql: "UPDATE Conversation SET urgency = 3, heldBy = 'waiting' WHERE id = ?",
      values: [second],
    });
    expect(await store.links.alertElsewhere(person, first)).toBe(true);
    await change(store, first, { kind: "erase" });
    await store.retention.sweep(after(morning, 25 * hour));
    expect((await readAgain(store, second)).conversation).toMatchObject({ erased: false });
    expect(await countOf(database, `Person WHERE id = '${person}'`)).toBe(1);
  });

  test.each<readonly [ChannelName, string, string]>([
    ["web", "a cookie", "another cookie"],
    ["telegram", "4711", "4712"],
    ["whatsapp", "33612345678", "33687654321"],
    ["whatsapp-web", "33612345678@c.us", "33687654321@c.us"],
  ])(
    "on %s somebody whose address changed is a stranger until they link",
    async (channel, old, present) => {
      const store = storeOn(await open());
      const before = await writes(store, channel, old, "1");
      const now = await writes(store, channel, present, "2");
      expect(now).not.toBe(before);
      const found = await readAgain(store, now);
      expect(found.isNew).toBe(true);
      expect(found.conversation.memory.known).toEqual({});
      expect(JSON.stringify(await store.transcripts.of(now, { notes: true }))).not.toContain(
        "zzvieux",
      );
    },
  );

  test("on WhatsApp a number that was given to somebody else opens nothing of whoever had it", async () => {
    const store = storeOn(await open());
    const number = "33612345678";
    const before = await writes(store, "whatsapp", number, "1", ["FR.first"]);
    const now = await writes(store, "whatsapp", number, "2", ["FR.second"]);
    expect(now).not.toBe(before);
    expect((await readAgain(store, now)).conversation.memory.known).toEqual({});
    // and whoever had it is still known by their own id
    expect(await writes(store, "whatsapp", "33687654321", "3", ["FR.first"])).toBe(before);
  });
}

const given = { kind: "giveLinkCode", code, expiresAt: after(morning, 15 * minute) } as const;
const joining = { kind: "joinByCode", code } as const;

/** Lina was given a code on her phone; somebody else wrote too. */
async function twoPhones(database: Database) {
  const store = storeOn(database);
  const first = await metBy(store, "lina");
  const second = await metBy(store, "karim");
  await change(store, first, given);
  return { store, first, second, join: () => change(store, second, joining) };
}

async function triedBy(store: Shelf, who: ConversationId, now = morning, structure = slug) {
  const { id: conversation, person } = (await readAgain(store, who)).conversation;
  return store.links.tried({ code, structure, conversation, person, now });
}

async function separated(store: Shelf, conversation: ConversationId, structure = slug) {
  const row = await store.database.get(
    "SELECT id FROM Link WHERE conversationId = ? ORDER BY at DESC",
    [conversation],
  );
  const wanted = { link: String(row?.["id"]), conversation, structure };
  return store.links.undo({ ...wanted, worker: nadia, now: morning });
}

/** Who everything belongs to. */
async function whose(database: Database) {
  const rows = await Promise.all(
    [
      "SELECT id, personId FROM Conversation ORDER BY id",
      "SELECT lookup, personId FROM Address ORDER BY lookup",
      "SELECT * FROM Appointment ORDER BY id",
      "SELECT * FROM Cell ORDER BY resource, startsAt",
      "SELECT * FROM Reminder ORDER BY appointmentId, step",
      "SELECT * FROM Person ORDER BY id",
    ].map((sql) => database.all(sql)),
  );
  return rows;
}

/** Somebody writes from an address, is answered, and is remembered there. */
async function writes(
  store: Shelf,
  channel: ChannelName,
  address: string,
  id: string,
  aliases: readonly string[] = [],
): Promise<ConversationId> {
  const at = after(morning, Number(id)) as Instant;
  const message: Message = {
    ...{ id, at, from: { channel, account: "account", address } },
    content: { kind: "text", text: id === "1" ? "zzvieux" : "bonjour" },
    ...(aliases.length > 0 ? { aliases } : {}),
  };
  const accepted = await store.conversations.accept(slug, message, at);
  if (accepted.outcome === "seen") throw new Error("a new message was taken for an old one");
  const pending = await readAgain(store, accepted.conversation);
  if (id !== "1") return accepted.conversation;
  const known = { firstName: { value: "zzvieux", at } };
  const memory = { ...pending.conversation.memory, known };
  await store.conversations.commit(turnOn(store, pending, { memory }));
  return accepted.conversation;
}
