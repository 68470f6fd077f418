import type { LocalDate } from "../base/time.ts";
import { inForce } from "./bareme.ts";
import { aplFigures } from "./figures-apl.ts";
import type { Zone } from "./zones.ts";

/** A dwelling and a household, as the formula of the tenants looks at them. Euros a month; income a year. */
export interface Tenancy {
  readonly zone: Zone;
  readonly composition: "single" | "couple" | "flatShare";
  /** The formula is known up to one dependant: from the second on, it gives less than what is due. */
  readonly dependants: number;
  readonly rent: number;
  readonly income: number;
  readonly room: boolean;
  /** A dwelling with an agreement with the State, where the least amounts are paid too. */
  readonly agreement: boolean;
}

/**
 * The housing benefit of a month in euros, zero when nothing is paid, for tenants outside foyers (by
 * the figures of openfisca-france); undefined when the figures of that day are not known.
 */
export function monthlyBenefit(tenancy: Tenancy, on: LocalDate): number | undefined {
  const contribution = inForce(aplFigures.minimumContribution, on)?.value;
  const fall = fallOf(tenancy, on);
  const taken = takenInto(tenancy, on);
  const rate = rateOf(tenancy, taken?.rent, on);
  const allowance = inForce(aplFigures.incomeAllowance, on)?.value;
  const reduction = inForce(aplFigures.flatReduction, on)?.value;
  const least = inForce(aplFigures.leastPaid, on)?.value;
  if (!contribution || fall === undefined || !taken || rate === undefined) return undefined;
  if (!allowance || reduction === undefined || !least) return undefined;

  const spent = taken.rent + taken.charges;
  const above = Math.max(0, tenancy.income - allowance[familyOf(tenancy)]);
  const own = Math.max(contribution.fixed, contribution.rate * spent) + rate * above;
  const paid = Math.max(0, spent - own) * fall - reduction;
  const minimum = tenancy.agreement ? least.apl : least.als;
  return paid > 0 && paid >= minimum ? paid : 0;
}

/** The rent from which nothing is paid, in euros a month without charges; undefined when not known. */
export function rentWithoutBenefit(tenancy: Tenancy, on: LocalDate): number | undefined {
  const cap = capOf(tenancy, on);
  const suppression = inForce(aplFigures.rentSuppression, on)?.value[tenancy.zone];
  return cap === undefined || suppression === undefined ? undefined : cap * suppression;
}

function familyOf({ composition, dependants }: Tenancy): "single" | "couple" | "oneDependant" {
  if (dependants > 0) return "oneDependant";
  return composition === "couple" ? "couple" : "single";
}

function capOf(tenancy: Tenancy, on: LocalDate): number | undefined {
  const cap = inForce(aplFigures.rentCap, on)?.value[tenancy.zone][familyOf(tenancy)];
  const extra = inForce(aplFigures.rentCapPerExtraDependant, on)?.value[tenancy.zone];
  const share = inForce(aplFigures.capShare, on)?.value;
  if (cap === undefined || extra === undefined || !share) return undefined;
  const whole = cap + extra * Math.max(0, tenancy.dependants - 1);
  if (tenancy.composition === "flatShare") return whole * share.flatShare;
  return tenancy.room ? whole * share.room : whole;
}

// one from the lowest cap to the rent where the aid starts to fall, nil where it ends
function fallOf(tenancy: Tenancy, on: LocalDate): number | undefined {
  const cap = capOf(tenancy, on);
  const start = inForce(aplFigures.rentDegression, on)?.value[tenancy.zone];
  const end = rentWithoutBenefit(tenancy, on);
  if (cap === undefined || start === undefined || end === undefined) return undefined;
  const from = cap * start;
  return Math.min(1, Math.max(0, (end - tenancy.rent) / (end - from)));
}

function takenInto(tenancy: Tenancy, on: LocalDate): { rent: number; charges: number } | undefined {
  const cap = capOf(tenancy, on);
  const charges = inForce(aplFigures.chargesLumpSum, on)?.value;
  if (cap === undefined || !charges) return undefined;
  const general = charges.general + charges.perDependant * tenancy.dependants;
  return {
    rent: Math.min(tenancy.rent, cap),
    charges: tenancy.composition === "flatShare" ? charges.flatShareSingle : general,
  };
}

// TF + TL: the rents of reference of TL are the caps of zone 2
function rateOf(tenancy: Tenancy, rent: number | undefined, on: LocalDate): number | undefined {
  const family = inForce(aplFigures.familyRate, on)?.value[familyOf(tenancy)];
  const rates = inForce(aplFigures.rentRate, on)?.value;
  const reference = inForce(aplFigures.rentCap, on)?.value[2][familyOf(tenancy)];
  if (family === undefined || !rates || !reference || rent === undefined) return undefined;
  const share = rent / reference;
  const middle = Math.max(0, Math.min(share, rates.upperFrom) - rates.middleFrom);
  const upper = Math.max(0, share - rates.upperFrom);
  return family + rates.middleRate * middle + rates.upperRate * upper;
}
