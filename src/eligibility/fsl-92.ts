import type { LocalDate } from "../base/time.ts";
import { because, byFigure, doubtful, type Line, no, pass, unknown, unsure } from "./assessment.ts";
import type { DoorCode } from "./codes.ts";
import { fsl92Figures } from "./figures-fsl.ts";
import { homeWithin } from "./fsl-fund.ts";
import { figuresHere, type LocalFigures } from "./local-figures.ts";
import type { Situation } from "./situation.ts";

const page = "mes-allocs.fr, FSL Hauts-de-Seine page";
const reform = "Hauts-de-Seine FSL reform, July 2020";

/** The FSL of the Hauts-de-Seine to enter a dwelling, line by line (reform voted in July 2020). */
export function lines92(situation: Situation, on: LocalDate, local: LocalFigures): readonly Line[] {
  return [
    homeWithin(situation),
    homeFound(situation),
    ...conditions92(situation, on, local, ["visale", "locapass"]),
  ];
}

/** What the fund of the Hauts-de-Seine asks of everybody, whatever the aid; the doors are for excluded dwellings. */
export function conditions92(
  situation: Situation,
  on: LocalDate,
  local: LocalFigures,
  doors: readonly DoorCode[],
): readonly Line[] {
  return [
    dwellingAccepted(situation, doors),
    // before the quotient familial, whose doubt would otherwise hide this refusal
    legalStay(situation),
    housingBenefitDue(situation),
    quotientFamilial(situation, on, local),
  ];
}

function homeFound({ home }: Situation): Line {
  if (home !== null) return pass();
  return unsure({ code: "lniUnknownHere", source: reform, toConfirm: true }, { doors: ["visale"] });
}

function dwellingAccepted({ home }: Situation, doors: readonly DoorCode[]): Line {
  if (home?.parc === null) return unknown(page, "home.parc");
  return home?.parc === "residence_etudiante" || home?.parc === "residence_universitaire"
    ? no({ code: "studentResidenceExcluded", source: page }, ...doors)
    : pass();
}

function legalStay({ regularStay }: Situation): Line {
  if (regularStay === null) return unknown(page, "regularStay");
  return regularStay === false ? no({ code: "noLegalStay", source: page }) : pass();
}

function housingBenefitDue({ getsHousingBenefit }: Situation): Line {
  if (getsHousingBenefit === null) return doubtful(page, "getsHousingBenefit");
  if (getsHousingBenefit !== false) return pass();
  return unsure({ code: "housingBenefitNeeded", source: page, toConfirm: true });
}

// the ceilings date from 2020: as long as they are not confirmed they give a leaning, never an answer
function quotientFamilial(situation: Situation, on: LocalDate, local: LocalFigures): Line {
  const { quotientFamilial: quotient, children } = situation;
  if (quotient === null || quotient === undefined) return doubtful(reform, "quotientFamilial");
  const { maxQuotientFamilialWithoutChild, maxQuotientFamilialWithChild } = fsl92Figures;
  const alone = figuresHere(
    local,
    "fsl92QuotientFamilialWithoutChild",
    on,
    maxQuotientFamilialWithoutChild,
  );
  const family = figuresHere(
    local,
    "fsl92QuotientFamilialWithChild",
    on,
    maxQuotientFamilialWithChild,
  );
  return byFigure(alone, on, (without) =>
    byFigure(family, on, (withChild) => {
      const known = children === null ? [without, withChild] : [children ? withChild : without];
      const fits = known.map((ceiling) => quotient <= ceiling.value);
      if (fits.includes(true) && fits.includes(false)) return doubtful(reform, "children");
      const figure = known[0] ?? without;
      const values = { quotientFamilial: quotient, ceiling: figure.value };
      const leaning = fits.includes(true) ? "eligible" : "not";
      if (known.some((ceiling) => ceiling.confidence === "confirm"))
        return unsure(because(figure, "quotientFamilialToConfirm", values), { leaning });
      return leaning === "eligible"
        ? pass(because(figure, "quotientFamilialFits", values))
        : no(because(figure, "quotientFamilialTooHigh", values), "locapass");
    }),
  );
}
