import type { LocalDate } from "../base/time.ts";
import {
  because,
  byFigure,
  doubtful,
  type Line,
  no,
  pass,
  type Reason,
  type Scheme,
  unknown,
  unsure,
} from "./assessment.ts";
import { decide } from "./decide.ts";
import { fsl62Figures, fsl92Figures } from "./figures-fsl.ts";
import { debtAdvice, debtDocuments, debtLines } from "./fsl-debt.ts";
import { figuresHere, type LocalFigures } from "./local-figures.ts";
import type { Situation } from "./situation.ts";

const association = "rl-action-sociale.fr, FSL page; document: projet de service 2024-2029";
const elsewhere = ["sans_logement", "heberge_tiers", "parents", "alt", "ressortant_alt"];
const sosLoyers: Reason = {
  code: "fslSosLoyers",
  values: { number: "0 805 16 00 75" },
  source: "directory of public numbers: SOS Loyers impayés (ANIL, nearest ADIL)",
};

/** The FSL to stay in a dwelling: a debt of rent, by the rules of the département one lives in. */
export const fslMaintien: Scheme = {
  assess: (situation, on, local) =>
    decide({
      scheme: "fsl_maintien",
      on,
      lines: [
        rentDebt(situation),
        ...debtLines(situation, on, local, lines62(situation, on, local)),
      ],
      advice: [sosLoyers, ...debtAdvice(situation, on)],
      documents: [...debtDocuments(situation), "lease"],
    }),
  requiredFacts: [
    "rentArrearsMonths",
    "rentPaymentResumed",
    "paymentPlanNegotiated",
    "previousMaintienSameDwelling",
    "currentHousing",
    "mainHome",
    "commune",
  ],
  figures: { ...fsl62Figures, ...fsl92Figures },
};

// whoever asks has a debt, unless they say that they have none
function rentDebt({ rentArrearsMonths: months }: Situation): Line {
  if (months === null) return unknown(association, "rentArrearsMonths");
  return months === 0
    ? no({ code: "fslNoRentDebt", source: association }, "fsl_eet", "asll")
    : pass();
}

/** Once per dwelling, when the rent is paid again and a plan is made with the landlord. */
function lines62(situation: Situation, on: LocalDate, local: LocalFigures): readonly Line[] {
  return [
    stillTenant(situation),
    rentResumed(situation),
    planTried(situation),
    firstTime(situation, on, local),
  ];
}

function stillTenant({ currentHousing, tenantStatus }: Situation): Line {
  if (tenantStatus === "proprietaire")
    return unsure({ code: "fslOwnerToCheck", source: association });
  if (tenantStatus === null) return doubtful(association, "tenantStatus");
  if (currentHousing === null) return doubtful(association, "currentHousing");
  return currentHousing && elsewhere.includes(currentHousing)
    ? unsure({ code: "fslFormerHome", source: association, toConfirm: true })
    : pass();
}

function rentResumed({ rentPaymentResumed: resumed }: Situation): Line {
  if (resumed === null) return doubtful(association, "rentPaymentResumed");
  return resumed === false
    ? unsure(
        { code: "fslRentToResume", source: association, toConfirm: true },
        { leaning: "not", doors: ["asll", "sos_loyers"] },
      )
    : pass();
}

function planTried({ paymentPlanNegotiated: plan }: Situation): Line {
  if (plan === null) return doubtful(association, "paymentPlanNegotiated");
  return plan === false
    ? unsure(
        { code: "fslLandlordPlan", source: association, toConfirm: true },
        { leaning: "not", doors: ["sos_loyers"] },
      )
    : pass();
}

// the page that gives the frequency is old: a worker looks at a second time
function firstTime(
  { previousMaintienSameDwelling: before }: Situation,
  on: LocalDate,
  local: LocalFigures,
): Line {
  if (before === null) return doubtful(association, "previousMaintienSameDwelling");
  const { maintienAidsPerDwelling: published } = fsl62Figures;
  return byFigure(figuresHere(local, "fsl62MaintienPerDwelling", on, published), on, (most) => {
    if (!before) return pass({ code: "maintienFits", source: association });
    const second = because(most, "maintienSecondTime", { most: most.value });
    // once confirmed, one aid a dwelling is a refusal; how many there were is asked of nobody
    return most.confidence === "certain" && most.value <= 1
      ? no(second, "sos_loyers")
      : unsure(second, { doors: ["sos_loyers"] });
  });
}
