import { expect, test } from "vitest";
import type { ConversationId, WorkerId } from "../../src/base/ids.ts";
import { localDate } from "../../src/base/time.ts";
import type { Database } from "../../src/store/database.ts";
import type { StayWriting } from "../../src/store/stay-store.ts";
import { metBy, morning, slug, storeOn } from "./hand-made.ts";

const writing = (given: Partial<StayWriting> = {}): StayWriting => ({
  ...{ id: "s1", structure: slug, conversation: null, kind: "alt", state: "asked", places: 1 },
  ...{ lodging: null, askedOn: localDate("2026-01-05"), commissionOn: null, enteredOn: null },
  ...{ dueOn: null, leftOn: null, exitTo: null, who: "Lina", note: "studio" },
  ...{ exitReason: null, extendedOn: null, arrearsFrom: null, arrearsUntil: null },
  ...{ arrearsMonths: null, situationId: null },
  ...{ version: 0, by: "nadia" as WorkerId, now: morning },
  ...given,
});

/** Requests for a home for a while, and the stays that came of them. */
export function staysContract(open: () => Promise<Database>): void {
  const begin = async () => {
    const database = await open();
    return { database, store: storeOn(database) };
  };

  test("a stay is kept once; a form that was read before does not undo what came since", async () => {
    const { store } = await begin();
    expect(await store.stays.keep(writing())).toBe("kept");
    expect(await store.stays.keep(writing())).toBe("stale");
    const next = { version: 1, state: "commission" as const };
    expect(await store.stays.keep(writing(next))).toBe("kept");
    expect(await store.stays.keep(writing({ ...next, state: "refused" }))).toBe("stale");
    expect(await store.stays.one("s1", slug)).toMatchObject({
      ...{ state: "commission", version: 2, who: "Lina", note: "studio" },
    });
    expect(await store.stays.one("s1", "elsewhere")).toBeNull();
  });

  test("it is of a conversation of its structure alone, and another structure writes over nothing", async () => {
    const { store } = await begin();
    const lina = await metBy(store, "lina");
    expect(await store.stays.keep(writing({ conversation: "nobody" as ConversationId }))).toBe(
      "gone",
    );
    expect(await store.stays.keep(writing({ conversation: lina }))).toBe("kept");
    const theirs = { structure: "elsewhere", version: 1 };
    expect(await store.stays.keep(writing(theirs))).not.toBe("kept");
    expect((await store.stays.open(slug)).map(({ conversation }) => conversation)).toEqual([lina]);
    expect(await store.stays.open("elsewhere")).toEqual([]);
  });

  test("what is over is not open any more; a period sees who slept in it or asked in it", async () => {
    const { store } = await begin();
    const [from, to] = [localDate("2026-02-01"), localDate("2026-02-28")];
    const seen = async () => (await store.stays.between(slug, from, to)).map(({ id }) => id);
    const stays = [
      writing({ id: "asked", askedOn: localDate("2026-02-10") }),
      writing({ id: "lives", state: "in", lodging: "h", enteredOn: localDate("2025-06-01") }),
      writing({
        ...{ id: "gone", state: "left", lodging: "h", enteredOn: localDate("2025-06-01") },
        leftOn: localDate("2026-01-31"),
      }),
      writing({ id: "later", askedOn: localDate("2026-03-01") }),
    ];
    for (const stay of stays) await store.stays.keep(stay);
    expect((await seen()).sort()).toEqual(["asked", "lives"]);
    expect((await store.stays.open(slug)).map(({ id }) => id)).not.toContain("gone");
  });
}
