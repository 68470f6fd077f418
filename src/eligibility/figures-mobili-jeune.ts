import { type Figures, figuresCheckedOn } from "./bareme.ts";

const figure = figuresCheckedOn("2026-11-22");

const sheet = "service-public F33173 'Aide Mobili-Jeune', updated 2026-01-01";
const openfisca =
  "openfisca-france, snapshot of 2026-07-23, education/mobilite/mobili_jeune/montant/maximum/secteur_agricole.yaml";

/** The figures of Mobili-Jeune; amounts in euros a month, unless said otherwise. */
export const mobiliJeuneFigures = {
  /** Completed years from which it is closed: the last day is the eve of the birthday. */
  maxAgeExclusive: [
    figure({ value: 30, from: "2026-01-01", source: sheet, confidence: "certain" }),
  ],
  /** Gross pay, at most: 120 % of the Smic of January 2026. */
  maxGrossSalary: [
    figure({ value: 2187.64, from: "2026-01-01", source: sheet, confidence: "certain" }),
  ],
  /** Gross pay above which the answer is no whichever Smic is meant: 120 % of that of June 2026. */
  maxGrossSalaryAfterJune2026Smic: [
    figure({
      value: 2240.42,
      from: "2026-06-01",
      source: "arithmetic: 1.2 x 1867.02, Smic of 2026-06-01 (openfisca-france, 2026-07-23)",
      confidence: "confirm",
    }),
  ],
  /** Rent left after APL, at least. */
  minRemainingRent: [
    figure({ value: 10, from: "2026-01-01", source: sheet, confidence: "certain" }),
  ],
  maxMonthly: [figure({ value: 100, from: "2026-01-01", source: sheet, confidence: "certain" })],
  /** The farm version (Agri-Mobili-Jeune), at most. */
  maxMonthlyAgricultural: [
    figure({ value: 300, from: "2022-06-01", source: openfisca, confidence: "likely" }),
  ],
  /** Euros a training year, at most. */
  maxPerTrainingYear: [
    figure({ value: 1100, from: "2026-01-01", source: sheet, confidence: "certain" }),
  ],
  maxTrainingYears: [
    figure({ value: 2, from: "2026-01-01", source: sheet, confidence: "certain" }),
  ],
  /** Kilometres between the former home and the new one: strictly more. */
  minDistanceKm: [figure({ value: 70, from: "2026-01-01", source: sheet, confidence: "certain" })],
  /** Minutes of travel between the two homes: strictly more. */
  minTravelMinutes: [
    figure({ value: 40, from: "2026-01-01", source: sheet, confidence: "certain" }),
  ],
  /** Months before the start of the contract or its anniversary. */
  windowBeforeStartMonths: [
    figure({ value: 3, from: "2026-01-01", source: sheet, confidence: "certain" }),
  ],
  /** Months after the start of the contract or its anniversary. */
  windowAfterStartMonths: [
    figure({ value: 5, from: "2026-01-01", source: sheet, confidence: "certain" }),
  ],
} satisfies Figures;
