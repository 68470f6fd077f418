import { expect, test } from "vitest";
import { localDate } from "../../src/base/time.ts";
import { isOpenable, type Opened, situationsBehind } from "../../src/observatory/behind.ts";
import { nothingSaid } from "../../src/observatory/measures.ts";
import { recordsIn, reportOf } from "../../src/observatory/report.ts";
import type { Followed } from "../../src/observatory/resting.ts";
import { sectionsOf } from "../../src/observatory/sections.ts";
import { unknownSituation } from "../../src/observatory/situation.ts";
import type { Stay } from "../../src/observatory/stays.ts";
import { linesOn } from "../../src/observatory/thresholds.ts";
import { situations2022, structure, tallies2022 } from "./year-2022.ts";

const period = { from: localDate("2022-01-01"), to: localDate("2022-12-31") };
const inAll = { structure, period, filters: [], lines: linesOn(period.to) };
const known = (id: string) =>
  unknownSituation({ id, structure, year: 2022, origin: "justice", resourcesAmount: 600 });

const stays = Array.from(
  { length: 4 },
  (_, place): Stay => ({
    ...({ kind: "alt", state: "left", places: 1, lodging: "h", exitTo: "famille" } as const),
    ...{ askedOn: localDate("2022-01-02"), enteredOn: localDate("2022-02-01") },
    ...{ leftOn: localDate(place < 3 ? "2022-05-01" : "2022-06-01"), exitReason: "fin_duree" },
    situation: known(`stay-${place}`),
  }),
);
const followed = Array.from(
  { length: 3 },
  (_, place): Followed => ({
    ...({ kind: "fsl", form: "asl", area: "cahc", grant: "premiere" } as const),
    ...{ startedOn: localDate("2022-01-01"), dueOn: null, exitReasons: ["sante"] },
    ...{ endedOn: localDate("2022-09-01"), facts: nothingSaid, acts: [] },
    situation: known(`measure-${place}`),
  }),
);
const records = {
  ...recordsIn(situations2022, tallies2022),
  homes: async () => ({ lodgings: [], stays }),
  measures: async () => ({ agreements: [], followed }),
};

async function sections() {
  const asked = { ...inAll, computedOn: localDate("2023-01-15") };
  return sectionsOf(await reportOf(records, asked));
}

test("behind each row of the whole bilan and of each zoom stand as many situations as it tells", async () => {
  const wrong: unknown[] = [];
  let opened = 0;
  for (const { tables } of await sections())
    for (const { id, unit, rows } of tables) {
      if (!["situation", "stay", "measure"].includes(unit)) continue;
      for (const { code, count } of rows) {
        const behind = await situationsBehind(records, inAll, { table: id, code }, 1000);
        opened++;
        if (behind?.length !== count) wrong.push({ id, code, count, behind: behind?.length });
      }
    }
  expect(wrong).toEqual([]);
  expect(opened).toBeGreaterThan(400);
});

test("behind each figure that counts people stand as many; what is counted otherwise does not open", async () => {
  const wrong: unknown[] = [];
  const closed: string[] = [];
  for (const { figures } of await sections())
    for (const { id, format, value, restsOn } of figures) {
      const behind = await situationsBehind(records, inAll, { figure: id }, 1000);
      expect(behind === null, id).toBe(!isOpenable({ figure: id }));
      if (behind === null) closed.push(id);
      else if (format === "count" && !/persons|faceToFace|nights|homeVisits/.test(id)) {
        if (behind.length !== value) wrong.push({ id, value, behind: behind.length });
      } else if (
        format !== "count" &&
        !/amountLeast|amountMost/.test(id) &&
        behind.length !== restsOn
      )
        wrong.push({ id, restsOn, behind: behind.length });
    }
  expect(wrong).toEqual([]);
  expect(closed).toEqual([
    ...["workshops", "workshopPeople", "workshopWithFile", "eventPeople", "qpv", "qpvFollowed"],
    ...["C.places", "C.homesIn", "C.homesOut", "C.nightsAvailable", "D.cahc.agreed"],
  ]);
});

test.each<[string, Opened]>([
  ["a table of nowhere", { table: "A99", code: null }],
  ["a zoom of nowhere", { table: "Z1.A7", code: null }],
  ["a figure of nowhere", { figure: "constructor" }],
  ["the dwellings of a chapter", { table: "C.stock", code: "t1" }],
  ["what is counted from events", { table: "A3", code: "chat" }],
])("%s opens nothing", async (_, opened) => {
  expect(isOpenable(opened)).toBe(false);
  expect(await situationsBehind(records, inAll, opened, 10)).toBeNull();
});
