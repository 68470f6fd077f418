import type { DocumentCode } from "./codes.ts";
import type { Situation } from "./situation.ts";

/** The paper that says who one is: a residence document for people from outside Europe, else an identity document. */
export function identityPaper(situation: Situation): DocumentCode {
  return situation.nationality === "hors_ue" ? "residencePermit" : "identity";
}

/** The paper that proves what one does, where it has one of its own. */
export function occupationPapers({ status }: Situation): readonly DocumentCode[] {
  switch (status) {
    case "etudiant":
      return ["studentCard"];
    case "alternant":
      return ["workStudyContract"];
    case "salarie_prive":
    case "salarie_agricole":
    case "interim":
    case "contractuel_public":
    case "fonctionnaire_titulaire":
      return ["workContractOrPaySlips"];
    case "cej":
      return ["missionLocaleCertificate"];
    default:
      return [];
  }
}

/** The paper that proves what one does, and proof of the last month's income for those who do not study (SP-F33453). */
export function situationPapers(situation: Situation): readonly DocumentCode[] {
  const papers = occupationPapers(situation);
  return situation.status === "etudiant" ? papers : [...papers, "incomeLastMonth"];
}
