import type { LocalDate } from "../base/time.ts";
import { inForce } from "./bareme.ts";
import {
  type CeilingRegion,
  type Ceilings,
  logementSocialFigures,
} from "./figures-logement-social.ts";
import type { Situation } from "./situation.ts";
import { supportDepartement } from "./support-departement.ts";

type Range = readonly [least: number, most: number];

/** The ceilings that may be those of a household, and the facts that would tell which; euros a year. */
export interface PossibleCeilings {
  readonly lowest: number;
  readonly highest: number;
  readonly missing: readonly string[];
}

/** The ceilings a household may have, by what is known of its people and of its place. */
export function possibleCeilings(
  situation: Situation,
  on: LocalDate,
  table: Readonly<Record<CeilingRegion, Ceilings>>,
): PossibleCeilings {
  const adults = adultsOf(situation);
  const children = childrenOf(situation);
  const young = adults[1] > 1 && children[0] === 0 ? youngCouple(situation, on) : false;
  const lowest = category(adults[0], children[0], young === true);
  const highest = category(adults[1], children[1], young !== false);
  const regions = regionsOf(situation);
  const missing = [
    ...(adults[0] === adults[1] ? [] : [situation.adults === null ? "adults" : "household"]),
    ...(children[0] === children[1] ? [] : ["children"]),
    ...(young === undefined ? [typeof situation.age === "number" ? "coTenants" : "age"] : []),
    ...(supportDepartement(situation) === undefined ? ["departement"] : []),
  ];
  return {
    lowest: Math.min(...regions.map((region) => ceilingOf(table[region], lowest))),
    highest: Math.max(...regions.map((region) => ceilingOf(table[region], highest))),
    missing,
  };
}

// two adults without dependant are category two, or three when young; else each person counts, one alone twice
function category(adults: number, children: number, isYoungCouple: boolean): number {
  if (children === 0 && adults === 2) return isYoungCouple ? 3 : 2;
  if (adults === 1) return children === 0 ? 1 : children + 2;
  return adults + children;
}

function ceilingOf({ categories, extraPerson }: Ceilings, rank: number): number {
  const ceiling = categories[rank - 1];
  return ceiling ?? categories[5] + extraPerson * (rank - categories.length);
}

// flatmates each make their own request
function adultsOf({ adults, household }: Situation): Range {
  if (typeof adults === "number") return [Math.max(1, adults), Math.max(1, adults)];
  if (adults === null) return [1, Number.POSITIVE_INFINITY];
  if (household === null) return [1, 2];
  return household === "couple" ? [2, 2] : [1, 1];
}

function childrenOf({ children }: Situation): Range {
  return children === null ? [0, Number.POSITIVE_INFINITY] : [children ?? 0, children ?? 0];
}

/** Whether the ages of a couple add up to little enough; undefined when one of them is not known. */
function youngCouple({ age, coTenants }: Situation, on: LocalDate): boolean | undefined {
  const most = inForce(logementSocialFigures.youngCoupleMaxSumOfAges, on);
  const [other] = coTenants ?? [];
  if (most === undefined || typeof age !== "number" || typeof other?.age !== "number")
    return undefined;
  return age + other.age <= most.value;
}

// which communes of the three départements around Paris touch it is not in the sources
function regionsOf(situation: Situation): readonly CeilingRegion[] {
  const departement = supportDepartement(situation);
  if (departement === undefined || departement === "other")
    return ["elsewhere", "ileDeFrance", "parisAndAdjacent"];
  if (departement === "75") return ["parisAndAdjacent"];
  if (["92", "93", "94"].includes(departement)) return ["ileDeFrance", "parisAndAdjacent"];
  return ["77", "78", "91", "95"].includes(departement) ? ["ileDeFrance"] : ["elsewhere"];
}
