import { digitsOf, numbersIn, placeholdersOf, textsOf } from "../base/sentences.ts";
import { addDays, type LocalDate, localDate, monthsBetween } from "../base/time.ts";
import type { Problem } from "../engine/problem.ts";
import type { Locales } from "../engine/wording.ts";
import type { SubjectFigures } from "../repertoire/subject-figure.ts";
import type { SubjectSources } from "../repertoire/subject-source.ts";

/** A row of a WhatsApp list is no longer. */
const longestTitle = 24;
/** A source is read again once a year. */
const monthsOfTrust = 12;

/** What a check of the subjects looks at. */
export interface SubjectsChecked {
  readonly locales: Locales;
  readonly sources: SubjectSources;
  readonly figures: SubjectFigures;
  /** Values that any text may show, and those that rules and actions give. */
  readonly shown: readonly string[];
  readonly numbers: readonly string[];
  readonly allowed: readonly { readonly phrase: string; readonly reason: string }[];
  readonly on: LocalDate;
}

/** What is wrong with what the subjects say: a rule without its source, a figure written by hand, a title too long. */
export function subjectProblems(checked: SubjectsChecked): readonly Problem[] {
  return [
    ...Object.keys(checked.sources).flatMap((flow) => ofFlow(checked, flow)),
    ...stale(checked),
    ...titles(checked),
  ];
}

function ofFlow(checked: SubjectsChecked, flow: string): readonly Problem[] {
  const { locales, sources, figures, shown, on } = checked;
  const known = new Set([...Object.keys(figures[flow] ?? {}), ...shown, "source"]);
  const texts = Object.entries(locales).flatMap(([language, files]) =>
    [...textsOf(files[flow])].map(([key, text]) => ({
      about: { flow, text: `${flow}:${key}`, language },
      text,
    })),
  );
  const unknown = Object.entries(figures[flow] ?? {})
    .filter(([, figure]) => figure(on) === undefined)
    .map(
      ([name]): Problem => ({
        code: "unknownFigure",
        flow,
        detail: `${name} has no figure in force on ${on}`,
      }),
    );
  return [
    ...unknown,
    ...texts.flatMap(({ about, text }): Problem[] => {
      const names = placeholdersOf(text);
      const strange = names.filter((name) => !known.has(name));
      const bare = bareDigits(text, checked);
      return [
        ...(names.includes("source") && (sources[flow] ?? []).length === 0
          ? [
              {
                code: "unsourcedText" as const,
                ...about,
                detail: "shows {{source}}, and no source is listed",
              },
            ]
          : []),
        ...strange.map((name) => ({
          code: "unknownFigure" as const,
          ...about,
          detail: `{{${name}}} is no figure of this subject`,
        })),
        ...(bare.length > 0
          ? [
              {
                code: "bareDigit" as const,
                ...about,
                detail: `${bare.join(", ")}: a figure comes from a dated table`,
              },
            ]
          : []),
      ];
    }),
  ];
}

/** The digits of a text that are no placeholder, no number to call and no allowed phrase. */
function bareDigits(text: string, { numbers, allowed }: SubjectsChecked): readonly string[] {
  const known = new Set(numbers.map(digitsOf));
  const rest = allowed.reduce(
    (left, { phrase }) => left.replaceAll(phrase, " "),
    text.replace(/\{\{[^}]*\}\}/g, " "),
  );
  return numbersIn(rest).filter((number) => !known.has(digitsOf(number)));
}

function stale({ sources, on }: SubjectsChecked): readonly Problem[] {
  return Object.entries(sources).flatMap(([flow, list]) =>
    list
      .filter(
        ({ checkedOn }) => monthsBetween(localDate(checkedOn), addDays(on, -1)) >= monthsOfTrust,
      )
      .map(({ name, checkedOn }) => ({
        code: "staleFigure" as const,
        flow,
        detail: `last checked on ${checkedOn}: read ${name} again`,
      })),
  );
}

function titles({ locales }: SubjectsChecked): readonly Problem[] {
  return Object.entries(locales).flatMap(([language, files]) =>
    [...textsOf(files["subjects"])]
      .filter(([key, text]) => key.endsWith(".title") && text.length > longestTitle)
      .map(([key, text]) => ({
        code: "titleTooLong" as const,
        flow: "subjects",
        text: `subjects:${key}`,
        language,
        detail: `"${text}" has ${text.length} characters`,
      })),
  );
}
