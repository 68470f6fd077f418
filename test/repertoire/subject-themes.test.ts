import { expect, test } from "vitest";
import { subjectThemes } from "../../src/repertoire/subject-themes.ts";
import { subjectFlows } from "../../src/repertoire/subject-titles.ts";

/** Reached from another subject, or in some places only: found by words, in no list. */
const notListed = ["aides-ccas", "fsl-maintien"];

test("every subject is in one theme, and each theme fits in one list beside one's own words", () => {
  const listed = Object.values(subjectThemes).flat();
  expect([...listed, ...notListed].sort()).toEqual([...subjectFlows].sort());
  for (const theme of Object.values(subjectThemes)) expect(theme.length).toBeLessThanOrEqual(9);
});
