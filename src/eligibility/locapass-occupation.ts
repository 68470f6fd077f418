import type { LocalDate } from "../base/time.ts";
import {
  because,
  byFigure,
  doubtful,
  type Line,
  no,
  pass,
  type Reason,
  unknown,
  unsure,
} from "./assessment.ts";
import { locapassFigures } from "./figures-locapass.ts";
import type { Situation } from "./situation.ts";

const sheet = "service-public F18490 (Avance Loca-Pass)";
const open: Reason = { code: "locapassOccupationFits", source: sheet };
const toCheck: Reason = { code: "locapassOccupationToCheck", source: sheet, toConfirm: true };
const closed: Reason = { code: "locapassOccupationClosed", source: sheet };

/**
 * Is the loan open to what this person does? To private employees of any age, to students with a grant or
 * some work, and under 30 to work-study, job seekers and those in a job that is not permanent.
 */
export function occupation(situation: Situation, on: LocalDate): Line {
  const { status, alternant, contract } = situation;
  // an answer of which one knows that it could be another one
  if (alternant === null && status !== "alternant") return doubtful(sheet, "alternant");
  if (alternant === true) return workStudy(situation, on);
  switch (status) {
    case undefined:
    case null:
      return doubtful(sheet, "status");
    case "salarie_prive":
    // the employer of an agency worker is the agency, a private company
    case "interim":
      return pass(open);
    case "etudiant":
      return student(situation, on);
    case "alternant":
      return workStudy(situation, on);
    case "demandeur_emploi":
    case "cej":
      return underAge(situation, on, pass(open));
    case "contractuel_public":
      if (contract === null) return doubtful(sheet, "contract");
      return underAge(situation, on, contract === "cdi" ? unsure(toCheck) : pass(open));
    case "rsa":
    case "sans_activite":
      return underAge(situation, on, unsure({ ...toCheck, code: "locapassLookingForWork" }));
    case "salarie_agricole":
      return no({ code: "locapassFarm", source: sheet }, "fsl_acces");
    case "fonctionnaire_titulaire":
      return no(closed, "fsl_acces");
  }
}

// what is open to the under 30 alone: the same answer, or none, whatever the age
function underAge({ age }: Situation, on: LocalDate, under: Line): Line {
  return byFigure(locapassFigures.maxAgeExclusive, on, (limit) => {
    if (age === null || age === undefined)
      return under.answer === "pass" ? unknown(sheet, "age") : doubtful(sheet, "age");
    if (age < limit.value) return under;
    return no(because(limit, "locapassTooOld", { age, limit: limit.value }), "fsl_acces");
  });
}

/** In work-study one is also an employee: from 30, of a private company only. */
function workStudy(situation: Situation, on: LocalDate): Line {
  const { employer, age } = situation;
  if (employer === null) return doubtful(sheet, "employer");
  if (employer === "prive_non_agricole") return pass(open);
  // under 30 it is open to work-study, and closed to farm employees: the sheet does not say which comes first
  if (employer === "agricole") return underAge(situation, on, unsure(toCheck));
  if (employer === "public") return underAge(situation, on, pass(open));
  if (typeof age !== "number") return doubtful(sheet, "age");
  return byFigure(locapassFigures.maxAgeExclusive, on, (limit) =>
    age < limit.value ? pass(open) : doubtful(sheet, "employer"),
  );
}

/** A grant of the State, or three months of work: in progress, or among the last six. */
function student({ boursierEtat, contract, ...work }: Situation, on: LocalDate): Line {
  if (boursierEtat === true) return pass(open);
  return byFigure(locapassFigures.studentContractMinMonths, on, (least) =>
    byFigure(locapassFigures.studentContractLookbackMonths, on, (lookback) => {
      const { contractMonths, monthsWorkedLast6: worked } = work;
      const months = { months: least.value, lookback: lookback.value };
      if (Math.max(contractMonths ?? 0, worked ?? 0) >= least.value)
        return pass(because(least, "locapassStudentWorks", months));
      // no contract at all has no length: the vocabulary writes it null, like one that is not told
      const hasContract = contract !== null && contract !== undefined;
      const missing = [
        ...(boursierEtat === false ? [] : ["boursierEtat"]),
        ...(worked === null || worked === undefined ? ["monthsWorkedLast6"] : []),
        ...(contractMonths === null || (contractMonths === undefined && hasContract)
          ? ["contractMonths"]
          : []),
      ];
      if (missing.length > 0) return unknown(sheet, ...missing);
      return no(because(least, "locapassStudentAlone", months), "visale", "fsl_acces");
    }),
  );
}
