import { withoutLetterFigures, wordsOf } from "./plain-answer.ts";

/** Up to so many words, a figure is the answer by itself; in a sentence it must say what it counts. */
const shortAnswer = 4;

const after = (words: string) => new RegExp(`\\d ?(?:${words})(?![\\p{L}\\d])`, "u");
const ages = "ans?|piges?|balais|years?|yrs?|yo|anos?|سنه|سنة|عام|عاما|سنوات|3am|3ama|sna";
const lengths =
  "mois|semaines?|jours?|nuits?|months?|weeks?|days?|nights?|meses|mes|semanas?|dias?|noches?|شهر|شهرا|اشهر|شهور|يوم|ايام|اسابيع|ليالي|ليال|chhar|chher|chhour|simana|simanat|nhar|iyam";
const hours = "h(?:eures?)? ?\\d{0,2}|am|pm|hours?|horas?|minutes?|min|ساعه|sa3a|sa3at";
const things =
  "enfants?|kids?|children|hijos?|drari|personnes?|people|personas|degres?|metres?|km|m2|pieces?|رسائل|شخص|rue|avenue|fois|times|veces|mrrat";
const money = "€|e|euros?|eur|balles?|boules?|يورو|اورو|euro|centimes?";

const notAges = after(`${money}|${lengths}|${hours}|${things}`);
const notMoney = after(`${ages}|${lengths}|${hours}|${things}`);
const notMonths = after(`${money}|${hours}|${things}`);
const dated = /(?<![\p{L}])(?:le|au|du|depuis le|the|on|el|dia|nhar|يوم) \d{1,2}(?![\d.,€])/u;
const ageSaid = new RegExp(
  `(?<![\\p{L}\\d])(?:j'? ?ai|g|moi|age|i'?m|i am|tengo|con|edad|3a?ndi|3omri|عندي|عمري|وعمري)[ :,]+(?:que |deja |juste |seulement |just |only |ya |solo )?\\d{1,2}(?!\\d)|^\\d{1,2}[ ,]|\\d ?(?:${ages})(?![\\p{L}\\d])`,
  "u",
);
const moneySaid =
  /(?<![\p{L}])(?:euros?|eur|balles?|loyer|loye|charges?|gagne|gagner|touche|paie|paye|payer|salaire|paye|bourse|cej|rsa|apl|caf|chomage|retraite|revenus?|par mois|le mois|chaque mois|mensuel|environ|peut[ -]etre|crois|sais|c'est|cest|rent|earn|pay|wage|salary|month|about|around|alquiler|gano|pago|sueldo|cobro|mes|unos|lkra|kra|kankhles|kanakhod|flous|chhar|الايجار|ايجار|كراء|ادفع|راتب|اقبض|الشهر|يورو|اورو|حوالي)(?![\p{L}])|\d ?[€e](?![\p{L}\d])/u;
const ageTold =
  /(?<![\p{L}])(?:j'?aurai|j'? ?ai|g|i'?m|i am|tengo|3a?ndi|عمري) \d{1,2} ?(?:ans|years|anos|3am|سنه|سنة)(?! (?:d'|de|of))/u;
const inEuros = after(money);
const numberOnly = /^[^\p{L}]*$/u;

/** Whether a plain answer counts something else than years of age: euros, hours, months, or somebody's story. */
export function countsNoAge(plain: string): boolean {
  if (notAges.test(plain) || dated.test(plain))
    return !new RegExp(`\\d ?(?:${ages})(?![\\p{L}\\d])`, "u").test(plain);
  return isStory(plain) && !ageSaid.test(plain);
}

/** Whether it counts something else than money. */
export function countsNoMoney(plain: string): boolean {
  if (notMoney.test(plain) || dated.test(plain)) return !inEuros.test(plain);
  return isStory(plain) && !moneySaid.test(plain);
}

/** Whether it counts something else than a length of time. */
export function countsNoMonths(plain: string): boolean {
  const isLength = new RegExp(
    `(?:${lengths}|${ages}|trimestres?|semestres?)(?![\\p{L}\\d])`,
    "u",
  ).test(plain);
  return notMonths.test(plain) || (isStory(plain) && (!isLength || ageTold.test(plain)));
}

function isStory(plain: string): boolean {
  return !numberOnly.test(plain) && wordsOf(withoutLetterFigures(plain)).length > shortAnswer;
}
