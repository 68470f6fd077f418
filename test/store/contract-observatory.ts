import { expect, test } from "vitest";
import { after, localDate, minute } from "../../src/base/time.ts";
import type { Period } from "../../src/observatory/period.ts";
import { reportOf } from "../../src/observatory/report.ts";
import { type Situation, unknownSituation } from "../../src/observatory/situation.ts";
import type { Tally } from "../../src/observatory/tally.ts";
import { nothingTold } from "../../src/observatory/told.ts";
import type { Database } from "../../src/store/database.ts";
import type { KeptSituation } from "../../src/store/observatory-store.ts";
import { situations2022, structure, tallies2022 } from "../observatory/year-2022.ts";
import { morning, storeOn } from "./hand-made.ts";

const year2022: Period = { from: localDate("2022-01-01"), to: localDate("2022-12-31") };
const all: readonly (Situation | Tally)[] = [...situations2022, ...tallies2022];

async function allOf<One>(rows: AsyncIterable<One>): Promise<readonly One[]> {
  const all: One[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

function keptAs(id: string, more: Partial<KeptSituation> = {}): KeptSituation {
  return {
    situation: unknownSituation({ id, structure, year: 2026, requestedOn: "2026-11-20" }),
    ...{ told: nothingTold, person: `person-${id}`, kind: "situation", updatedAt: morning },
    ...more,
  };
}

/** The rows that the bilan counts: put in once however often they come, read back as they were, nobody's once their person is gone. */
export function observatoryContract(open: () => Promise<Database>): void {
  test("rows put in twice are there once; the second time changes nothing", async () => {
    const { observatory } = storeOn(await open());
    expect(await observatory.putIn(all, morning)).toEqual({ added: 233, changed: 0, same: 0 });
    expect(await observatory.putIn(all, morning)).toEqual({ added: 0, changed: 0, same: 233 });
    const [first] = situations2022;
    if (!first) throw new Error("no situation");
    const corrected = [{ ...first, housing: "proprietaire" }];
    expect(await observatory.putIn(corrected, morning)).toEqual({ added: 0, changed: 1, same: 0 });
  });

  test("what is read is what was put in, whatever the order", async () => {
    const { observatory } = storeOn(await open());
    await observatory.putIn(all.toReversed(), morning);
    const read = await allOf(observatory.rowsOf(structure));
    const byId = (one: Situation | Tally, other: Situation | Tally) => (one.id < other.id ? -1 : 1);
    expect(read.toSorted(byId)).toEqual(all.toSorted(byId));
    expect(await allOf(observatory.rowsOf("elsewhere"))).toEqual([]);
  });

  test("the bilan of what is stored is that of 2022: 580 who asked, 218 situations, 77 outcomes", async () => {
    const { observatory } = storeOn(await open());
    await observatory.putIn(all, morning);
    const asked = { structure, period: year2022, filters: [], computedOn: localDate("2023-01-15") };
    const report = await reportOf(observatory, asked);
    expect(report.frequentation.map((one) => one.asked)).toEqual([526, 440, 553, 580]);
    expect(report.counts).toMatchObject({ situations: 218, persons: 268, outcomesKnown: 77 });
  });

  test("a situation whose day is not known counts in its whole year, and in no part of it", async () => {
    const { observatory } = storeOn(await open());
    await observatory.putIn([unknownSituation({ id: "x", structure, year: 2022 })], morning);
    const within = async (from: string, to: string) =>
      (await allOf(observatory.situations(structure, { from: localDate(from), to: localDate(to) })))
        .length;
    expect(await within("2022-01-01", "2022-12-31")).toBe(1);
    expect(await within("2022-02-01", "2022-12-31")).toBe(0);
    expect(await within("2021-06-01", "2022-06-30")).toBe(0);
    expect(await within("2021-06-01", "2023-06-30")).toBe(1);
  });

  test("two who write at once: the second is told, and nothing of the first is lost", async () => {
    const { observatory } = storeOn(await open());
    expect(await observatory.save(keptAs("a"), null)).toBe("saved");
    const read = await observatory.ofPerson(structure, "person-a");
    expect(read).toEqual(keptAs("a"));
    const later = after(morning, minute);
    const first = { ...keptAs("a"), updatedAt: later };
    const housed = { ...first, situation: { ...first.situation, housing: "sans_abri" } };
    expect(await observatory.save(housed, morning)).toBe("saved");
    expect(await observatory.save(first, morning)).toBe("stale");
    expect((await observatory.one(structure, "a"))?.situation.housing).toBe("sans_abri");
  });

  test("a person has one situation: another one takes its place, and the first stays as nobody's", async () => {
    const { observatory } = storeOn(await open());
    await observatory.save(keptAs("a", { person: "lina" }), null);
    expect(await observatory.save(keptAs("b", { person: "lina" }), null)).toBe("stale");
    await observatory.saveAnew(keptAs("b", { person: "lina" }));
    expect((await observatory.ofPerson(structure, "lina"))?.situation.id).toBe("b");
    expect((await observatory.one(structure, "a"))?.person).toBeNull();
  });

  test("who asked and was not followed is counted as a number, and is in no table", async () => {
    const { observatory } = storeOn(await open());
    await observatory.save(keptAs("a"), null);
    await observatory.save(keptAs("b", { kind: "contact" }), null);
    const november = { from: localDate("2026-11-01"), to: localDate("2026-11-30") };
    const asked = { structure, period: november, filters: [], computedOn: localDate("2026-11-30") };
    const report = await reportOf(observatory, asked);
    expect(report.counts.situations).toBe(1);
    expect(report.frequentation.at(-1)).toMatchObject({ withFile: 1, withoutFile: 1, asked: 2 });
    expect(
      (await observatory.latest(structure, november, 10)).map((one) => one.situation.id),
    ).toEqual(["a"]);
  });
}
