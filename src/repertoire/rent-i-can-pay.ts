import { dateIn } from "../base/time.ts";
import type { Verdict } from "../base/verdict.ts";
import type { Rules } from "../catalogue.ts";
import { inForce } from "../eligibility/bareme.ts";
import { visaleFigures } from "../eligibility/figures-visale.ts";
import type { Asking } from "../engine/conversation.ts";
import { known, type Scene } from "./scene.ts";

/**
 * The highest rent, charges included, in whole euros a month, that Visale accepts for what comes in each month
 * (service-public F33453). Above the lowest ceiling of rent the town decides, and no figure is given.
 */
export function rentICanPay(
  { structure }: { readonly structure: Pick<Scene["structure"], "zone"> },
  asking: Asking,
): Verdict<Rules["rentICanPay"]> {
  const resources = known(asking, "monthlyResources");
  const on = dateIn(structure.zone, asking.now);
  const share = inForce(visaleFigures.maxRentShareOfResources, on);
  const ceilings = inForce(visaleFigures.rentCeiling, on);
  if (typeof resources !== "number" || share === undefined || ceilings === undefined)
    return { outcome: "unknown" };
  const most = Math.floor(resources * share.value);
  const outcome = most > Math.min(...Object.values(ceilings.value)) ? "ceiling" : "half";
  return { outcome, values: { resources, most } };
}
