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
import { decide } from "./decide.ts";
import { fsl62Figures, fsl92Figures } from "./figures-fsl.ts";
import { debtAdvice, debtDocuments, debtLines } from "./fsl-debt.ts";
import { fitsIn } from "./money.ts";
import type { Situation } from "./situation.ts";

const page = "pasdecalais.fr RDAS, FSL eau-énergie-téléphone";

/** The FSL for a debt of water, energy or telephone, by the rules of the département one lives in. */
export const fslEet: Scheme = {
  assess: (situation, on, local) =>
    decide({
      scheme: "fsl_eet",
      on,
      lines: [someDebt(situation), ...debtLines(situation, on, local, lines62(situation, on))],
      advice: [{ code: "eetKeepPaying", source: page }, ...debtAdvice(situation, on)],
      documents: debtDocuments(situation),
    }),
  requiredFacts: [
    "mainHome",
    "energyContractActive",
    "energyDebt",
    "paymentPlanNegotiated",
    "canPayShare",
    "commune",
  ],
  figures: { ...fsl62Figures, ...fsl92Figures },
};

// whoever asks has a debt, unless they say that they have none
function someDebt({ energyDebt: debt }: Situation): Line {
  if (debt === null) return unknown(page, "energyDebt");
  return debt === 0 ? no({ code: "eetNoDebt", source: page }, "fsl_maintien", "asll") : pass();
}

/** A contract still open, a plan tried with the supplier first, and a part of the debt paid oneself. */
function lines62(situation: Situation, on: LocalDate): readonly Line[] {
  return [contractOpen(situation), planTried(situation), ownShare(situation, on)];
}

function contractOpen({ energyContractActive: open }: Situation): Line {
  if (open === null) return unknown(page, "energyContractActive");
  return open === false ? no({ code: "eetContractEnded", source: page }, "asll", "faj") : pass();
}

function planTried({ paymentPlanNegotiated: plan }: Situation): Line {
  if (plan === null) return doubtful(page, "paymentPlanNegotiated");
  return plan === false
    ? unsure({ code: "eetPlanFirst", source: page, toConfirm: true }, { leaning: "not" })
    : pass();
}

function ownShare({ canPayShare: paid }: Situation, on: LocalDate): Line {
  if (paid === null) return doubtful(page, "canPayShare");
  return byFigure(fsl62Figures.eetHouseholdShare, on, (share) => {
    const values = { percent: Math.round(share.value * 100) };
    return paid === undefined || fitsIn(share.value, paid)
      ? pass(because(share, "eetFits", values))
      : unsure(because(share, "eetShareTooLow", values), { leaning: "not", doors: ["asll"] });
  });
}
