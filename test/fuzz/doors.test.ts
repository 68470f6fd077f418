import { afterAll, beforeAll, expect, test } from "vitest";
import { fuzzDoors, stillAnswers } from "./fuzz-doors.ts";
import { type FuzzHouse, openFuzzHouse } from "./fuzz-house.ts";

let under: FuzzHouse;
beforeAll(async () => {
  under = await openFuzzHouse();
});
afterAll(() => under.close());

test("whatever is sent to whatever address: never a fault, never a word of the inside, and people are answered", async () => {
  expect(await fuzzDoors(under, 3_000, Number(process.env["FUZZ_SEED"] ?? 20_261_124))).toEqual([]);
  expect(await stillAnswers(under)).toBe(true);
}, 120_000);
