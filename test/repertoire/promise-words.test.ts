import { expect, test } from "vitest";
import malakoffFile from "../../prisma/structures/ccas-malakoff.json" with { type: "json" };
import rueilFile from "../../prisma/structures/ccas-rueil-malmaison.json" with { type: "json" };
import cllajFile from "../../prisma/structures/rencontres-et-loisirs.json" with { type: "json" };
import { instant } from "../../src/base/time.ts";
import { promiseValues } from "../../src/repertoire/promise-words.ts";
import { readStructure } from "../../src/structure.ts";

function promisedBy(file: unknown) {
  const reading = readStructure(file);
  if (reading.outcome === "refused") throw new Error(JSON.stringify(reading.problems));
  return promiseValues(reading.structure, instant("2026-11-24T10:00:00+01:00"))["promise"];
}

test("without known hours, the telephone is given where it is known", () => {
  expect(promisedBy(malakoffFile)).toEqual({
    key: "promise:unknownCall",
    values: { phone: "01 47 46 76 58" },
  });
});

test("without hours nor telephone, nothing is invented", () => {
  expect(promisedBy(rueilFile)).toEqual({ key: "promise:unknown" });
});

test("within its hours, an association promises the day, and no telephone", () => {
  expect(promisedBy(cllajFile)).toEqual({ key: "promise:now" });
});
