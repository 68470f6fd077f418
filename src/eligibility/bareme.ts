import { addDays, type LocalDate, localDate, monthsBetween } from "../base/time.ts";

/** How sure a figure is: `certain` in an official text, `likely` from consistent sources, `confirm` by a worker. */
export type Confidence = "certain" | "likely" | "confirm";

/** A figure of a rule, with the days it holds, where it was read and when it was last read again. */
export interface Bareme<Value> {
  readonly from: LocalDate;
  /** The last day it holds; absent while it is still in force. */
  readonly to?: LocalDate;
  readonly value: Value;
  readonly source: string;
  readonly checkedOn: LocalDate;
  readonly confidence: Confidence;
}

/** The figures of a scheme, each a list of values that follow one another in time. */
export type Figures = Readonly<Record<string, readonly Bareme<unknown>[]>>;

/** The figure in force that day, or undefined when none is known for it. */
export function inForce<Value>(
  list: readonly Bareme<Value>[],
  on: LocalDate,
): Bareme<Value> | undefined {
  return list
    .filter((figure) => figure.from <= on && (figure.to === undefined || on <= figure.to))
    .reduce<Bareme<Value> | undefined>(
      (latest, figure) => (latest === undefined || latest.from < figure.from ? figure : latest),
      undefined,
    );
}

/** Whether a figure still in force was last checked more than twelve months before that day; what is past no longer changes. */
export function isStale(figure: Bareme<unknown>, on: LocalDate): boolean {
  if (figure.to !== undefined && figure.to < on) return false;
  return monthsBetween(figure.checkedOn, addDays(on, -1)) >= 12;
}

/** A maker of figures that were all read again on the same day, so that a table stays one line a figure. */
export function figuresCheckedOn(day: string) {
  const checkedOn = localDate(day);
  return <Value>(figure: {
    value: Value;
    from: string;
    to?: string;
    source: string;
    confidence: Confidence;
  }): Bareme<Value> => ({
    value: figure.value,
    from: localDate(figure.from),
    ...(figure.to === undefined ? {} : { to: localDate(figure.to) }),
    source: figure.source,
    checkedOn,
    confidence: figure.confidence,
  });
}
