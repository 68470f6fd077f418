import type { LocalDate } from "../base/time.ts";
import { because, byFigure, doubtful, type Line, no, pass, unknown, unsure } from "./assessment.ts";
import { type Bareme, inForce } from "./bareme.ts";
import { visaleFigures } from "./figures-visale.ts";
import { fitsIn } from "./money.ts";
import { housingBenefitOf, rentOf, type Situation } from "./situation.ts";
import { isStudent, otherTenant } from "./visale-tenants.ts";
import { type Zone, zoneOf } from "./zones.ts";

const sheet = "service-public F33453 (Visale)";
const everyZone: readonly Zone[] = [1, 2, 3];

/** From three people on one lease, each needs their own lease and request: the rent of each is to be looked at. */
export function peopleOnLease({ coTenants }: Situation, on: LocalDate): Line {
  if (coTenants === null) return doubtful(sheet, "coTenants");
  const people = 1 + (coTenants?.length ?? 0);
  if (people === 1) return pass();
  return byFigure(visaleFigures.maxCotenantsOnOneVisa, on, (most) =>
    people > most.value
      ? unsure(because(most, "oneLeaseEach", { people, most: most.value }))
      : pass(),
  );
}

/** Is the rent at or under the ceiling of its zone? Without a dwelling, not sure, with the rent to look for. */
export function rentCeiling(situation: Situation, on: LocalDate): Line {
  if (situation.home === null) return noHomeYet(situation, on);
  if (isSharedByThree(situation)) return pass();
  const rent = rentOf(situation.home);
  if (rent === undefined) return unknown(sheet, "home.rentWithCharges");
  return byFigure(visaleFigures.rentCeiling, on, (ceilings) => {
    const { lowest, highest } = bounds(ceilings, situation);
    if (rent > highest)
      return no(because(ceilings, "rentAboveCeiling", { rent, ceiling: highest }), "fsl_acces");
    if (rent > lowest) return unknown(ceilings.source, "home.zone");
    return pass(because(ceilings, "rentWithinCeiling", { rent, ceiling: lowest }));
  });
}

/** Is the rent at most half of what comes in? Students and work-study prove nothing up to a limit. */
export function rentShare(situation: Situation, on: LocalDate): Line {
  const rent = rentOf(situation.home);
  // a dwelling not found or a rent not known was already said by the line of the ceiling
  if (rent === undefined || isSharedByThree(situation)) return pass();
  return byFigure(visaleFigures.studentNoProofRent, on, (limits) => {
    const { lowest, highest } = bounds(limits, situation);
    const student = isStudent(situation);
    if (student === true && rent <= lowest)
      return pass(because(limits, "studentNoProof", { rent, limit: lowest }));
    const missing: string[] = [];
    if (student === true && rent <= highest) missing.push("home.zone");
    if (typeof student === "object" && rent <= highest) missing.push(student.missing);
    return shareOfIncome(situation, rent, missing, on);
  });
}

function shareOfIncome(
  situation: Situation,
  rent: number,
  undecided: readonly string[],
  on: LocalDate,
): Line {
  const { resources, missing } = incomeOf(situation);
  return byFigure(visaleFigures.maxRentShareOfResources, on, (share) => {
    const half = share.value * resources;
    const values = { rent, half, resources };
    if (fitsIn(rent, half)) return pass(because(share, "rentWithinHalf", values));
    const benefit = housingBenefitOf(situation);
    const unknowns = [...undecided, ...missing];
    if (benefit === undefined) return unknown(sheet, ...unknowns, "estimatedHousingBenefit");
    return byFigure(visaleFigures.housingBenefitShareCounted, on, (counted) => {
      const more = share.value * (resources + counted.value * benefit);
      if (fitsIn(rent, more))
        return pass(
          because(counted, "rentWithinHalfWithBenefit", { ...values, benefit, half: more }),
        );
      if (unknowns.length > 0) return unknown(sheet, ...unknowns);
      return no(
        because(share, "rentAboveHalf", { ...values, half: more }),
        "locapass",
        "fsl_acces",
      );
    });
  });
}

// what is known of the income may be enough, even when a part of it is not known
function incomeOf(situation: Situation): { resources: number; missing: readonly string[] } {
  const other = otherTenant(situation);
  const missing: string[] = [];
  if (typeof situation.monthlyResources !== "number") missing.push("monthlyResources");
  if (other && typeof other.monthlyResources !== "number") missing.push("coTenants");
  return { resources: (situation.monthlyResources ?? 0) + (other?.monthlyResources ?? 0), missing };
}

function noHomeYet(situation: Situation, on: LocalDate): Line {
  const share = inForce(visaleFigures.maxRentShareOfResources, on);
  const resources = situation.monthlyResources;
  const missing = ["home.rentWithCharges"];
  if (share === undefined || !resources || isStudent(situation) !== false)
    return unsure({ code: "noHomeYet", source: sheet }, { missing });
  const values = { resources, half: share.value * resources };
  return unsure(because(share, "noHomeYetTarget", values), { missing });
}

function isSharedByThree({ coTenants }: Situation): boolean {
  return (coTenants?.length ?? 0) >= 2;
}

function bounds(figure: Bareme<Readonly<Record<Zone, number>>>, { home }: Situation) {
  const zone = zoneOf(home ?? {});
  const values = (zone ? [zone] : everyZone).map((each) => figure.value[each]);
  return { lowest: Math.min(...values), highest: Math.max(...values) };
}
