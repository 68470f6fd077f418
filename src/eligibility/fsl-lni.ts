import type { LocalDate } from "../base/time.ts";
import {
  because,
  byFigure,
  doubtful,
  type Line,
  no,
  pass,
  type Scheme,
  unknown,
  unsure,
} from "./assessment.ts";
import { inForce } from "./bareme.ts";
import { decide } from "./decide.ts";
import { identityPaper } from "./documents.ts";
import { fsl62Figures } from "./figures-fsl.ts";
import { amountUnpublished62, noRecentAccessAid } from "./fsl-62.ts";
import { comesOfAge, fundOf, noKnownFund } from "./fsl-fund.ts";
import type { LocalFigures } from "./local-figures.ts";
import type { Situation } from "./situation.ts";

const notFound = "pasdecalais.fr RDAS, FSL logement non identifié";
const priorityHousing = ["sans_logement", "heberge_tiers", "alt", "ressortant_alt", "expulsion"];

/** The agreement in principle of the FSL before a dwelling is found (logement non identifié). */
export const fslLni: Scheme = {
  assess: (situation, on, local) =>
    decide({
      scheme: "fsl_lni",
      on,
      lines: linesWithoutHome(situation, on, local),
      advice: [amountUnpublished62],
      documents: documentsWithoutHome(situation),
    }),
  requiredFacts: ["age", "status", "currentHousing", "homeFound", "commune", "previousFslAccess"],
  figures: fsl62Figures,
};

/**
 * The FSL of the Pas-de-Calais while the dwelling is being looked for, line by line:
 * for people in a situation of priority, students excluded (RDAS, logement non identifié).
 */
export function linesWithoutHome(
  situation: Situation,
  on: LocalDate,
  local: LocalFigures,
): readonly Line[] {
  return [
    fundGivesIt(situation),
    noHomeFound(situation),
    comesOfAge(situation),
    noStudent(situation),
    priority(situation, on),
    noRecentAccessAid(situation, on, local),
  ];
}

/** The papers usually asked for before a dwelling is found; the tax notice is the one most often missing. */
export function documentsWithoutHome(situation: Situation) {
  return [
    identityPaper(situation),
    "incomeLast3Months",
    "taxNotice",
    "cafCertificate",
    "bankDetails",
  ] as const;
}

function fundGivesIt(situation: Situation): Line {
  const fund = fundOf(situation);
  if (fund === "62") return pass();
  if (fund !== "92") return noKnownFund(fund);
  return unsure(
    { code: "lniUnknownHere", source: notFound, toConfirm: true },
    { doors: ["visale"] },
  );
}

function noHomeFound({ home }: Situation): Line {
  if (home === null || home === undefined) return pass();
  // a dwelling of which nothing is known may be none
  if (Object.values(home).every((known) => known === null || known === undefined))
    return doubtful(notFound, "home");
  return no({ code: "lniHomeFound", source: notFound }, "fsl_acces");
}

function noStudent({ status }: Situation): Line {
  if (status === null || status === undefined) return unknown(notFound, "status");
  return status === "etudiant"
    ? no({ code: "lniStudent", source: notFound }, "visale", "locapass", "fjt")
    : pass();
}

function priority(situation: Situation, on: LocalDate): Line {
  const { currentHousing, dwellingUnfit, overcrowded, violence } = situation;
  const { waitingMonths, shelterMonths } = situation;
  const wait = inForce(fsl62Figures.longWaitPriorityYears, on);
  const waited = wait !== undefined && (waitingMonths ?? 0) > wait.value * 12;
  const housed = currentHousing && priorityHousing.includes(currentHousing);
  const known = dwellingUnfit || overcrowded || violence || (shelterMonths ?? 0) > 0;
  if (housed || known) return pass({ code: "lniPriority", source: notFound });
  if (waited)
    return byFigure(fsl62Figures.longWaitPriorityYears, on, (figure) =>
      pass(because(figure, "lniPriority", { waitingMonths: waitingMonths ?? 0 })),
    );
  if (currentHousing === null || currentHousing === undefined)
    return doubtful(notFound, "currentHousing");
  return unsure({ code: "lniPriorityToCheck", source: notFound, toConfirm: true });
}
