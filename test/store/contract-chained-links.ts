import fc from "fast-check";
import { expect, test } from "vitest";
import type { ConversationId, WorkerId } from "../../src/base/ids.ts";
import { after, hour, minute } from "../../src/base/time.ts";
import type { Database } from "../../src/store/database.ts";
import { linkedTo } from "../../src/store/link-store.ts";
import { book, change, metBy, morning, readAgain, slug, storeOn, turnOn } from "./hand-made.ts";

const nadia = "nadia" as WorkerId;
const day = 24 * hour;

/** Whose conversation is whose, by the place of whom it was of at first. */
type Persons = readonly number[];

/** A code of the conversation `given`, typed in `typed`. */
interface Join {
  readonly typed: number;
  readonly given: number;
}

/** What the links in force make of so many strangers, said as simply as it can be. */
function expected(people: number, joins: readonly Join[]): Persons {
  let persons: Persons = Array.from({ length: people }, (_, place) => place);
  for (const { typed, given } of joins) {
    const [from, to = 0] = [persons[typed], persons[given]];
    persons = persons.map((person) => (person === from ? to : person));
  }
  return persons;
}

/** So many people who met the assistant, each with an appointment of their own to come. */
async function strangers(database: Database, people: number) {
  const store = storeOn(database);
  const conversations: ConversationId[] = [];
  for (let place = 0; place < people; place++) {
    const who = await metBy(store, `person-${place}`);
    await book(store, who, { start: after(morning, (place + 1) * day), id: `of-${place}` });
    conversations.push(who);
  }
  const homes = await personsNow(database, conversations);
  let codes = 0;
  const place = (which: number) => conversations[which] ?? ("none" as ConversationId);
  const join = async ({ typed, given }: Join): Promise<string> => {
    const code = `CODE${String(++codes).padStart(4, "0")}`;
    const expiresAt = after(morning, 15 * minute);
    await change(store, place(given), { kind: "giveLinkCode", code, expiresAt });
    const pending = await readAgain(store, place(typed));
    const turn = turnOn(store, pending, { changes: [{ kind: "joinByCode", code }], replies: [] });
    expect((await store.conversations.commit(turn)).outcome).toBe("committed");
    return turn.turn;
  };
  const undo = (link: string, which: number) =>
    store.links.undo({
      ...{ link, conversation: place(which), structure: slug, worker: nadia, now: morning },
    });
  const persons = async () =>
    (await personsNow(database, conversations)).map((person) => homes.indexOf(person));
  return { store, conversations, join, undo, persons, place };
}

async function personsNow(database: Database, conversations: readonly ConversationId[]) {
  const rows = await database.all("SELECT id, personId FROM Conversation");
  const found = new Map(rows.map(({ id, personId }) => [String(id), String(personId)]));
  return conversations.map((id) => found.get(id) ?? "");
}

/** Everything that says whose something is agrees with whose the conversation is. */
async function belongs(database: Database): Promise<void> {
  const wrong = await database.all(
    `SELECT a.id FROM Appointment a JOIN Conversation c ON c.id = a.conversationId WHERE a.personId <> c.personId
     UNION ALL SELECT a.lookup FROM Address a JOIN Conversation c ON c.id = a.conversationId WHERE a.personId <> c.personId
     UNION ALL SELECT k.resource FROM Cell k JOIN Appointment a ON a.id = k.appointmentId
       WHERE k.resource GLOB 'person:*' AND k.resource <> 'person:' || a.personId
     UNION ALL SELECT c.id FROM Conversation c WHERE c.personId NOT IN (SELECT id FROM Person)`,
  );
  expect(wrong).toEqual([]);
}

async function linkShown(database: Database, who: ConversationId) {
  const { link, others } = await linkedTo(database, who, slug);
  return { link: link?.id ?? null, others: others.length };
}

/** One person on several phones, joined one by one, and apart again in any order. */
export function chainedLinksContract(open: () => Promise<Database>): void {
  test("whoever types a code brings all their conversations along, and takes them back", async () => {
    const database = await open();
    const { store, join, undo, persons, place } = await strangers(database, 3);
    await join({ typed: 1, given: 0 });
    // already one person with 0, they type a code of 2 on either phone
    const link = await join({ typed: 0, given: 2 });
    expect(await persons()).toEqual([2, 2, 2]);
    await belongs(database);
    const { person } = (await readAgain(store, place(2))).conversation;
    const upcoming = await store.diary.upcomingOf(person, morning);
    expect(upcoming.map(({ id }) => id)).toEqual(["of-0", "of-1", "of-2"]);
    // and it can be undone from the phone that came along
    const shown = await linkShown(database, place(1));
    expect(shown).toEqual({ link: `${link}.${place(1)}`, others: 2 });
    expect(await undo(shown.link ?? "", 1)).toBe("undone");
    expect(await persons()).toEqual([0, 0, 2]);
    await belongs(database);
    expect(await undo(link, 0)).toBe("gone");
  });

  // A takes B in by a code of A; then C comes by a code of B
  test.each<[string, readonly number[], readonly Persons[]]>([
    [
      "the last first",
      [1, 0],
      [
        [0, 0, 2],
        [0, 1, 2],
      ],
    ],
    [
      "the first first: C stays with B, whose code it was",
      [0, 1],
      [
        [0, 1, 1],
        [0, 1, 2],
      ],
    ],
  ])("A from B, then B from C, apart again: %s", async (_, order, steps) => {
    const database = await open();
    const { join, undo, persons } = await strangers(database, 3);
    const links = [await join({ typed: 1, given: 0 }), await join({ typed: 2, given: 1 })];
    expect(await persons()).toEqual([0, 0, 0]);
    for (const [step, which] of order.entries()) {
      expect(await undo(links[which] ?? "", which + 1)).toBe("undone");
      expect(await persons()).toEqual(steps[step]);
      await belongs(database);
    }
  });

  test("what was brought along stays with the others when another link is undone", async () => {
    const database = await open();
    const { join, undo, persons } = await strangers(database, 4);
    const first = await join({ typed: 1, given: 0 });
    const second = await join({ typed: 1, given: 2 });
    const third = await join({ typed: 3, given: 2 });
    expect(await persons()).toEqual([2, 2, 2, 2]);
    expect(await undo(third, 3)).toBe("undone");
    expect(await persons()).toEqual([2, 2, 2, 3]);
    // it was 1 that typed the code of 2: without the first link 0 would never have come along
    expect(await undo(first, 1)).toBe("undone");
    expect(await persons()).toEqual([0, 2, 2, 3]);
    await belongs(database);
    expect(await undo(second, 1)).toBe("undone");
    expect(await persons()).toEqual([0, 1, 2, 3]);
    await belongs(database);
  });

  test("joined again after it was undone, and undone again", async () => {
    const database = await open();
    const { join, undo, persons } = await strangers(database, 2);
    for (let time = 0; time < 2; time++) {
      const link = await join({ typed: 1, given: 0 });
      expect(await persons()).toEqual([0, 0]);
      expect(await undo(link, 1)).toBe("undone");
      expect(await undo(link, 1)).toBe("gone");
    }
    expect(await persons()).toEqual([0, 1]);
  });

  test("two workers separate the same person at once: each link is undone once", async () => {
    const database = await open();
    const { join, undo, persons } = await strangers(database, 3);
    const [one, other] = [await join({ typed: 1, given: 0 }), await join({ typed: 2, given: 0 })];
    const outcomes = await Promise.all([undo(one, 1), undo(one, 1), undo(other, 2)]);
    expect(outcomes.sort()).toEqual(["gone", "undone", "undone"]);
    expect(await persons()).toEqual([0, 1, 2]);
    await belongs(database);
  });

  test("a turn under way on the phone that is brought along is taken again as the new person's", async () => {
    const { store, join, place } = await strangers(await open(), 3);
    await join({ typed: 1, given: 0 });
    const pending = await readAgain(store, place(1));
    await join({ typed: 0, given: 2 });
    const late = await store.conversations.commit(turnOn(store, pending, { replies: [] }));
    expect(late.outcome).toBe("stale");
  });

  const people = 5;
  const one = fc.nat({ max: people - 1 });
  const step = fc.oneof(
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant("join" as const), typed: one, given: one }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant("undo" as const), which: fc.nat({ max: 20 }) }),
    },
  );

  test("whatever is linked and separated, in any order, it is as if the rest had never been linked", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 12 }), async (steps) => {
        const database = await open();
        const { join, undo, persons } = await strangers(database, people);
        const before = await everythingOwned(database);
        let joins: (Join & { readonly link: string })[] = [];
        const separate = async (which: number) => {
          const found = joins[which];
          if (!found) return;
          expect(await undo(found.link, found.typed)).toBe("undone");
          joins = joins.filter((other) => other !== found);
        };
        for (const one of steps) {
          if (one.kind === "undo") await separate(one.which % Math.max(joins.length, 1));
          else {
            const now = expected(people, joins);
            if (now[one.typed] === now[one.given]) continue;
            joins.push({ ...one, link: await join(one) });
          }
          expect(await persons()).toEqual(expected(people, joins));
          await belongs(database);
        }
        while (joins.length > 0) await separate(0);
        expect(await everythingOwned(database)).toEqual(before);
      }),
      { numRuns: 12 },
    );
  });
}

async function everythingOwned(database: Database) {
  return Promise.all(
    [
      "SELECT id, personId FROM Conversation ORDER BY id",
      "SELECT lookup, personId FROM Address ORDER BY lookup",
      "SELECT * FROM Appointment ORDER BY id",
      "SELECT * FROM Cell ORDER BY resource, startsAt",
      "SELECT * FROM Person ORDER BY id",
    ].map((sql) => database.all(sql)),
  );
}
