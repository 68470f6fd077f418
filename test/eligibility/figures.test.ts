import { expect, test } from "vitest";
import { localDate } from "../../src/base/time.ts";
import { schemes } from "../../src/eligibility/assess.ts";
import { type Figures, figuresCheckedOn, inForce } from "../../src/eligibility/bareme.ts";
import { visaleFigures } from "../../src/eligibility/figures-visale.ts";
import { staleFigures } from "../../src/eligibility/stale-figures.ts";

const figure = figuresCheckedOn("2026-11-22");

test.each([
  ["2018-06-18", undefined],
  ["2018-06-19", 1300],
  ["2026-01-05", 1300],
  ["2026-01-06", 1575],
])("on %s the ceiling of zone 2 is %s", (on, ceiling) => {
  expect(inForce(visaleFigures.rentCeiling, localDate(on))?.value[2]).toBe(ceiling);
});

test("the latest figure is in force, in whatever order they are written", () => {
  const list = [
    figure({ value: "new", from: "2026-01-01", source: "s", confidence: "certain" }),
    figure({ value: "old", from: "2020-01-01", source: "s", confidence: "certain" }),
  ];
  expect(inForce(list, localDate("2026-06-01"))?.value).toBe("new");
  expect(inForce(list, localDate("2025-06-01"))?.value).toBe("old");
});

test("a figure is to be read again the day after twelve months, and names its source", () => {
  expect(staleFigures(localDate("2027-11-22"))).toEqual([]);
  const stale = staleFigures(localDate("2027-11-23"));
  expect(stale).toContainEqual({
    name: "visale.maxRentShareOfResources",
    source: "service-public F33453 'Garantie Visale'",
    checkedOn: "2026-11-22",
  });
  expect([...new Set(stale.map(({ name }) => name.split(".")[0]))]).toEqual(
    expect.arrayContaining(Object.keys(schemes)),
  );
});

test("what is over no longer needs to be read again", () => {
  const over: Figures = {
    ceiling: [
      figure({
        value: 1,
        from: "2018-01-01",
        to: "2026-01-05",
        source: "s",
        confidence: "certain",
      }),
    ],
  };
  expect(staleFigures(localDate("2030-01-01"), { past: { figures: over } })).toEqual([]);
});
