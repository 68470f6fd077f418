import type { LocalDate } from "../base/time.ts";
import {
  because,
  byFigure,
  doubtful,
  type Line,
  no,
  pass,
  type Scheme,
  unsure,
} from "./assessment.ts";
import { inForce } from "./bareme.ts";
import { decide } from "./decide.ts";
import { fajFigures } from "./figures-faj.ts";
import { figuresHere, type LocalFigures } from "./local-figures.ts";
import type { Situation } from "./situation.ts";

const law = "CASF L.263-3";
const hardStatuses = ["demandeur_emploi", "cej", "rsa", "sans_activite"];
const hardHousings = ["sans_logement", "heberge_tiers", "alt", "ressortant_alt", "expulsion"];

/** The FAJ: a small help of last resort of the Département for young people in difficulty. */
export const faj: Scheme = {
  assess: (situation, on, local) =>
    decide({
      scheme: "faj",
      on,
      lines: [young(situation, on), scale(situation, on, local)],
      advice: [],
      documents: [],
    }),
  requiredFacts: ["age", "status", "currentHousing"],
  figures: fajFigures,
};

function young({ age }: Situation, on: LocalDate): Line {
  if (age === null || age === undefined) return doubtful(law, "age");
  return byFigure(fajFigures.minAge, on, (least) =>
    byFigure(fajFigures.maxAge, on, (most) => {
      const values = { age, minimum: least.value, maximum: most.value };
      if (age < least.value) return no(because(least, "fajAge", values), "119", "ase");
      if (age > most.value) return no(because(most, "fajAge", values), "fsl_acces");
      return pass(because(most, "fajAgeFits", values));
    }),
  );
}

// neither the scale nor the amounts are published, in the 62 as in the 92: a commission looks at each
function scale(situation: Situation, on: LocalDate, local: LocalFigures): Line {
  const most = inForce(figuresHere(local, "fajMaximumIncome", on), on);
  const { monthlyResources: resources } = situation;
  if (most && (resources === null || resources === undefined))
    return doubtful(most.source, "monthlyResources");
  if (most && typeof resources === "number") {
    const values = { resources, maximum: most.value };
    if (resources > most.value) return no(because(most, "fajIncomeTooHigh", values), "fsl_acces");
    if (isInDifficulty(situation)) return pass(because(most, "fajIncomeFits", values));
  }
  return unsure(
    { code: "fajLocalScale", source: "no published rule of the FAJ was found", toConfirm: true },
    isInDifficulty(situation) ? { leaning: "eligible" } : {},
  );
}

/** What the law calls a serious social or job difficulty, as far as the facts show it. */
function isInDifficulty(situation: Situation): boolean {
  const { status, currentHousing, familyBreakup, violence } = situation;
  const hard = (status && hardStatuses.includes(status)) || familyBreakup || violence;
  return Boolean(hard || (currentHousing && hardHousings.includes(currentHousing)));
}
