import { monthlyShare, otherMoney, withoutPeriod } from "./money-period.ts";
import { numberInWords } from "./number-words.ts";
import { countsNoMoney } from "./other-units.ts";
import { withoutLetterFigures, wordsOf } from "./plain-answer.ts";
import { outOfRange, type Reading, read, unclear } from "./reading.ts";

/** Above this many euros a month, it was a yearly figure or a slip of the thumb. */
const highest = 20_000;
/** "1 200,50", "1.200", "1200.5", "1,200": thousands in groups of three, then one or two decimals. */
const amounts = /\d{1,3}(?:[ .,'٬]\d{3})+(?!\d)(?:[.,٫]\d{1,2}(?!\d))?|\d+(?:[.,٫]\d{1,2}(?!\d))?/g;
const nothing =
  /^(?:rien|aucun|aucune|zero|nada|cero|nothing|none|nul|que dalle|que tchi|walo|walou|walu|0|والو|لا شيء|لاشيء|ولا شيء|صفر)(?![\p{L}\d])|(?<![\p{L}])(?:rien du tout|pas d'argent|pas un (?:rond|sou|centime)|pas de (?:revenus?|ressources?|salaire)|aucun revenu|sans revenus?|sans ressources?|no income|aucune ressource|je (?:gagne|touche|percois|recois) (?:rien|pas d)|touche rien|ai rien|gagne rien|no money|nothing at all|no tengo (?:nada|ingresos|dinero)|sin ingresos|sin dinero|nada de nada|no gano nada|ma 3ndi walo|ma3ndi walou?|ma3endi walou?|bla flous|ليس عندي شيء|ليس لدي شيء|ليس لدي دخل|ما عندي والو|ماعندي والو|ماعنديش|ما عنديش|بدون دخل|بلا دخل)(?![\p{L}])/u;
const between =
  /\d ?(?:€|e|euros?)? ?(?:-|–|—|\/|a|ou|et|to|or|and|o|y|hasta|7tal|ل|الى|او|و) ?\d/u;
/** "2 mille", "1 mil 200", "3 cents", "mille 200", "5 مية": figures and words in one sum. */
const mixed =
  /(?<![\d.,])(\d{1,3}(?:[.,]\d)?) ?(mille|mil|milles|thousand|alf|alaf|الف|الاف|cents?|hundred|mya|miya|مية|ميه)(?:(?: et| and| y| w| و)? ?(\d{1,3}))?(?![\d.,])(?![\p{L}])/gu;
const glued = /(?<![\d.,])(\d)k([1-9])(?!\d)/g;
const thousandAlone =
  /(?<![\p{L}\d])(?:(?<!\d )mille|mil|(?:a|one) thousand|alf|الف)(?: et| and| y| w| و)? (\d{2,3})(?![\d.,])/gu;

/** Longer, "rien" is a word of a story. */
const longestNothing = 7;

/** Euros a month, with at most two decimals; a sum of a year, a week or a fortnight is brought to the month. */
export function readMoney(plain: string, language: string): Reading {
  if (otherMoney.test(plain)) return unclear;
  const bare = withoutPeriod(plain);
  const summed = inFigures(withoutLetterFigures(bare));
  const figures = summed.match(amounts) ?? [];
  if (figures.length === 0) return inWords(plain, language);
  if (countsNoMoney(bare)) return unclear;
  if (/(?:^|[^\d\s]|\s)-\s?\d/.test(summed) && !between.test(summed)) return outOfRange;
  if (figures.length > 1 || /\bmillions?\b/.test(summed)) return outOfRange;
  const thousand = /\d ?k(?:€|e|euros?)?\b/.test(summed) ? 1000 : 1;
  return monthly(sumOf(figures[0] ?? "") * thousand, plain);
}

function inFigures(plain: string): string {
  return plain
    .replace(mixed, (_, count: string, unit: string, rest: string | undefined) => {
      const times = /^(?:cent|hundred|mya|miya|م)/.test(unit) ? 100 : 1000;
      return String(Number(count.replace(",", ".")) * times + Number(rest ?? 0));
    })
    .replace(glued, (_, thousands: string, hundreds: string) => `${thousands}${hundreds}00`)
    .replace(thousandAlone, (_, rest: string) => String(1000 + Number(rest)));
}

function inWords(plain: string, language: string): Reading {
  const words = wordsOf(plain);
  if (nothing.test(plain)) return words.length > longestNothing ? unclear : read(0);
  const said = numberInWords(words, language);
  // "un salaire", "une bourse": an article, not a sum of one euro
  if (!said || (said.value === 1 && !/\beuros?\b/.test(plain))) return unclear;
  // "deux enfants", "trois smic": so few euros are said with their name
  if (
    said.value < 20 &&
    said.after.length > 0 &&
    !/^(?:euros?|يورو|اورو|balles?)$/.test(said.after[0] ?? "")
  )
    return unclear;
  if (countsNoMoney(`${plain} `)) return unclear;
  return monthly(thousandSaid(said.value, words), plain);
}

/** "Mille deux" is twelve hundred in talk, as "mille cinq" is fifteen hundred: nobody pays 1 002 euros. */
function thousandSaid(value: number, words: readonly string[]): number {
  const place = words.findIndex((word) => word === "mille" || word === "mil");
  const isShort = place >= 0 && value > 1001 && value < 1010 && words[place - 1] === undefined;
  return isShort && /^(?:deux|trois|quatre|cinq|six|sept|huit|neuf)$/.test(words[place + 1] ?? "")
    ? 1000 + (value - 1000) * 100
    : value;
}

function sumOf(figure: string): number {
  const decimals = /[.,٫](\d{1,2})$/.exec(figure)?.[1] ?? "";
  const whole = decimals === "" ? figure : figure.slice(0, -decimals.length - 1);
  return Number(`${whole.replace(/\D/g, "")}.${decimals || "0"}`);
}

function monthly(amount: number, plain: string): Reading {
  const share = monthlyShare(plain);
  if (share === null) return unclear;
  const months = amount * share;
  if (!Number.isFinite(months) || months > highest) return outOfRange;
  return read(Math.round(months * 100) / 100);
}
