import type { Report } from "../observatory/report.ts";
import type { BilanWords } from "./printed.ts";

/** How a bilan was counted, in sentences: printed under its figures. */
export function methodLines(
  words: BilanWords,
  { lines: { low, poverty }, measures }: Report,
): readonly string[] {
  const { say, day, number } = words;
  return [
    ...["method_asked", "method_situation", "method_unknown", "method_multiple"].map((key) =>
      say(key),
    ),
    ...(low
      ? [say("method_low", { euros: number(low.euros), from: day(low.from), source: low.source })]
      : []),
    poverty
      ? say("method_poverty", {
          ...{ euros: number(poverty.euros), from: day(poverty.from), source: poverty.source },
        })
      : say("method_noPoverty"),
    say("method_tariff"),
    ...(measures.length > 0 ? [say("method_measures")] : []),
  ];
}
