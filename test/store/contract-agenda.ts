import fc from "fast-check";
import { expect, test } from "vitest";
import type { ConversationId, TurnId } from "../../src/base/ids.ts";
import { after, hour, type Instant, minute } from "../../src/base/time.ts";
import type { Change } from "../../src/store/conversations.ts";
import type { Database } from "../../src/store/database.ts";
import {
  bookingOf,
  countOf,
  everything,
  metBy,
  morning,
  readAgain,
  type Shelf,
  storeOn,
  turnOn,
} from "./hand-made.ts";

const quarter = 15 * minute;
const tomorrow = after(morning, 24 * hour);

/** The agenda: nobody, and no room, is in two appointments at once. */
export function agendaContract(open: () => Promise<Database>): void {
  test.each([
    ["the same worker elsewhere", { worker: "w1", site: "s2", person: "karim" }],
    ["the same room with another worker", { worker: "w2", site: "s1", person: "karim" }],
    ["the same person elsewhere with another worker", { worker: "w2", site: "s2", person: "lina" }],
  ])("two appointments that overlap are refused: %s", async (_, { worker, site, person }) => {
    const store = storeOn(await open());
    const lina = await metBy(store, "lina");
    const other = person === "lina" ? lina : await metBy(store, person);
    expect(await book(store, lina, { start: tomorrow })).toBe("committed");
    for (const quarters of [-2, -1, 0, 1, 2]) {
      const start = after(tomorrow, quarters * quarter);
      expect(await book(store, other, { start, worker, site })).toBe("conflict");
    }
    expect(await book(store, other, { start: after(tomorrow, 3 * quarter), worker, site })).toBe(
      "committed",
    );
    expect(await book(store, other, { start: after(tomorrow, -3 * quarter), worker, site })).toBe(
      "committed",
    );
  });

  test("bookings, moves and cancels in any order never overlap, and free what they leave", async () => {
    const database = await open();
    const store = storeOn(database);
    const people = [await metBy(store, "a"), await metBy(store, "b"), await metBy(store, "c")];
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 14 }), async (wishes) => {
        const model = new Map<ConversationId, Standing>();
        await clear(database);
        for (const one of wishes) {
          const who = people[one.person] as ConversationId;
          expect(await grant(store, who, one, model)).toBe(foretell(who, one, model));
          expect(await takenCells(database)).toEqual(
            cellsOfModel(await personIds(store, people), model),
          );
        }
      }),
      { numRuns: 25 },
    );
  });

  test("wishes granted at once never overlap either", async () => {
    const database = await open();
    const store = storeOn(database);
    const names = ["a", "b", "c", "d", "e"];
    const people: ConversationId[] = [];
    for (const name of names) people.push(await metBy(store, name));
    await fc.assert(
      fc.asyncProperty(
        fc.array(place, { minLength: names.length, maxLength: names.length }),
        async (places) => {
          await clear(database);
          const outcomes = await Promise.all(
            people.map((who, index) =>
              book(store, who, at(places[index] ?? { worker: 0, site: 0, quarter: 0 })),
            ),
          );
          const booked = await database.all(
            "SELECT id, (SELECT COUNT(*) FROM Cell c WHERE c.appointmentId = a.id) AS n FROM Appointment a",
          );
          expect(booked).toHaveLength(outcomes.filter((outcome) => outcome === "committed").length);
          expect(booked.every(({ n }) => n === 9)).toBe(true);
          expect(await countOf(database, "Cell")).toBe(booked.length * 9);
          // whoever lost would lose again: their time really is taken
          for (const [index, outcome] of outcomes.entries()) {
            if (outcome === "committed") continue;
            const again = at(places[index] ?? { worker: 0, site: 0, quarter: 0 });
            expect(await book(store, people[index] as ConversationId, again)).toBe("conflict");
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  test.each(["moved by another", "cancelled by another"])(
    "an appointment %s since it was read is not replaced, and nothing is written",
    async (how) => {
      const database = await open();
      const store = storeOn(database);
      const lina = await metBy(store, "lina");
      await book(store, lina, { start: tomorrow, id: "first" });
      const seen = { id: "first", version: 1 };
      const later = after(tomorrow, 4 * hour);
      if (how === "moved by another")
        await book(store, lina, { start: later, id: "second", replaces: seen });
      else
        await change(store, lina, { kind: "cancelAppointment", id: "first" as never, version: 1 });
      const before = await everything(database);
      expect(await book(store, lina, { start: after(tomorrow, 8 * hour), replaces: seen })).toBe(
        "conflict",
      );
      expect(
        await change(store, lina, { kind: "cancelAppointment", id: "first" as never, version: 1 }),
      ).toBe("conflict");
      expect(
        await change(store, lina, { kind: "confirmPresence", id: "first" as never, version: 1 }),
      ).toBe("conflict");
      expect(await everything(database)).toBe(before);
    },
  );

  test("a proposal holds its time; accepted, it is booked with its reminders", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await metBy(store, "lina");
    const karim = await metBy(store, "karim");
    expect(await propose(store, lina)).toBe("committed");
    expect(await book(store, karim, { start: tomorrow })).toBe("conflict");
    const reminders = [
      { step: "twoHours", dueAt: after(tomorrow, -2 * hour), uselessAfter: tomorrow },
    ];
    const accept = {
      kind: "acceptProposal",
      id: "offered" as never,
      version: 1,
      reminders,
    } as const;
    expect(await change(store, lina, accept)).toBe("committed");
    expect(await change(store, lina, accept)).toBe("conflict");
    expect(await database.all("SELECT status, version, expiresAt FROM Appointment")).toEqual([
      { status: "booked", version: 2, expiresAt: null },
    ]);
    expect(await database.all("SELECT version, step, state FROM Reminder")).toEqual([
      { version: 2, step: "twoHours", state: "planned" },
    ]);
    expect(await store.retention.sweep(after(morning, 13 * hour))).toEqual({
      erased: 0,
      proposals: 0,
    });
  });

  test("a proposal that nobody accepted frees its time, and cannot be accepted any more", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await metBy(store, "lina");
    await propose(store, lina);
    expect((await store.retention.sweep(after(morning, 11 * hour))).proposals).toBe(0);
    expect((await store.retention.sweep(after(morning, 13 * hour))).proposals).toBe(1);
    expect(await countOf(database, "Cell")).toBe(0);
    const accept = {
      kind: "acceptProposal",
      id: "offered" as never,
      version: 1,
      reminders: [],
    } as const;
    expect(await change(store, lina, accept)).toBe("conflict");
    expect(await book(store, lina, { start: tomorrow })).toBe("committed");
  });

  test("a reminder is planned once and settled once, by two at once too", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await metBy(store, "lina");
    const reminders = [{ step: "dayBefore", dueAt: morning, uselessAfter: tomorrow }];
    await book(store, lina, { start: tomorrow, id: "visit", reminders });
    const [due] = await store.reminders.due(morning, 10);
    expect(due).toMatchObject({ step: "dayBefore", version: 1, stopped: false });
    const pending = await readAgain(store, lina);
    const turn = {
      ...turnOn(store, pending, { kind: "reminder" }),
      turn: "visit.1.dayBefore" as TurnId,
      changes: [
        { kind: "reminderSent", id: "visit" as never, version: 1, step: "dayBefore" } as const,
      ],
    };
    const twice = await Promise.all([
      store.conversations.commit(turn),
      store.conversations.commit(turn),
    ]);
    expect(twice.map(({ outcome }) => outcome).sort()).toEqual(["committed", "conflict"]);
    const again = turnOn(store, await readAgain(store, lina), {
      ...turn,
      before: (await readAgain(store, lina)).conversation,
    });
    expect(await store.conversations.commit(again)).toEqual({ outcome: "conflict" });
    expect(await store.reminders.due(tomorrow, 10)).toEqual([]);
    expect(await countOf(database, "Outgoing WHERE kind = 'reminder'")).toBe(1);
    if (!due) throw new Error("nothing was due");
    await store.reminders.skip(due, "late", tomorrow);
    await store.reminders.putOff(due, tomorrow);
    expect(await database.all("SELECT state, reason, dueAt FROM Reminder")).toEqual([
      { state: "sent", reason: null, dueAt: morning },
    ]);
  });

  test("a reminder planned twice for one step and version refuses the turn", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await metBy(store, "lina");
    const reminder = { step: "dayBefore", dueAt: morning, uselessAfter: tomorrow };
    expect(await book(store, lina, { start: tomorrow, reminders: [reminder, reminder] })).toBe(
      "conflict",
    );
    expect(await countOf(database, "Appointment")).toBe(0);
  });
}

interface Place {
  readonly worker: number;
  readonly site: number;
  readonly quarter: number;
}
interface Wish extends Place {
  readonly kind: "book" | "move" | "cancel";
  readonly person: number;
}
interface Standing extends Place {
  readonly id: string;
}

const place = fc.record({
  worker: fc.integer({ min: 0, max: 1 }),
  site: fc.integer({ min: 0, max: 1 }),
  quarter: fc.integer({ min: 0, max: 7 }),
});
const wish: fc.Arbitrary<Wish> = fc
  .tuple(
    fc.constantFrom("book" as const, "move" as const, "cancel" as const),
    fc.integer({ min: 0, max: 2 }),
    place,
  )
  .map(([kind, person, where]) => ({ kind, person, ...where }));

function at({ worker, site, quarter: quarters }: Place) {
  return { worker: `w${worker}`, site: `s${site}`, start: after(tomorrow, quarters * quarter) };
}

/** What must come of a wish, said without the database. */
function foretell(who: ConversationId, one: Wish, model: Map<ConversationId, Standing>): string {
  const own = model.get(who);
  if (one.kind === "cancel") {
    if (!own) return "nothing";
    model.delete(who);
    return "committed";
  }
  if (one.kind === "move" && !own) return "nothing";
  if (one.kind === "book" && own) return "nothing";
  const others = [...model].filter(([other]) => other !== who).map(([, standing]) => standing);
  const clashes = others.some(
    (other) =>
      Math.abs(other.quarter - one.quarter) < 3 &&
      (other.worker === one.worker || other.site === one.site),
  );
  if (clashes) return "conflict";
  model.set(who, { ...one, id: lastId });
  return "committed";
}

let lastId = "";

async function grant(
  store: Shelf,
  who: ConversationId,
  one: Wish,
  model: ReadonlyMap<ConversationId, Standing>,
) {
  const own = model.get(who);
  const replaces = own ? { id: own.id, version: 1 } : null;
  lastId = store.ids.next();
  if ((one.kind === "book") === Boolean(own)) return "nothing";
  if (one.kind === "cancel") {
    return change(store, who, { kind: "cancelAppointment", id: own?.id as never, version: 1 });
  }
  return book(store, who, { ...at(one), id: lastId, replaces });
}

async function book(store: Shelf, who: ConversationId, wanted: Parameters<typeof bookingOf>[2]) {
  const pending = await readAgain(store, who);
  const changes = [bookingOf(store, pending, wanted)];
  return (await store.conversations.commit(turnOn(store, pending, { changes, replies: [] })))
    .outcome;
}

async function change(store: Shelf, who: ConversationId, wanted: Change) {
  const pending = await readAgain(store, who);
  return (
    await store.conversations.commit(turnOn(store, pending, { changes: [wanted], replies: [] }))
  ).outcome;
}

async function propose(store: Shelf, who: ConversationId) {
  const booking = bookingOf(store, await readAgain(store, who), { start: tomorrow, id: "offered" });
  if (booking.kind !== "book") throw new Error("not a booking");
  const { appointment, resources, cells } = booking;
  const expiresAt = after(morning, 12 * hour);
  return change(store, who, { kind: "propose", appointment, resources, cells, expiresAt });
}

async function clear(database: Database): Promise<void> {
  const tables = ["Cell", "Appointment", "Reminder", "Outgoing", "Event"];
  await database.batch(tables.map((table) => ({ sql: `DELETE FROM ${table}`, values: [] })));
}

async function takenCells(database: Database): Promise<readonly string[]> {
  const rows = await database.all(
    "SELECT resource, startsAt, appointmentId FROM Cell ORDER BY appointmentId, resource, startsAt",
  );
  return rows.map((row) => `${row["appointmentId"]} ${row["resource"]} ${row["startsAt"]}`).sort();
}

async function personIds(store: Shelf, people: readonly ConversationId[]) {
  const ids = new Map<ConversationId, string>();
  for (const who of people) ids.set(who, (await readAgain(store, who)).conversation.person);
  return ids;
}

function cellsOfModel(
  persons: ReadonlyMap<ConversationId, string>,
  model: ReadonlyMap<ConversationId, Standing>,
): readonly string[] {
  const lines: string[] = [];
  for (const [who, { id, worker, site, quarter: first }] of model) {
    for (const resource of [`worker:w${worker}`, `room:s${site}`, `person:${persons.get(who)}`]) {
      for (const step of [0, 1, 2]) {
        const startsAt: Instant = after(tomorrow, (first + step) * quarter);
        lines.push(`${id} ${resource} ${startsAt}`);
      }
    }
  }
  return lines.sort();
}
