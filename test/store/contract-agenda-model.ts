import fc from "fast-check";
import { expect, test } from "vitest";
import type { ConversationId } from "../../src/base/ids.ts";
import { after, hour, type Instant, minute } from "../../src/base/time.ts";
import type { Database } from "../../src/store/database.ts";
import {
  book,
  change,
  countOf,
  metBy,
  morning,
  readAgain,
  type Shelf,
  slug,
  storeOn,
} from "./hand-made.ts";

const quarter = 15 * minute;
const tomorrow = after(morning, 24 * hour);

/** The agenda beside a model of it: whatever is wished for, both say the same. */
export function agendaModelContract(open: () => Promise<Database>): void {
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
    for (const resource of [
      `worker:${slug}/w${worker}`,
      `room:${slug}/s${site}`,
      `person:${persons.get(who)}`,
    ]) {
      for (const step of [0, 1, 2]) {
        const startsAt: Instant = after(tomorrow, (first + step) * quarter);
        lines.push(`${id} ${resource} ${startsAt}`);
      }
    }
  }
  return lines.sort();
}
