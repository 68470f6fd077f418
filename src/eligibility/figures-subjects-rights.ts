import { type Figures, figuresCheckedOn } from "./bareme.ts";

const figure = figuresCheckedOn("2026-11-23");

const domiciliationSheet = "service-public F17317 (2024-10-10)";
const dahoSheet = "service-public F20343 (2023-08-07)";
const cejSheet = "ministère du Travail, fiche CEJ (code.travail.gouv.fr, 2024-09-26)";
const localAids = "aides-jeunes (betagouv), data of 2026-08-19";

/** The subjects of rights, of shelter and of those who leave care: the figures that no scheme has; ages in completed years. */
export const subjectsRightsFigures = {
  /** Weeks the commission has for a request of Daho. */
  dahoCommissionWeeks: [
    figure({ value: 6, from: "2023-08-07", source: dahoSheet, confidence: "certain" }),
  ],
  domiciliationDecisionMonths: [
    figure({ value: 2, from: "2024-10-10", source: domiciliationSheet, confidence: "certain" }),
  ],
  /** One year, renewable. */
  domiciliationLengthMonths: [
    figure({ value: 12, from: "2024-10-10", source: domiciliationSheet, confidence: "certain" }),
  ],
  /** Without a visit or a call for longer than that, it may end. */
  domiciliationContactMonths: [
    figure({ value: 3, from: "2024-10-10", source: domiciliationSheet, confidence: "certain" }),
  ],
  /** Under this age, who was in care as a minor and lacks money or support may come back to it. */
  careAgainBefore: [
    figure({
      value: 21,
      from: "2022-02-09",
      source: "code de l'action sociale et des familles L.222-5, 5° (version of 2024-01-28)",
      confidence: "certain",
    }),
  ],
  /** Under this age, help with money (AFASE) of the Pas-de-Calais. */
  afaseBefore: [
    figure({
      value: 21,
      from: "2022-01-01",
      source: "pasdecalais.fr/laide-financiere-daide-sociale-lenfance-afase (undated page)",
      confidence: "likely",
    }),
  ],
  cejMinAge: [figure({ value: 16, from: "2022-03-01", source: cejSheet, confidence: "certain" })],
  cejMaxAge: [figure({ value: 25, from: "2022-03-01", source: cejSheet, confidence: "certain" })],
  /** With a recognised disability. */
  cejMaxAgeDisabled: [
    figure({ value: 29, from: "2022-03-01", source: cejSheet, confidence: "certain" }),
  ],
  /** Euros a month at most, for an adult without income tax; that of April 2026 was not found. */
  cejMost: [
    figure({
      value: 561.68,
      from: "2025-04-01",
      source: "openfisca-france, snapshot of 2026-07-23",
      confidence: "likely",
    }),
  ],
  /** Euros at most, for an apprentice in difficulty in the Hauts-de-France. */
  apprenticeMost: [
    figure({ value: 800, from: "2026-08-19", source: localAids, confidence: "likely" }),
  ],
  /** Euros a year. */
  boardingAid: [figure({ value: 80, from: "2026-08-19", source: localAids, confidence: "likely" })],
} satisfies Figures;
