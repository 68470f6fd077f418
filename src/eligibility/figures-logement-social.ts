import { type Figures, figuresCheckedOn } from "./bareme.ts";

const figure = figuresCheckedOn("2026-11-22");

const plus =
  "openfisca-france, snapshot of 2026-07-23, aides_logement/logement_social/plu (arrêté du 29 juillet 1987)";
const model = "openfisca-france, model/prestations/logement_social.py (arrêté du 29 juillet 1987)";

/** The regions that have ceilings of their own. */
export type CeilingRegion = "parisAndAdjacent" | "ileDeFrance" | "elsewhere";
/** The yearly ceilings of categories one to six, and what each person more adds, in euros. */
export interface Ceilings {
  readonly categories: readonly [number, number, number, number, number, number];
  readonly extraPerson: number;
}
const ceilings2026: Readonly<Record<CeilingRegion, Ceilings>> = {
  elsewhere: { categories: [23403, 31254, 37584, 45374, 53376, 60156], extraPerson: 6710 },
  ileDeFrance: { categories: [26920, 40233, 48362, 57930, 68577, 77171], extraPerson: 8598 },
  parisAndAdjacent: { categories: [26920, 40233, 52740, 62968, 74919, 84304], extraPerson: 9394 },
};

/** The figures of social housing: ceilings of the PLUS, on the revenu fiscal de référence of year N-2. */
export const logementSocialFigures = {
  plusCeilings: [
    figure({ value: ceilings2026, from: "2026-01-01", source: plus, confidence: "certain" }),
  ],
  /** Times the PLUS ceiling, for the dearer dwellings (PLS). */
  plsFactor: [
    figure({
      value: 1.3,
      from: "2010-01-01",
      source: "arrêté du 29 juillet 1987 (usual rule)",
      confidence: "likely",
    }),
  ],
  /** How much lower the last twelve months must be to be looked at in the place of year N-2. */
  incomeFallShare: [
    figure({ value: 0.1, from: "2018-01-01", source: model, confidence: "certain" }),
  ],
  /** A couple whose ages add up to this or less counts as three people. */
  youngCoupleMaxSumOfAges: [
    figure({ value: 55, from: "2018-01-01", source: model, confidence: "certain" }),
  ],
  /** Completed years, with a legal representative. */
  minRequestAge: [
    figure({ value: 16, from: "2024-01-01", source: "public pages", confidence: "likely" }),
  ],
  uniqueNumberDelayMonths: [
    figure({
      value: 1,
      from: "2024-01-01",
      source: "commune pages on demande de logement social; service-public F10007",
      confidence: "likely",
    }),
  ],
  renewalMonths: [
    figure({
      value: 12,
      from: "2024-01-01",
      source: "service-public F10007/F32880",
      confidence: "certain",
    }),
  ],
} satisfies Figures;
