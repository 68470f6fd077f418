import type { FactValue, Known } from "../person/facts.ts";
import { type Situation, situationSchema } from "./situation.ts";
import { departementOf, territoryOf } from "./zones.ts";

type Raw = Record<string, unknown>;

// A conversation asks under or over one month, not the day: any day well inside each half decides the same.
const daysAgo = { lessThanMonth: 15, moreThanMonth: 45 } as const;
// After two months, as after less: the question of the Loca-Pass stands on the second month alone.
const daysOver = { no: 45, yes: 75 } as const;
// In the same way for the five years between two aids; somebody who never had one has no date.
const yearsAgo = { lessThanFiveYears: 2, moreThanFiveYears: 6 } as const;

/**
 * The situation told in a conversation, in the vocabulary of the rules. A required fact that was not asked yet counts
 * as not known, like an answer that was kept private or that the rules cannot read.
 */
export function situationFrom(known: Known, requiredFacts: readonly string[]): Situation {
  const told = (fact: string): FactValue | null | undefined => {
    const answer = known[fact];
    if (answer) return answer.value;
    return requiredFacts.includes(fact) ? null : undefined;
  };
  const home = homeFrom(told, [...new Set([...Object.keys(known), ...requiredFacts])]);
  const raw: Raw = {
    ...straight(told),
    ...entryFrom(told("movedIn")),
    ...householdFrom(told),
    ...debtsFrom(told("debts")),
    ...distanceFrom(told("farFromFormerHome")),
    ...careFrom(told("careEnded")),
    ...previousAidFrom(told("previousFslAccess")),
    ...whereFrom(told("commune"), home),
    ...(home === undefined ? {} : { home }),
  };
  return situationSchema.parse(readable(raw, situationSchema.shape));
}

type Told = (fact: string) => FactValue | null | undefined;

// the facts whose name and values are the same on both sides
function straight(told: Told): Raw {
  const derived = ["home", "movedIn", "movedInDaysAgo", "previousFslAccessYearsAgo"];
  const names = Object.keys(situationSchema.shape).filter((name) => !derived.includes(name));
  return compact(Object.fromEntries(names.map((name) => [name, told(name)])));
}

// a child to come is not yet one that the ceilings count; three is where their last step is known to begin
const childrenOf = { expecting: 0, one: 1, two: 2, threeOrMore: 3 } as const;

function householdFrom(told: Told): Raw {
  const livesWith = told("livesWith");
  if (livesWith === undefined) return {};
  if (typeof livesWith !== "string") return { household: null, children: null };
  const [household = ""] = livesWith.split("_");
  if (!livesWith.endsWith("_enfant")) return { household, children: 0 };
  const count = told("childrenCount");
  const isKnown = typeof count === "string" && count in childrenOf;
  return { household, children: isKnown ? childrenOf[count as keyof typeof childrenOf] : null };
}

// whether there is a debt decides, never how much: any number above zero says the same
function debtsFrom(debts: FactValue | null | undefined): Raw {
  if (debts === undefined) return {};
  if (debts === null)
    return { rentArrearsMonths: null, energyDebt: null, overIndebtednessPlan: null };
  if (debts === "file") return { overIndebtednessPlan: true };
  return {
    rentArrearsMonths: debts === "rent" || debts === "both" ? 1 : 0,
    energyDebt: debts === "energy" || debts === "both" ? 1 : 0,
    overIndebtednessPlan: false,
  };
}

// the question quotes both limits: on one side of them all distances decide the same
function distanceFrom(isFar: FactValue | null | undefined): Raw {
  if (isFar === undefined) return {};
  if (isFar === null) return { distanceKm: null, travelMinutes: null };
  return isFar ? { distanceKm: 1000 } : { distanceKm: 0, travelMinutes: 0 };
}

// in the same way for the three years after care (CCH L.441-1)
function careFrom(ended: FactValue | null | undefined): Raw {
  if (ended === undefined) return {};
  if (ended === "inCare") return { careMeasureEndsInMonths: 1 };
  if (ended === "lessThanThreeYears") return { careEndedMonthsAgo: 12 };
  return { careEndedMonthsAgo: ended === "moreThanThreeYears" ? 48 : null };
}

function homeFrom(told: Told, facts: readonly string[]): Raw | null | undefined {
  const found = told("homeFound");
  if (found === false) return null;
  const names = facts.filter((fact) => fact.startsWith("home."));
  const own = { ...landlordFrom(told("landlordIsRelative")), ...entryOf(told) };
  if (found === undefined && names.length === 0 && Object.keys(own).length === 0) return undefined;
  const { "home.commune": commune, ...answers } = compact(
    Object.fromEntries(names.map((name) => [name, told(name)])),
  );
  const home = Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [name.slice("home.".length), value]),
  );
  // whether there is a dwelling is not known: it is one of which nothing is known
  if (found === null && Object.keys(home).length === 0) home["parc"] = null;
  return { ...home, ...own, ...placeFrom(commune) };
}

// a parent, a grandparent or a child: each decides the same
function landlordFrom(isRelative: FactValue | null | undefined): Raw {
  if (isRelative === undefined) return {};
  if (isRelative === null) return { landlordRelation: null };
  return { landlordRelation: isRelative ? "grand-parent" : "none" };
}

function entryOf(told: Told): Raw {
  if (told("movedIn") !== "moreThanMonth") return {};
  const over = told("movedInOverTwoMonths");
  if (over === undefined) return {};
  return { movedInDaysAgo: over === null ? null : daysOver[over ? "yes" : "no"] };
}

function placeFrom(commune: unknown): Raw {
  if (commune === undefined) return {};
  if (!isCommune(commune)) return { commune: null, inseeCode: null, departement: null };
  const { inseeCode, name } = commune;
  return { commune: name, inseeCode, departement: departementOf(inseeCode) };
}

function entryFrom(movedIn: FactValue | null | undefined): Raw {
  if (movedIn === undefined) return {};
  if (movedIn === "no") return { movedIn: false };
  if (movedIn === "lessThanMonth" || movedIn === "moreThanMonth")
    return { movedIn: true, movedInDaysAgo: daysAgo[movedIn] };
  return { movedIn: null };
}

function previousAidFrom(previous: FactValue | null | undefined): Raw {
  if (previous === undefined || previous === "never") return {};
  if (previous === "lessThanFiveYears" || previous === "moreThanFiveYears")
    return { previousFslAccessYearsAgo: yearsAgo[previous] };
  return { previousFslAccessYearsAgo: null };
}

// where the person lives says which fund is theirs only as long as no dwelling says it
function whereFrom(commune: FactValue | null | undefined, home: Raw | null | undefined): Raw {
  if (commune === undefined) return {};
  const inseeCode = isCommune(commune) ? commune.inseeCode : undefined;
  const departement = inseeCode ? departementOf(inseeCode) : null;
  return {
    territory: inseeCode ? territoryOf(inseeCode) : null,
    currentDepartement: departement,
    ...(home ? {} : { departement }),
  };
}

function isCommune(value: unknown): value is { inseeCode: string; name: string } {
  return typeof value === "object" && value !== null && "inseeCode" in value && "name" in value;
}

function compact(raw: Raw): Raw {
  return Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined));
}

// an answer kept from an older form of the question is not known, and never breaks a turn
function readable(raw: Raw, shape: typeof situationSchema.shape): Raw {
  const { home, ...rest } = raw;
  const kept = (
    fields: Raw,
    schemas: Readonly<Record<string, { safeParse(value: unknown): { success: boolean } }>>,
  ) =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([name, value]) => {
        const schema = schemas[name];
        return schema ? [[name, schema.safeParse(value).success ? value : null]] : [];
      }),
    );
  const inner = shape.home.unwrap().unwrap().shape;
  const dwelling = home && typeof home === "object" ? kept({ ...home }, inner) : home;
  return { ...kept(rest, shape), ...(home === undefined ? {} : { home: dwelling }) };
}
