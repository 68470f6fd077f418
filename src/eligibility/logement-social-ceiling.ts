import type { LocalDate } from "../base/time.ts";
import {
  type Assessment,
  because,
  byFigure,
  doubtful,
  type Line,
  no,
  pass,
  unsure,
} from "./assessment.ts";
import { type Bareme, inForce } from "./bareme.ts";
import { logementSocialFigures } from "./figures-logement-social.ts";
import { type PossibleCeilings, possibleCeilings } from "./logement-social-household.ts";
import { fitsIn } from "./money.ts";
import type { Situation } from "./situation.ts";

/**
 * Is the revenu fiscal de référence under the ceiling of the PLUS (arrêté du 29 juillet 1987)? The lower ceilings of
 * the PLAI never serve to say no; where the income is not told, what comes in today may be enough to tell.
 */
export function underCeiling(situation: Situation, on: LocalDate): Line {
  return byFigure(logementSocialFigures.plusCeilings, on, (ceilings) => {
    const possible = possibleCeilings(situation, on, ceilings.value);
    const { rfr } = situation;
    if (rfr === null) return doubtful(ceilings.source, "rfr");
    if (rfr === undefined) return byResources(situation, possible, ceilings);
    const values = { rfr, ceiling: possible.lowest };
    if (rfr <= possible.lowest) return pass(because(ceilings, "hlmCeilingFits", values));
    if (rfr > possible.highest) return aboveCeiling(situation, rfr, possible.highest, on);
    return between(possible, ceilings);
  });
}

/** The ceiling of the household, when what is known of it and of its place leaves only one. */
export function ceilingAmount(situation: Situation, on: LocalDate): Assessment["amount"] {
  const ceilings = inForce(logementSocialFigures.plusCeilings, on);
  if (ceilings === undefined) return undefined;
  const { lowest, highest } = possibleCeilings(situation, on, ceilings.value);
  if (lowest !== highest) return undefined;
  const basis = "ceiling of the revenu fiscal de référence of year N-2, for the whole household";
  return { value: lowest, unit: "EUR/year", basis };
}

// twelve months of what comes in today say enough: a lower year may be looked at in the place of year N-2
function byResources(
  { monthlyResources: resources }: Situation,
  possible: PossibleCeilings,
  ceilings: Bareme<unknown>,
): Line {
  if (resources === null) return doubtful(ceilings.source, "rfr", "monthlyResources");
  if (resources !== undefined && !fitsIn(resources * 12, possible.lowest))
    return doubtful(ceilings.source, "rfr");
  const reason = because(ceilings, "hlmCeilingLikely", { ceiling: possible.lowest });
  return pass({ ...reason, toConfirm: true });
}

function between({ missing, lowest, highest }: PossibleCeilings, ceilings: Bareme<unknown>): Line {
  if (missing.length > 0) return doubtful(ceilings.source, ...missing);
  const reason = because(ceilings, "hlmCeilingToCheck", { lowest, highest });
  return unsure({ ...reason, toConfirm: true });
}

function aboveCeiling(situation: Situation, rfr: number, ceiling: number, on: LocalDate): Line {
  const { monthlyResources: resources } = situation;
  return byFigure(logementSocialFigures.incomeFallShare, on, (fall) =>
    byFigure(logementSocialFigures.plsFactor, on, (factor) => {
      const values = { rfr, ceiling };
      if (resources === null) return doubtful(fall.source, "monthlyResources");
      const fallen = Math.min(ceiling, rfr * (1 - fall.value));
      if (resources !== undefined && fitsIn(resources * 12, fallen))
        return unsure(because(fall, "hlmIncomeFell", values), { leaning: "eligible" });
      if (fitsIn(rfr, ceiling * factor.value))
        return unsure(because(factor, "hlmPlsOnly", values), { doors: ["visale", "apl"] });
      return no(because(factor, "hlmAboveCeiling", values), "visale", "locapass");
    }),
  );
}
