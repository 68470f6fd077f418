import type { SaidValue } from "../base/message.ts";
import type { LocalDate } from "../base/time.ts";
import { schemes } from "../eligibility/assess.ts";
import { type Bareme, inForce } from "../eligibility/bareme.ts";
import type { SchemeId } from "../eligibility/codes.ts";

/** One number of a figure, with the keys that lead to it: the ceiling of zone 2 is ["2"]. */
export interface Part {
  readonly keys: readonly string[];
  readonly value: SaidValue;
}

/** A figure in force, as the page of the rules shows it. */
export interface ShownFigure {
  readonly name: string;
  readonly parts: readonly Part[];
  readonly figure: Bareme<unknown>;
}

/** The figures of a scheme in force that day, in the order of its table. */
export function figuresOf(scheme: SchemeId, on: LocalDate): readonly ShownFigure[] {
  return Object.entries(schemes[scheme].figures).flatMap(([name, list]) => {
    const figure = inForce(list, on);
    return figure ? [{ name, figure, parts: partsOf(name, figure.value) }] : [];
  });
}

/** The same as values of a sentence: "rentCeiling_2" for the ceiling of zone 2. */
export function figureValues(scheme: SchemeId, on: LocalDate): Readonly<Record<string, SaidValue>> {
  return Object.fromEntries(
    figuresOf(scheme, on).flatMap(({ name, parts }) =>
      parts.map(({ keys, value }) => [[name, ...keys].join("_"), value] as const),
    ),
  );
}

/** A number, or the numbers of a table; shares are told in per cent. */
export function partsOf(
  name: string,
  value: unknown,
  keys: readonly string[] = [],
): readonly Part[] {
  if (typeof value === "number") return [{ keys, value: inWords(name, keys, value) }];
  if (Array.isArray(value)) {
    return value.flatMap((one, place) => partsOf(name, one, [...keys, String(place + 1)]));
  }
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, one]) => partsOf(name, one, [...keys, key]));
  }
  return [];
}

const share = /share|rate|margin/i;
const hundred = 100;
/** Rates are given to the hundredth of a per cent. */
const precision = 100;

function inWords(name: string, keys: readonly string[], value: number): SaidValue {
  const isShare = value < 1 && value > 0 && share.test([name, ...keys].join(" "));
  if (!isShare) return value;
  const percent = Math.round(value * hundred * precision) / precision;
  return `${String(percent).replace(".", ",")} %`;
}
