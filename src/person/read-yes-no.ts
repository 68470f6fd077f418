import { wordsOf } from "./plain-answer.ts";
import { type Reading, read, unclear } from "./reading.ts";

const yesWords = new Set(
  `oui ouais ouai ouii oue ouep yep yes yeah yup ui wi si ok okay carrement exact exactement evidemment absolument
  affirmatif sure tkt d'accord dac vrai true na3am ayeh oui oueh ya`.split(/\s+/),
);
const noWords = new Set(
  `non nn nan no nop nope nah na pas jamais not never nein negatif aucun aucune faux false lla niet toujours`.split(
    /\s+/,
  ),
);
const yesPhrases =
  /\b(?:bien sur|d'accord|c'est ca|c est ca|tout a fait|of course|that's right|je crois|je pense|i think so|i do|i am|i have|deja|c'est fait|already)\b/;
const noPhrases =
  /\b(?:pas encore|pas du tout|not yet|not really|toujours pas|surtout pas|i don't|i'm not|i haven't|je crois pas|je pense pas|pas vraiment)\b/;
const thumbs: readonly (readonly [RegExp, boolean])[] = [
  [/[👍✅☑✔👌]/u, true],
  [/[👎❌✖🚫🙅]/u, false],
];

/** Yes or no, as thumbs and people say them; a message that says both is not understood. */
export function readYesNo(text: string, plain: string): Reading {
  const shown = thumbs.filter(([sign]) => sign.test(text)).map(([, meaning]) => meaning);
  const words = wordsOf(plain).map((word) => word.replace(/(\p{L})\1{2,}/gu, "$1"));
  const [first = ""] = words;
  if (noPhrases.test(plain)) return yesWords.has(first) && first !== "ok" ? unclear : read(false);
  const said = new Set([
    ...words.filter((word) => yesWords.has(word)).map(() => true),
    ...words.filter((word) => noWords.has(word) && word !== "toujours").map(() => false),
    ...shown,
  ]);
  // "oui mais pas encore signé": the first word answers, the rest explains
  if (yesWords.has(first))
    return words.some((word) => word === "non" || word === "no") ? unclear : read(true);
  if (noWords.has(first) && first !== "toujours")
    return words.includes("oui") ? unclear : read(false);
  const [only] = said;
  if (said.size === 1 && only !== undefined) return read(only);
  return said.size === 0 && yesPhrases.test(plain) ? read(true) : unclear;
}
