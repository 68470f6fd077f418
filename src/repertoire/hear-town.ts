import type { Heard } from "../engine/house.ts";
import type { Structure } from "../structure/schema.ts";
import { understand } from "../understanding/intent.ts";
import { normalise } from "../understanding/normalise.ts";
import { subjectWords } from "./found-subject.ts";
import { hearCommune, outsideCode } from "./hear-commune.ts";
import { namesHelpPlace } from "./help-places.ts";
import { withoutAge } from "./told-ahead.ts";
import { wishIn } from "./wish-in.ts";

/** "Six hundred a month" is no town, though towns far away have any name. */
const saysAmount =
  /(?<!\p{L})(?:euros?|par mois|par semaine|a month|a week|al mes|por semana|ans|years?|anos|في الشهر|سنه|3am|f chhar)(?!\p{L})/u;

/**
 * A town, as an answer to a question of the conversation. What names no town of ours and says a
 * subject ("dalo", "caution") is not taken for the name of a town far away: the switch is offered.
 */
export function hearTown(
  structure: Structure,
  text: string,
  language: string,
  hint: string,
): Heard {
  const plain = normalise(text);
  // "i am 22" names no town
  if (!/\p{L}|\d{5}/u.test(withoutAge(plain))) return { kind: "no", hint };
  if (namesHelpPlace(structure, plain)) return { kind: "no", hint };
  const heard = hearCommune(structure, text, hint);
  const isFar = heard.kind === "value" && !/\d/.test(text) && isOutside(heard.value);
  if (isFar && saysAmount.test(plain)) return { kind: "no", hint };
  return isFar && saysSubject(structure, text, plain, language) ? { kind: "no", hint } : heard;
}

/** A word that is written as ours are: Bailleul is a town, though it looks like a mistyped landlord. */
function saysSubject(structure: Structure, text: string, plain: string, language: string): boolean {
  const { flow, offered } = wishIn(structure, text, language);
  if (flow === null || offered) return false;
  const because = understand(text, language).because.flatMap((phrase) => phrase.split(" "));
  return plain.split(" ").some((word) => subjectWords.has(word) || because.includes(word));
}

function isOutside(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    "inseeCode" in value &&
    value.inseeCode === outsideCode
  );
}
