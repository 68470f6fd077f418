import type { Bareme } from "../eligibility/bareme.ts";
import { fsl62Figures } from "../eligibility/figures-fsl.ts";
import { subjectsTenancyFigures as own } from "../eligibility/figures-subjects-tenancy.ts";
import { figureOf, type SubjectFigure, type SubjectFigures } from "./subject-figure.ts";

/** The figures that the texts of the subjects about a tenancy show, by the name of their place. */
export const subjectFiguresTenancy: SubjectFigures = {
  caution: {
    months: figureOf(own.depositMonths),
    sameMonths: figureOf(own.depositMonthsWhenSame),
    percent: percentOf(own.depositDelayShare),
    mostRents: figureOf(own.depositMostRents),
  },
  preavis: {
    furnishedMonths: figureOf(own.noticeMonthsFurnished),
    emptyMonths: figureOf(own.noticeMonthsEmpty),
    shortMonths: figureOf(own.noticeMonthsShort),
  },
  "etat-des-lieux": { inventoryDays: figureOf(own.inventoryDays) },
  "dettes-energie": {
    firstDay: figureOf(own.energyFirstDay),
    lastDay: figureOf(own.energyLastDay),
    share: percentOf(fsl62Figures.eetHouseholdShare),
  },
  expulsion: {
    payWeeks: figureOf(own.payOrderWeeks),
    judgeYears: figureOf(own.judgeYears),
    leaveMonths: figureOf(own.leaveMonths),
    firstDay: figureOf(own.winterFirstDay),
    lastDay: figureOf(own.winterLastDay),
  },
};

/** A part of one, as the percentage that a text shows. */
function percentOf(figures: readonly Bareme<number>[]): SubjectFigure {
  const part = figureOf(figures);
  return (on) => {
    const value = part(on);
    return typeof value === "number" ? Math.round(value * 100) : value;
  };
}
