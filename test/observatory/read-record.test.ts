import { expect, test } from "vitest";
import { readRecord } from "../../src/observatory/read-record.ts";
import { situations2022, structure, tallies2022 } from "./year-2022.ts";

const read = (row: unknown) => readRecord(JSON.stringify(row), structure);
const refusals = (row: unknown) => {
  const answer = read(row);
  return answer.outcome === "refused"
    ? answer.refusals.map(({ field, reason }) => `${field} ${reason}`)
    : [];
};

test("a row of nothing but its id and its year is taken: everything else is not known", () => {
  expect(read({ id: "a", year: 2022 })).toMatchObject({
    outcome: "situation",
    situation: { id: "a", structure, year: 2022, housing: null, problems: [], interviews: [] },
  });
});

test("what is written out is read back as it was, situations and tallies", () => {
  for (const situation of situations2022)
    expect(read(situation)).toEqual({ outcome: "situation", situation });
  for (const tally of tallies2022) expect(read(tally)).toEqual({ outcome: "tally", tally });
});

test.each([
  ["Mission Locale", "mission_locale"],
  ["mission-locale", "mission_locale"],
  ["bouche à oreille", "bouche_a_oreille"],
])("the origin %j is the code %s, however it is written", (origin, code) => {
  expect(read({ id: "a", year: 2022, origin })).toMatchObject({ situation: { origin: code } });
});

test.each([
  [true, "oui"],
  [false, "non"],
  ["inconnu", null],
  ["OUI", "oui"],
])("a priority district written %j is %j", (qpv, code) => {
  expect(read({ id: "a", year: 2022, qpv })).toMatchObject({ situation: { qpv: code } });
});

test("the year is that of the first request, when it is not said", () => {
  expect(read({ id: "a", requestedOn: "2022-03-04" })).toMatchObject({ situation: { year: 2022 } });
});

test.each<[what: string, row: unknown, told: readonly string[]]>([
  ["a name", { id: "a", year: 2022, firstName: "Lina" }, ["firstName unknownField"]],
  ["a telephone", { id: "a", year: 2022, phone: "06" }, ["phone unknownField"]],
  [
    "free words in an interview",
    { id: "a", year: 2022, interviews: [{ note: "x" }] },
    ["interviews.0.note unknownField"],
  ],
  ["an unknown code", { id: "a", year: 2022, housing: "chateau" }, ["housing unknownCode"]],
  [
    "an unknown code in a list",
    { id: "a", year: 2022, partners: ["caf", "x"] },
    ["partners.1 unknownCode"],
  ],
  ["the 30th of February", { id: "a", requestedOn: "2022-02-30" }, ["requestedOn notADay"]],
  ["an age in words", { id: "a", year: 2022, ageAtRequest: "vingt" }, ["ageAtRequest wrongValue"]],
  [
    "a negative amount",
    { id: "a", year: 2022, resourcesAmount: -1 },
    ["resourcesAmount wrongValue"],
  ],
  ["no id", { year: 2022 }, ["id missing"]],
  ["neither day nor year", { id: "a" }, ["year noYear"]],
  [
    "a day of another year",
    { id: "a", year: 2021, requestedOn: "2022-01-01" },
    ["year yearOfAnotherDay"],
  ],
  [
    "another association's",
    { id: "a", year: 2022, structure: "ccas-malakoff" },
    ["structure otherStructure"],
  ],
  ["a postcode for a commune", { id: "a", year: 2022, commune: "Hénin" }, ["commune wrongValue"]],
  [
    "two faults at once",
    { id: "a", year: 2022, ase: "x", epci: "y" },
    ["epci unknownCode", "ase unknownCode"],
  ],
])("a row with %s is refused, and the field is named", (_, row, told) => {
  expect(refusals(row).toSorted()).toEqual([...told].toSorted());
});

test.each(["", "not json", "[]", "null", "12"])("the line %j is no row", (line) => {
  expect(readRecord(line, structure)).toEqual({
    outcome: "refused",
    refusals: [{ field: "", reason: "notJson" }],
  });
});
