import { expect, test } from "vitest";
import { after, at, type Instant, localDate, localTime, minute } from "../../src/base/time.ts";
import type { Period } from "../../src/observatory/period.ts";
import { reportOf } from "../../src/observatory/report.ts";
import { type Situation, unknownSituation } from "../../src/observatory/situation.ts";
import type { Tally } from "../../src/observatory/tally.ts";
import { nothingTold } from "../../src/observatory/told.ts";
import { type Database, sql } from "../../src/store/database.ts";
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

  test("how people were received: by which way they booked, what they answered, how long half of them waited", async () => {
    const database = await open();
    const { observatory } = storeOn(database);
    const zone = "Europe/Paris";
    const year = { from: localDate("2026-01-01"), to: localDate("2026-12-31") };
    const newYear = at(zone, localDate("2027-01-01"), localTime("00:00"));
    const happened = (
      turn: string,
      kind: string,
      value: string,
      when: Instant,
      who: string | null,
    ) =>
      sql(
        "INSERT INTO Event (turnId, position, structure, conversationId, kind, value, at) VALUES (?, 0, ?, ?, ?, ?, ?)",
        ...[turn, structure, who, kind, value, when],
      );
    const made = (id: string, bookedVia: string, status: string, startsAt: Instant) =>
      sql(
        `INSERT INTO Appointment (id, structure, personId, conversationId, site, worker, motif, mode, startsAt, endsAt,
           status, version, bookedVia, bookedAt, turnId) VALUES (?, ?, ?, ?, 's', 'w', 'm', 'onSite', ?, ?, ?, 1, ?, 0, ?)`,
        ...[id, structure, `p${id}`, `c${id}`, startsAt, startsAt, status, bookedVia, id],
      );
    await database.batch([
      made("1", "chat", "seen", morning),
      made("2", "chat", "absent", morning),
      made("3", "prescriber", "seen", morning),
      // offered or moved: no appointment of its own
      ...[made("4", "desk", "proposed", morning), made("5", "chat", "moved", morning)],
      // the last minute of the year there counts, the first of the next does not
      made("6", "desk", "booked", after(newYear, -minute)),
      made("7", "desk", "booked", newYear),
      happened("o1", "opinion", "appointment:good", morning, null),
      happened("o2", "opinion", "appointment:good", morning, null),
      happened("o3", "opinion", "next:unclear", morning, null),
      happened("d1", "did", "keepStillThere:kept", morning, "c1"),
      happened("d2", "did", "keepLeftHome:kept", morning, "c2"),
      happened("d3", "did", "beDiscreet:kept", morning, "c2"),
      // asked twice, taken after 10 and 30 minutes; another one never was
      happened("h1", "ended", "handedOver", morning, "c1"),
      happened("t1", "takenOver", "nadia", after(morning, 10 * minute), "c1"),
      happened("h2", "ended", "handedOver", morning, "c2"),
      happened("t2", "takenOver", "nadia", after(morning, 30 * minute), "c2"),
      happened("h3", "ended", "handedOver", morning, "c3"),
    ]);
    expect(await observatory.services?.(structure, year, zone)).toEqual({
      booked: [
        { code: "chat", count: 2 },
        { code: "desk", count: 1 },
        { code: "prescriber", count: 1 },
      ],
      opinions: [
        { code: "appointment:good", count: 2 },
        { code: "next:unclear", count: 1 },
      ],
      followUps: { asked: 0, answered: 2, stillHoused: 1, leftHome: 1 },
      ...{ takenOver: 2, medianMinutes: 20 },
    });
    expect(await observatory.services?.("elsewhere", year, zone)).toMatchObject({
      ...{ booked: [], opinions: [], takenOver: 0, medianMinutes: null },
    });
  });
}
