import type { LocalDate } from "../base/time.ts";
import {
  type Assessment,
  because,
  byFigure,
  type Line,
  no,
  pass,
  type Reason,
  type Scheme,
  unknown,
} from "./assessment.ts";
import { inForce } from "./bareme.ts";
import { decide } from "./decide.ts";
import { mobiliJeuneFigures } from "./figures-mobili-jeune.ts";
import { grossPay, requestWindow, workStudyContract } from "./mobili-jeune-contract.ts";
import { homeIsFound, nearer, rentLeft, tenancy } from "./mobili-jeune-home.ts";
import type { Situation } from "./situation.ts";

const sheet = "service-public F33173 (Mobili-Jeune)";

/** Mobili-Jeune of Action Logement: a part of the rent of those in work-study. */
export const mobiliJeune: Scheme = {
  assess: assessMobiliJeune,
  requiredFacts: [
    "age",
    "status",
    "employer",
    "grossSalary",
    "contractStartedMonthsAgo",
    "distanceKm",
    "travelMinutes",
    "twoHomes",
    "homeFound",
    "home.parc",
    "home.rentAfterApl",
  ],
  figures: mobiliJeuneFigures,
};

/** Could Action Logement pay a part of this rent, on that day? (service-public F33173) */
function assessMobiliJeune(situation: Situation, on: LocalDate): Assessment {
  const amount = amountOf(situation, on);
  return decide({
    scheme: "mobili_jeune",
    on,
    lines: [
      workStudyContract(situation),
      young(situation, on),
      privateEmployer(situation, on),
      tenancy(situation),
      rentPaid(situation, on),
      nearer(situation, on),
      requestWindow(situation, on),
      grossPay(situation, on),
      homeIsFound(situation),
    ],
    advice: advice(on),
    documents: [
      "workStudyContract",
      "paySlips",
      "lease",
      "rentReceipt",
      "cafDecision",
      "bankDetails",
    ],
    ...(amount ? { amount } : {}),
  });
}

function amountOf(situation: Situation, on: LocalDate): Assessment["amount"] {
  const most = inForce(mobiliJeuneFigures.maxMonthly, on);
  const left = rentLeft(situation);
  if (most === undefined || left === undefined) return undefined;
  return {
    value: Math.min(left, most.value),
    unit: "EUR/month",
    basis: "rent left after APL, up to the maximum",
  };
}

// minors are included
function young({ age }: Situation, on: LocalDate): Line {
  if (age === null || age === undefined) return unknown(sheet, "age");
  return byFigure(mobiliJeuneFigures.maxAgeExclusive, on, (limit) =>
    age < limit.value
      ? pass(because(limit, "mobiliAgeFits", { age, limit: limit.value }))
      : no(because(limit, "mobiliTooOld", { age, limit: limit.value }), "apl"),
  );
}

function privateEmployer({ employer }: Situation, on: LocalDate): Line {
  if (employer === null) return unknown(sheet, "employer");
  if (employer === "public") return no({ code: "mobiliPublicEmployer", source: sheet }, "apl");
  if (employer !== "agricole") return pass();
  return byFigure(mobiliJeuneFigures.maxMonthlyAgricultural, on, (most) =>
    no(because(most, "mobiliFarm", { maximum: most.value }), "apl"),
  );
}

function rentPaid(situation: Situation, on: LocalDate): Line {
  const left = rentLeft(situation);
  if (situation.home === null) return pass();
  if (left === undefined) return unknown(sheet, "home.rentAfterApl");
  return byFigure(mobiliJeuneFigures.minRemainingRent, on, (least) =>
    left < least.value
      ? no(because(least, "mobiliRentTooLow", { left, least: least.value }))
      : pass(because(least, "mobiliRentLeft", { left })),
  );
}

function advice(on: LocalDate): readonly Reason[] {
  const year = inForce(mobiliJeuneFigures.maxPerTrainingYear, on);
  const years = inForce(mobiliJeuneFigures.maxTrainingYears, on);
  const most =
    year && years ? [because(year, "mobiliMost", { maximum: year.value, years: years.value })] : [];
  return [
    { code: "mobiliNearer", source: sheet },
    ...most,
    { code: "mobiliBudget", source: sheet },
    {
      code: "mobiliEmployerLevy",
      source: "openfisca-france mobili_jeune tests; not in service-public F33173",
      toConfirm: true,
    },
  ];
}
