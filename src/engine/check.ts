import { digitsOf, numbersIn, textsOf } from "../base/sentences.ts";
import { checkArrows, type Entries } from "./check-arrows.ts";
import { type Chosen, checkChoices } from "./check-choices.ts";
import { checkReading, type PlainWords } from "./check-reading.ts";
import { checkTexts } from "./check-texts.ts";
import type { Flow } from "./flow.ts";
import type { Problem } from "./problem.ts";
import type { Locales } from "./wording.ts";

export type { Problem };

/** All that a check of the flows looks at. */
export interface Checked extends Chosen {
  readonly entries: Entries;
  /** Every step name ever released, by flow: people may still wait there. */
  readonly released: Readonly<Record<string, readonly string[]>>;
  /** The numbers one may be told to call, and the files that tell them. */
  readonly numbers: { readonly known: readonly string[]; readonly saidIn: readonly string[] };
  /** How plain the words must be, and the languages and tones whose texts are measured. */
  readonly reading: { readonly plain: PlainWords; readonly locales: Locales };
  /** Figures that were last checked too long ago. */
  readonly stale: readonly {
    readonly name: string;
    readonly source: string;
    readonly checkedOn: string;
  }[];
}

/** Every problem of the flows, their texts in every language, their buttons and their figures. */
export function checkFlows(checked: Checked): readonly Problem[] {
  return [
    ...checkArrows(checked.flows, checked.entries),
    ...vanished(checked),
    ...checkTexts(checked),
    ...checkChoices(checked),
    ...unknownNumbers(checked),
    ...checkReading({ ...checked, ...checked.reading }),
    ...checked.stale.map(({ name, source, checkedOn }) => ({
      code: "staleFigure" as const,
      flow: name,
      detail: `last checked on ${checkedOn}: read ${source} again`,
    })),
  ];
}

/** A step that was released must still exist, or say where people who wait there go. */
function vanished({ flows, released }: Checked): readonly Problem[] {
  const byName = new Map<string, Flow>(flows.map((flow) => [flow.name, flow]));
  return Object.entries(released).flatMap(([name, steps]) => {
    const flow = byName.get(name);
    return steps
      .filter(
        (step) => !flow || !(Object.hasOwn(flow.steps, step) || Object.hasOwn(flow.moved, step)),
      )
      .map((step) => ({
        code: "vanishedStep" as const,
        flow: name,
        step,
        detail: "name it in `moved`, with the step that replaces it",
      }));
  });
}

function unknownNumbers({ locales, numbers }: Checked): readonly Problem[] {
  const known = new Set(numbers.known.map(digitsOf));
  return Object.entries(locales).flatMap(([language, files]) =>
    numbers.saidIn.flatMap((file) =>
      [...textsOf(files[file])].flatMap(([key, text]) =>
        numbersIn(text)
          .filter((number) => !known.has(digitsOf(number)))
          .map((number) => ({
            code: "unknownNumber" as const,
            flow: file,
            text: `${file}:${key}`,
            language,
            detail: `${number} is not among the emergency numbers`,
          })),
      ),
    ),
  );
}
