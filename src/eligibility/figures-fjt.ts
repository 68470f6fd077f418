import { type Figures, figuresCheckedOn } from "./bareme.ts";

const figure = figuresCheckedOn("2026-11-22");
const sheet = "service-public F2018";

/** The figures of the FJT; ages in completed years, included. */
export const fjtFigures = {
  minAge: [figure({ value: 16, from: "2024-01-01", source: sheet, confidence: "certain" })],
  maxAge: [figure({ value: 25, from: "2024-01-01", source: sheet, confidence: "certain" })],
  /** Some foyers go further. */
  maxAgeSomeFoyers: [
    figure({ value: 30, from: "2024-01-01", source: sheet, confidence: "certain" }),
  ],
  maxStayMonths: [
    figure({
      value: 24,
      from: "2024-01-01",
      source: `${sheet} (older wording)`,
      confidence: "likely",
    }),
  ],
} satisfies Figures;
