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
import { identityPaper } from "./documents.ts";
import { asll62Figures, asll92Figures } from "./figures-asll.ts";
import { needs, type Situation } from "./situation.ts";
import { supportDepartement } from "./support-departement.ts";

const report62 = "document: Rencontres & Loisirs, rapport d'activités 2022; RDAS 62, ASLL";
const malakoff = "document: CCAS de Malakoff, bilan ASLL 2023";
const rueil = "document: CCAS de Rueil-Malmaison, bilan 2024 (action sociale et insertion)";

/** The ASLL: somebody who helps to enter a dwelling or to keep it, granted by a commission of the Département. */
export const asll: Scheme = {
  assess: (situation, on) =>
    decide({
      scheme: "asll",
      on,
      lines: linesOf(situation, on),
      advice: adviceOf(situation),
      documents: [identityPaper(situation), "debtLetters"],
    }),
  requiredFacts: ["commune"],
  figures: { ...asll62Figures, ...asll92Figures },
};

/** In the 62 neither age nor income counts; in the 92 a legal stay, and to keep a dwelling, to have one. */
function linesOf(situation: Situation, on: LocalDate): readonly Line[] {
  const departement = supportDepartement(situation);
  if (departement === "62") return [length62(on), someNeed(situation), ownOperator(situation)];
  if (departement === "92")
    return [
      legalStay(situation),
      ownDwelling(situation),
      someNeed(situation),
      length92(situation, on),
    ];
  if (departement === undefined) return [doubtful(report62, "departement")];
  return [unsure({ code: "departementNotCovered", source: report62, toConfirm: true })];
}

function adviceOf(situation: Situation): readonly Reason[] {
  const access92 = supportDepartement(situation) === "92" && needs(situation, "acces");
  return [
    access92
      ? { code: "asllAloneToConfirm", source: `${rueil}; ${malakoff}`, toConfirm: true }
      : { code: "asllWithWorker", source: report62 },
    { code: "asllYourAgreement", source: report62 },
  ];
}

function length62(on: LocalDate): Line {
  return byFigure(asll62Figures.usualMonths, on, (usual) =>
    byFigure(asll62Figures.mostMonths, on, (most) =>
      pass(because(most, "asllLengthUsual", { usual: usual.value, most: most.value })),
    ),
  );
}

function length92(situation: Situation, on: LocalDate): Line {
  const toEnter = needs(situation, "acces");
  const list = toEnter ? asll92Figures.accessMostMonths : asll92Figures.maintienMostMonths;
  return byFigure(list, on, (most) => pass(because(most, "asllLengthMost", { most: most.value })));
}

// "any housing difficulty": whoever asks has one, unless all that is known says otherwise
function someNeed(situation: Situation): Line {
  const { supportNeeded, currentHousing, rentArrearsMonths } = situation;
  const hasHome = currentHousing === "locataire_stable" || currentHousing === null;
  if (!hasHome || needs(situation) || (rentArrearsMonths ?? 0) > 0)
    return pass({ code: "asllHousingDifficulty", source: report62 });
  const missing = [
    ...(currentHousing === null ? ["currentHousing"] : []),
    ...(supportNeeded === undefined || supportNeeded === null ? ["supportNeeded"] : []),
  ];
  if (missing.length > 0) return doubtful(report62, ...missing);
  return unsure({ code: "asllNeedToCheck", source: report62 });
}

// the association works in two agglomerations; elsewhere in the 62 another operator has the measure
function ownOperator({ territory }: Situation): Line {
  return territory === "other" ? pass({ code: "asllOtherOperator", source: report62 }) : pass();
}

function legalStay({ regularStay }: Situation): Line {
  if (regularStay === null) return unknown(malakoff, "regularStay");
  return regularStay === false ? no({ code: "noLegalStay", source: malakoff }) : pass();
}

// to enter a first home, or after a shelter, one is not a tenant yet (Rueil); to keep one, one is (Malakoff)
function ownDwelling(situation: Situation): Line {
  const { tenantStatus, supportNeeded } = situation;
  if (needs(situation, "acces") || tenantStatus === undefined) return pass();
  if (tenantStatus === null) return doubtful(malakoff, "tenantStatus");
  if (tenantStatus === "locataire" || tenantStatus === "colocataire") return pass();
  if (tenantStatus === "proprietaire") return pass();
  if (supportNeeded === undefined || supportNeeded === null)
    return doubtful(malakoff, "supportNeeded");
  return unsure({ code: "asllTenantToCheck", source: malakoff });
}
