import fc from "fast-check";
import { expect, test } from "vitest";
import { cellsOf, roomResource, workerResource } from "../../src/appointments/resources.ts";
import type { AppointmentId, ConversationId } from "../../src/base/ids.ts";
import { after, hour, type Instant, minute } from "../../src/base/time.ts";
import type { Change } from "../../src/store/conversations.ts";
import type { Database } from "../../src/store/database.ts";
import {
  bookingOf,
  metBy,
  morning,
  readAgain,
  type Shelf,
  slug,
  storeOn,
  turnOn,
} from "./hand-made.ts";

const quarter = 15 * minute;
const tomorrow = after(morning, 24 * hour);
const dayAfter = after(tomorrow, 24 * hour);
const heldFor = 10 * minute;
const offeredFor = 30 * minute;

/**
 * Three people and two workers do what they like, in any order: whatever is asked, what the database holds
 * is possible. The invariants are read from its rows, never from what we think we wrote.
 */
export function bookingModelContract(open: () => Promise<Database>): void {
  test("whatever is booked, held, moved, proposed, accepted, cancelled or left to expire, the agenda is possible", async () => {
    const database = await open();
    const store = storeOn(database);
    const people = [await metBy(store, "a"), await metBy(store, "b"), await metBy(store, "c")];
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 18 }), async (acts) => {
        await clear(database);
        let now = morning;
        for (const one of acts) {
          now = after(now, one.minutes * minute);
          const who = people[one.person];
          if (!who) throw new Error("three people");
          if (one.kind === "expire") await store.retention.sweep(now);
          else await perform({ store, database }, who, one, now);
          await expectPossible(database, now);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("all three confirm, hold and accept at once: the agenda stays possible, and somebody has each time", async () => {
    const database = await open();
    const store = storeOn(database);
    const people = [await metBy(store, "a"), await metBy(store, "b"), await metBy(store, "c")];
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 9 }), async (acts) => {
        await clear(database);
        await Promise.all(
          acts.map((one) => {
            const who = people[one.person];
            if (!who) throw new Error("three people");
            return one.kind === "expire"
              ? store.retention.sweep(morning)
              : perform({ store, database }, who, one, morning);
          }),
        );
        await expectPossible(database, morning);
      }),
      { numRuns: 20 },
    );
  });
}

interface Act {
  readonly kind: "book" | "hold" | "move" | "cancel" | "propose" | "accept" | "decline" | "expire";
  readonly person: number;
  readonly worker: number;
  readonly quarter: number;
  readonly minutes: number;
}

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(
    ...(["book", "book", "hold", "hold", "move", "cancel"] as const),
    ...(["propose", "accept", "decline", "expire"] as const),
  ),
  person: fc.integer({ min: 0, max: 2 }),
  worker: fc.integer({ min: 0, max: 1 }),
  quarter: fc.integer({ min: 0, max: 7 }),
  minutes: fc.constantFrom(0, 0, 1, 9, 10, 31),
});

interface Shelves {
  readonly store: Shelf;
  readonly database: Database;
}

async function perform({ store, database }: Shelves, who: ConversationId, one: Act, now: Instant) {
  const pending = await readAgain(store, who);
  const start = after(tomorrow, one.quarter * quarter);
  const place = { start, worker: `w${one.worker}`, site: `s${one.worker}` };
  const rows = await database.all(
    "SELECT id, version, status FROM Appointment WHERE conversationId = ? AND status IN ('booked', 'proposed') ORDER BY id",
    [who],
  );
  const seen = (status: string) => {
    const row = rows.find((each) => each["status"] === status);
    return row ? { id: String(row["id"]) as AppointmentId, version: Number(row["version"]) } : null;
  };
  const allowance = { open: 1, day: { from: tomorrow, to: dayAfter } };
  const booking = (replaces: { id: string; version: number } | null): Change[] => [
    bookingOf(store, pending, { ...place, replaces, allowance }),
  ];
  const changes = changesOf();
  if (changes.length === 0) return;
  // refused or stale are answers too: what counts is what is left in the database
  await store.conversations.commit(turnOn(store, pending, { changes, replies: [], now }));

  function changesOf(): Change[] {
    const booked = seen("booked");
    const proposed = seen("proposed");
    const made = bookingOf(store, pending, { ...place, allowance });
    if (made.kind !== "book") throw new Error("not a booking");
    switch (one.kind) {
      case "book":
        return booking(null);
      case "hold":
        return [
          {
            kind: "hold",
            resources: [workerResource(slug, place.worker), roomResource(slug, place.site)],
            cells: cellsOf(start, after(start, 3 * quarter)),
            beside: booked?.id ?? null,
            expiresAt: after(now, heldFor),
          },
        ];
      case "move":
        return booked ? booking(booked) : [];
      case "cancel":
        return booked ? [{ kind: "cancelAppointment", ...booked }] : [];
      case "decline":
        return proposed ? [{ kind: "cancelAppointment", ...proposed }] : [];
      case "accept":
        return proposed ? [{ kind: "acceptProposal", ...proposed, reminders: [] }] : [];
      case "propose": {
        const { appointment, resources, cells } = made;
        return [
          { kind: "propose", appointment, resources, cells, expiresAt: after(now, offeredFor) },
        ];
      }
      case "expire":
        return [];
    }
  }
}

async function expectPossible(database: Database, now: Instant): Promise<void> {
  const standing = await database.all(
    "SELECT id, personId, worker, site, startsAt, endsAt, status FROM Appointment WHERE status IN ('booked', 'proposed')",
  );
  for (const [place, one] of standing.entries()) {
    for (const other of standing.slice(0, place)) {
      const together =
        Number(one["startsAt"]) < Number(other["endsAt"]) &&
        Number(other["startsAt"]) < Number(one["endsAt"]);
      const shared = ["personId", "worker", "site"].filter((name) => one[name] === other[name]);
      expect(together ? shared : []).toEqual([]);
    }
  }
  // each appointment has its nine cells, and no cell is of an appointment that ended
  const cells = await database.all(
    `SELECT c.appointmentId AS owner, COUNT(*) AS n FROM Cell c WHERE c.expiresAt IS NULL GROUP BY c.appointmentId`,
  );
  expect(cells.map(({ owner, n }) => `${owner} ${n}`).sort()).toEqual(
    standing.map(({ id }) => `${id} 9`).sort(),
  );
  const crowded = await database.all(
    `SELECT personId FROM Appointment WHERE status = 'booked' AND startsAt > ? GROUP BY personId HAVING COUNT(*) > 1`,
    [now],
  );
  expect(crowded).toEqual([]);
  const holds = await database.all(
    "SELECT appointmentId FROM Cell WHERE expiresAt IS NOT NULL GROUP BY appointmentId HAVING COUNT(*) > 6",
  );
  expect(holds).toEqual([]);
  // every appointment says how it began, and how it ended when it did; each move leads to one that exists
  const untold = await database.all(
    `SELECT a.id FROM Appointment a WHERE
       NOT EXISTS (SELECT 1 FROM AppointmentEvent e WHERE e.appointmentId = a.id AND e.version = 1)
       OR (a.closedAt IS NOT NULL AND NOT EXISTS
         (SELECT 1 FROM AppointmentEvent e WHERE e.appointmentId = a.id AND e.version = a.version
           AND e.what IN ('moved', 'cancelled', 'declined', 'expired')))
       OR (a.status = 'moved') <> EXISTS (SELECT 1 FROM Appointment n WHERE n.id = a.movedTo)`,
  );
  expect(untold).toEqual([]);
}

async function clear(database: Database): Promise<void> {
  const tables = ["Cell", "Appointment", "AppointmentEvent", "Reminder", "Outgoing", "Event"];
  await database.batch(tables.map((table) => ({ sql: `DELETE FROM ${table}`, values: [] })));
}
