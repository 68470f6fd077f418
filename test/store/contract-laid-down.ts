import { expect, test } from "vitest";
import { after, hour } from "../../src/base/time.ts";
import type { Database } from "../../src/store/database.ts";
import type { Laying } from "../../src/store/laid-down-store.ts";
import { morning, slug, storeOn } from "./hand-made.ts";
import { purgeWhole } from "./purge-whole.ts";

const limit: Laying = {
  structure: slug,
  kind: "dailyLimit",
  id: "conseillere-1",
  document: '{"worker":"conseillere-1","most":6}',
  words: null,
  by: "nadia",
  now: morning,
  expiresAt: null,
};

/** What a team lays down: written once however often it is sent, replaced by its id, taken away for good. */
export function laidDownContract(open: () => Promise<Database>): void {
  test("what is laid down twice under one id is there once, as it was said last", async () => {
    const database = await open();
    const store = storeOn(database);
    await store.laidDown.layDown(limit);
    await store.laidDown.layDown({ ...limit, document: '{"worker":"conseillere-1","most":4}' });
    expect(await store.laidDown.laidDown(slug)).toEqual([
      {
        ...{ kind: "dailyLimit", id: "conseillere-1", words: null },
        document: '{"worker":"conseillere-1","most":4}',
        ...{ madeBy: "nadia", madeAt: morning },
      },
    ]);
    expect(await store.diary.laidDown(slug)).toEqual(await store.laidDown.laidDown(slug));
    const trail = await database.all("SELECT workerId, what FROM Audit ORDER BY id");
    expect(trail.map(({ workerId, what }) => `${workerId} ${what}`)).toEqual([
      "nadia supply.dailyLimit.laid",
      "nadia supply.dailyLimit.laid",
    ]);
  });

  test("one structure neither sees nor takes away what another laid down", async () => {
    const store = storeOn(await open());
    await store.laidDown.layDown(limit);
    const taking = { kind: limit.kind, id: limit.id, by: "nadia", now: morning };
    expect(await store.laidDown.laidDown("elsewhere")).toEqual([]);
    expect(await store.laidDown.takeAway({ ...taking, structure: "elsewhere" })).toBe("gone");
    expect(await store.laidDown.takeAway({ ...taking, structure: slug })).toBe("taken");
    expect(await store.laidDown.takeAway({ ...taking, structure: slug })).toBe("gone");
    expect(await store.laidDown.laidDown(slug)).toEqual([]);
  });

  test("words that were typed are sealed, and read again by who may", async () => {
    const database = await open();
    const store = storeOn(database);
    await store.laidDown.layDown({
      ...limit,
      kind: "place",
      id: "lieu-1",
      words: '{"name":"Salle zz rouge"}',
    });
    const stored = await database.all("SELECT wordsSealed FROM Laid");
    expect(JSON.stringify(stored)).not.toContain("Salle zz rouge");
    expect((await store.laidDown.laidDown(slug))[0]?.words).toBe('{"name":"Salle zz rouge"}');
  });

  test("what is over for long goes by the purge; what is in force stays", async () => {
    const store = storeOn(await open());
    await store.laidDown.layDown(limit);
    await store.laidDown.layDown({ ...limit, id: "old", expiresAt: after(morning, hour) });
    const limits = {
      ...{ conversations: morning, messages: morning, appointments: morning },
      ...{ reminders: morning, audit: morning, texts: morning },
    };
    const now = after(morning, 2 * hour);
    const counts = await purgeWhole(store.retention, slug, limits, now, false);
    expect(counts["supply"]).toBe(1);
    expect((await store.laidDown.laidDown(slug)).map(({ id }) => id)).toEqual(["conseillere-1"]);
  });
}
