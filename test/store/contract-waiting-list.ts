import { expect, test } from "vitest";
import type { WaitingListChange } from "../../src/appointments/waiting-list-changes.ts";
import type { AppointmentId, ConversationId, WorkerId } from "../../src/base/ids.ts";
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
  slug,
  storeOn,
  turnOn,
} from "./hand-made.ts";

const tomorrow = after(morning, 24 * hour);
const until = after(morning, 30 * minute);
const nadia = "nadia" as WorkerId;

/** The waiting list: a freed time is held for one person, who takes it in time or not. */
export function waitingListContract(open: () => Promise<Database>): void {
  test("who joins again keeps their turn and wishes otherwise; one place for each", async () => {
    const store = storeOn(await open());
    const lina = await metBy(store, "lina");
    await change(store, lina, joining("first"));
    await store.waitingLists.setBand("first", slug, 2, nadia, morning);
    await change(store, lina, { ...joining("second"), wish: { ...wish, half: "morning" } });
    const list = await store.waitingLists.standing(slug, morning);
    expect(list.map(({ entry }) => [entry.id, entry.band, entry.wish.half])).toEqual([
      ["first", 2, "morning"],
    ]);
  });

  test("a wish is sealed, and what is left of a place names nothing", async () => {
    const database = await open();
    const store = storeOn(database);
    await change(store, await metBy(store, "lina"), joining("first"));
    expect(await everything(database)).not.toContain("ml-carvin");
  });

  test("a freed time is held for one: ten who wait and two freed times make two offers", async () => {
    const database = await open();
    const store = storeOn(database);
    const people: ConversationId[] = [];
    for (let place = 0; place < 10; place++) {
      const who = await metBy(store, `person-${place}`);
      await change(store, who, joining(`entry-${place}`));
      people.push(who);
    }
    const starts = [tomorrow, after(tomorrow, hour)];
    const outcomes = await Promise.all(
      people.flatMap((who, place) =>
        starts.map((start) => offer(store, who, `entry-${place}`, { start })),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === "committed")).toHaveLength(2);
    const held = await database.all("SELECT conversationId, startsAt FROM Appointment");
    expect(new Set(held.map(({ conversationId }) => conversationId)).size).toBe(2);
    expect(new Set(held.map(({ startsAt }) => startsAt)).size).toBe(2);
    expect(await countOf(database, "Cell")).toBe(2 * 3 * 3);
  });

  test("nobody has two offers open, nor one once they left or were taken off the list", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await metBy(store, "lina");
    const karim = await metBy(store, "karim");
    await change(store, lina, joining("hers"));
    await change(store, karim, joining("his"));
    expect(await offer(store, lina, "hers", { start: tomorrow })).toBe("committed");
    expect(await offer(store, lina, "hers", { start: after(tomorrow, 2 * hour) })).toBe("conflict");
    await change(store, lina, { kind: "leaveWaitingList", id: "hers" });
    await store.waitingLists.remove("his", slug, nadia, morning);
    const before = await everything(database);
    expect(await offer(store, karim, "his", { start: after(tomorrow, 2 * hour) })).toBe("conflict");
    expect(await everything(database)).toBe(before);
  });

  test.each([
    ["a millisecond before its end", -1, "committed"],
    ["at the very end", 0, "conflict"],
  ])("an offer taken %s", async (_, late, outcome) => {
    const database = await open();
    const store = storeOn(database);
    const lina = await metBy(store, "lina");
    await change(store, lina, joining("hers"));
    await offer(store, lina, "hers", { start: tomorrow, id: "freed" });
    expect(await take(store, lina, { at: after(until, late) })).toBe(outcome);
    const [row] = await database.all("SELECT status FROM Appointment");
    expect(row).toEqual({ status: outcome === "committed" ? "booked" : "proposed" });
    const left = await store.waitingLists.standing(slug, after(until, late));
    expect(left).toHaveLength(outcome === "committed" ? 0 : 1);
  });

  test("taken and swept in the same moment: it is booked, or free again, and never both", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await metBy(store, "lina");
    await change(store, lina, joining("hers"));
    await offer(store, lina, "hers", { start: tomorrow, id: "freed" });
    const [taken] = await Promise.all([
      take(store, lina, { at: after(until, -1) }),
      store.retention.sweep(until),
    ]);
    const [row] = await database.all("SELECT status FROM Appointment");
    expect(row).toEqual({ status: taken === "committed" ? "booked" : "cancelled" });
    expect(await countOf(database, "Cell")).toBe(taken === "committed" ? 9 : 0);
  });

  test("an offer that ended frees its time, and its person stays with the bot and on the list", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await metBy(store, "lina");
    const karim = await metBy(store, "karim");
    await change(store, lina, joining("hers"));
    await change(store, karim, joining("his"));
    await offer(store, lina, "hers", { start: tomorrow });
    await store.retention.sweep(until);
    expect((await readAgain(store, lina)).conversation.heldBy).toBe("bot");
    const [hers] = (await store.waitingLists.standing(slug, until)).filter(
      ({ entry }) => entry.id === "hers",
    );
    expect(hers?.offers).toMatchObject([{ start: tomorrow, at: morning, became: "unanswered" }]);
    expect(await offer(store, karim, "his", { start: tomorrow })).toBe("committed");
  });

  test("an earlier time takes the place of the later one, all at once or not at all", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await metBy(store, "lina");
    await book(store, lina, { start: after(tomorrow, 48 * hour), id: "later" });
    await change(store, lina, { ...joining("hers"), waitingKind: "earlier" });
    await offer(store, lina, "hers", { start: tomorrow, id: "freed" });
    const stale = { id: "later" as AppointmentId, version: 7 };
    const before = await database.all("SELECT id, status FROM Appointment ORDER BY id");
    expect(await take(store, lina, { at: morning, replaces: stale })).toBe("conflict");
    expect(await database.all("SELECT id, status FROM Appointment ORDER BY id")).toEqual(before);
    expect(await take(store, lina, { at: morning, replaces: { ...stale, version: 1 } })).toBe(
      "committed",
    );
    expect(await database.all("SELECT id, status FROM Appointment ORDER BY id")).toEqual([
      { id: "freed", status: "booked" },
      { id: "later", status: "moved" },
    ]);
    expect(await countOf(database, "Cell WHERE appointmentId = 'later'")).toBe(0);
    const karim = await metBy(store, "karim");
    expect(await book(store, karim, { start: after(tomorrow, 48 * hour) })).toBe("committed");
  });

  test("asked once; who stays is asked again later, who does not answer leaves", async () => {
    const store = storeOn(await open());
    const lina = await metBy(store, "lina");
    await change(store, lina, joining("hers"));
    expect(await change(store, lina, { kind: "askIfStillWaiting", id: "hers" })).toBe("committed");
    expect(await change(store, lina, { kind: "askIfStillWaiting", id: "hers" })).toBe("conflict");
    const askAt = after(morning, 60 * 24 * hour);
    await change(store, lina, { kind: "stayOnWaitingList", id: "hers", askAt });
    const [entry] = await store.waitingLists.standing(slug, morning);
    expect(entry?.entry).toMatchObject({ askAt, askedAt: null });
    await store.waitingLists.end([{ id: "hers", because: "lapsed" }], morning);
    expect(await store.waitingLists.standing(slug, morning)).toEqual([]);
    expect(await change(store, lina, { kind: "askIfStillWaiting", id: "hers" })).toBe("conflict");
  });

  test("a worker sees their structure's list alone, and what they do there is in the trail", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await metBy(store, "lina");
    await change(store, lina, joining("hers"));
    const { waitingLists } = store;
    expect(await waitingLists.setBand("hers", "another", 1, nadia, morning)).toBe("gone");
    expect(await waitingLists.remove("hers", "another", nadia, morning)).toBe("gone");
    expect(await waitingLists.standing("another", morning)).toEqual([]);
    expect(await waitingLists.setBand("hers", slug, 1, nadia, morning)).toBe("set");
    expect(await waitingLists.remove("hers", slug, nadia, morning)).toBe("removed");
    expect(await waitingLists.remove("hers", slug, nadia, morning)).toBe("gone");
    expect(await database.all("SELECT what, conversationId FROM Audit ORDER BY id")).toEqual([
      { what: "waiting.band1", conversationId: lina },
      { what: "waiting.removed", conversationId: lina },
    ]);
  });

  test("erased with the person", async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await metBy(store, "lina");
    await change(store, lina, joining("hers"));
    await offer(store, lina, "hers", { start: tomorrow });
    await change(store, lina, { kind: "erase" });
    expect(await countOf(database, "Waiting")).toBe(0);
    expect(await countOf(database, "Cell")).toBe(0);
  });
}

const wish = { sites: ["ml-carvin"], days: [2], half: "anyTime", phone: false } as const;

function joining(id: string) {
  return {
    kind: "joinWaitingList",
    id,
    waitingKind: "first",
    motif: "premier-rendez-vous",
    wish,
    known: [],
    askAt: after(morning, 28 * 24 * hour),
  } as const satisfies WaitingListChange;
}

async function offer(
  store: Shelf,
  who: ConversationId,
  waiting: string,
  wanted: { readonly start: Instant; readonly id?: string },
) {
  const booking = bookingOf(store, await readAgain(store, who), wanted);
  if (booking.kind !== "book") throw new Error("not a booking");
  const { resources, cells } = booking;
  const appointment = { ...booking.appointment, bookedVia: "waitingList" as const };
  const offered = { resources, cells, appointment, waiting, expiresAt: until };
  return change(store, who, { kind: "offerFreedTime", ...offered });
}

async function take(
  store: Shelf,
  who: ConversationId,
  how: {
    readonly at: Instant;
    readonly replaces?: { readonly id: AppointmentId; readonly version: number };
  },
) {
  const id = "freed" as AppointmentId;
  const replaces = how.replaces ?? null;
  const changes = [
    { kind: "takeFreedTime", id, version: 1, reminders: [], replaces, open: 1 } as const,
  ];
  const turn = turnOn(store, await readAgain(store, who), { changes, replies: [], now: how.at });
  return (await store.conversations.commit(turn)).outcome;
}
