import type { LocalDate } from "../base/time.ts";
import { because, byFigure, type Line, no, pass, unknown, unsure } from "./assessment.ts";
import { mobiliJeuneFigures } from "./figures-mobili-jeune.ts";
import { housingBenefitOf, rentOf, type Situation } from "./situation.ts";

const sheet = "service-public F33173 (Mobili-Jeune)";

/** The rent left once housing benefit is paid, in euros a month; undefined when it cannot be told. */
export function rentLeft(situation: Situation): number | undefined {
  const { home } = situation;
  if (home?.rentAfterApl !== undefined) return home.rentAfterApl ?? undefined;
  const rent = rentOf(home);
  const benefit = housingBenefitOf(situation);
  return rent === undefined || benefit === undefined ? undefined : Math.max(0, rent - benefit);
}

/** Is it a dwelling for which the person pays: a lease or a share of it, a foyer, a boarding school? */
export function tenancy({ home, tenantStatus }: Situation): Line {
  const housedForFree = home?.parc === "chez_parents" || tenantStatus === "heberge_gratuit";
  if (housedForFree || tenantStatus === "proprietaire")
    return no({ code: "mobiliNoRent", source: sheet });
  const missing = [
    ...(home?.parc === null ? ["home.parc"] : []),
    ...(tenantStatus === null ? ["tenantStatus"] : []),
  ];
  if (missing.length > 0) return unknown(sheet, ...missing);
  if (tenantStatus !== "sous_locataire" || home === null || home?.parc === "hlm") return pass();
  return home?.parc === undefined
    ? unknown(sheet, "home.parc")
    : no({ code: "mobiliSublet", source: sheet });
}

/** Is there a dwelling yet? Said last: all that refuses without it stands. */
export function homeIsFound({ home }: Situation): Line {
  if (home !== null) return pass();
  return unsure({ code: "mobiliNoHomeYet", source: sheet }, { missing: ["home.rentAfterApl"] });
}

/** Far enough from the former home, by distance or by travel, or two homes paid because of the rhythm? One is enough. */
export function nearer(situation: Situation, on: LocalDate): Line {
  const { distanceKm, travelMinutes, twoHomes } = situation;
  if (twoHomes === true) return pass({ code: "mobiliTwoHomes", source: sheet });
  return byFigure(mobiliJeuneFigures.minDistanceKm, on, (distance) =>
    byFigure(mobiliJeuneFigures.minTravelMinutes, on, (travel) => {
      const values = { kilometres: distance.value, minutes: travel.value };
      if ((distanceKm ?? 0) > distance.value || (travelMinutes ?? 0) > travel.value)
        return pass(because(distance, "mobiliFarEnough", values));
      const missing = [
        ...(distanceKm === null || distanceKm === undefined ? ["distanceKm"] : []),
        ...(travelMinutes === null || travelMinutes === undefined ? ["travelMinutes"] : []),
        ...(twoHomes === null ? ["twoHomes"] : []),
      ];
      if (missing.length > 0) return unknown(sheet, ...missing);
      return no(because(distance, "mobiliTooNear", values), "apl");
    }),
  );
}
