import { expect, test } from "vitest";
import type { PrescriptionChange } from "../../src/appointments/prescription-changes.ts";
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
const until = after(morning, 12 * hour);

/** Requests of partners: a time is kept for somebody who has not agreed yet. */
export function prescriptionsContract(open: () => Promise<Database>): void {
  test("a time that a partner asked for is kept, for nobody yet, and freed when nobody answers", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await metBy(store, "lina");
    expect(await ask(store, "first")).toBe("asked");
    expect(await book(store, lina, { start: tomorrow })).toBe("conflict");
    const before = await everything(database);
    expect(await ask(store, "second")).toBe("taken");
    expect(await everything(database)).toBe(before);
    await store.retention.sweep(until);
    expect(await countOf(database, "Cell")).toBe(0);
    expect(await store.prescriptions.requestOf("CODE-first", slug, until)).toBeNull();
    expect(await book(store, lina, { start: tomorrow })).toBe("committed");
  });

  test("two partners in the same moment: one has the time", async () => {
    const store = storeOn(await open());
    const outcomes = await Promise.all([ask(store, "first"), ask(store, "second")]);
    expect(outcomes.sort()).toEqual(["asked", "taken"]);
  });

  test("agreed once: it is the person's, with what was kept, and the code is used", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await metBy(store, "lina");
    const karim = await metBy(store, "karim");
    await ask(store, "first");
    const both = await Promise.all([agree(store, lina), agree(store, karim)]);
    expect(both.sort()).toEqual(["committed", "conflict"]);
    expect(await database.all("SELECT status, version, bookedVia FROM Appointment")).toEqual([
      { status: "booked", version: 2, bookedVia: "prescriber" },
    ]);
    expect(await countOf(database, "Cell")).toBe(9);
    expect(await store.prescriptions.requestOf("CODE-first", slug, morning)).toBeNull();
  });

  test.each([
    ["a millisecond before its end", -1, "committed"],
    ["at the very end", 0, "conflict"],
  ])("agreed %s", async (_, late, outcome) => {
    const store = storeOn(await open());
    const lina = await metBy(store, "lina");
    await ask(store, "first");
    expect(await agree(store, lina, after(until, late))).toBe(outcome);
  });

  test("who has another appointment at that hour cannot agree, and nothing is written", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await metBy(store, "lina");
    await book(store, lina, { start: tomorrow, worker: "w2", site: "s2" });
    await ask(store, "first");
    const before = await everything(database);
    expect(await agree(store, lina, morning, 5)).toBe("conflict");
    expect(await everything(database)).toBe(before);
  });

  test("refused, the time is free; taken back, the appointment stays and nothing is shared", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await metBy(store, "lina");
    await ask(store, "first");
    expect(await change(store, lina, refusing)).toBe("committed");
    expect(await change(store, lina, refusing)).toBe("conflict");
    expect(await countOf(database, "Cell")).toBe(0);
    await ask(store, "second");
    await agree(store, lina, morning, 1, "second");
    const { person } = (await readAgain(store, lina)).conversation;
    expect(await store.prescriptions.sharedOf(person, slug)).toEqual([
      { id: "second", partner: "Mission locale" },
    ]);
    await change(store, lina, { kind: "stopSharing" });
    expect(await store.prescriptions.sharedOf(person, slug)).toEqual([]);
    expect(await countOf(database, "Appointment WHERE status = 'booked'")).toBe(1);
  });
}

const refusing: PrescriptionChange = {
  kind: "refuseRequest",
  id: "first" as AppointmentId,
  version: 1,
};

async function ask(store: Shelf, id: string) {
  const { prescriptions } = store;
  const name = "Mission locale";
  if (!(await store.database.get("SELECT 1 FROM Prescriber WHERE id = 'partner'"))) {
    const doing = { id: "partner", structure: slug, by: "nadia", now: morning };
    const life = { token: "a token", until: after(morning, 1000 * hour) };
    // two who come at once make one partner
    await prescriptions
      .makeLink({ ...doing, ...life, name, kind: "missionLocale" })
      .catch(() => {});
  }
  const prescriber = await prescriptions.openedBy("a token", morning);
  if (!prescriber) throw new Error("the link opens nothing");
  const end = after(tomorrow, 45 * minute);
  const appointment = {
    ...{ id: id as AppointmentId, structure: slug, site: "s1", worker: "w1" },
    ...{ motif: "premier-rendez-vous", mode: "place", start: tomorrow, end, bookedAt: morning },
  };
  const resources = [workerResource(slug, "w1"), roomResource(slug, "s1")];
  const cells = cellsOf(tomorrow, end);
  const asked = { prescriber, name: "L.", code: `CODE-${id}`, appointment, resources, cells };
  return prescriptions.ask(
    { ...asked, expiresAt: until, keptUntil: after(until, hour), mostADay: 20 },
    morning,
  );
}

async function agree(
  store: Shelf,
  who: ConversationId,
  now: Instant = morning,
  atOnce = 1,
  id = "first",
) {
  const cells = cellsOf(tomorrow, after(tomorrow, 45 * minute));
  const agreeing: PrescriptionChange = {
    kind: "agreeToRequest",
    ...{ id: id as AppointmentId, version: 1, reminders: [], cells, open: atOnce },
    keptUntil: after(tomorrow, hour),
  };
  const turn = turnOn(store, await readAgain(store, who), {
    changes: [agreeing],
    replies: [],
    now,
  });
  return (await store.conversations.commit(turn)).outcome;
}
