import type { LocalDate } from "../base/time.ts";
import { type Estimate, estimate } from "./apl-estimate.ts";
import { occupies } from "./apl-home.ts";
import { scholarship, stay } from "./apl-stay.ts";
import {
  type Assessment,
  because,
  byFigure,
  type Line,
  pass,
  type Reason,
  type Scheme,
  unsure,
} from "./assessment.ts";
import type { DoorCode } from "./codes.ts";
import { decide } from "./decide.ts";
import { identityPaper } from "./documents.ts";
import { aplFigures } from "./figures-apl.ts";
import type { Situation } from "./situation.ts";

const sheet = "betagouv/aides-jeunes aide_logement.yml; service-public F12006 quoted by press";

/** The APL and the ALS: the CAF or the MSA pays a part of the rent. An order of magnitude, never a promise. */
export const apl: Scheme = {
  assess: assessApl,
  requiredFacts: [
    "age",
    "status",
    "monthlyResources",
    "homeFound",
    "home.parc",
    "home.commune",
    "home.rentWithCharges",
  ],
  figures: aplFigures,
};

/** Would a part of this rent be paid, and about how much? */
function assessApl(situation: Situation, on: LocalDate): Assessment {
  const found = situation.home === null ? undefined : estimate(situation, on);
  const amount = amountOf(found);
  return decide({
    scheme: "apl",
    on,
    lines: [
      ...occupies(situation, on),
      scholarship(situation, on),
      stay(situation),
      rentAndIncome(found, on),
    ],
    advice: advice(situation),
    documents: [identityPaper(situation), "lease", "proofOfIncome", "bankDetails"],
    ...(amount ? { amount } : {}),
  });
}

function rentAndIncome(found: Estimate | readonly string[] | undefined, on: LocalDate): Line {
  if (found === undefined)
    return unsure(
      { code: "aplNoHomeYet", source: sheet },
      { missing: ["home.rentWithCharges"], doors: ["logement_social", "fjt"] },
    );
  return byFigure(aplFigures.rentCap, on, (caps) => {
    if (!("low" in found))
      return unsure({ code: "answerMissing", source: caps.source }, { missing: found });
    const { low, high, rent, rentLimit, isShown } = found;
    const doors = { doors: ["logement_social", "fjt"] as readonly DoorCode[] };
    if (isShown && rent >= rentLimit)
      return unsure(because(caps, "aplRentTooHigh", { rent, limit: rentLimit }), {
        ...doors,
        leaning: "not",
      });
    if (isShown && high === 0)
      return unsure(because(caps, "aplIncomeTooHigh"), { ...doors, leaning: "not" });
    if (low === 0) return unsure(because(caps, "aplToSimulate"), doors);
    const range = rounded(found);
    return pass(
      isShown
        ? because(caps, "aplEstimate", { low: range.value, high: range.upTo })
        : because(caps, "aplNoEstimate"),
    );
  });
}

function amountOf(found: Estimate | readonly string[] | undefined): Assessment["amount"] {
  if (found === undefined || !("low" in found) || !found.isShown || found.low === 0)
    return undefined;
  return {
    ...rounded(found),
    unit: "EUR/month",
    basis: "order of magnitude, if income stays as told for twelve months; the CAF decides",
  };
}

/** To tens of euros, outwards: an order of magnitude has no cents. */
function rounded({ low, high }: Estimate): { value: number; upTo: number } {
  const value = Math.floor(low / 10) * 10;
  return { value, upTo: Math.max(Math.ceil(high / 10) * 10, value + 10) };
}

function advice({ age, home, tenantStatus, status, currentHousing }: Situation): readonly Reason[] {
  const foyer = ["fjt", "residence_sociale"].includes(home?.parc ?? "") || tenantStatus === "foyer";
  const leavesParents = status === "etudiant" || currentHousing === "parents";
  return [
    ...(typeof age === "number" && age < 18
      ? [{ code: "aplMinorLease", source: sheet } as const]
      : []),
    { code: "aplAskOnEntry", source: sheet },
    { code: foyer ? "aplSameMonth" : "aplNextMonth", source: sheet },
    ...(leavesParents ? [{ code: "aplParents", source: sheet } as const] : []),
    { code: "aplSimulate", source: sheet },
  ];
}
