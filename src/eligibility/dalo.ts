import type { LocalDate } from "../base/time.ts";
import {
  because,
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
import type { DoorCode } from "./codes.ts";
import { ground } from "./dalo-grounds.ts";
import { decide } from "./decide.ts";
import { identityPaper } from "./documents.ts";
import { daloFigures } from "./figures-dalo.ts";
import { logementSocialFigures } from "./figures-logement-social.ts";
import { legalStay } from "./legal-stay.ts";
import { underCeiling } from "./logement-social-ceiling.ts";
import type { Situation } from "./situation.ts";

const sheet = "service-public F18005 (2025-10-16)";

/** The Dalo: a commission says whether a home must be found for somebody, and the prefect has to. */
export const dalo: Scheme = {
  assess: (situation, on, local) =>
    decide({
      scheme: "dalo",
      on,
      lines: [
        uniqueNumber(situation, sheet, ...emergencyDoors(situation)),
        ofAge(situation, sheet),
        legalStay(situation, sheet),
        ground(situation, on, local),
        underCeiling(situation, on),
      ],
      advice: advice(situation, on),
      documents: [
        "daloForm",
        identityPaper(situation),
        "socialHousingNumber",
        "proofOfIncome",
        "proofOfSituation",
      ],
    }),
  requiredFacts: [
    "age",
    "monthlyResources",
    "currentHousing",
    "socialHousingRequest",
    "waitingMonths",
    "commune",
  ],
  figures: { ...daloFigures, ...logementSocialFigures },
};

/** A numéro unique is needed: the request for social housing comes first. */
export function uniqueNumber(
  { socialHousingRequest }: Situation,
  source: string,
  ...doors: readonly DoorCode[]
): Line {
  if (socialHousingRequest === null) return unknown(source, "socialHousingRequest");
  return socialHousingRequest === false
    ? no({ code: "uniqueNumberFirst", source }, "logement_social", ...doors)
    : pass();
}

/** The sources say nothing of minors: they are first a matter of protection. */
export function ofAge({ age }: Situation, source: string): Line {
  if (age === null || age === undefined) return doubtful(source, "age");
  if (age >= 18) return pass();
  return unsure({ code: "minor", values: { age }, source }, { doors: ["119", "ase"] });
}

// the place in a shelter (Daho) is another request, which the number does not hold back
function emergencyDoors({ currentHousing: housing }: Situation): readonly DoorCode[] {
  if (housing === "sans_logement") return ["daho", "siao", "115"];
  return housing === "heberge_tiers" || housing === "expulsion" ? ["daho", "siao"] : [];
}

function advice(situation: Situation, on: LocalDate): readonly Reason[] {
  const commission = inForce(daloFigures.commissionDelayMonths, on);
  const prefect = inForce(daloFigures.prefectDelayMonths, on);
  const daho = inForce(daloFigures.dahoDelayWeeks, on);
  const contest = inForce(daloFigures.contestRefusalMonths, on);
  return [
    ...(commission
      ? [because(commission, "daloCommission", { form: "15036", months: commission.value })]
      : []),
    ...(prefect ? [because(prefect, "daloPrefect", prefect.value)] : []),
    ...(daho && emergencyDoors(situation).length > 0
      ? [because(daho, "daloShelterToo", { weeks: daho.value })]
      : []),
    ...(contest ? [because(contest, "daloContest", { months: contest.value })] : []),
  ];
}
