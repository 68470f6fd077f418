import { addDays, type LocalDate, monthsBetween } from "../base/time.ts";
import {
  because,
  byFigure,
  doubtful,
  type Line,
  no,
  pass,
  type Reason,
  unsure,
} from "./assessment.ts";
import { inForce } from "./bareme.ts";
import { fsl62Figures } from "./figures-fsl.ts";
import { comesOfAge, homeWithin } from "./fsl-fund.ts";
import { figuresHere, type LocalFigures } from "./local-figures.ts";
import { fitsIn } from "./money.ts";
import { housingBenefitOf, rentOf, type Situation } from "./situation.ts";

const found = "pasdecalais.fr RDAS, FSL logement identifié";
const association = "rl-action-sociale.fr, FSL page";

/** The FSL of the Pas-de-Calais for a dwelling that is found, line by line (RDAS, logement identifié). */
export function linesWithHome62(
  situation: Situation,
  on: LocalDate,
  local: LocalFigures,
): readonly Line[] {
  return [
    homeWithin(situation),
    comesOfAge(situation),
    movedInRecently(situation, on),
    rentInProportion(situation, on, local),
    under26(situation, on, local),
    noRecentAccessAid(situation, on, local),
  ];
}

/** Said with every probable yes for a dwelling that is found. */
export function advice62({ socialHousingRequest }: Situation): readonly Reason[] {
  const request: Reason = { code: "fslSocialHousingRequest", source: found, toConfirm: true };
  return [
    { code: "fslWithWorkerBeforeMoving", source: found },
    ...(socialHousingRequest === false ? [request] : []),
    amountUnpublished62,
  ];
}

/** The scale and the amounts are published nowhere: the answer stands, the amount is to be confirmed. */
export const amountUnpublished62: Reason = {
  code: "fslAmountUnpublished",
  source: "Règlement intérieur FSL Pas-de-Calais, 2018 (introduction)",
  toConfirm: true,
};

/** No access aid within the interval, else a worker looks at what has changed since. */
export function noRecentAccessAid(situation: Situation, on: LocalDate, local: LocalFigures): Line {
  const years = situation.previousFslAccessYearsAgo;
  if (years === undefined) return pass();
  if (years === null) return doubtful(association, "previousFslAccessYearsAgo");
  const { minIntervalBetweenAccessAids: published } = fsl62Figures;
  const intervals = figuresHere(local, "fsl62AccessIntervalYears", on, published);
  // a sudden loss of income or of the home shortens it: within the interval it stays a worker's matter
  return byFigure(intervals, on, (interval) =>
    years < interval.value
      ? unsure(because(interval, "fslAccessNotLongAgo", { years, interval: interval.value }))
      : pass(),
  );
}

// the page that gives the month is undated: past it, a worker looks today
function movedInRecently(situation: Situation, on: LocalDate): Line {
  const { movedIn, home } = situation;
  if (movedIn === false) return pass();
  // a date that is not known is not replaced by another one
  const days =
    situation.movedInDaysAgo === undefined ? home?.movedInDaysAgo : situation.movedInDaysAgo;
  if (typeof days !== "number") {
    if (movedIn === null) return doubtful(found, "movedIn");
    return movedIn || days === null ? doubtful(found, "movedInDaysAgo") : pass();
  }
  const entry = addDays(on, -Math.floor(days));
  return byFigure(fsl62Figures.requestDeadlineAfterMoveMonths, on, (deadline) =>
    monthsBetween(entry, addDays(on, -1)) >= deadline.value
      ? unsure(because(deadline, "movedInTooLong", { days, months: deadline.value }), {
          leaning: "not",
          doors: ["fsl_maintien", "fsl_eet"],
        })
      : pass(),
  );
}

// no threshold is published: half of the resources after housing benefit only says when to look
function rentInProportion(situation: Situation, on: LocalDate, local: LocalFigures): Line {
  const rent = rentOf(situation.home);
  const { monthlyResources: resources, age } = situation;
  if (rent === undefined) return doubtful(found, "home.rentWithCharges");
  if (resources === null || resources === undefined) return doubtful(found, "monthlyResources");
  return byFigure(fsl62Figures.youthAgeThreshold, on, (threshold) => {
    // under 26 without income, the line of the income says it better
    if (resources === 0 && (age ?? 0) < threshold.value) return pass();
    const { rentShareToLookAt: published } = fsl62Figures;
    return byFigure(figuresHere(local, "fsl62RentShare", on, published), on, (share) => {
      const benefit = housingBenefitOf(situation);
      const left = Math.max(0, rent - (benefit ?? 0));
      const values = { rent, left, resources, limit: share.value * resources };
      const isConfirmed = share.confidence === "certain";
      if (fitsIn(left, share.value * resources))
        return pass(
          isConfirmed
            ? because(share, "rentSuitable", values)
            : { code: "rentSuitable", values, source: found, toConfirm: true },
        );
      if (benefit === undefined) return doubtful(found, "estimatedHousingBenefit");
      return isConfirmed
        ? no(because(share, "rentAboveShare", values), "logement_social")
        : unsure(because(share, "rentOutOfProportion", values), {
            leaning: "not",
            doors: ["logement_social"],
          });
    });
  });
}

function under26(situation: Situation, on: LocalDate, local: LocalFigures): Line {
  const { age, monthlyResources: resources, status } = situation;
  if (age === null || age === undefined) return doubtful(found, "age");
  return byFigure(fsl62Figures.youthAgeThreshold, on, (threshold) => {
    const values = { age, threshold: threshold.value };
    if (age >= threshold.value) return pass();
    // a missing amount was already said by the line of the rent
    const minimum = inForce(figuresHere(local, "fsl62YouthMinimumIncome", on), on);
    if (minimum && typeof resources === "number" && resources < minimum.value) {
      const low = { ...values, resources, minimum: minimum.value };
      return no(because(minimum, "youthIncomeTooLow", low), "faj", "asll");
    }
    if (resources === 0)
      return unsure({ ...because(threshold, "noIncomeUnder26", values), toConfirm: true });
    const onTheirOwn = outOfParentalHome(situation);
    if (onTheirOwn === undefined) return doubtful(found, "familyBreakup");
    if (!onTheirOwn) return unsure(because(threshold, "breakupNotEstablished", values));
    if (status === null || status === undefined) return doubtful(found, "status");
    if (status === "etudiant" || status === "sans_activite")
      return unsure(because(threshold, "insertionPathToCheck", values));
    return pass(because(threshold, "under26Fits", values));
  });
}

// a break-up, isolation, or already out of the home of the parents
function outOfParentalHome(situation: Situation): boolean | undefined {
  const { familyBreakup, currentHousing, movedIn, movedInDaysAgo, careLeaver } = situation;
  const movedOut = movedIn === true || typeof movedInDaysAgo === "number";
  if (familyBreakup === true || careLeaver === true || movedOut) return true;
  if (currentHousing && currentHousing !== "parents") return true;
  const knownAtHome = familyBreakup === false && currentHousing !== null;
  return knownAtHome ? false : undefined;
}
