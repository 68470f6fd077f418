import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { reviewMarks } from "../../locales/reviews/index.ts";
import { localDate } from "../../src/base/time.ts";
import { completeMarks, markedBy, marksFile } from "../../src/commands/flow-reviews.ts";
import { readingGuide } from "../../src/commands/reading-guide.ts";
import { filesToReview, fingerprintOf, reviewOf } from "../../src/reviews.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const today = localDate("2026-12-03");

test.each(Object.keys(filesToReview))(
  "each file of %s has its mark, else: node src/commands/flows.ts draw",
  (language) => {
    const written = marksFile(completeMarks().get(language) ?? {});
    expect(read(`locales/reviews/${language}.json`)).toBe(written);
  },
);

test("the languages are those of the house, its tones too, and pages of the team are not among the files", () => {
  expect(Object.keys(filesToReview)).toEqual(["fr", "en", "es", "ar", "fr-vous"]);
  expect(Object.keys(filesToReview["fr"] ?? {})).not.toContain("desk");
  expect(Object.keys(filesToReview["fr"] ?? {})).toContain("accueil");
});

describe("a mark", () => {
  const request = { language: "en", files: ["visale"], by: " jeune ", on: today };

  test("says the day, the role and which text it was; the others stay as they are", () => {
    const marks = markedBy(request);
    expect(marks).toEqual({
      ...completeMarks().get("en"),
      visale: {
        on: "2026-12-03",
        by: "jeune",
        text: fingerprintOf(filesToReview["en"]?.["visale"]),
      },
    });
    const states = reviewOf("en", { ...reviewMarks, en: typeof marks === "string" ? {} : marks });
    expect(states.find(({ file }) => file === "visale")?.state).toBe("reviewed");
    expect(states.find(({ file }) => file === "accueil")?.state).toBe("never");
  });

  test("is of yesterday's text once one sentence changed", () => {
    const mark = { on: "2026-12-03", by: "jeune", text: fingerprintOf({ hello: "Bonjour" }) };
    const states = reviewOf("en", { en: { visale: mark } });
    expect(states.find(({ file }) => file === "visale")?.state).toBe("changed");
    expect(fingerprintOf({ hello: "Bonjour." })).not.toBe(mark.text);
  });

  test.each([
    ["no language: de", { language: "de" }],
    ["no file: visal", { files: ["visale", "visal"] }],
    ["no file: -", { files: [] }],
    ["--by says a role in a few words", { by: " " }],
  ])("is refused: %s", (problem, wrong) => {
    expect(markedBy({ ...request, ...wrong })).toBe(problem);
  });
});

describe("the guide to read aloud", () => {
  test("is written from the words that the desk shows", () => {
    expect(read("docs/relecture.md")).toBe(readingGuide());
  });

  test("holds on one printed page", () => {
    expect(readingGuide().split(/\s+/).length).toBeLessThan(480);
    expect(readingGuide().split("\n").length).toBeLessThan(62);
  });
});
