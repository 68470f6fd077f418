import type { LocalDate } from "../base/time.ts";
import {
  type Assessment,
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
import { identityPaper, situationPapers } from "./documents.ts";
import { visaleFigures } from "./figures-visale.ts";
import { isInFrance } from "./in-france.ts";
import type { Situation } from "./situation.ts";
import { peopleOnLease, rentCeiling, rentShare } from "./visale-rent.ts";
import { isStudent, tenantsAge } from "./visale-tenants.ts";

const sheet = "service-public F33453 (Visale)";

const advice: readonly Reason[] = [
  { code: "requestBeforeSigning", source: sheet },
  {
    code: "landlordMayRefuse",
    source: "document: Rencontres & Loisirs, rapport d'activités 2022 du service Habitat",
  },
];

/** Visale, the free guarantee of Action Logement: for whom, for which dwelling, for which rent. */
export const visale: Scheme = {
  assess: assessVisale,
  requiredFacts: [
    "age",
    "status",
    "monthlyResources",
    "homeFound",
    "home.parc",
    "home.commune",
    "home.rentWithCharges",
    "home.leaseSigned",
    "nationality",
    "permit",
  ],
  figures: visaleFigures,
};

/**
 * Would Action Logement stand as guarantor for this rent, on that day?
 * Rule: visale.fr, service-public F33453, reform in force on 6 January 2026.
 */
function assessVisale(situation: Situation, on: LocalDate): Assessment {
  return decide({
    scheme: "visale",
    on,
    lines: [
      notSignedYet(situation),
      landlordIsNoRelative(situation),
      inFrance(situation),
      asMainHome(situation),
      peopleOnLease(situation, on),
      tenantsAge(situation, on),
      kindOfDwelling(situation),
      residence(situation),
      rentCeiling(situation, on),
      rentShare(situation, on),
    ],
    advice,
    documents: documentsForVisale(situation),
  });
}

function documentsForVisale(situation: Situation) {
  return [identityPaper(situation), ...situationPapers(situation)];
}

function notSignedYet({ home }: Situation): Line {
  if (home?.leaseSigned === true || typeof home?.leaseSignedDaysAgo === "number")
    return no({ code: "leaseAlreadySigned", source: sheet }, "locapass", "fsl_acces");
  return home?.leaseSigned === null ? unknown(sheet, "home.leaseSigned") : pass();
}

function landlordIsNoRelative({ home }: Situation): Line {
  const relation = home?.landlordRelation;
  if (relation === null) return unknown(sheet, "home.landlordRelation");
  return relation === undefined || relation === "none"
    ? pass()
    : no({ code: "landlordIsRelative", source: sheet }, "fsl_acces");
}

function inFrance(situation: Situation): Line {
  const inside = isInFrance(situation);
  if (inside === undefined) return unknown(sheet, "country");
  return inside ? pass() : no({ code: "notInFrance", source: sheet });
}

function asMainHome({ mainHome }: Situation): Line {
  if (mainHome === null) return unknown(sheet, "mainHome");
  return mainHome === false ? no({ code: "notMainHome", source: sheet }) : pass();
}

function kindOfDwelling(situation: Situation): Line {
  const { home } = situation;
  const student = isStudent(situation);
  if (home?.parc === "chez_parents") return no({ code: "landlordIsRelative", source: sheet });
  if (home?.parc === "internat") return unsure({ code: "parcToCheck", source: sheet });
  if (home?.parc === null) return doubtful(sheet, "home.parc");
  if (home?.parc !== "hlm") return pass();
  if (student === true) return pass({ code: "hlmStudent", source: sheet });
  if (student !== false) return unknown(sheet, student.missing);
  return no({ code: "hlmStudentsOnly", source: sheet }, "locapass", "fsl_acces");
}

// certain for students; for other documents the list accepted is not published
function residence({ nationality, permit }: Situation): Line {
  const source = "openfisca-france visale model; visale.fr FAQ";
  if (nationality === "fr" || nationality === "ue") return pass();
  // no word of either is the ordinary case; a permit alone says that one is from outside Europe
  if (nationality === undefined && permit === undefined) return pass();
  if (permit === "etudiant") return pass({ code: "permitAccepted", source });
  if (nationality === null) return doubtful(source, "nationality");
  if (permit === null || permit === undefined) return doubtful(source, "permit");
  const reason: Reason = { code: "permitToCheck", source, toConfirm: true };
  return permit === "autre" ? unsure(reason, { leaning: "eligible" }) : unsure(reason);
}
