import { saidPlain } from "../base/said.ts";
import { inForce } from "../eligibility/bareme.ts";
import { aplFigures } from "../eligibility/figures-apl.ts";
import { fjtFigures } from "../eligibility/figures-fjt.ts";
import { logementSocialFigures } from "../eligibility/figures-logement-social.ts";
import { subjectsSearchFigures } from "../eligibility/figures-subjects-search.ts";
import { visaleFigures } from "../eligibility/figures-visale.ts";
import { figureOf, type SubjectFigures } from "./subject-figure.ts";

/** The subjects of who looks for a home: the figures that their texts show. */
export const subjectFiguresSearch: SubjectFigures = {
  "foyer-jeunes": {
    minAge: figureOf(fjtFigures.minAge),
    maxAge: figureOf(fjtFigures.maxAge),
    lastAge: figureOf(fjtFigures.maxAgeSomeFoyers),
    stayMonths: figureOf(fjtFigures.maxStayMonths),
  },
  colocation: {
    solidarityMonths: figureOf(subjectsSearchFigures.flatSharingSolidarityMonths),
    visaleTogether: figureOf(visaleFigures.maxCotenantsOnOneVisa),
  },
  "logement-social": {
    numberMonths: figureOf(logementSocialFigures.uniqueNumberDelayMonths),
    renewalMonths: figureOf(logementSocialFigures.renewalMonths),
  },
  apl: {
    scholarshipYear: (on) => {
      const rule = inForce(aplFigures.foreignStudentsNeedScholarship, on);
      // a year is no amount: it is said without the space of the thousands
      return rule === undefined ? undefined : saidPlain(rule.from.slice(0, 4));
    },
  },
  "couples-familles": { coupleAges: figureOf(logementSocialFigures.youngCoupleMaxSumOfAges) },
};
