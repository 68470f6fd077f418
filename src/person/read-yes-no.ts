import { plainWord, wordsOf } from "./plain-answer.ts";
import { type Reading, read, unclear } from "./reading.ts";

const yesWords = wordSet(
  `oui ouais ouai okk dacor dakor vazy vasi sii alright ntafa9 mwafe9 صحيح ouii oue ouep yep yes yeah yup yess ye ui wi si ok okay okey oki carrement exact exactement evidemment
  absolument affirmatif sure tkt dac vrai true oueh ya grave ouaip mouip clairement effectivement volontiers
  claro vale cierto efectivamente sip exacto
  na3am naam ayeh ayyeh iyeh iyyeh eyeh ih wah wakha wakhkha waxa wa5a ewah aah ahh
  نعم أجل ايوه ايوا أيوة ايه آه اه إيه بلى طبعا أكيد صح تمام موافق واخا وخا`,
);
const noWords = wordSet(
  `non nn nan nann no nop nope nah na nein negatif aucun aucune faux false naon noon neni
  nunca tampoco nada nel
  lla lala llah la2 makaynch makaynsh machi walo walou abadan
  لا كلا لأ لاء ليس مش مو أبدا ماكاينش لسه مازال والو`,
);
/** Yes or no only as the whole answer: elsewhere they are another word. */
const alone: readonly (readonly [ReadonlySet<string>, boolean])[] = [
  [wordSet("safi اي ah eh ouh mhm mmh hm y s daccord 3ndi 3andi kayn kayna عندي"), true],
  [wordSet("la n none ninguno ninguna pas jamais not never mazal nunca"), false],
];
const yesPhrases = phrases(
  `bien sur|vas-y|vas y|je veux bien|jveux bien|je suis ok|i agree|eso es|c sa|c ca|d'accord|daccord|c'est ca|c est ca|cest ca|tout a fait|of course|that's right|thats right|je crois|je pense|i think so|i do|i am|i have|deja|c'est fait|cest fait|already|ca marche|por supuesto|desde luego|creo que|de acuerdo|asi es|ya esta|ya lo|bien sûr|je confirme|c bon|c'est bon|cest bon|بالطبع|بالتأكيد|بكل تأكيد|لم لا`,
);
const noPhrases = phrases(
  `pas encore|pas du tout|not now|none of|pas maintenant|ahora no|la la|la choukran|la chokran|ma bghitch|mabghitch|ما بغيتش|trop pas|not yet|not really|toujours pas|surtout pas|i don'?t|i'?m not|i haven'?t|i didn'?t|je crois pas|je pense pas|je ne crois pas|je ne pense pas|pas vraiment|todavia no|aun no|para nada|creo que no|en absoluto|no tengo|ma 3ndich|ma3ndich|ma 3andich|ma3andich|mazal ma|machi bessah|ليس بعد|ليس لدي|ليس عندي|ما عنديش|ماعنديش|ما عندي|لم|لا أظن|مازال ما|abadan`,
);
/** Neither: what can go both ways is asked again. */
const unsure = phrases(
  `peut etre|ptet|ptetre|pt etre|maybe|perhaps|possible|a voir|ca depend|depends|it depends|mouais|bof|plus ou moins|quiza|quizas|tal vez|depende|a lo mejor|ah bon|euh|ymken|yemken|iqdar|ربما|يمكن|ممكن|حسب|oui et non|yes and no|si y no`,
);
const whyNot =
  /^(?:(?:ouais|oui|ok|bah|ben) )?(?:pourquoi|pk|pq|why|porque|por que) (?:pas|not|no) ?[!.]*$/;
/** "J'ai pas", "je l'ai jamais fait": a no without its word. */
const denied =
  /^(?:non )?(?:moi )?(?:j'?ai|je n'ai|jai|je l'ai|j'en ai|je suis|jsuis|je n'en ai|on a|on est|y a|il y a|c'est|pas) ?(?:meme )?(?:pas|jamais|rien|encore|plus)(?![\p{L}])/u;
/** A yes or no is near the start; further on, its words belong to a story. */
const longestAside = 5;
const longestStory = 12;
const nearStart = 12;
const question = /\?|(?<![\p{L}])(?:est-ce que|wach|هل)(?![\p{L}])/u;
const thumbs: readonly (readonly [RegExp, boolean])[] = [
  [/[👍✅☑✔👌💯]/u, true],
  [/[👎❌✖🚫🙅]/u, false],
];

/** Yes or no, as thumbs and people say them in our languages; a message that says both is not understood. */
export function readYesNo(text: string, plain: string): Reading {
  const shown = thumbs.filter(([sign]) => sign.test(text)).map(([, meaning]) => meaning);
  const words = wordsOf(plain).map((word) =>
    plainWord(word.replace(/(\p{L})\1{2,}/gu, "$1").replace(/^(oui|ouais|non|nan)+$/u, "$1")),
  );
  const whole = alone.find(([said]) => words.length === 1 && said.has(words[0] ?? ""));
  if (whole && shown.every((meaning) => meaning === whole[1])) return read(whole[1]);
  if (unsure.test(plain)) return unclear;
  const isStory = words.length > longestAside || question.test(plain);
  const [first = ""] =
    words[0] === "ah" || words[0] === "bah" || words[0] === "ben" ? words.slice(1) : words;
  if (whyNot.test(plain)) return read(true);
  if (!isStory && denied.test(plain)) return read(false);
  const no = noPhrases.exec(plain);
  if (no && (!isStory || no.index <= nearStart) && words.length <= longestStory)
    return yesWords.has(first) && first !== "ok" ? unclear : read(false);
  const said = new Set([
    ...words.filter((word) => yesWords.has(word)).map(() => true),
    ...words.filter((word) => noWords.has(word)).map(() => false),
    ...shown,
  ]);
  if (first === "toujours") return unclear;
  // "oui mais pas encore signé": the first word answers, the rest explains
  if (yesWords.has(first))
    return words.some((word) => /^(?:non|no|lla|لا)$/.test(word)) ? unclear : read(true);
  if (noWords.has(first))
    return words.some((word) => /^(?:oui|yes|نعم)$/.test(word)) ? unclear : read(false);
  if (isStory) return unclear;
  const [only] = said;
  if (said.size === 1 && only !== undefined) return read(only);
  return said.size === 0 && yesPhrases.test(plain) && words.length < longestAside
    ? read(true)
    : unclear;
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).map(plainWord));
}

function phrases(list: string): RegExp {
  const each = list.split("|").map(plainWord);
  return new RegExp(`(?<![\\p{L}\\d])(?:${each.join("|")})(?![\\p{L}\\d])`, "u");
}
