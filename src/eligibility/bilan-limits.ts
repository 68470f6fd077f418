import type { LocalDate } from "../base/time.ts";
import { inForce } from "./bareme.ts";
import { locapassFigures } from "./figures-locapass.ts";
import { mobiliJeuneFigures } from "./figures-mobili-jeune.ts";

/** The figures that questions of the bilan quote: kilometres, minutes, months after moving in. */
export function bilanLimits(on: LocalDate): Readonly<Record<string, number | string>> {
  const { minDistanceKm, minTravelMinutes } = mobiliJeuneFigures;
  return {
    kilometres: inForce(minDistanceKm, on)?.value ?? "?",
    minutes: inForce(minTravelMinutes, on)?.value ?? "?",
    months: inForce(locapassFigures.requestDeadlineMonthsAfterEntry, on)?.value ?? "?",
  };
}
