import { expect, test } from "vitest";
import { localDate } from "../../src/base/time.ts";
import { stayFigures } from "../../src/observatory/stay-figures.ts";
import { type Lodging, occupiedOn, type Stay } from "../../src/observatory/stays.ts";

const home = (given: Partial<Lodging>): Lodging => ({
  ...{ id: "h1", kind: "alt", name: "Studio", town: "Carvin", places: 1 },
  ...{ from: localDate("2026-01-01"), until: null },
  ...given,
});
const stay = (given: Partial<Stay>): Stay => ({
  ...{ kind: "alt", state: "in", places: 1, lodging: "h1", askedOn: localDate("2026-01-05") },
  ...{ enteredOn: localDate("2026-02-01"), leftOn: null, exitTo: null },
  ...given,
});
const february = { from: localDate("2026-02-01"), to: localDate("2026-02-28") };

test("the night of the entry is slept there, the night of the exit is not", () => {
  const stays = [stay({ state: "left", leftOn: localDate("2026-02-10") })];
  const taken = (day: string) => occupiedOn([home({})], stays, localDate(day))[0]?.taken;
  expect([
    taken("2026-01-31"),
    taken("2026-02-01"),
    taken("2026-02-09"),
    taken("2026-02-10"),
  ]).toEqual([0, 1, 1, 0]);
});

test.each<[string, Partial<Lodging>, Partial<Stay>[], object]>([
  ["empty all month", {}, [], { nightsAvailable: 28, nightsOccupied: 0, occupation: 0 }],
  ["full all month", {}, [{}], { nightsAvailable: 28, nightsOccupied: 28, occupation: 1 }],
  [
    "half of the month, by one who left on the fifteenth",
    {},
    [{ state: "left", leftOn: localDate("2026-02-15") }],
    { nightsOccupied: 14, occupation: 0.5, left: 1, meanDays: 14 },
  ],
  [
    "two places, one taken by a couple's worth of one",
    { places: 2 },
    [{}],
    { nightsAvailable: 56, nightsOccupied: 28, occupation: 0.5, places: 2 },
  ],
  [
    "ours from the fifteenth only",
    { from: localDate("2026-02-15") },
    [{ enteredOn: localDate("2026-02-15") }],
    { nightsAvailable: 14, nightsOccupied: 14, occupation: 1 },
  ],
  [
    "given back on the tenth, its last night",
    { until: localDate("2026-02-10") },
    [],
    { nightsAvailable: 10, places: 0, occupation: 0 },
  ],
])("a dwelling %s", (_, lodging, stays, figures) => {
  const counted = stayFigures("alt", [home(lodging)], stays.map(stay), february);
  expect(counted).toMatchObject(figures);
});

test("who came before and stays is welcomed and is no new entry; who asks is a request alone", () => {
  const stays = [
    stay({ enteredOn: localDate("2025-11-03") }),
    stay({ state: "asked", lodging: null, enteredOn: null, askedOn: localDate("2026-02-03") }),
    stay({ kind: "tremplins" }),
  ];
  const counted = stayFigures("alt", [home({})], stays, february);
  expect(counted).toMatchObject({ welcomed: 1, entered: 0, requests: 1 });
});

test("exits are told by what was found, the most frequent first; without a home nothing is divided", () => {
  const left = (exitTo: string | null) =>
    stay({ state: "left", leftOn: localDate("2026-02-20"), exitTo });
  const stays = [left("parc_prive"), left("parc_public"), left(null), left("parc_public")];
  const counted = stayFigures("alt", [], stays, february);
  expect(counted.exits).toEqual([
    { code: "parc_public", count: 2 },
    { code: null, count: 1 },
    { code: "parc_prive", count: 1 },
  ]);
  expect(counted.occupation).toBeNull();
});
