import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, normalise, squeeze } from "../../src/understanding/normalise.ts";

test.each([
  ["Où est l'APPART’ ?!", "ou est l appart"],
  ["jé\u200bberge\u200f", "jeberge"],
  ["sœur & frère", "soeur frere"],
  ["ouiiiiii", "ouii"],
  ["2️⃣", "2"],
  ["🔟", "10"],
  ["٢٣ عامًا", "23 عاما"],
  ["۴۵", "45"],
  ["ＡＰＬ", "apl"],
  ["1000 €", "1000"],
  ["İstanbul", "istanbul"],
  ["   \n\t ", ""],
  ["🙂", ""],
  ["أُريد", "اريد"],
])("%j is read %j", (text, plain) => {
  expect(normalise(text)).toBe(plain);
});

test("normalising twice changes nothing, whatever the characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      expect(normalise(normalise(text))).toBe(normalise(text));
    }),
    { numRuns: 2000 },
  );
});

test("a long text is cut for matching at 2 000 characters, and kept whole for safety", () => {
  const long = "abc ".repeat(2500);
  expect(normalise(long).length).toBeLessThanOrEqual(2000);
  expect(fold(long)).toBe(long.trim());
});

test("a letter outside the first plane is never cut in two", () => {
  expect(normalise("𐌰".repeat(3000).replaceAll("𐌰𐌰", "𐌰𐌱 "))).toBe(
    normalise(normalise("𐌰".repeat(3000).replaceAll("𐌰𐌰", "𐌰𐌱 "))),
  );
  expect(normalise(`a${"𐌰𐌱".repeat(3000)}`).isWellFormed()).toBe(true);
});

test("double letters are one when words are compared loosely", () => {
  expect(squeeze("appeller")).toBe(squeeze("apeler"));
});
