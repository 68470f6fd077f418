import type { LocalDate } from "../base/time.ts";
import { because, byFigure, doubtful, type Line, no, pass, unknown, unsure } from "./assessment.ts";
import { aplFigures } from "./figures-apl.ts";
import type { Situation } from "./situation.ts";

const sheet = "betagouv/aides-jeunes aide_logement.yml; service-public F12006 quoted by press";
const project = "document: projet de service 2024-2029";

/** Does the person pay a rent, in their own name, for their main home, to somebody who is not a near relative? */
export function occupies(situation: Situation, on: LocalDate): readonly Line[] {
  return [
    notInAlt(situation),
    landlord(situation),
    asMainHome(situation),
    kindOfHome(situation),
    occupant(situation, on),
  ];
}

// who leaves the ALT for a dwelling may ask for it there
function notInAlt({ currentHousing, home }: Situation): Line {
  const inAlt = currentHousing === "alt" && (home === null || home === undefined);
  return inAlt
    ? no({ code: "altNoHousingBenefit", source: project }, "logement_social", "fjt")
    : pass();
}

function landlord({ home }: Situation): Line {
  const relation = home?.landlordRelation;
  if (relation === null) return unknown(sheet, "home.landlordRelation");
  return relation === undefined || relation === "none"
    ? pass()
    : no({ code: "aplRelative", source: sheet }, "fsl_acces");
}

function asMainHome({ mainHome }: Situation): Line {
  if (mainHome === null) return unknown(sheet, "mainHome");
  return mainHome === false ? no({ code: "mainHomeOnly", source: sheet }) : pass();
}

function kindOfHome({ home }: Situation): Line {
  if (home?.parc === null) return doubtful(sheet, "home.parc");
  if (home?.parc === "chez_parents")
    return no({ code: "aplNoRent", source: sheet }, "logement_social", "fjt");
  return home?.parc === "internat"
    ? unsure({ code: "aplParcToCheck", source: sheet, toConfirm: true })
    : pass();
}

function occupant({ tenantStatus, age }: Situation, on: LocalDate): Line {
  if (tenantStatus === null) return doubtful(sheet, "tenantStatus");
  if (tenantStatus === "heberge_gratuit")
    return no({ code: "aplNoRent", source: sheet }, "logement_social", "fjt");
  if (tenantStatus === "proprietaire")
    return unsure({ code: "aplOwnerToCheck", source: sheet, toConfirm: true });
  if (tenantStatus !== "sous_locataire") return pass();
  if (age === null || age === undefined) return doubtful(sheet, "age");
  return byFigure(aplFigures.sublettingAgeLimit, on, (limit) =>
    age < limit.value
      ? pass(because(limit, "aplSublet", { limit: limit.value }))
      : unsure(because(limit, "aplSublet", { limit: limit.value }), { leaning: "not" }),
  );
}
