import { expect, test } from "vitest";
import type { ConversationId, TurnId } from "../../src/base/ids.ts";
import { after, hour, type Instant, minute } from "../../src/base/time.ts";
import type { Database } from "../../src/store/database.ts";
import {
  book,
  bookingOf,
  change,
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

  test("a proposal is not booked after its end, nor beside what the person has booked", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await metBy(store, "lina");
    await propose(store, lina);
    const accept = {
      kind: "acceptProposal",
      id: "offered" as never,
      version: 1,
      reminders: [],
    } as const;
    const at = async (now: Instant) => {
      const pending = await readAgain(store, lina);
      const turn = turnOn(store, pending, { changes: [accept], replies: [], now });
      return (await store.conversations.commit(turn)).outcome;
    };
    expect(await at(after(morning, 12 * hour))).toBe("conflict");
    await book(store, lina, { start: after(tomorrow, 4 * hour), id: "visit" });
    expect(await at(after(morning, 11 * hour))).toBe("conflict");
    await change(store, lina, { kind: "cancelAppointment", id: "visit" as never, version: 1 });
    expect(await at(after(morning, 11 * hour))).toBe("committed");
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
        {
          kind: "reminderSent",
          id: "visit" as never,
          version: 1,
          step: "dayBefore",
          wanted: ["booked"],
        } as const,
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

async function propose(store: Shelf, who: ConversationId) {
  const booking = bookingOf(store, await readAgain(store, who), { start: tomorrow, id: "offered" });
  if (booking.kind !== "book") throw new Error("not a booking");
  const { appointment, resources, cells } = booking;
  const expiresAt = after(morning, 12 * hour);
  return change(store, who, { kind: "propose", appointment, resources, cells, expiresAt });
}
