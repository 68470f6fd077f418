import type { LocalDate } from "../base/time.ts";
import type { Assessment, Line, Reason, Scheme } from "./assessment.ts";
import type { DocumentCode } from "./codes.ts";
import { decide } from "./decide.ts";
import { fsl62Figures, fsl92Figures } from "./figures-fsl.ts";
import { advice62, amountUnpublished62, linesWithHome62 } from "./fsl-62.ts";
import { lines92 } from "./fsl-92.ts";
import { fundOf, homeWithin, noKnownFund } from "./fsl-fund.ts";
import { documentsWithoutHome, linesWithoutHome } from "./fsl-lni.ts";
import type { LocalFigures } from "./local-figures.ts";
import type { Situation } from "./situation.ts";

/** The FSL to enter a dwelling: deposit, first rent, furniture, by the rules of the département of the new home. */
export const fslAcces: Scheme = {
  assess: assessFslAcces,
  requiredFacts: [
    "age",
    "status",
    "monthlyResources",
    "currentHousing",
    "familyBreakup",
    "homeFound",
    "home.parc",
    "home.commune",
    "home.rentWithCharges",
    "commune",
    "movedIn",
    "previousFslAccess",
  ],
  figures: { ...fsl62Figures, ...fsl92Figures },
};

/** Would the fund of the département help this person to enter this dwelling? Each département has its rules. */
function assessFslAcces(situation: Situation, on: LocalDate, local: LocalFigures): Assessment {
  return decide({
    scheme: "fsl_acces",
    on,
    lines: linesOf(situation, on, local),
    advice: adviceOf(situation),
    documents: documentsForFsl(situation),
  });
}

function linesOf(situation: Situation, on: LocalDate, local: LocalFigures): readonly Line[] {
  const fund = fundOf(situation);
  if (fund === "92") return lines92(situation, on, local);
  if (fund !== "62") {
    // a dwelling known to be elsewhere is refused here and shown the fund of its own département
    const unasked = situation.departement === undefined;
    return unasked ? [homeWithin(situation), noKnownFund(fund)] : [noKnownFund(fund)];
  }
  const lines = situation.home === null ? linesWithoutHome : linesWithHome62;
  return lines(situation, on, local);
}

function adviceOf(situation: Situation): readonly Reason[] {
  if (fundOf(situation) !== "62") return [];
  return situation.home === null ? [amountUnpublished62] : advice62(situation);
}

function documentsForFsl(situation: Situation): readonly DocumentCode[] {
  const usual = documentsWithoutHome(situation);
  return situation.home === null ? usual : [...usual, "leaseDraft", "furnitureQuote"];
}
