import fc from "fast-check";
import { expect, test } from "vitest";
import cllajFile from "../../prisma/structures/rencontres-et-loisirs.json" with { type: "json" };
import { wishIn } from "../../src/repertoire/wish-in.ts";
import { readStructure } from "../../src/structure.ts";

const four = fc
  .array(fc.constantFrom(..."ABCDEFGHJKLMNPQRSTUVWXYZ23456789"), { minLength: 4, maxLength: 4 })
  .map((letters) => letters.join(""));

function association() {
  const reading = readStructure(cllajFile);
  if (reading.outcome === "refused") throw new Error(JSON.stringify(reading.problems));
  return reading.structure;
}

test("the letters of a code that we gave are of no language, whatever they spell", () => {
  const structure = association();
  fc.assert(
    fc.property(four, four, (one, other) => {
      const { language } = wishIn(structure, `alerte ${one}-${other}`, null);
      expect(language ?? "fr").toBe("fr");
    }),
    { numRuns: 2000 },
  );
});

test.each(["loca-pass", "LOCA-PASS mes aides", "c'est quoi Loca-Pass"])(
  "« %s » is no code",
  (text) => {
    expect(wishIn(association(), text, null).flow).toBe("loca-pass");
  },
);
