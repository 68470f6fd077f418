import { expect, test } from "vitest";
import { localDate } from "../../src/base/time.ts";
import { type SubjectsChecked, subjectProblems } from "../../src/commands/subject-problems.ts";

const read = {
  name: "service-public.fr, fiche F00000",
  trueOn: "2026-01",
  checkedOn: "2026-11-22",
  confidence: "certain",
} as const;

/** What the check says of one subject whose text is this one. */
function problems(text: string, more: Partial<SubjectsChecked> = {}, title = "Le chat") {
  return subjectProblems({
    locales: { fr: { chat: { advice: text }, subjects: { chat: { title } } } },
    sources: { chat: [read] },
    figures: { chat: { ceiling: () => 12 } },
    shown: ["association"],
    numbers: ["0 805 16 00 75", "115"],
    allowed: [{ phrase: "loi de 1989", reason: "the name of a law" }],
    on: localDate("2026-11-23"),
    ...more,
  }).map(({ code, detail }) => `${code}: ${detail}`);
}

test.each([
  "Un plafond existe : {{ceiling}} €. {{source}}",
  "Appelle le 115 ou le 0 805 16 00 75.",
  "C'est dans la loi de 1989. Le {{association}} t'aide.",
])("« %s » is well said", (text) => {
  expect(problems(text)).toEqual([]);
});

test.each([
  ["Deux mois, soit 60 jours.", "bareDigit: 60: a figure comes from a dated table"],
  ["Appelle le 0 800 00 00 00.", "bareDigit: 0 800 00 00 00: a figure comes from a dated table"],
  ["Au plus {{most}} €.", "unknownFigure: {{most}} is no figure of this subject"],
])("« %s » is refused", (text, problem) => {
  expect(problems(text)).toEqual([problem]);
});

test("a source that is shown must be listed", () => {
  expect(problems("C'est sûr. {{source}}", { sources: { chat: [] } })).toEqual([
    "unsourcedText: shows {{source}}, and no source is listed",
  ]);
});

test("a figure without a value in force is said", () => {
  expect(problems("{{ceiling}} €", { figures: { chat: { ceiling: () => undefined } } })).toEqual([
    "unknownFigure: ceiling has no figure in force on 2026-11-23",
  ]);
});

test.each([
  ["2027-11-22", []],
  [
    "2027-11-23",
    ["staleFigure: last checked on 2026-11-22: read service-public.fr, fiche F00000 again"],
  ],
])("on %s the source read a year before is %o", (on, stale) => {
  expect(problems("Oui.", { on: localDate(on) })).toEqual(stale);
});

test("a title fits on the row of a list", () => {
  expect(problems("Oui.", {}, "Un titre bien trop long ici")).toEqual([
    'titleTooLong: "Un titre bien trop long ici" has 27 characters',
  ]);
});
