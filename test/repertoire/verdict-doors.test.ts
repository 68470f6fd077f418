import { expect, test } from "vitest";
import { localDate } from "../../src/base/time.ts";
import type { Assessment } from "../../src/eligibility/assessment.ts";
import { verdictValues } from "../../src/repertoire/verdict-words.ts";

const refused: Assessment = {
  scheme: "visale",
  outcome: "not",
  reasons: [],
  missing: [],
  documents: [],
  nextDoors: ["119", "ase", "tremplins_duo", "visale", "worker"],
  parametersOn: localDate("2026-11-22"),
};

function doorsWith(localSchemes: readonly string[]) {
  const { doors } = verdictValues(refused, { isSafeTonight: false, localSchemes });
  return JSON.stringify(doors).match(/door\.\w+/g);
}

test("a scheme that the structure does not name is no door; services of the State stay", () => {
  expect(doorsWith(["visale"])).toEqual(["door.119", "door.ase", "door.visale", "door.worker"]);
  expect(doorsWith(["visale", "tremplins_duo"])).toContain("door.tremplins_duo");
});
