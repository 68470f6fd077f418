import { type Figures, figuresCheckedOn } from "./bareme.ts";

const figure = figuresCheckedOn("2026-11-22");

const law = "code de l'action sociale et des familles L.263-3, quoted by Département des Landes";

/** The ages of the FAJ, completed years, included. Its scale and its amounts are published nowhere. */
export const fajFigures = {
  minAge: [figure({ value: 18, from: "2005-01-01", source: law, confidence: "certain" })],
  maxAge: [figure({ value: 25, from: "2005-01-01", source: law, confidence: "certain" })],
} satisfies Figures;
