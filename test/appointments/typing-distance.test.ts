import { expect, test } from "vitest";
import { withinDistance } from "../../src/base/typing-distance.ts";

test.each([
  ["carvin", "carvin", 1, 0],
  ["carvin", "carvn", 1, 1],
  ["carvin", "carvvin", 1, 1],
  ["carvin", "cervin", 1, 1],
  ["carvin", "cavrin", 1, 1],
  ["angers", "angres", 1, 1],
  ["carvin", "cavrni", 2, 2],
  ["carvin", "cavrni", 1, null],
  ["lens", "lille", 2, null],
  ["", "ab", 2, 2],
  ["", "ab", 1, null],
  ["ab", "ba", 1, 1],
])("from “%s” to “%s”, with at most %i mistakes: %s", (a, b, limit, distance) => {
  expect(withinDistance(a, b, limit)).toBe(distance);
  expect(withinDistance(b, a, limit)).toBe(distance);
});
