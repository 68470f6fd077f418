import type { LocalDate } from "../base/time.ts";
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
import { identityPaper } from "./documents.ts";
import { altFigures } from "./figures-alt.ts";
import { figuresHere, type LocalFigures } from "./local-figures.ts";
import type { Situation } from "./situation.ts";

const project = "document: Rencontres & Loisirs, projet de service Habitat 2024-2029";
const report = "document: Rencontres & Loisirs, rapport d'activités 2022 du service Habitat";

/** The temporary housing of the association (ALT, CSS L.851-1), by way of the SIAO and a commission. */
export const alt: Scheme = {
  assess: assessAlt,
  requiredFacts: [
    "age",
    "monthlyResources",
    "currentHousing",
    "familyBreakup",
    "commune",
    "nationality",
    "permit",
    "monthsInAlt",
  ],
  figures: altFigures,
};

/** Could the association house this person for some months? (projet de service 2024-2029) */
function assessAlt(situation: Situation, on: LocalDate, local: LocalFigures): Assessment {
  return decide({
    scheme: "alt",
    on,
    lines: [
      noStableHome(situation),
      monthsLeft(situation, on),
      adult(situation, on),
      noAsylumRequest(situation),
      someIncome(situation, on, local),
      withinTerritory(situation),
      inDifficulty(situation),
    ],
    advice: advice(on),
    documents: documentsForAlt(situation),
  });
}

function documentsForAlt(situation: Situation): readonly DocumentCode[] {
  return [
    identityPaper(situation),
    "proofOfIncome",
    "cafCertificate",
    "healthCoverCertificate",
    "taxNotice",
    ...(situation.socialHousingRequest === false ? [] : (["socialHousingNumber"] as const)),
  ];
}

function noStableHome({ currentHousing, tenantStatus }: Situation): Line {
  if (currentHousing === "locataire_stable" || tenantStatus === "proprietaire")
    return no({ code: "stableHome", source: project }, "logement_social", "fjt");
  if (currentHousing === null || currentHousing === undefined)
    return doubtful(project, "currentHousing");
  return tenantStatus === null ? unknown(project, "tenantStatus") : pass();
}

function monthsLeft({ currentHousing, monthsInAlt: months }: Situation, on: LocalDate): Line {
  // months spent there in the past do not count for somebody who is no longer there
  if (currentHousing !== "alt" && currentHousing !== "ressortant_alt") return pass();
  if (months === null || months === undefined) return doubtful(project, "monthsInAlt");
  return byFigure(altFigures.absoluteMaxMonths, on, (longest) =>
    byFigure(altFigures.initialStayMonths, on, (first) =>
      byFigure(altFigures.renewals, on, (renewals) => {
        const renewed = first.value * (1 + renewals.value);
        const values = { months, renewed, maximum: longest.value };
        if (months >= longest.value)
          return no(because(longest, "altStayOver", values), "logement_social", "fjt", "siao");
        return months >= renewed
          ? unsure(because(longest, "altExtensionOnly", values), {
              doors: ["logement_social", "fjt"],
            })
          : pass(because(first, "altStayGoesOn", values));
      }),
    ),
  );
}

function adult({ age }: Situation, on: LocalDate): Line {
  if (age === null || age === undefined) return doubtful(report, "age");
  if (age < 18)
    return unsure(
      { code: "minor", values: { age }, source: report, toConfirm: true },
      { doors: ["119", "ase", "tremplins_duo"] },
    );
  return byFigure(altFigures.ageLimitForFollowUp, on, (limit) =>
    age > limit.value
      ? pass(because(limit, "altServiceHabitat", { age, limit: limit.value }))
      : pass(),
  );
}

function noAsylumRequest({ nationality, permit }: Situation): Line {
  const source = "national ALT questions and answers, 2008";
  if (nationality === "fr" || nationality === "ue") return pass();
  if (nationality === undefined && permit === undefined) return pass();
  if (permit !== null && permit !== undefined && permit !== "demande_asile") return pass();
  if (nationality === null) return unknown(source, "nationality");
  return permit === "demande_asile"
    ? no({ code: "asylumSeeker", source }, "asylum_reception", "115")
    : unknown(source, "permit");
}

// the minimum is asked for without an amount: some income is enough here, its amount is to be confirmed
function someIncome(
  { monthlyResources: resources, currentHousing }: Situation,
  on: LocalDate,
  local: LocalFigures,
): Line {
  if (resources === null || resources === undefined) return doubtful(project, "monthlyResources");
  const minimum = inForce(figuresHere(local, "altMinimumIncome", on), on);
  if (minimum) {
    const values = { resources, minimum: minimum.value };
    return resources >= minimum.value
      ? pass(because(minimum, "altIncomeFits", values))
      : no(because(minimum, "altIncomeTooLow", values), "siao", "fjt");
  }
  if (resources > 0)
    return pass({ code: "altSomeIncome", values: { resources }, source: project, toConfirm: true });
  return unsure(
    { code: "altNoIncome", source: project, toConfirm: true },
    { doors: currentHousing === "sans_logement" ? ["115", "siao"] : ["siao"] },
  );
}

function withinTerritory({ territory }: Situation): Line {
  if (territory === null) return doubtful(project, "territory");
  return territory === "other"
    ? unsure({ code: "altOutsideTerritory", source: project }, { doors: ["siao"] })
    : pass();
}

function inDifficulty({ currentHousing, familyBreakup }: Situation): Line {
  if (currentHousing === "parents" && familyBreakup === null)
    return doubtful(project, "familyBreakup");
  if (currentHousing === "parents" && familyBreakup === false)
    return unsure({ code: "altNoBreakup", source: project });
  return pass({ code: "altHousingDifficulty", source: project });
}

function advice(on: LocalDate): readonly Reason[] {
  const first = inForce(altFigures.initialStayMonths, on);
  const longest = inForce(altFigures.absoluteMaxMonths, on);
  const length =
    first && longest
      ? [because(longest, "altStayLength", { months: first.value, maximum: longest.value })]
      : [];
  return [
    { code: "altSiaoDecides", source: project },
    ...length,
    { code: "altNoHousingBenefit", source: project },
  ];
}
