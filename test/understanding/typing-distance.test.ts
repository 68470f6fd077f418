import { expect, test } from "vitest";
import { toleranceFor, withinDistance } from "../../src/understanding/typing-distance.ts";

test.each([
  ["loyer", "loyer", 0, true],
  ["loyer", "lyoer", 1, true],
  ["loyer", "loyr", 1, true],
  ["loyer", "loyyer", 1, true],
  ["loyer", "loger", 1, true],
  ["loyer", "lager", 1, false],
  ["appartement", "apartemant", 2, true],
  ["logement", "document", 2, false],
  ["", "ab", 1, false],
  ["ab", "", 2, true],
])("%s and %s within %i: %s", (a, b, limit, close) => {
  expect(withinDistance(a, b, limit)).toBe(close);
  expect(withinDistance(b, a, limit)).toBe(close);
});

test("short words forgive nothing, long ones two mistakes", () => {
  expect(["alt", "bail", "garanti", "garantie"].map(toleranceFor)).toEqual([0, 1, 1, 2]);
});
