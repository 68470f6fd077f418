import { type Figures, figuresCheckedOn } from "./bareme.ts";
import type { Zone } from "./zones.ts";

const figure = figuresCheckedOn("2026-11-22");

const openfisca =
  "openfisca-france, snapshot of 2026-07-23, prestations_sociales/aides_logement/allocations_logement/locatif";
const uprating = `${openfisca} (the value of the uprating of 2026-10-01 was not found)`;
const students =
  "loi de finances pour 2026 (promulgated 2026-02-19), art. 67 of the bill; press of February-March 2026";

/** What a rent zone takes of a rent, by household. Euros a month. */
export interface RentCap {
  readonly single: number;
  readonly couple: number;
  readonly oneDependant: number;
}
const rentCap: Readonly<Record<Zone, RentCap>> = {
  1: { single: 333.14, couple: 401.78, oneDependant: 454.1 },
  2: { single: 290.34, couple: 355.38, oneDependant: 399.89 },
  3: { single: 272.12, couple: 329.88, oneDependant: 369.88 },
};
const byZone = (zone1: number, elsewhere: number): Readonly<Record<Zone, number>> => ({
  1: zone1,
  2: elsewhere,
  3: elsewhere,
});

/** The figures of APL and ALS for tenants. Rents and charges are euros a month, incomes euros a year. */
export const aplFigures = {
  rentCap: [figure({ value: rentCap, from: "2025-10-01", source: uprating, confidence: "likely" })],
  /** What is added to the cap for each dependant after the first. */
  rentCapPerExtraDependant: [
    figure({
      value: { 1: 65.89, 2: 58.21, 3: 53.01 } satisfies Record<Zone, number>,
      from: "2025-10-01",
      source: uprating,
      confidence: "likely",
    }),
  ],
  chargesLumpSum: [
    figure({
      value: { general: 60.59, perDependant: 13.74, flatShareSingle: 30.29 },
      from: "2025-10-01",
      source: uprating,
      confidence: "likely",
    }),
  ],
  minimumContribution: [
    figure({
      value: { fixed: 39.56, rate: 0.085 },
      from: "2025-10-01",
      source: uprating,
      confidence: "likely",
    }),
  ],
  /** R0: the income of a year that leaves the aid whole. */
  incomeAllowance: [
    figure({
      value: { single: 5235, couple: 7501, oneDependant: 8947 },
      from: "2025-01-01",
      source: openfisca,
      confidence: "likely",
    }),
  ],
  /** TF: the part of the income above R0 that is taken off, by household. */
  familyRate: [
    figure({
      value: { single: 0.0283, couple: 0.0315, oneDependant: 0.027 },
      from: "2007-07-01",
      source: openfisca,
      confidence: "certain",
    }),
  ],
  /** TL: what is added to TF as the rent nears the cap of zone 2, and goes beyond it. */
  rentRate: [
    figure({
      value: { middleFrom: 0.45, middleRate: 0.0045, upperFrom: 0.75, upperRate: 0.0068 },
      from: "2007-07-01",
      source:
        "arrêté du 10 juillet 2007, in openfisca-france pp_particip_perso/tp_taux/tl_loyer (still valid on 2025-03-11)",
      confidence: "likely",
    }),
  ],
  /** How many times the cap a rent may be before the aid falls, and before it is nil. */
  rentDegression: [
    figure({
      value: byZone(3.4, 2.5),
      from: "2016-07-01",
      source: openfisca,
      confidence: "certain",
    }),
  ],
  rentSuppression: [
    figure({
      value: byZone(4, 3.1),
      from: "2016-07-01",
      source: openfisca,
      confidence: "certain",
    }),
  ],
  /** The part of the cap that counts for one flatmate, and for a room. */
  capShare: [
    figure({
      value: { flatShare: 0.75, room: 0.9 },
      from: "2002-01-01",
      source: openfisca,
      confidence: "certain",
    }),
  ],
  flatReduction: [
    figure({ value: 5, from: "2017-10-01", source: openfisca, confidence: "certain" }),
  ],
  /** Below it nothing is paid; where the dwelling has an agreement with the State (APL), everything is. */
  leastPaid: [
    figure({
      value: { als: 10, apl: 0 },
      from: "2018-03-01",
      source: openfisca,
      confidence: "certain",
    }),
  ],
  /** How far the income that counts may be from the one that is told: the CAF looks at that of twelve months. */
  incomeMargin: [
    figure({
      value: 0.1,
      from: "2025-01-01",
      source:
        "no published figure: the width of the range shown; principle: APL-3, income of twelve months",
      confidence: "confirm",
    }),
  ],
  /** What a student tenant is taken to earn in a year, and how much less with a scholarship. */
  studentIncome: [
    figure({
      value: { without: 8600, scholarshipCut: 1700 },
      from: "2025-01-01",
      source: openfisca,
      confidence: "likely",
    }),
  ],
  /** Years not yet completed, for the income of students. */
  studentAgeLimit: [
    figure({ value: 28, from: "2020-01-01", source: openfisca, confidence: "certain" }),
  ],
  /** Years not yet completed, for a sub-tenant declared to the owner. */
  sublettingAgeLimit: [
    figure({
      value: 30,
      from: "2022-07-01",
      source: "press quoting service-public F12006",
      confidence: "likely",
    }),
  ],
  /** From that day: no APL nor ALS for students from outside Europe without a scholarship. */
  foreignStudentsNeedScholarship: [
    figure({ value: true, from: "2026-07-01", source: students, confidence: "confirm" }),
  ],
} satisfies Figures;
