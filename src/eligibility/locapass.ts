import { addDays, type LocalDate, monthsBetween } from "../base/time.ts";
import {
  type Assessment,
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
import { inForce } from "./bareme.ts";
import type { DocumentCode } from "./codes.ts";
import { decide } from "./decide.ts";
import { identityPaper, occupationPapers } from "./documents.ts";
import { locapassFigures } from "./figures-locapass.ts";
import { isInFrance } from "./in-france.ts";
import { occupation } from "./locapass-occupation.ts";
import type { Situation } from "./situation.ts";

const sheet = "service-public F18490 (Avance Loca-Pass)";

/** The Avance Loca-Pass of Action Logement: a loan without interest for the deposit. */
export const locapass: Scheme = {
  assess: assessLocapass,
  requiredFacts: [
    "age",
    "status",
    "boursierEtat",
    "contractMonths",
    "monthsWorkedLast6",
    "homeFound",
    "home.parc",
    "home.movedInDaysAgo",
    "fslPaysSameDeposit",
    "overIndebtednessPlan",
  ],
  figures: locapassFigures,
};

/** Could Action Logement lend this person the deposit, on that day? (service-public F18490) */
function assessLocapass(situation: Situation, on: LocalDate): Assessment {
  const amount = amountOf(situation, on);
  return decide({
    scheme: "locapass",
    on,
    lines: [
      itIsALoan(on),
      movedInRecently(situation, on),
      paysForTheHome(situation),
      asMainHomeInFrance(situation),
      depositLeft(situation),
      occupation(situation, on),
      ofAge(situation),
      kindOfHome(situation),
      noOverIndebtedness(situation),
      homeIsFound(situation),
    ],
    advice: advice(on),
    documents: documentsForLocapass(situation),
    ...(amount ? { amount } : {}),
  });
}

function documentsForLocapass(situation: Situation): readonly DocumentCode[] {
  const papers = occupationPapers(situation);
  return [
    identityPaper(situation),
    "leaseDraft",
    ...(papers.length > 0 ? papers : (["proofOfSituation"] as const)),
    "bankDetails",
    "landlordDetails",
  ];
}

function amountOf({ home }: Situation, on: LocalDate): Assessment["amount"] {
  const most = inForce(locapassFigures.advanceMax, on);
  const deposit = home?.deposit;
  if (most === undefined) return undefined;
  return typeof deposit === "number"
    ? { value: Math.min(deposit, most.value), unit: "EUR", basis: "deposit, up to the maximum" }
    : { value: most.value, unit: "EUR", basis: "maximum, never above the deposit" };
}

// said before anything else: who has an unstable income may be better helped by a grant
function itIsALoan(on: LocalDate): Line {
  return byFigure(locapassFigures.advanceMax, on, (most) =>
    pass(because(most, "locapassLoan", { maximum: most.value })),
  );
}

function movedInRecently({ home, movedIn, movedInDaysAgo }: Situation, on: LocalDate): Line {
  if (movedIn === false || home === null) return pass();
  // the answer kept for the FSL only says under or over one month: that of this dwelling comes first
  const days = home?.movedInDaysAgo === undefined ? movedInDaysAgo : home.movedInDaysAgo;
  if (days === undefined && movedIn === undefined) return pass();
  if (typeof days !== "number" || movedIn === null) return unknown(sheet, "home.movedInDaysAgo");
  const entry = addDays(on, -Math.floor(days));
  return byFigure(locapassFigures.requestDeadlineMonthsAfterEntry, on, (deadline) =>
    monthsBetween(entry, addDays(on, -1)) >= deadline.value
      ? no(because(deadline, "locapassTooLate", { months: deadline.value }), "fsl_acces")
      : pass(),
  );
}

function paysForTheHome({ home, tenantStatus }: Situation): Line {
  const housedForFree = home?.parc === "chez_parents" || tenantStatus === "heberge_gratuit";
  if (housedForFree || tenantStatus === "proprietaire")
    return no({ code: "locapassNoLease", source: sheet });
  return tenantStatus === null ? unknown(sheet, "tenantStatus") : pass();
}

function asMainHomeInFrance(situation: Situation): Line {
  const inside = isInFrance(situation);
  if (situation.mainHome === false) return no({ code: "mainHomeOnly", source: sheet });
  if (inside === false) return no({ code: "homeOutsideFrance", source: sheet });
  const missing = [
    ...(situation.mainHome === null ? ["mainHome"] : []),
    ...(inside === undefined ? ["country"] : []),
  ];
  return missing.length > 0 ? unknown(sheet, ...missing) : pass();
}

function depositLeft({ home, fslPaysSameDeposit }: Situation): Line {
  if (fslPaysSameDeposit === true)
    return no({ code: "locapassFslPays", source: sheet }, "fsl_acces");
  if (home?.deposit === 0) return no({ code: "locapassNoDeposit", source: sheet });
  const missing = [
    ...(fslPaysSameDeposit === null ? ["fslPaysSameDeposit"] : []),
    ...(home?.deposit === null ? ["home.deposit"] : []),
  ];
  return missing.length > 0 ? unknown(sheet, ...missing) : pass();
}

// the sheet says nothing of minors; whoever signs a loan is looked at together
function ofAge({ age, emancipated }: Situation): Line {
  if (typeof age !== "number") return age === null ? doubtful(sheet, "age") : pass();
  if (age >= 18 || emancipated === true) return pass();
  return unsure({ code: "locapassMinor", source: `${sheet} says nothing of minors` });
}

// a lease, or the agreement of a foyer or a résidence sociale: a boarding school is not named
function kindOfHome({ home }: Situation): Line {
  if (home?.parc === null) return doubtful(sheet, "home.parc");
  return home?.parc === "internat"
    ? unsure({ code: "locapassParcToCheck", source: sheet, toConfirm: true })
    : pass();
}

function noOverIndebtedness({ overIndebtednessPlan: plan }: Situation): Line {
  const source = "adele.org page on Loca-Pass; not in service-public F18490";
  if (plan === null) return doubtful(source, "overIndebtednessPlan");
  return plan === true
    ? unsure(
        { code: "locapassOverIndebtedness", source, toConfirm: true },
        { doors: ["fsl_acces"] },
      )
    : pass();
}

function homeIsFound({ home }: Situation): Line {
  if (home !== null) return pass();
  return unsure({ code: "locapassNoHomeYet", source: sheet }, { missing: ["home.deposit"] });
}

function advice(on: LocalDate): readonly Reason[] {
  const months = inForce(locapassFigures.repaymentMaxMonths, on);
  const first = inForce(locapassFigures.firstRepaymentAfterMonths, on);
  const least = inForce(locapassFigures.minMonthlyRepayment, on);
  const repaid =
    months && first && least
      ? [
          because(months, "locapassRepayment", {
            months: months.value,
            first: first.value,
            least: least.value,
          }),
        ]
      : [];
  return [...repaid, { code: "locapassNoEarlierDebt", source: sheet }];
}
