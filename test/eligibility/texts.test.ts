import { expect, test } from "vitest";
import en from "../../locales/en/eligibility.json" with { type: "json" };
import fr from "../../locales/fr/eligibility.json" with { type: "json" };
import { documentCodes, doorCodes, schemeIds } from "../../src/eligibility/codes.ts";
import { reasonCodes } from "../../src/eligibility/reason-codes.ts";
import { situationSchema } from "../../src/eligibility/situation.ts";
import { housings, parcs, statuses } from "../../src/person/facts.ts";

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

test.each([
  ["scheme", schemeIds],
  ["reason", reasonCodes],
  ["document", documentCodes],
  ["door", doorCodes],
  ["outcome", ["eligible", "not", "unsure"]],
] as const)(
  "every %s has its words in French and in English, and no word is left over",
  (group, codes) => {
    expect(Object.keys(fr[group]).sort()).toEqual([...codes].sort());
    expect(Object.keys(en[group]).sort()).toEqual([...codes].sort());
  },
);

test("both languages show the same figures and name the same facts", () => {
  const french: Readonly<Record<string, string>> = fr.reason;
  const shown = Object.entries(en.reason).map(([code, text]) => [code, placeholders(text)]);
  expect(shown).toEqual(
    Object.keys(en.reason).map((code) => [code, placeholders(french[code] ?? "")]),
  );
  expect(Object.keys(fr.fact)).toEqual(Object.keys(en.fact));
});

test.each(Object.entries(fr.reason))(
  "%s is short, says no amount by itself and never caution",
  (_, text) => {
    expect(text.length).toBeLessThanOrEqual(320);
    // 18 and the like come from the values; "moins de 18 ans" names the majority, and visale.fr has no figure
    expect(text.replaceAll("moins de 18 ans", "")).not.toMatch(/\d|\bcaution/i);
  },
);

test("the lists of a situation are those of the facts of a person", () => {
  const { shape } = situationSchema;
  const home = shape.home.unwrap().unwrap().shape;
  expect(shape.status.unwrap().unwrap().options).toEqual([...statuses]);
  expect(shape.currentHousing.unwrap().unwrap().options).toEqual([...housings]);
  expect(home.parc.unwrap().unwrap().options).toEqual([...parcs]);
});
