import type { Said } from "../base/message.ts";
import type { LocalDate } from "../base/time.ts";
import { type Bareme, inForce } from "../eligibility/bareme.ts";

/** The figure that a text shows on a day; undefined when none is known for it, and the text says so. */
export type SubjectFigure = (on: LocalDate) => number | Said | undefined;

/** Flow → placeholder of its texts → figure. */
export type SubjectFigures = Readonly<Record<string, Readonly<Record<string, SubjectFigure>>>>;

/** The value in force of a dated table, for the placeholder of a text. */
export function figureOf(list: readonly Bareme<number>[]): SubjectFigure {
  return (on) => inForce(list, on)?.value;
}
