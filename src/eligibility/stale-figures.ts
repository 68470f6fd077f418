import type { LocalDate } from "../base/time.ts";
import { schemes } from "./assess.ts";
import type { Scheme } from "./assessment.ts";
import { isStale } from "./bareme.ts";
import { subjectsRightsFigures } from "./figures-subjects-rights.ts";
import { subjectsSearchFigures } from "./figures-subjects-search.ts";
import { subjectsTenancyFigures } from "./figures-subjects-tenancy.ts";

/** All dated figures: those of the schemes, and those that only the subjects show. */
const dated: Readonly<Record<string, Pick<Scheme, "figures">>> = {
  ...schemes,
  subjectsRights: { figures: subjectsRightsFigures },
  subjectsSearch: { figures: subjectsSearchFigures },
  subjectsTenancy: { figures: subjectsTenancyFigures },
};

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
  among: Readonly<Record<string, Pick<Scheme, "figures">>> = dated,
): readonly StaleFigure[] {
  return Object.entries(among).flatMap(([scheme, { figures }]) =>
    Object.entries(figures).flatMap(([figure, list]) =>
      list
        .filter((one) => isStale(one, on))
        .map(({ source, checkedOn }) => ({ name: `${scheme}.${figure}`, source, checkedOn })),
    ),
  );
}
