import { type Figures, figuresCheckedOn } from "./bareme.ts";

const figure = figuresCheckedOn("2026-11-23");

/** The subjects of who looks for a home: the figures that no scheme has. */
export const subjectsSearchFigures = {
  /** Months after the notice takes effect during which a flatmate who was not replaced still answers for the rent. */
  flatSharingSolidarityMonths: [
    figure({
      value: 6,
      from: "2014-03-27",
      source:
        "loi n° 89-462 du 6 juillet 1989, article 8-1, VI (loi Alur), quoted by the Cour de cassation on 2021-04-08 (19-23.334)",
      confidence: "likely",
    }),
  ],
} satisfies Figures;
