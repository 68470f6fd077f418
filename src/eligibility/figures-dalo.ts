import { type Figures, figuresCheckedOn } from "./bareme.ts";

const figure = figuresCheckedOn("2026-11-22");

const sheet = "service-public F18005 (2025-10-16)";
const council = "Haut Comité pour le droit au logement (hclpd.gouv.fr), page on Dalo and Daho";
const decree = "décret of 2016-12-23 (CCH R.441-16-1), reported by fnat.fr 2017-01-06";

/** The figures of Dalo and Daho. */
export const daloFigures = {
  /** Months in a shelter without interruption: more than that. */
  shelterStayMonths: [
    figure({ value: 6, from: "2025-10-16", source: council, confidence: "certain" }),
  ],
  /** Months in transition housing or a foyer: more than that. */
  transitionStayMonths: [
    figure({ value: 18, from: "2025-10-16", source: council, confidence: "certain" }),
  ],
  /** The prefect's order for the 62 was not found: two years is a hypothesis, from the page of the FSL. */
  abnormalWaitMonths: [
    figure({
      value: 24,
      from: "2018-01-01",
      source: "prefect's order not found; the FSL page of the 62 treats over two years as priority",
      confidence: "confirm",
    }),
  ],
  commissionDelayMonths: [
    figure({ value: 3, from: "2025-10-16", source: sheet, confidence: "certain" }),
  ],
  /** Months the prefect has: the general rule, and where a large agglomeration may lengthen it. */
  prefectDelayMonths: [
    figure({
      value: { least: 3, most: 6 },
      from: "2017-01-01",
      source: `${sheet}; ${decree}`,
      confidence: "confirm",
    }),
  ],
  contestRefusalMonths: [
    figure({ value: 2, from: "2025-10-16", source: sheet, confidence: "certain" }),
  ],
  /** Weeks the prefect has to find a place in a shelter or a foyer (Daho). */
  dahoDelayWeeks: [
    figure({
      value: 6,
      from: "2023-08-07",
      source: "secondary page on Daho; service-public F20343",
      confidence: "likely",
    }),
  ],
} satisfies Figures;

/** The figures of the contingent préfectoral. */
export const contingentFigures = {
  /** The most the State reserves of the dwellings given in a year, in per cent. */
  mostReservedPercent: [
    figure({ value: 30, from: "2021-01-01", source: "CCH R.441-5-2", confidence: "certain" }),
  ],
  /** Years after the end of care, included. */
  careLeaverYears: [
    figure({
      value: 3,
      from: "2022-02-07",
      source: "CCH L.441-1, loi of 2022-02-07 (final wording not read)",
      confidence: "likely",
    }),
  ],
} satisfies Figures;
