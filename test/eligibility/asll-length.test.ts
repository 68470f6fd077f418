import { expect, test } from "vitest";
import { localDate } from "../../src/base/time.ts";
import { asllLength } from "../../src/eligibility/asll-length.ts";

const today = localDate("2026-11-22");

test.each([
  ["62", "access", { usual: 12, most: 30 }],
  ["62", "maintien", { usual: 12, most: 30 }],
  ["92", "access", { usual: null, most: 6 }],
  ["92", "maintien", { usual: null, most: 24 }],
  ["59", "access", null],
] as const)("in the %s, an ASLL %s lasts %o months", (departement, kind, length) => {
  expect(asllLength(departement, kind, today)).toEqual(length);
});

test("before the first day a source speaks of, nothing is said", () => {
  expect(asllLength("62", "access", localDate("2024-02-14"))).toBeNull();
  expect(asllLength("92", "maintien", localDate("2024-12-30"))).toBeNull();
});
