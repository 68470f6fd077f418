import { type Figures, figuresCheckedOn } from "./bareme.ts";

const figure = figuresCheckedOn("2026-11-22");

const project62 =
  "document: Rencontres & Loisirs, projet de service Habitat 2024-2029 (adopted 2024-02-15)";
const report92 = "document: CCAS de Rueil-Malmaison, bilan 2024 (action sociale et insertion)";

/** How long an ASLL lasts in the Pas-de-Calais, in months, whether to enter a dwelling or to keep it. */
export const asll62Figures = {
  usualMonths: [
    figure({ value: 12, from: "2024-02-15", source: project62, confidence: "certain" }),
  ],
  mostMonths: [figure({ value: 30, from: "2024-02-15", source: project62, confidence: "certain" })],
} satisfies Figures;

/** How long an ASLL lasts in the Hauts-de-Seine, in months: "accès" to enter, "maintien" to keep. */
export const asll92Figures = {
  accessMostMonths: [
    figure({ value: 6, from: "2024-12-31", source: report92, confidence: "likely" }),
  ],
  maintienMostMonths: [
    figure({ value: 24, from: "2024-12-31", source: report92, confidence: "likely" }),
  ],
} satisfies Figures;
