import fc from "fast-check";
import { expect, test } from "vitest";
import type { ConversationId } from "../../src/base/ids.ts";
import { after, hour } from "../../src/base/time.ts";
import type { Database } from "../../src/store/database.ts";
import type { NewGathering } from "../../src/store/gathering-store.ts";
import { change, countOf, metBy, morning, type Shelf, slug, storeOn } from "./hand-made.ts";

const tomorrow = after(morning, 30 * hour);
const words = {
  ...{ title: "Budget", audience: "", bring: "", partner: "", tools: "", place: "" },
};

function workshop(id: string, more: Partial<NewGathering> = {}): NewGathering {
  return {
    ...{ id, structure: slug, kind: "workshop", series: id, site: "ml-carvin", words },
    ...{ start: tomorrow, end: after(tomorrow, 2 * hour), seats: 3, extra: 0 },
    ...more,
  };
}

const take = (store: Shelf, who: ConversationId, gathering = "w1") =>
  change(store, who, { kind: "takeSeat", gathering });
const leave = (store: Shelf, who: ConversationId) =>
  change(store, who, { kind: "leaveSeat", gathering: "w1" });
const wait = (store: Shelf, who: ConversationId) =>
  change(store, who, { kind: "waitForSeat", gathering: "w1" });
const people = (store: Shelf, count: number) =>
  Promise.all(Array.from({ length: count }, (_, place) => metBy(store, `person-${place}`)));
const acting = { structure: slug, id: "w1", by: "nadia", now: morning };

/** Workshops: a seat is a row with a number, and nobody sits on another's. */
export function gatheringsContract(open: () => Promise<Database>): void {
  test("twenty people want three seats in the same moment: three have one, each their own", async () => {
    const database = await open();
    const store = storeOn(database);
    await store.gatherings.layDown([workshop("w1")], "nadia", morning);
    const crowd = await people(store, 20);
    const outcomes = await Promise.all(crowd.map((one) => take(store, one)));
    expect(outcomes.filter((one) => one === "committed")).toHaveLength(3);
    expect(outcomes.filter((one) => one === "conflict")).toHaveLength(17);
    const seats = await store.gatherings.seatsOf(slug, "w1");
    expect(seats.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(new Set(seats.map(({ conversation }) => conversation)).size).toBe(3);
  });

  test("registrations beyond the seats are taken when the team says so, and no more", async () => {
    const store = storeOn(await open());
    await store.gatherings.layDown([workshop("w1", { seats: 1, extra: 2 })], "nadia", morning);
    const crowd = await people(store, 4);
    const outcomes = [];
    for (const one of crowd) outcomes.push(await take(store, one));
    expect(outcomes).toEqual(["committed", "committed", "committed", "conflict"]);
  });

  test("a seat that is left is free again, with its number; nobody has two", async () => {
    const database = await open();
    const store = storeOn(database);
    await store.gatherings.layDown([workshop("w1")], "nadia", morning);
    const [lina, karim, zoe] = (await people(store, 3)) as [
      ConversationId,
      ConversationId,
      ConversationId,
    ];
    expect([await take(store, lina), await take(store, karim)]).toEqual(["committed", "committed"]);
    // asked twice, it is one seat
    expect(await take(store, lina)).toBe("committed");
    expect(await countOf(database, "Seat")).toBe(2);
    await leave(store, lina);
    expect(await take(store, zoe)).toBe("committed");
    expect(
      (await store.gatherings.seatsOf(slug, "w1")).map(({ number, conversation }) => [
        number,
        conversation,
      ]),
    ).toEqual([
      [1, zoe],
      [2, karim],
    ]);
  });

  test("who waits longest is first when a seat is free, and stops waiting once they have it", async () => {
    const database = await open();
    const store = storeOn(database);
    await store.gatherings.layDown([workshop("w1", { seats: 1 })], "nadia", morning);
    const [lina, karim, zoe] = (await people(store, 3)) as [
      ConversationId,
      ConversationId,
      ConversationId,
    ];
    await take(store, lina);
    await wait(store, karim);
    await wait(store, zoe);
    await database.run({
      sql: "UPDATE SeatWait SET since = since + 1 WHERE conversationId = ?",
      values: [zoe],
    });
    expect(await store.gatherings.toSeat(morning, 10)).toEqual([]);
    await leave(store, lina);
    const [next] = await store.gatherings.toSeat(morning, 10);
    expect(next?.conversation).toBe(karim);
    expect(await take(store, karim)).toBe("committed");
    expect(await countOf(database, "SeatWait")).toBe(1);
    const [own] = await store.gatherings.coming(slug, zoe, morning);
    expect([own?.mine, own?.gathering.taken, own?.gathering.waiting]).toEqual(["waits", 1, 1]);
  });

  test("fewer seats than people who have one is refused; more lets others in", async () => {
    const store = storeOn(await open());
    await store.gatherings.layDown([workshop("w1")], "nadia", morning);
    const [lina, karim, zoe] = (await people(store, 3)) as [
      ConversationId,
      ConversationId,
      ConversationId,
    ];
    await take(store, lina);
    await take(store, karim);
    expect(await store.gatherings.setSeats(acting, 1, 0)).toBe("tooFew");
    expect(await store.gatherings.setSeats(acting, 2, 0)).toBe("set");
    expect(await take(store, zoe)).toBe("conflict");
    expect(await store.gatherings.setSeats(acting, 2, 1)).toBe("set");
    expect(await take(store, zoe)).toBe("committed");
    expect(await store.gatherings.setSeats({ ...acting, structure: "elsewhere" }, 9, 0)).toBe(
      "gone",
    );
  });

  test("called off: no seat any more, and who had or awaited one is told once", async () => {
    const store = storeOn(await open());
    await store.gatherings.layDown([workshop("w1", { seats: 1 })], "nadia", morning);
    const [lina, karim, zoe] = (await people(store, 3)) as [
      ConversationId,
      ConversationId,
      ConversationId,
    ];
    await take(store, lina);
    await wait(store, karim);
    expect(await store.gatherings.cancel(acting)).toBe("cancelled");
    expect(await store.gatherings.cancel(acting)).toBe("gone");
    expect(await take(store, zoe)).toBe("conflict");
    const told = await store.gatherings.toTellOff(morning, 10);
    expect(told.map(({ conversation }) => conversation).sort()).toEqual([lina, karim].sort());
    const tell = (who: ConversationId) =>
      change(store, who, { kind: "gatheringToldOff", gathering: "w1" });
    expect([await tell(lina), await tell(lina), await tell(karim)]).toEqual([
      "committed",
      "conflict",
      "committed",
    ]);
    expect(await store.gatherings.toTellOff(morning, 10)).toEqual([]);
  });

  test("recalled once; not who left", async () => {
    const store = storeOn(await open());
    await store.gatherings.layDown([workshop("w1")], "nadia", morning);
    const [lina, karim] = (await people(store, 2)) as [ConversationId, ConversationId];
    await take(store, lina);
    await take(store, karim);
    await leave(store, karim);
    const soon = after(morning, 31 * hour);
    const due = await store.gatherings.toRemind(morning, soon, 10);
    expect(due.map(({ conversation }) => conversation)).toEqual([lina]);
    const recall = (who: ConversationId) =>
      change(store, who, { kind: "seatReminded", gathering: "w1" });
    expect([await recall(lina), await recall(lina), await recall(karim)]).toEqual([
      "committed",
      "conflict",
      "conflict",
    ]);
    expect(await store.gatherings.toRemind(morning, soon, 10)).toEqual([]);
  });

  test("who cannot be written to is passed over, and waits on; who is in a worker's hands is told later", async () => {
    const database = await open();
    const store = storeOn(database);
    await store.gatherings.layDown([workshop("w1", { seats: 2 })], "nadia", morning);
    const [lina, karim, zoe, ines] = (await people(store, 4)) as [
      ConversationId,
      ConversationId,
      ConversationId,
      ConversationId,
    ];
    await take(store, lina);
    await take(store, karim);
    await wait(store, zoe);
    await wait(store, ines);
    const set = (sql: string, who: ConversationId) => database.run({ sql, values: [who] });
    await set("UPDATE SeatWait SET since = since - 1 WHERE conversationId = ?", zoe);
    await leave(store, lina);
    const next = async () =>
      (await store.gatherings.toSeat(morning, 10)).map(({ conversation }) => conversation);
    expect(await next()).toEqual([zoe]);
    const stopped = "(SELECT personId FROM Conversation WHERE id = ?)";
    await set(`UPDATE Person SET remindersStopped = 1 WHERE id = ${stopped}`, zoe);
    expect(await next()).toEqual([ines]);
    await set("UPDATE Conversation SET heldBy = 'worker' WHERE id = ?", ines);
    expect(await next()).toEqual([]);
    const soon = after(morning, 31 * hour);
    expect(await store.gatherings.toRemind(morning, soon, 10)).toHaveLength(1);
    await set("UPDATE Conversation SET heldBy = 'worker' WHERE id = ?", karim);
    expect(await store.gatherings.toRemind(morning, soon, 10)).toEqual([]);
    await store.gatherings.cancel(acting);
    const told = await store.gatherings.toTellOff(morning, 10);
    // called off is said to her too: she would stand before a closed door
    expect(told.map(({ conversation }) => conversation)).toEqual([zoe]);
  });

  test("whatever three people and two workers do, in any order: no seat above what there is, nobody on two", async () => {
    const act = fc.record({
      what: fc.constantFrom("take", "leave", "wait", "seats", "cancel", "freed"),
      who: fc.nat(2),
      seats: fc.nat(3),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (acts) => {
        const database = await open();
        const store = storeOn(database);
        await store.gatherings.layDown([workshop("w1", { seats: 2 })], "nadia", morning);
        const crowd = await people(store, 3);
        // what must be true, kept apart from the tables
        const seated = new Set<number>();
        const awaiting: number[] = [];
        let capacity = 2;
        let isOff = false;
        for (const { what, who, seats } of acts) {
          const person = crowd[who] as ConversationId;
          if (what === "take") {
            // asked twice, it is theirs, once
            const may = seated.has(who) || (!isOff && seated.size < capacity);
            expect(await take(store, person)).toBe(may ? "committed" : "conflict");
            if (may) seat(who);
          } else if (what === "leave") {
            await leave(store, person);
            seated.delete(who);
            forget(who);
          } else if (what === "wait") {
            await wait(store, person);
            if (!isOff && !seated.has(who) && !awaiting.includes(who)) awaiting.push(who);
          } else if (what === "seats") {
            const may = seats >= seated.size;
            const outcome = await store.gatherings.setSeats(acting, seats, 0);
            expect(outcome).toBe(may ? "set" : "tooFew");
            if (may) capacity = seats;
          } else if (what === "cancel") {
            if (seats === 0) {
              expect(await store.gatherings.cancel(acting)).toBe(isOff ? "gone" : "cancelled");
              isOff = true;
            }
          } else {
            const [next] = await store.gatherings.toSeat(morning, 10);
            const first = !isOff && seated.size < capacity ? awaiting[0] : undefined;
            expect(next !== undefined).toBe(first !== undefined);
            if (next) {
              expect(await take(store, next.conversation)).toBe("committed");
              seat(crowd.indexOf(next.conversation));
            }
          }
          const rows = await store.gatherings.seatsOf(slug, "w1");
          expect(rows.map(({ conversation }) => crowd.indexOf(conversation)).sort()).toEqual(
            [...seated].sort(),
          );
          expect(rows.length).toBeLessThanOrEqual(capacity);
          expect(await countOf(database, "SeatWait")).toBe(awaiting.length);
        }
        function seat(who: number) {
          seated.add(who);
          forget(who);
        }
        function forget(who: number) {
          if (awaiting.includes(who)) awaiting.splice(awaiting.indexOf(who), 1);
        }
      }),
      { numRuns: 15, seed: 20261123 },
    );
  }, 60_000);

  test("attendance is by name or by number, and another structure's is not touched", async () => {
    const store = storeOn(await open());
    await store.gatherings.layDown([workshop("w1")], "nadia", morning);
    const [lina] = (await people(store, 1)) as [ConversationId];
    await take(store, lina);
    const elsewhere = { ...acting, structure: "elsewhere" };
    expect(await store.gatherings.mark(elsewhere, 1, "present")).toBe("gone");
    expect(await store.gatherings.mark(acting, 1, "present")).toBe("marked");
    const tally = { total: 9, withFile: 4, qpv: null };
    expect(await store.gatherings.count(elsewhere, tally, words)).toBe("gone");
    expect(await store.gatherings.count(acting, tally, { ...words, tools: "Kijoulou" })).toBe(
      "counted",
    );
    expect(await store.gatherings.one(slug, "w1")).toMatchObject({
      ...tally,
      words: { title: "Budget", tools: "Kijoulou" },
    });
    expect(await store.gatherings.seatsOf(slug, "w1")).toMatchObject([{ attended: "present" }]);
  });
}
