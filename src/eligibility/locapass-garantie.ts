import { because, byFigure, no, type Scheme } from "./assessment.ts";
import { decide } from "./decide.ts";
import { locapassGarantieFigures } from "./figures-locapass.ts";

/** The Garantie Loca-Pass, closed since May 2019: people still ask for it, and Visale took its place. */
export const locapassGarantie: Scheme = {
  assess: (_, on) =>
    decide({
      scheme: "locapass_garantie",
      on,
      lines: [
        byFigure(locapassGarantieFigures.closedIn, on, (closed) =>
          // a year is a name here, never written as an amount
          no(
            because(closed, "locapassGarantieClosed", { year: String(closed.value) }),
            "visale",
            "locapass",
            "fsl_acces",
          ),
        ),
      ],
      advice: [],
      documents: [],
    }),
  requiredFacts: [],
  figures: locapassGarantieFigures,
};
