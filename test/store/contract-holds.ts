import { expect, test } from "vitest";
import { cellsOf, roomResource, workerResource } from "../../src/appointments/resources.ts";
import type { AppointmentId, ConversationId } from "../../src/base/ids.ts";
import { after, hour, type Instant, minute } from "../../src/base/time.ts";
import type { Database } from "../../src/store/database.ts";
import {
  book,
  change,
  countOf,
  everything,
  metBy,
  morning,
  readAgain,
  type Shelf,
  slug,
  storeOn,
  turnOn,
} from "./hand-made.ts";

const tomorrow = after(morning, 24 * hour);
const quarter = 15 * minute;
const length = 45 * minute;
const heldFor = 10 * minute;

/** What was chosen is kept while it is confirmed, and what one person may book has an end. */
export function holdsContract(open: () => Promise<Database>): void {
  test("a held time is refused to others until it ends, and never to who holds it", async () => {
    const store = storeOn(await open());
    const [lina, karim] = [await metBy(store, "lina"), await metBy(store, "karim")];
    expect(await hold(store, lina, tomorrow)).toBe("committed");
    expect(await hold(store, karim, after(tomorrow, quarter))).toBe("conflict");
    expect(await book(store, karim, { start: tomorrow })).toBe("conflict");
    expect(await hold(store, karim, after(tomorrow, 3 * quarter))).toBe("committed");
    expect(await book(store, lina, { start: tomorrow })).toBe("committed");
  });

  test("the agenda shows a hold to others while it lasts, and never to its person", async () => {
    const store = storeOn(await open());
    const lina = await metBy(store, "lina");
    const { person } = (await readAgain(store, lina)).conversation;
    await hold(store, lina, tomorrow);
    const seenBy = async (who: typeof person | null, now: Instant) =>
      (
        await store.diary.busy([workerResource(slug, "w1")], tomorrow, after(tomorrow, length), {
          ...{ now, person: who },
        })
      ).length;
    expect(await seenBy(null, morning)).toBe(1);
    expect(await seenBy(person, morning)).toBe(0);
    expect(await seenBy(null, after(morning, heldFor - 1))).toBe(1);
    expect(await seenBy(null, after(morning, heldFor))).toBe(0);
  });

  test("a hold that ended is removed by the very batch that books, and by the sweep", async () => {
    const database = await open();
    const store = storeOn(database);
    const [lina, karim] = [await metBy(store, "lina"), await metBy(store, "karim")];
    await hold(store, lina, tomorrow);
    const late = after(morning, heldFor);
    expect(await hold(store, karim, tomorrow, late)).toBe("committed");
    expect(await countOf(database, "Cell")).toBe(6);
    await store.retention.sweep(after(late, heldFor));
    expect(await countOf(database, "Cell")).toBe(0);
  });

  test("twenty people who hold one time at once: one does", async () => {
    const database = await open();
    const store = storeOn(database);
    const people: ConversationId[] = [];
    for (let place = 0; place < 20; place++) people.push(await metBy(store, `p${place}`));
    const outcomes = await Promise.all(people.map((who) => hold(store, who, tomorrow)));
    expect(outcomes.filter((outcome) => outcome === "committed")).toHaveLength(1);
    expect(await countOf(database, "Cell")).toBe(6);
  });

  test("who moves an appointment by a quarter of an hour holds what is not theirs yet", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await metBy(store, "lina");
    await book(store, lina, { start: tomorrow, id: "first" });
    const later = after(tomorrow, quarter);
    expect(await hold(store, lina, later)).toBe("conflict");
    expect(await hold(store, lina, later, morning, "first")).toBe("committed");
    const replaces = { id: "first", version: 1 };
    expect(await book(store, lina, { start: later, id: "second", replaces })).toBe("committed");
    expect(await countOf(database, "Cell")).toBe(9);
    expect(
      await database.all("SELECT status, movedTo, closedBy FROM Appointment ORDER BY id"),
    ).toEqual([
      { status: "moved", movedTo: "second", closedBy: "person" },
      { status: "booked", movedTo: null, closedBy: null },
    ]);
  });

  test("nobody books more than they may, nor twice for one thing on one day, in any order", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await metBy(store, "lina");
    const day = { from: morning, to: after(morning, 48 * hour) };
    const other = { from: day.to, to: after(day.to, 24 * hour) };
    expect(await book(store, lina, { start: tomorrow, allowance: { open: 2, day } })).toBe(
      "committed",
    );
    const before = await everything(database);
    // two tabs: another worker, another hour, the same day
    const elsewhere = { start: after(tomorrow, 3 * hour), worker: "w2", site: "s2" };
    expect(await book(store, lina, { ...elsewhere, allowance: { open: 2, day } })).toBe("conflict");
    const later = { ...elsewhere, start: after(other.from, hour) };
    expect(await book(store, lina, { ...later, allowance: { open: 1, day: other } })).toBe(
      "conflict",
    );
    expect(await everything(database)).toBe(before);
    expect(await book(store, lina, { ...later, allowance: { open: 2, day: other } })).toBe(
      "committed",
    );
  });

  test("the history of an appointment keeps each thing that happened to it, by whom and why", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await metBy(store, "lina");
    const id = "first" as AppointmentId;
    await book(store, lina, { start: tomorrow, id });
    await change(store, lina, { kind: "confirmPresence", id, version: 1 });
    await change(store, lina, { kind: "cancelAppointment", id, version: 1 });
    await change(store, lina, { kind: "cancelReason", id, version: 2, reason: "ill" });
    await change(store, lina, { kind: "cancelReason", id, version: 2, reason: "transport" });
    await book(store, lina, { start: tomorrow, id: "second" });
    const service = { by: "service", reason: "workerAway" } as const;
    await change(store, lina, {
      ...{ kind: "cancelAppointment", id: "second" as AppointmentId, version: 1, ...service },
    });
    const rows = await database.all(
      "SELECT appointmentId AS id, version, what, by, reason FROM AppointmentEvent ORDER BY id, rowid",
    );
    expect(rows.map((row) => Object.values(row).join(" ").trim())).toEqual([
      "first 1 booked person",
      "first 1 confirmed person",
      "first 2 cancelled person",
      "first 2 cancelReason person ill",
      "second 1 booked person",
      "second 2 cancelled service workerAway",
    ]);
  });

  test("who has everything deleted holds nothing any more", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await metBy(store, "lina");
    await hold(store, lina, tomorrow);
    await change(store, lina, { kind: "erase" });
    expect(await countOf(database, "Cell")).toBe(0);
  });
}

async function hold(
  store: Shelf,
  who: ConversationId,
  start: Instant,
  now = morning,
  beside: string | null = null,
) {
  const pending = await readAgain(store, who);
  const wanted = {
    kind: "hold",
    resources: [workerResource(slug, "w1"), roomResource(slug, "s1")],
    cells: cellsOf(start, after(start, length)),
    beside: beside as AppointmentId | null,
    expiresAt: after(now, heldFor),
  } as const;
  const turn = turnOn(store, pending, { changes: [wanted], replies: [], now });
  return (await store.conversations.commit(turn)).outcome;
}
