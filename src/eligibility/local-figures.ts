import type { LocalDate } from "../base/time.ts";
import { type Bareme, inForce } from "./bareme.ts";

/**
 * The figures that are decided locally and published nowhere, or only by old pages. An association that
 * knows one writes it in its file, with its date and its source; the rule then decides.
 */
export const localFigureNames = [
  /** Euros a month under which the FSL of the 62 refuses somebody under 26. */
  "fsl62YouthMinimumIncome",
  /** The most of the resources that the rent, less the housing benefit, may take: 0.5 for half. */
  "fsl62RentShare",
  /** Years between two access aids of the FSL of the 62. */
  "fsl62AccessIntervalYears",
  /** How many times the FSL of the 62 pays a rent debt for one dwelling. */
  "fsl62MaintienPerDwelling",
  /** Quotient familial at most, single or couple without a child. */
  "fsl92QuotientFamilialWithoutChild",
  /** Quotient familial at most, with a child. */
  "fsl92QuotientFamilialWithChild",
  /** Euros a month from which the ALT is possible. */
  "altMinimumIncome",
  /** Months of waiting for social housing from which the wait is abnormally long (order of the prefect). */
  "daloAbnormalWaitMonths",
  /** Euros a month above which the FAJ refuses. */
  "fajMaximumIncome",
] as const;
export type LocalFigureName = (typeof localFigureNames)[number];

/** What an association wrote of its own figures. */
export type LocalFigures = { readonly [Name in LocalFigureName]?: readonly Bareme<number>[] };

/** The figures to decide with that day: those of the association where it wrote one, else the published ones. */
export function figuresHere(
  local: LocalFigures,
  name: LocalFigureName,
  on: LocalDate,
  published: readonly Bareme<number>[] = [],
): readonly Bareme<number>[] {
  const own = local[name] ?? [];
  return inForce(own, on) ? own : published;
}
