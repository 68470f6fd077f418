import type { LocalDate } from "../base/time.ts";
import { schemes } from "./assess.ts";
import type { Scheme } from "./assessment.ts";
import { isStale } from "./bareme.ts";

/** A figure to be read again. */
export interface StaleFigure {
  /** The scheme and the figure, "visale.rentCeiling". */
  readonly name: string;
  readonly source: string;
  readonly checkedOn: LocalDate;
}

/** The figures in force that were last checked more than twelve months before that day: the check turns red. */
export function staleFigures(
  on: LocalDate,
  among: Readonly<Record<string, Pick<Scheme, "figures">>> = schemes,
): readonly StaleFigure[] {
  return Object.entries(among).flatMap(([scheme, { figures }]) =>
    Object.entries(figures).flatMap(([figure, list]) =>
      list
        .filter((dated) => isStale(dated, on))
        .map(({ source, checkedOn }) => ({ name: `${scheme}.${figure}`, source, checkedOn })),
    ),
  );
}
