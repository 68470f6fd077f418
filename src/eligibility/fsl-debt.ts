import type { LocalDate } from "../base/time.ts";
import { doubtful, type Line, no, pass, type Reason, unknown, unsure } from "./assessment.ts";
import { inForce } from "./bareme.ts";
import type { DocumentCode } from "./codes.ts";
import { fsl92Figures } from "./figures-fsl.ts";
import { amountUnpublished62 } from "./fsl-62.ts";
import { conditions92 } from "./fsl-92.ts";
import type { Fund } from "./fsl-fund.ts";
import { documentsWithoutHome } from "./fsl-lni.ts";
import type { LocalFigures } from "./local-figures.ts";
import type { Situation } from "./situation.ts";
import { supportDepartement } from "./support-departement.ts";

const law = "service-public F1334; loi of 31 May 1990 art. 6";

/** A debt of the dwelling one lives in: by the rules of the 62, or by the conditions known of the 92. */
export function debtLines(
  situation: Situation,
  on: LocalDate,
  local: LocalFigures,
  lines62: readonly Line[],
): readonly Line[] {
  const fund = debtFund(situation);
  if (fund === "62") return [asMainHome(situation), ...lines62, adult(situation)];
  if (fund === "92")
    return [
      asMainHome(situation),
      ...conditions92(situation, on, local, ["asll"]),
      adult(situation),
    ];
  if (fund === undefined) return [doubtful(law, "departement")];
  return [unsure({ code: "departementNotCovered", source: law, toConfirm: true })];
}

/** Said with every probable yes about a debt. */
export function debtAdvice(situation: Situation, on: LocalDate): readonly Reason[] {
  const delay = inForce(fsl92Figures.decisionDelayMonths, on);
  if (debtFund(situation) === "92")
    return delay
      ? [{ code: "fslOnlineForm", values: { months: delay.value }, source: delay.source }]
      : [];
  return [{ code: "fslDebtWithWorker", source: law }, amountUnpublished62];
}

/** The papers usually asked for about a debt. */
export function debtDocuments(situation: Situation): readonly DocumentCode[] {
  return [...documentsWithoutHome(situation), "debtStatement", "paymentPlan"];
}

/** The fund that looks at a debt: as said, else where the person lives, else that of the dwelling. */
function debtFund(situation: Situation): Fund | "another" | undefined {
  // the dwelling in view may be a new one; the debt is that of where one lives
  const { home, ...others } = situation;
  const lived = situation.currentDepartement === undefined ? { ...others, home } : others;
  const departement = supportDepartement(lived);
  if (departement === undefined || departement === "62" || departement === "92") return departement;
  return "another";
}

function asMainHome({ mainHome }: Situation): Line {
  if (mainHome === null) return unknown(law, "mainHome");
  return mainHome === false ? no({ code: "mainHomeOnly", source: law }) : pass();
}

function adult({ age }: Situation): Line {
  if (age === null) return doubtful(law, "age");
  return age === undefined || age >= 18
    ? pass()
    : unsure({ code: "minor", values: { age }, source: law }, { doors: ["119", "ase"] });
}
