import type { LocalDate } from "../base/time.ts";
import { monthlyBenefit, rentWithoutBenefit, type Tenancy } from "./apl-formula.ts";
import { inForce } from "./bareme.ts";
import { aplFigures } from "./figures-apl.ts";
import type { Situation } from "./situation.ts";
import { zoneOf } from "./zones.ts";

/** The benefit from its lowest to its highest, in euros a month, for all that the facts leave open. */
export interface Estimate {
  readonly low: number;
  readonly high: number;
  /** Whether the formula holds for this dwelling and household, or only tells that something is due. */
  readonly isShown: boolean;
  /** The lowest rent, and the rent from which nothing is paid, in euros a month without charges. */
  readonly rent: number;
  readonly rentLimit: number;
}

/** What may be estimated, or the facts that are missing for it (none: the figures of that day are not known). */
export function estimate(situation: Situation, on: LocalDate): Estimate | readonly string[] {
  // a zone that is not known is not replaced by what another fact suggests
  const zone = situation.home?.zone === null ? undefined : zoneOf(situation.home ?? {});
  const rents = rentsOf(situation, on);
  const incomes = yearlyIncomes(situation, on);
  const missing = [
    ...(zone === undefined ? ["home.zone"] : []),
    ...(rents === undefined ? [rentAsked(situation)] : []),
    ...(Array.isArray(incomes) ? [] : [incomes.missing]),
    ...(["household", "children"] as const).filter((fact) => situation[fact] === null),
  ];
  if (missing.length > 0 || zone === undefined || rents === undefined || !Array.isArray(incomes))
    return missing;
  const tenancies = rents.flatMap((rent) =>
    incomes.flatMap((income) =>
      roomsOf(situation).map((room) => ({ ...homeOf(situation), zone, rent, income, room })),
    ),
  );
  return among(situation, tenancies, on);
}

function among(
  situation: Situation,
  tenancies: readonly Tenancy[],
  on: LocalDate,
): Estimate | readonly string[] {
  const amounts = tenancies.map((tenancy) => monthlyBenefit(tenancy, on));
  const known = amounts.filter((amount) => amount !== undefined);
  const limits = tenancies.map((tenancy) => rentWithoutBenefit(tenancy, on));
  const low = Math.min(...known);
  if (known.length < amounts.length) return [];
  return {
    low,
    high: Math.max(...known),
    isShown: isWithinFormula(situation),
    rent: Math.min(...tenancies.map(({ rent }) => rent)),
    rentLimit: Math.max(...limits.filter((limit) => limit !== undefined)),
  };
}

function homeOf({ household, children, home }: Situation) {
  const agreement = ["hlm", "fjt", "residence_sociale"].includes(home?.parc ?? "");
  const dependants = children ?? 0;
  if (household === "colocation")
    return { composition: "flatShare", dependants, agreement } as const;
  return {
    composition: household === "couple" ? "couple" : "single",
    dependants,
    agreement,
  } as const;
}

// in a residence of students nothing tells a room from a studio
function roomsOf({ home }: Situation): readonly boolean[] {
  const residence =
    home?.parc === "residence_universitaire" || home?.parc === "residence_etudiante";
  return residence ? [true, false] : [false];
}

/** Foyers have a formula of their own; from two dependants on, for flatmates with one, or couples who study, too. */
function isWithinFormula({ home, household, children, status }: Situation): boolean {
  const foyer = home?.parc === "fjt" || home?.parc === "residence_sociale";
  const most = household === "colocation" ? 0 : 1;
  const studentCouple = household === "couple" && status === "etudiant";
  return !foyer && !studentCouple && (children ?? 0) <= most;
}

function rentAsked({ home }: Situation): string {
  return home?.rent === null ? "home.rent" : "home.rentWithCharges";
}

/** The rents without charges that are possible: the ends, and the cap between them where the aid turns. */
function rentsOf({ home }: Situation, on: LocalDate): readonly number[] | undefined {
  const { rent, charges, rentWithCharges } = home ?? {};
  if (typeof rent === "number") return [rent];
  // a rent that is not known is not replaced by another figure
  if (rent === null || typeof rentWithCharges !== "number") return undefined;
  if (typeof charges === "number") return [Math.max(0, rentWithCharges - charges)];
  const usual = inForce(aplFigures.chargesLumpSum, on)?.value.general ?? 0;
  const least = charges === null ? 0 : Math.max(0, rentWithCharges - usual);
  const caps = Object.values(inForce(aplFigures.rentCap, on)?.value ?? {}).flatMap((cap) =>
    Object.values(cap).filter((value) => value > least && value < rentWithCharges),
  );
  return [least, ...caps, rentWithCharges];
}

/** The incomes of a year that may count: for a student a lump sum, else what comes in today, as if all year. */
function yearlyIncomes(situation: Situation, on: LocalDate): number[] | { missing: string } {
  const { status, age, boursierEtat, household, monthlyResources, coTenants } = situation;
  if (status === null) return { missing: "status" };
  const limit = inForce(aplFigures.studentAgeLimit, on);
  const student = inForce(aplFigures.studentIncome, on);
  if (status === "etudiant" && household !== "couple" && limit && student) {
    if (age === null) return { missing: "age" };
    const { without, scholarshipCut } = student.value;
    const cuts = typeof boursierEtat === "boolean" ? [boursierEtat] : [true, false];
    if ((age ?? 0) < limit.value) return cuts.map((cut) => without - (cut ? scholarshipCut : 0));
  }
  if (typeof monthlyResources !== "number") return { missing: "monthlyResources" };
  const margin = inForce(aplFigures.incomeMargin, on)?.value ?? 0;
  const around = (income: number) => [income * (1 - margin) * 12, income * (1 + margin) * 12];
  if (household !== "couple") return around(monthlyResources);
  if (coTenants === null) return { missing: "coTenants" };
  const [other] = coTenants ?? [];
  if (other && typeof other.monthlyResources !== "number") return { missing: "coTenants" };
  return around(monthlyResources + (other?.monthlyResources ?? 0));
}
