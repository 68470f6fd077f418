import { expect, test } from "vitest";
import type { ConversationId, WorkerId } from "../../src/base/ids.ts";
import { localDate } from "../../src/base/time.ts";
import { nothingSaid } from "../../src/observatory/measures.ts";
import { unknownSituation } from "../../src/observatory/situation.ts";
import type { Database } from "../../src/store/database.ts";
import type { MeasureWriting } from "../../src/store/measure-store.ts";
import { metBy, morning, slug, storeOn } from "./hand-made.ts";

const writing = (given: Partial<MeasureWriting> = {}): MeasureWriting => ({
  ...{ id: "m1", structure: slug, conversation: null, situationId: null, kind: "fsl" },
  ...({ form: "asl", area: "cahc", grant: "premiere", facts: nothingSaid } as const),
  ...{ startedOn: localDate("2026-01-05"), dueOn: null, endedOn: null, exitReasons: [] },
  ...{ who: "Lina", note: "budget", version: 0, by: "nadia" as WorkerId, now: morning },
  ...given,
});
const year = { from: localDate("2026-01-01"), to: localDate("2026-12-31") };

/** Accompaniments that a funder pays. */
export function measuresContract(open: () => Promise<Database>): void {
  const begin = async () => {
    const database = await open();
    return { database, store: storeOn(database) };
  };

  test("a measure is kept once; a form that was read before does not undo what came since", async () => {
    const { store } = await begin();
    expect(await store.measures.keep(writing())).toBe("kept");
    expect(await store.measures.keep(writing())).toBe("stale");
    const ended = { version: 1, endedOn: localDate("2026-06-01"), exitReasons: ["sante"] };
    expect(await store.measures.keep(writing(ended))).toBe("kept");
    expect(await store.measures.keep(writing({ version: 1, form: "gsl" }))).toBe("stale");
    expect(await store.measures.one("m1", slug)).toMatchObject({
      ...{ form: "asl", version: 2, who: "Lina", note: "budget", exitReasons: ["sante"] },
    });
    expect(await store.measures.one("m1", "elsewhere")).toBeNull();
    expect(await store.measures.open(slug)).toEqual([]);
  });

  test("a measure is of a conversation of its structure alone, and another structure writes over nothing", async () => {
    const { store } = await begin();
    const lina = await metBy(store, "lina");
    const nobody = "nobody" as ConversationId;
    expect(await store.measures.keep(writing({ conversation: nobody }))).toBe("gone");
    expect(await store.measures.keep(writing({ conversation: lina }))).toBe("kept");
    const theirs = writing({ structure: "elsewhere", version: 1, note: "theirs" });
    expect(await store.measures.keep(theirs)).toBe("gone");
    const act = { id: "a1", on: localDate("2026-02-01"), what: "call" } as const;
    expect(await store.measures.note("m1", "elsewhere", act)).toBe("gone");
    await store.measures.unnote("m1", "elsewhere", "a1");
    expect(await store.measures.one("m1", slug)).toMatchObject({ note: "budget", acts: [] });
  });

  test("two taps are two, the same tap twice is one, and one is taken back without the other", async () => {
    const { store } = await begin();
    await store.measures.keep(writing());
    const act = (id: string) => ({ id, on: localDate("2026-02-01"), what: "homeVisit" }) as const;
    await Promise.all([
      store.measures.note("m1", slug, act("a1")),
      store.measures.note("m1", slug, act("a2")),
      store.measures.note("m1", slug, act("a1")),
    ]);
    const acts = async () => (await store.measures.one("m1", slug))?.acts.map(({ id }) => id);
    expect((await acts())?.toSorted()).toEqual(["a1", "a2"]);
    // a form that was open meanwhile takes none of them away
    expect(await store.measures.keep(writing({ version: 1, note: "plus" }))).toBe("kept");
    await store.measures.unnote("m1", slug, "a1");
    expect(await acts()).toEqual(["a2"]);
    await store.measures.unnote("m1", slug, "a2");
    expect(await acts()).toEqual([]);
  });

  test("what is counted of a period: those that ran in it, with the codes of who they are, and the agreements", async () => {
    const { store } = await begin();
    const { observatory, measures, laidDown } = store;
    const situation = unknownSituation({
      id: "o1",
      structure: slug,
      year: 2026,
      origin: "justice",
    });
    await observatory.putIn([situation], morning);
    await measures.keep(writing({ situationId: "o1" }));
    // whose codes they are does not change
    await measures.keep(writing({ version: 1, situationId: "o2" }));
    const former = {
      id: "m2",
      startedOn: localDate("2024-01-01"),
      endedOn: localDate("2025-12-31"),
    };
    await measures.keep(writing(former));
    await measures.keep(writing({ id: "m3", startedOn: localDate("2027-01-01") }));
    const agreed = { kind: "fsl", area: "cahc", points: 60, ...year } as const;
    await laidDown.layDown({
      ...{ structure: slug, kind: "agreement", id: "c1", document: JSON.stringify(agreed) },
      ...{ words: null, by: "nadia", now: morning, expiresAt: null },
    });
    const found = await observatory.measures?.(slug, year);
    expect(found?.agreements).toEqual([{ id: "c1", ...agreed }]);
    expect(found?.followed).toHaveLength(1);
    expect(found?.followed[0]).toMatchObject({ form: "asl", situation: { origin: "justice" } });
    expect((await observatory.measures?.("elsewhere", year))?.followed).toEqual([]);
  });
}
