import type { LocalDate } from "../base/time.ts";
import {
  because,
  byFigure,
  doubtful,
  type Line,
  no,
  pass,
  type Reason,
  unsure,
} from "./assessment.ts";
import { type Bareme, inForce } from "./bareme.ts";
import { daloFigures } from "./figures-dalo.ts";
import { figuresHere, type LocalFigures } from "./local-figures.ts";
import type { Situation } from "./situation.ts";

const sheet = "service-public F18005 (2025-10-16); hclpd.gouv.fr";
const grounds = [
  "currentHousing",
  "dwellingUnfit",
  "overcrowded",
  "violence",
  "shelterMonths",
  "waitingMonths",
  "disabled",
  "children",
] as const satisfies readonly (keyof Situation)[];

const reason = (code: Reason["code"], values: Reason["values"] = {}): Reason => ({
  code,
  values,
  source: sheet,
});

/** Is there a ground the commission knows, and which? One is enough; a long wait alone is judged by a local figure. */
export function ground(situation: Situation, on: LocalDate, local: LocalFigures): Line {
  const found = certainGround(situation);
  if (found) return pass(found);
  return byFigure(daloFigures.shelterStayMonths, on, (shelter) =>
    byFigure(daloFigures.transitionStayMonths, on, (transition) => {
      const { shelterMonths, monthsInAlt, currentHousing } = situation;
      const inAlt = currentHousing === "alt" ? (monthsInAlt ?? 0) : 0;
      if ((shelterMonths ?? 0) > shelter.value)
        return pass(because(shelter, "daloShelter", { months: shelter.value }));
      if (inAlt > transition.value)
        return pass(because(transition, "daloTransition", { months: transition.value }));
      return doubtOrNone(situation, transition.value, on, local);
    }),
  );
}

function certainGround(situation: Situation): Reason | undefined {
  const { currentHousing: housing, overcrowded, disabled, children } = situation;
  if (housing === "sans_logement") return reason("daloNoHome");
  if (housing === "heberge_tiers") return reason("daloHoused");
  if (housing === "expulsion") return { ...reason("daloEviction"), toConfirm: true };
  if (situation.dwellingUnfit) return reason("daloUnfit");
  if (overcrowded && (disabled || (children ?? 0) > 0)) return reason("daloOvercrowded");
  return situation.violence ? reason("daloViolence") : undefined;
}

function doubtOrNone(
  situation: Situation,
  transition: number,
  on: LocalDate,
  local: LocalFigures,
): Line {
  const missing = grounds.filter((fact) => situation[fact] === null);
  const { currentHousing: housing, monthsInAlt, waitingMonths: waited } = situation;
  if (housing === "alt" && (monthsInAlt === null || monthsInAlt === undefined))
    return doubtful(sheet, ...missing, "monthsInAlt");
  if (missing.length > 0) return doubtful(sheet, ...missing);
  const wait = figuresHere(local, "daloAbnormalWaitMonths", on, daloFigures.abnormalWaitMonths);
  if (waited && isLongWait(waited, wait, on)) return longWait(waited, wait, on);
  if (housing === undefined) return doubtful(sheet, "currentHousing");
  if (housing === "alt" || housing === "ressortant_alt")
    return unsure(reason("daloAltTooShort", { months: transition }), {
      doors: ["contingent_prefectoral", "logement_social"],
    });
  if (housing === "parents") return unsure(reason("daloParents"), { doors: ["logement_social"] });
  if (housing === "separation" || situation.overcrowded || situation.disabled)
    return unsure(reason("daloGroundToCheck"), { doors: ["contingent_prefectoral"] });
  return no(reason("daloNoGround"), "logement_social", "contingent_prefectoral");
}

// what is an abnormally long wait is set by the prefect, and that of the 62 was not found
function longWait(months: number, waits: readonly Bareme<number>[], on: LocalDate): Line {
  return byFigure(waits, on, (wait) => {
    const values = { waited: months, least: wait.value };
    if (wait.confidence === "certain") return pass(because(wait, "daloWaitLong", values));
    return unsure(because(wait, "daloWaitToConfirm", { waited: months }), {
      leaning: months > wait.value ? "eligible" : "not",
      doors: ["logement_social", "contingent_prefectoral"],
    });
  });
}

// a confirmed wait that is not reached is no ground; another one may still be found
function isLongWait(months: number, waits: readonly Bareme<number>[], on: LocalDate): boolean {
  const wait = inForce(waits, on);
  return wait === undefined || wait.confidence !== "certain" || months > wait.value;
}
