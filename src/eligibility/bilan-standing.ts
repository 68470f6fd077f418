import type { LocalDate } from "../base/time.ts";
import type { FactValue, Known } from "../person/facts.ts";
import { assess } from "./assess.ts";
import type { Assessment } from "./assessment.ts";
import { meantBy, type Told } from "./bilan-questions.ts";
import { reach } from "./bilan-reach.ts";
import { type SchemeId, schemeIds } from "./codes.ts";
import { situationFrom } from "./situation-from.ts";

/** The schemes of a bilan: all but the one that is closed. */
export type BilanScheme = keyof typeof reach;

const tenancies = ["locataire_stable", "expulsion", "separation"];
const ofADwelling: readonly SchemeId[] = [
  ...(["visale", "locapass", "mobili_jeune", "apl", "fsl_acces"] as const),
];

const ofNoDwelling: readonly SchemeId[] = ["fsl_lni", "alt", "fjt", "tremplins_duo"];
const ofLongWait: readonly SchemeId[] = ["dalo", "contingent_prefectoral"];

/** Whether a scheme is looked at in a bilan. */
export function isBilanScheme(scheme: string): scheme is BilanScheme {
  return schemeIds.some((one) => one === scheme) && scheme in reach;
}

/**
 * Of the schemes of a place, those whose answer is of use to this person now: an aid for a dwelling once
 * one is found, a shelter or an agreement before finding as long as none is, an aid for a debt to a tenant,
 * and what helps after a long wait to whoever has no dwelling, or is to lose it.
 */
export function usefulSchemes(schemes: readonly string[], told: Told): readonly BilanScheme[] {
  const found = told("homeFound");
  const housing = told("currentHousing");
  return schemes.filter(isBilanScheme).filter((scheme) => {
    if (ofADwelling.includes(scheme)) return found === true || found === undefined;
    if (ofNoDwelling.includes(scheme)) return found !== true;
    if (ofLongWait.includes(scheme)) return found !== true || housing === "expulsion";
    if (scheme === "fsl_maintien" || scheme === "fsl_eet")
      return housing === undefined || housing === null || tenancies.includes(String(housing));
    return true;
  });
}

/** What a scheme answers for what was told; what was not told is the ordinary case. */
export function standingOf(scheme: SchemeId, told: Told, on: LocalDate): Assessment {
  return assess(scheme, situationFrom(asKnown(meantBy(told)), []), on);
}

/** An answer and its amount in one word: two that are the same say the same to the person. */
export function outcomeWord({ outcome, amount }: Assessment): string {
  const worth = outcome === "eligible" && amount ? `${amount.value}-${amount.upTo ?? ""}` : "";
  return `${outcome} ${worth}`;
}

function asKnown(meant: ReadonlyMap<string, FactValue | null>): Known {
  return Object.fromEntries([...meant].map(([fact, value]) => [fact, { value, at: 0 }]));
}
