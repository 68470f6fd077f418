import { saidPlain } from "../base/said.ts";
import { inForce } from "../eligibility/bareme.ts";
import { locapassFigures, locapassGarantieFigures } from "../eligibility/figures-locapass.ts";
import { mobiliJeuneFigures } from "../eligibility/figures-mobili-jeune.ts";
import { figureOf, type SubjectFigures } from "./subject-figure.ts";

/** The subjects of loans, guarantors and the association itself: the figures that their texts show. */
export const subjectFiguresAids: SubjectFigures = {
  "loca-pass": {
    most: figureOf(locapassFigures.advanceMax),
    months: figureOf(locapassFigures.repaymentMaxMonths),
    first: figureOf(locapassFigures.firstRepaymentAfterMonths),
    deadline: figureOf(locapassFigures.requestDeadlineMonthsAfterEntry),
    age: figureOf(locapassFigures.maxAgeExclusive),
    // a year is no amount: nothing parts its thousands
    closedYear: (on) => {
      const closed = inForce(locapassGarantieFigures.closedIn, on);
      return closed && saidPlain(String(closed.value));
    },
  },
  "mobili-jeune": {
    most: figureOf(mobiliJeuneFigures.maxMonthly),
    years: figureOf(mobiliJeuneFigures.maxTrainingYears),
    age: figureOf(mobiliJeuneFigures.maxAgeExclusive),
    before: figureOf(mobiliJeuneFigures.windowBeforeStartMonths),
    after: figureOf(mobiliJeuneFigures.windowAfterStartMonths),
  },
};
