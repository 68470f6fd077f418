import { expect, test } from "vitest";
import { locales, offeredLanguages } from "../../locales/index.ts";
import reviews from "../../locales/safety-reviews.json" with { type: "json" };
import {
  digestOf,
  type SafetyReviews,
  safetyFiles,
  safetyTextProblems,
} from "../../src/commands/safety-text-problems.ts";

const read: SafetyReviews = reviews;

test("every safety text in French and English says when it was last read, and in what role", () => {
  for (const language of ["fr", "fr-vous", "en"]) {
    for (const file of safetyFiles) {
      expect(read[language]?.[file]?.on, `${language} ${file}`).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(read[language]?.[file]?.by).not.toBe("");
    }
  }
});

test("no safety text was changed after it was read", () => {
  expect(safetyTextProblems()).toEqual([]);
});

test("a safety text that is changed is refused until it is read again", () => {
  const danger = { ...locales.fr.danger, other: "Appelle le 115." };
  const changed = { fr: { ...locales.fr, danger } };
  expect(
    safetyTextProblems(changed).map(({ code, flow, language }) => [code, flow, language]),
  ).toEqual([["safetyTextChanged", "danger", "fr"]]);
  const again = {
    ...read,
    fr: { ...read["fr"], danger: { ...reviews.fr.danger, text: digestOf(danger) } },
  };
  expect(safetyTextProblems(changed, again)).toEqual([]);
});

test("a language that nobody read yet is not refused", () => {
  expect(safetyTextProblems({ es: locales.fr }, {})).toEqual([]);
  expect(offeredLanguages).toContain("fr");
});
