import fc from "fast-check";
import { expect, test } from "vitest";
import { waitAfter } from "../../src/answering/next-to-send.ts";

const foreseen = [2_000, 10_000, 60_000, 300_000];

test("a wait is within a quarter of what is foreseen, whatever the chance", () => {
  fc.assert(
    fc.property(fc.nat(50), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, chance) => {
      const wait = foreseen[Math.min(attempts, 3)] ?? 0;
      expect(waitAfter(attempts, chance)).toBeGreaterThanOrEqual(0.75 * wait);
      expect(waitAfter(attempts, chance)).toBeLessThanOrEqual(1.25 * wait);
    }),
  );
});

test.each([
  [0, [1_500, 2_000, 2_500]],
  [3, [225_000, 300_000, 375_000]],
])("after %i faults chance spreads the wait", (attempts, waits) => {
  expect([0, 0.5, 1].map((chance) => waitAfter(attempts, chance))).toEqual(waits);
});
