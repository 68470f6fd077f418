import { describe, expect, test } from "vitest";
import { understand } from "../../src/understanding/intent.ts";
import { featuresIn, readMessage } from "../../src/understanding/read-message.ts";
import { isKnownWord } from "../../src/understanding/understanding-model.ts";

const partsOf = (text: string) => {
  const { words, parts } = readMessage(text);
  return parts.map(({ start, end }) => words.slice(start, end).join(" "));
};

test.each([
  ["je cherche un appart", []],
  ["j'ai faim, et je cherche un appart", ["j ai faim", "et je cherche un appartement"]],
  ["visale et un rdv", []],
  [
    "bonjour. je dors dehors. vous avez des horaires ?",
    ["je dors dehors", "vous avez des horaires"],
  ],
])("« %s » is looked at in its parts, when it says several things", (text, parts) => {
  expect(partsOf(text)).toEqual(parts);
});

test("what is told in one breath is looked at in windows that overlap", () => {
  const ramble = Array.from({ length: 30 }, (_, place) => `mot${place}`).join(" ");
  const { parts } = readMessage(`${ramble}, et voila`);
  const [first, second] = parts;
  expect(first?.end).toBeGreaterThan(second?.start ?? 99);
});

describe("concepts", () => {
  test.each([
    ["mon daron m'a viré", "thrown_out"],
    ["my landlord keeps the deposit", "deposit"],
    ["no tengo avalista", "guarantor"],
    ["أنام في الشارع", "outside"],
    ["bghit nkri", "wish"],
  ])("« %s » speaks of %s", (text, concept) => {
    expect(readMessage(text).concepts.map(({ sense }) => sense)).toContain(concept);
  });
});

test("the same words give the same signs, whatever capitals, accents and repeated letters", () => {
  const signs = (text: string) => [...featuresIn(readMessage(text)).ids].sort();
  expect(signs("JE CHERCHE UN GARANT")).toEqual(signs("je cherche un garant"));
  expect(signs("je cherchee un garannnt")).not.toEqual([]);
});

test("a word is known when the lines to learn from say it", () => {
  expect(isKnownWord("garant")).toBe(true);
  expect(isKnownWord("zzxqj")).toBe(false);
});

test.each(["06 12 34 56 78", "mon tel 0612345678", "+33 6 12 34 56 78", "06.12.34.56.78 merci"])(
  "« %s » holds nobody's age",
  (text) => {
    expect(readMessage(text).words.join(" ")).not.toMatch(/\d/);
    expect(understand(text).safety).toEqual({ level: "none", kind: null });
  },
);
