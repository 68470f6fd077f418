import { expect, test } from "vitest";
import type { ConversationId } from "../../src/base/ids.ts";
import { after, hour, minute } from "../../src/base/time.ts";
import type { KeptFile } from "../../src/engine/kept-file.ts";
import type { Database } from "../../src/store/database.ts";
import {
  countOf,
  messageFrom,
  metBy,
  morning,
  readAgain,
  type Shelf,
  slug,
  storeOn,
  turnOn,
  whereabouts,
} from "./hand-made.ts";

const photo: KeptFile = { kind: "image", type: "image/jpeg", ref: "zzreference" };
const monthLater = after(morning, 30 * 24 * hour);

/** What people sent besides words: kept whole, closed, for a while. */
export function mediaContract(open: () => Promise<Database>): void {
  test("a file that is asked for is fetched once, and opens as it was", async () => {
    const database = await open();
    const store = storeOn(database);
    const { conversation, id } = await sent(store, "lina");
    const body = bytes(900_000);
    expect(await store.media.keep(id, "image/png", body)).toBe(true);
    const kept = await store.media.open(id, conversation, slug, morning);
    expect(kept?.type).toBe("image/png");
    expect(Buffer.compare(kept?.body ?? Buffer.of(), body)).toBe(0);
    expect(await countOf(database, "MediaPart")).toBe(3);
    const longest = await database.get("SELECT MAX(length(bodySealed)) AS n FROM MediaPart");
    expect(Number(longest?.["n"])).toBeLessThan(1_000_000);
    expect(await store.media.toFetch(morning, 10, "")).toEqual([]);
    // fetched again by another process: nothing changes
    expect(await store.media.keep(id, "image/jpeg", bytes(10))).toBe(false);
    expect((await store.media.open(id, conversation, slug, morning))?.body).toHaveLength(900_000);
  });

  test("neither where it is fetched nor what it holds stands in clear", async () => {
    const database = await open();
    const store = storeOn(database);
    const { id } = await sent(store, "lina");
    expect((await store.media.toFetch(morning, 1, ""))[0]).toMatchObject({
      ...{ id, structure: slug, channel: "telegram", account: "4242", kind: "image" },
      ref: "zzreference",
    });
    const body = new TextEncoder().encode("zzcontenu ".repeat(20));
    await store.media.keep(id, "image/png", body);
    const marks = ["zzreference", "zzcontenu", Buffer.from("zzcontenu").toString("base64")];
    expect(await whereabouts(database, marks)).toEqual([]);
  });

  test("another conversation, another structure, does not open it", async () => {
    const store = storeOn(await open());
    const { conversation, id } = await sent(store, "lina");
    const other = await metBy(store, "karim");
    await store.media.keep(id, "image/png", bytes(10));
    expect(await store.media.open(id, other, slug, morning)).toBeNull();
    expect(await store.media.open(id, conversation, "elsewhere", morning)).toBeNull();
    expect(await store.media.open(id, conversation, slug, morning)).not.toBeNull();
  });

  test("past its term a file is not opened, even before the purge has come by", async () => {
    const store = storeOn(await open());
    const { conversation, id } = await sent(store, "lina");
    await store.media.keep(id, "image/png", bytes(10));
    const opened = (now: typeof morning) => store.media.open(id, conversation, slug, now);
    expect(await opened(after(monthLater, -minute))).not.toBeNull();
    expect(await opened(monthLater)).toBeNull();
  });

  test("what cannot be fetched is tried again later and later, then given up", async () => {
    const store = storeOn(await open());
    const { id } = await sent(store, "lina");
    const dueAt = async (minutes: number) =>
      (await store.media.toFetch(after(morning, minutes * minute), 1, "")).length;
    const outcomes: string[] = [];
    for (const wait of [1, 5, 15, 60, 240, 720, 1440]) {
      outcomes.push(await store.media.failed(id));
      expect([wait, await dueAt(wait - 1), await dueAt(wait)]).toEqual([wait, 0, 1]);
    }
    expect(new Set(outcomes)).toEqual(new Set(["later"]));
    expect(await store.media.failed(id)).toBe("gone");
    expect(await dueAt(100_000)).toBe(0);
  });

  test("the same message, written again by a turn that is taken again, asks for one file", async () => {
    const database = await open();
    const store = storeOn(database);
    const conversation = await metBy(store, "lina");
    await store.conversations.accept(slug, messageFrom("lina", "regarde", "photo"), morning);
    const pending = await readAgain(store, conversation);
    const turn = () => turnOn(store, pending, { keeps: { ...photo, until: monthLater } });
    expect((await store.conversations.commit(turn())).outcome).toBe("committed");
    expect((await store.conversations.commit(turn())).outcome).toBe("stale");
    expect(await countOf(database, "Media")).toBe(1);
  });

  test("it goes on its last day, and not a day before", async () => {
    const database = await open();
    const store = storeOn(database);
    const { id } = await sent(store, "lina");
    await store.media.keep(id, "image/png", bytes(400_000));
    await purgedAt(store, after(monthLater, -minute));
    expect(await countOf(database, "MediaPart")).toBe(2);
    await purgedAt(store, after(monthLater, minute));
    expect([await countOf(database, "MediaPart"), await countOf(database, "Media")]).toEqual([
      0, 0,
    ]);
    expect(await countOf(database, "Inbound")).toBe(2);
  });

  test("erased with the person, a fetch that comes back late keeps nothing", async () => {
    const database = await open();
    const store = storeOn(database);
    const { conversation, id } = await sent(store, "lina");
    const other = await sent(store, "karim");
    await store.media.keep(other.id, "image/png", bytes(10));
    const pending = await readAgain(store, conversation);
    await store.conversations.commit(turnOn(store, pending, { changes: [{ kind: "erase" }] }));
    expect(await store.media.keep(id, "image/png", bytes(10))).toBe(false);
    expect(await countOf(database, `Media WHERE conversationId = '${conversation}'`)).toBe(0);
    expect(await countOf(database, "MediaPart")).toBe(1);
  });

  test("it goes with its conversation", async () => {
    const database = await open();
    const store = storeOn(database);
    const { id } = await sent(store, "lina", after(morning, 4_000 * 24 * hour));
    await store.media.keep(id, "image/png", bytes(10));
    await purgedAt(store, after(morning, 1_000 * 24 * hour));
    for (const table of ["Conversation", "Media", "MediaPart"]) {
      expect([table, await countOf(database, table)]).toEqual([table, 0]);
    }
  });
}

/** Somebody known sends a photo, and is answered. */
async function sent(
  store: Shelf,
  person: string,
  until = monthLater,
): Promise<{ readonly conversation: ConversationId; readonly id: string }> {
  const conversation = await metBy(store, person);
  const message = messageFrom(person, { kind: "media", media: "image" }, `photo-of-${person}`);
  await store.conversations.accept(slug, message, morning);
  const turn = turnOn(store, await readAgain(store, conversation), { keeps: { ...photo, until } });
  await store.conversations.commit(turn);
  return { conversation, id: turn.turn };
}

async function purgedAt(store: Shelf, now: typeof morning): Promise<void> {
  const before = after(now, -900 * 24 * hour);
  const limits = {
    ...{ conversations: before, messages: before, appointments: before },
    ...{ reminders: before, audit: before, texts: before },
  };
  let next: string | null = null;
  do {
    const past = { structure: slug, limits, now, dryRun: false, statements: 30 };
    next = (await store.retention.purge(past, next)).next;
  } while (next !== null);
}

/** Bytes that no compression or text would leave as they are. */
function bytes(count: number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, place) => (place * 7919) % 251);
}
