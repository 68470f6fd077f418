import { expect, test } from "vitest";
import { localDate } from "../../src/base/time.ts";
import { assess } from "../../src/eligibility/assess.ts";
import { schemeIds } from "../../src/eligibility/codes.ts";
import { situationSchema } from "../../src/eligibility/situation.ts";
import written from "./cases.json" with { type: "json" };

const on = localDate(written.evaluationDate);

test.each(written.cases)(
  "$id: $scheme is $expected ($rule)",
  ({ scheme, facts, expected, ...given }) => {
    const id = schemeIds.find((known) => known === scheme);
    if (id === undefined) throw new Error(`no scheme ${scheme}`);
    const { outcome, leaning, reasons } = assess(id, situationSchema.parse(facts), on);

    expect({ outcome, leaning }).toEqual({
      outcome: expected,
      leaning: "leaning" in given ? given.leaning : undefined,
    });
    expect(reasons.every((reason) => reason.source !== "")).toBe(true);
  },
);

test("every scheme has its cases", () => {
  expect(new Set(written.cases.map(({ scheme }) => scheme))).toEqual(new Set(schemeIds));
});
