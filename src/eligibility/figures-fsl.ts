import { type Figures, figuresCheckedOn } from "./bareme.ts";

const figure = figuresCheckedOn("2026-11-22");

const found62 =
  "pasdecalais.fr, Règlement départemental d'aide sociale, FSL volet accès logement identifié (undated; pre-2022)";
const notFound62 =
  "pasdecalais.fr, Règlement départemental d'aide sociale, FSL volet accès logement non identifié (undated; pre-2022)";
const debts62 =
  "pasdecalais.fr, Règlement départemental d'aide sociale, FSL volet Eau-Energie-Téléphone (undated; pre-2022)";
const association =
  "rl-action-sociale.fr, page Fonds de Solidarité Logement of the association (undated; before 2015 vocabulary)";
const reform92 =
  "Département des Hauts-de-Seine, news on the FSL reform voted 2020-07-06 and HDS magazine page (autumn 2020)";

/** The figures of the FSL of the Pas-de-Calais. Its income scale and its amounts are published nowhere. */
export const fsl62Figures = {
  /** Months after moving in, furniture included. */
  requestDeadlineAfterMoveMonths: [
    figure({ value: 1, from: "2018-01-01", source: found62, confidence: "likely" }),
  ],
  /** Completed years below which more is asked. */
  youthAgeThreshold: [
    figure({ value: 26, from: "2018-01-01", source: found62, confidence: "likely" }),
  ],
  /** Years between two access aids. */
  minIntervalBetweenAccessAids: [
    figure({ value: 5, from: "2014-01-01", source: association, confidence: "confirm" }),
  ],
  /** Years of waiting for social housing that make a request a priority. */
  longWaitPriorityYears: [
    figure({ value: 2, from: "2018-01-01", source: notFound62, confidence: "likely" }),
  ],
  /** Aids for the same dwelling. */
  maintienAidsPerDwelling: [
    figure({ value: 1, from: "2014-01-01", source: association, confidence: "confirm" }),
  ],
  /** The part of a debt of water, energy or telephone that the household pays. */
  eetHouseholdShare: [
    figure({ value: 0.2, from: "2018-01-01", source: debts62, confidence: "likely" }),
  ],
  /** No threshold is published: half of the resources, as for Visale, only says when a worker must look. */
  rentShareToLookAt: [
    figure({
      value: 0.5,
      from: "2018-01-01",
      source: `no published threshold; principle: ${found62}`,
      confidence: "confirm",
    }),
  ],
} satisfies Figures;

/** The figures of the FSL of the Hauts-de-Seine: quotients familiaux of the CAF, certain in 2020 only. */
export const fsl92Figures = {
  maxQuotientFamilialWithoutChild: [
    figure({ value: 800, from: "2020-09-01", source: reform92, confidence: "confirm" }),
  ],
  maxQuotientFamilialWithChild: [
    figure({ value: 850, from: "2020-09-01", source: reform92, confidence: "confirm" }),
  ],
  decisionDelayMonths: [
    figure({ value: 1, from: "2020-09-01", source: reform92, confidence: "likely" }),
  ],
} satisfies Figures;
