import type { LocalDate } from "../base/time.ts";
import { because, doubtful, type Line, pass, unsure } from "./assessment.ts";
import { inForce } from "./bareme.ts";
import { aplFigures } from "./figures-apl.ts";
import { residenceDocument } from "./legal-stay.ts";
import type { Situation } from "./situation.ts";

const sources = "no condition of stay in the sources read on APL";

/**
 * Since 1 July 2026 students from outside Europe need a scholarship (loi de finances pour 2026). The decree was not
 * read: every case is confirmed by a worker.
 */
export function scholarship(situation: Situation, on: LocalDate): Line {
  const { nationality, status, boursierEtat } = situation;
  const rule = inForce(aplFigures.foreignStudentsNeedScholarship, on);
  if (rule === undefined || nationality === "fr" || nationality === "ue") return pass();
  if (nationality === undefined || boursierEtat === true) return pass();
  if (status !== undefined && status !== null && status !== "etudiant") return pass();
  const missing = [
    ...(nationality === null ? ["nationality"] : []),
    ...(status === "etudiant" ? [] : ["status"]),
    ...(boursierEtat === false ? [] : ["boursierEtat"]),
  ];
  return missing.length > 0
    ? doubtful(rule.source, ...missing)
    : unsure(because(rule, "aplStudentNoScholarship", { year: rule.from.slice(0, 4) }), {
        leaning: "not",
      });
}

/** The sources name no residence document: a worker looks at those that may not be enough. */
export function stay(situation: Situation): Line {
  if (situation.regularStay === null) return doubtful(sources, "regularStay");
  return situation.regularStay === false
    ? unsure({ code: "permitToCheck", source: sources, toConfirm: true })
    : residenceDocument(situation, sources);
}
