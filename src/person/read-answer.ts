import type { LocalDate } from "../base/time.ts";
import { never } from "../base/verdict.ts";
import { doesNotSay } from "./does-not-say.ts";
import type { FactKind } from "./facts.ts";
import { plainAnswer, withoutLetterFigures, wordsOf } from "./plain-answer.ts";
import { readAge } from "./read-age.ts";
import { readFirstName } from "./read-first-name.ts";
import { readMoney } from "./read-money.ts";
import { readMonths } from "./read-months.ts";
import { readPhone } from "./read-phone.ts";
import { readYesNo } from "./read-yes-no.ts";
import { type Reading, unclear } from "./reading.ts";

export type { Reading };

/** An answer that begins so and goes on with a value ("je sais pas, 450 peut-être") is that value. */
const longestRefusal = 12;

/**
 * Reads a typed answer to the question about a fact. Ages and lengths in whole years and months, money
 * in euros a month with at most two decimals. `language` is the conversation's: number words are tried
 * in it first. Options and communes are read where they are offered, so they are not understood here.
 */
export function readAnswer(
  definition: FactKind,
  text: string,
  language: string,
  reading: { readonly today: LocalDate },
): Reading {
  const plain = plainAnswer(text);
  if (saysNothing(plain)) return { kind: "unknownToPerson" };
  switch (definition.kind) {
    case "age":
      return readAge(plain, language, reading.today);
    case "money":
      return readMoney(plain, language);
    case "yesNo":
      return readYesNo(text.slice(0, 300), plain);
    case "months":
      return readMonths(plain, language, reading.today);
    case "phone":
      return readPhone(text);
    case "firstName":
      return plain === "" ? unclear : readFirstName(text.slice(0, 300));
    case "choice":
    case "commune":
    case "day":
    case "subject":
      return { kind: "notUnderstood", because: "elsewhere" };
    default:
      return never(definition);
  }
}

function saysNothing(plain: string): boolean {
  const holdsFigure = /\d/.test(withoutLetterFigures(plain));
  return doesNotSay.test(plain) && !holdsFigure && wordsOf(plain).length <= longestRefusal;
}
