import { numberInWords } from "./number-words.ts";
import { wordsOf } from "./plain-answer.ts";
import { outOfRange, type Reading, read, unclear } from "./reading.ts";

/** Above this many euros a month, it was a yearly figure or a slip of the thumb. */
const highest = 20_000;
/** "1 200,50", "1.200", "1200.5", "1,200": thousands in groups of three, then one or two decimals. */
const amounts = /\d{1,3}(?:[ .,']\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d{1,2}(?!\d))?/g;
const nothing =
  /^(?:rien|aucun|aucune|zero|nada|nothing|none|nul|que dalle|0)\b|\b(?:rien du tout|pas d'argent|pas de revenus?|aucun revenu|sans revenus?|sans ressources?|no income|aucune ressource|je (?:gagne|touche|percois|recois) rien|touche rien|ai rien|gagne rien|no money)\b/;
const byYear =
  /\b(?:par an|l'an|annuels?|annuelle|par annee|a year|per year|yearly|annual|\/ ?an|an brut)\b/;
const byWeek =
  /\b(?:par semaine|la semaine|hebdo(?:madaires?)?|a week|per week|weekly|\/ ?semaine)\b/;
const between = /\d ?(?:€|e|euros?)? ?(?:-|–|—|\/|a|ou|et|to|or|and) ?\d/;

/** Euros a month, with at most two decimals; a sum a year or a week is brought to the month. */
export function readMoney(plain: string, language: string): Reading {
  const figures = plain.match(amounts) ?? [];
  if (figures.length === 0) return inWords(plain, language);
  if (/(?:^|[^\d\s]|\s)-\s?\d/.test(plain) && !between.test(plain)) return outOfRange;
  if (figures.length > 1 || /\bmillions?\b/.test(plain)) return outOfRange;
  const thousand = /\d ?k(?:€|e|euros?)?\b/.test(plain) ? 1000 : 1;
  return monthly(sumOf(figures[0] ?? "") * thousand, plain);
}

function inWords(plain: string, language: string): Reading {
  if (nothing.test(plain)) return read(0);
  const said = numberInWords(wordsOf(plain), language);
  // "un salaire", "une bourse": an article, not a sum of one euro
  if (!said || (said.value === 1 && !/\beuros?\b/.test(plain))) return unclear;
  return monthly(said.value, plain);
}

function sumOf(figure: string): number {
  const decimals = /[.,](\d{1,2})$/.exec(figure)?.[1] ?? "";
  const whole = decimals === "" ? figure : figure.slice(0, -decimals.length - 1);
  return Number(`${whole.replace(/\D/g, "")}.${decimals || "0"}`);
}

function monthly(amount: number, plain: string): Reading {
  const months = byYear.test(plain)
    ? amount / 12
    : byWeek.test(plain)
      ? (amount * 52) / 12
      : amount;
  if (!Number.isFinite(months) || months > highest) return outOfRange;
  return read(Math.round(months * 100) / 100);
}
