import type { Counted, Counts } from "./counting.ts";
import type { Figure } from "./sections.ts";

/** The figures of situations that were counted, beside those of a year earlier. */
export function figuresOf(counts: Counts, before: Counts | null): readonly Figure[] {
  const figure = (
    id: string,
    format: Figure["format"],
    parts: (counts: Counts) => readonly [value: number, of: number],
  ): Figure => {
    const quotient = (given: Counts | null): number | null => {
      if (given === null) return null;
      const [value, of] = parts(given);
      return of === 0 ? null : value / of;
    };
    const [value, of] = parts(counts);
    const restsOn = format === "count" ? value : format === "share" ? Math.min(value, of) : of;
    return { id, format, value: quotient(counts), before: quotient(before), restsOn };
  };
  return [
    figure("situations", "count", ({ situations }) => [situations, 1]),
    figure("persons", "count", ({ persons, personsUnknown }) => [persons + personsUnknown, 1]),
    figure("ageMean", "years", ({ ages }) => [ages.sum, ages.known]),
    figure("over26", "share", ({ ages }) => [ages.over26, ages.known]),
    figure("salaried", "share", ({ salaried, situations, tables }) => [
      salaried,
      situations - unknownIn(tables.get("A14")),
    ]),
    figure("amountMean", "euros", ({ amounts }) => [amounts.sum, amounts.known]),
    figure("amountMeanWithAny", "euros", ({ amounts }) => [amounts.sum, amounts.withAny]),
    figure("underLowIncome", "share", ({ amounts }) => [amounts.underLowIncome, amounts.known]),
    figure("underPovertyLine", "share", ({ amounts }) => [amounts.underPovertyLine, amounts.known]),
    figure("faceToFace", "count", ({ faceToFace }) => [faceToFace, 1]),
    figure("situationsMet", "count", ({ situationsMet }) => [situationsMet, 1]),
    figure("situationsAtDistance", "count", ({ situationsAtDistance }) => [
      situationsAtDistance,
      1,
    ]),
    figure("outcomesKnown", "count", ({ outcomesKnown }) => [outcomesKnown, 1]),
    figure("employeesHoused", "count", ({ employeesHoused }) => [employeesHoused, 1]),
  ];
}

function unknownIn(rows: readonly Counted[] | undefined): number {
  return rows?.find(({ code }) => code === null)?.count ?? 0;
}
