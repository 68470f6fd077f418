import { inForce } from "../eligibility/bareme.ts";
import { aslJeunesAseFigures, tremplinsDuoFigures } from "../eligibility/figures-ase.ts";
import { contingentFigures, daloFigures } from "../eligibility/figures-dalo.ts";
import { fajFigures } from "../eligibility/figures-faj.ts";
import { subjectsRightsFigures as own } from "../eligibility/figures-subjects-rights.ts";
import { figureOf, type SubjectFigures } from "./subject-figure.ts";

/** The subjects of rights, of shelter and of those who leave care: the figures that their texts show. */
export const subjectFiguresRights: SubjectFigures = {
  dalo: {
    commissionMonths: figureOf(daloFigures.commissionDelayMonths),
    contestMonths: figureOf(daloFigures.contestRefusalMonths),
    prefectLeast: (on) => inForce(daloFigures.prefectDelayMonths, on)?.value.least,
    prefectMost: (on) => inForce(daloFigures.prefectDelayMonths, on)?.value.most,
    shelterCommissionWeeks: figureOf(own.dahoCommissionWeeks),
    shelterPrefectWeeks: figureOf(daloFigures.dahoDelayWeeks),
  },
  contingent: { mostReserved: figureOf(contingentFigures.mostReservedPercent) },
  domiciliation: {
    decisionMonths: figureOf(own.domiciliationDecisionMonths),
    lengthMonths: figureOf(own.domiciliationLengthMonths),
    contactMonths: figureOf(own.domiciliationContactMonths),
  },
  ase: {
    youngAdultAge: figureOf(own.careAgainBefore),
    priorityYears: figureOf(contingentFigures.careLeaverYears),
    aslMinAge: figureOf(aslJeunesAseFigures.minAge),
    aslMaxAge: figureOf(aslJeunesAseFigures.maxAge),
    aslMonths: figureOf(aslJeunesAseFigures.maxDurationMonths),
    afaseAge: figureOf(own.afaseBefore),
  },
  tremplins: {
    minAge: figureOf(tremplinsDuoFigures.minAge),
    maxAge: figureOf(tremplinsDuoFigures.maxAge),
    places: figureOf(tremplinsDuoFigures.places),
  },
  faj: { minAge: figureOf(fajFigures.minAge), maxAge: figureOf(fajFigures.maxAge) },
  "coup-de-pouce": {
    cejMinAge: figureOf(own.cejMinAge),
    cejMaxAge: figureOf(own.cejMaxAge),
    cejMaxAgeDisabled: figureOf(own.cejMaxAgeDisabled),
    cejMost: figureOf(own.cejMost),
    apprenticeMost: figureOf(own.apprenticeMost),
    boardingAid: figureOf(own.boardingAid),
  },
};
