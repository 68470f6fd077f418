import { expect, test } from "vitest";
import accueil from "../../flows/accueil.ts";
import langue from "../../flows/langue.ts";
import { isOffered, languageStates, offeredLanguages } from "../../locales/index.ts";

const steps = offeredLanguages.map((language) => languageStates[language].step);

test.each([
  ["the welcome", accueil],
  ["the change of language", langue],
])("%s offers the languages in which everything is said, and no other", (_, flow) => {
  const asked = flow.steps["language"];
  expect(asked && "among" in asked ? Object.keys(asked.among) : []).toEqual(steps);
});

test("French comes first, and a language that nobody speaks is not offered", () => {
  expect(offeredLanguages[0]).toBe("fr");
  expect(isOffered("en")).toBe(true);
  expect(isOffered("xx")).toBe(false);
});
