import { type Figures, figuresCheckedOn } from "./bareme.ts";

const figure = figuresCheckedOn("2026-11-22");

const project =
  "document: Rencontres & Loisirs, projet de service Habitat 2024-2029 (adopted 2024-02-15)";
const report = "document: Rencontres & Loisirs, rapport d'activités 2022 du service Habitat";

/** The figures of the ALT of the association; its minimum of resources is published nowhere. */
export const altFigures = {
  /** Months of the first stay, at most. */
  initialStayMonths: [
    figure({ value: 6, from: "2024-02-15", source: project, confidence: "certain" }),
  ],
  /** How many times the first stay may be renewed. */
  renewals: [figure({ value: 1, from: "2024-02-15", source: project, confidence: "certain" })],
  /** Months in all, the exceptional extension included: 6 + 6 + 4. */
  absoluteMaxMonths: [
    figure({ value: 16, from: "2024-02-15", source: project, confidence: "certain" }),
  ],
  /** Completed years above which the service habitat follows, and no longer the CLLAJ. */
  ageLimitForFollowUp: [
    figure({ value: 30, from: "2023-01-01", source: report, confidence: "likely" }),
  ],
} satisfies Figures;
