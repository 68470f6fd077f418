import type { Structure } from "../structure/schema.ts";
import { fold } from "../understanding/normalise.ts";
import { type Danger, dangerByTables, lookForDanger } from "../understanding/safety.ts";
import { namesHelpPlace, withoutHelpPlaces } from "./help-places.ts";

/** To sleep, to give a bed, in the languages that danger is heard in; the text is folded. */
const sleeping =
  /(?<![\p{L}\p{N}])(?:dors|dort|dorment|dorm\w+|duerm\w+|couche[rz]?|(?<!\b(?:suis|es|est|etes|ete|sommes|etais|etait) )heberg(?:er|ez|ent|e{1,2}s?)|(?<!\battestation d )hebergements?|(?:la|cette) nuit|sleep\w*|shelter\w*|overnight|[ان]نام|ننعس|نعس|مبيت|nbat|n3es+)(?![\p{L}\p{N}])/u;

const grave = { none: 0, check: 1, alarm: 2 } as const;

/**
 * Danger in a message written to a structure. The name of a place that helps may stand between the
 * words of a danger ("où dormir à la boussole ce soir"): it is looked at again without it. Who speaks
 * of sleeping there is asked at least whether they have a roof: nobody sleeps in an accueil de jour.
 */
export function dangerHere(structure: Structure, text: string): Danger {
  const folded = fold(text);
  if (!namesHelpPlace(structure, folded)) return lookForDanger(text);
  const heard = lookForDanger(text);
  // about a place to go to, only words that say it themselves are worth a question
  const whole =
    heard.level === "alarm" && heard.kind !== "emergency_shelter" ? heard : dangerByTables(text);
  if (whole.level === "alarm") return whole;
  const without = dangerByTables(withoutHelpPlaces(structure, folded));
  const graver = grave[without.level] > grave[whole.level] ? without : whole;
  return graver.level === "none" && sleeping.test(folded)
    ? { level: "check", kind: "emergency_shelter" }
    : graver;
}
