import type { LocalDate } from "../base/time.ts";
import {
  because,
  byFigure,
  doubtful,
  type Line,
  pass,
  type Reason,
  type Scheme,
  unsure,
} from "./assessment.ts";
import { inForce } from "./bareme.ts";
import { ofAge, uniqueNumber } from "./dalo.ts";
import { decide } from "./decide.ts";
import { identityPaper } from "./documents.ts";
import { contingentFigures } from "./figures-dalo.ts";
import { logementSocialFigures } from "./figures-logement-social.ts";
import { legalStay } from "./legal-stay.ts";
import { underCeiling } from "./logement-social-ceiling.ts";
import type { Situation } from "./situation.ts";

const law = "CCH L.441-1, R.441-5-2";
const report = "document: rapport d'activités 2022";
const withoutHome = ["sans_logement", "heberge_tiers", "alt", "ressortant_alt", "expulsion"];

/** The contingent préfectoral: social housing the State keeps for those who come first, by way of a worker. */
export const contingentPrefectoral: Scheme = {
  assess: (situation, on) =>
    decide({
      scheme: "contingent_prefectoral",
      on,
      lines: [
        uniqueNumber(situation, report),
        ofAge(situation, law),
        legalStay(situation, law),
        priority(situation, on),
        underCeiling(situation, on),
      ],
      advice: advice(on),
      documents: [
        identityPaper(situation),
        "socialHousingNumber",
        "taxNotice",
        "proofOfIncome",
        "proofOfSituation",
      ],
    }),
  requiredFacts: ["age", "monthlyResources", "currentHousing", "socialHousingRequest", "commune"],
  figures: { ...contingentFigures, ...logementSocialFigures },
};

/** The groups the law names; those of the local plan (PDALHPD) were not found, so that nobody is refused here. */
function priority(situation: Situation, on: LocalDate): Line {
  const { currentHousing, dwellingUnfit, violence, disabled, shelterMonths } = situation;
  const housed = currentHousing && withoutHome.includes(currentHousing);
  if (housed || dwellingUnfit || violence || disabled || (shelterMonths ?? 0) > 0)
    return pass({ code: "cpPriority", source: law });
  if (situation.careLeaver) return afterCare(situation, on);
  const missing = facts.filter(
    (fact) => situation[fact] === null || (fact === "currentHousing" && !situation[fact]),
  );
  return missing.length > 0 ? doubtful(law, ...missing) : toCheck;
}

const facts = [
  "currentHousing",
  "dwellingUnfit",
  "violence",
  "disabled",
  "shelterMonths",
  "careLeaver",
] as const satisfies readonly (keyof Situation)[];

const toCheck = unsure(
  { code: "cpPriorityToCheck", source: law, toConfirm: true },
  { doors: ["logement_social", "dalo"] },
);

function afterCare(
  { careEndedMonthsAgo: months, careMeasureEndsInMonths: left }: Situation,
  on: LocalDate,
): Line {
  return byFigure(contingentFigures.careLeaverYears, on, (years) => {
    const reason = because(years, "cpCareLeaver", { years: years.value });
    if (typeof months === "number") return months <= years.value * 12 ? pass(reason) : toCheck;
    if (typeof left === "number" && months === undefined) return pass(reason);
    return doubtful(law, "careEndedMonthsAgo");
  });
}

function advice(on: LocalDate): readonly Reason[] {
  const share = inForce(contingentFigures.mostReservedPercent, on);
  return [
    { code: "cpWithWorker", source: report },
    ...(share ? [because(share, "cpReserved", { percent: share.value })] : []),
  ];
}
