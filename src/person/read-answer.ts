import type { LocalDate } from "../base/time.ts";
import { never } from "../base/verdict.ts";
import type { FactKind } from "./facts.ts";
import { plainAnswer, wordsOf } from "./plain-answer.ts";
import { readAge } from "./read-age.ts";
import { readFirstName } from "./read-first-name.ts";
import { readMoney } from "./read-money.ts";
import { readMonths } from "./read-months.ts";
import { readYesNo } from "./read-yes-no.ts";
import { type Reading, unclear } from "./reading.ts";

export type { Reading };

/** "I don't know" and "I'd rather not say", whole or at the head of an answer: accepted everywhere. */
const doesNotSay =
  /^(?:euh |ben |bah |heu |mdr |franchement |non |no |desole |sorry )*(?:(?:je |j')?(?:ne )?(?:sais|c|se|sait) (?:vraiment |trop )?(?:pas|plus)|j'?sais (?:pas|plus)|chai pas|che pas|chepa|jsp|jspas|jcp|j'en sais rien|j'sais pas|aucune idee|pas d'idee|sans idee|je (?:ne )?(?:prefere|veux|souhaite) (?:pas|ne pas|plutot ne pas|pas le|pas en)|j'(?:ai )?(?:pas envie|aime mieux pas)|je prefere pas|jprefere pas|jveux pas (?:dire|le dire|repondre)|passe|passer|je passe|suivante?|question suivante|sans reponse|idk|i do ?n[o']?t know|dont know|dunno|no idea|not sure|i'?d? ?(?:would )?rather not|prefer not|i prefer not|i do ?n'?t want to|skip|pass|no lo se|no se|la a3ref|ma3reftch|je me souviens (?:pas|plus)|je m'en souviens (?:pas|plus)|j'ai oublie|ca (?:ne )?vous regarde pas)(?=$|[ ,.!?;:])/;
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
      return readMonths(plain, language);
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
  return doesNotSay.test(plain) && !/\d/.test(plain) && wordsOf(plain).length <= longestRefusal;
}
