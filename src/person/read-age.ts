import type { LocalDate } from "../base/time.ts";
import { birthIn } from "./birth-date.ts";
import { numberInWords } from "./number-words.ts";
import { countsNoAge } from "./other-units.ts";
import { withoutLetterFigures, wordsOf } from "./plain-answer.ts";
import { outOfRange, type Reading, read, unclear } from "./reading.ts";

const youngest = 10;
const oldest = 99;
/** Ages at which a right opens or closes (`eligibility/`): between two of them one year more changes nothing. */
const agesThatCount = [16, 18, 21, 25, 26, 30, 31];
/** "Bientôt 18 ans" is 17, and the difference opens or closes rights. */
const notThere =
  /(?<![\p{L}\d])(?:bientot|presque|quasi|environ|vers|dans|almost|nearly|about|turning|will be|i'll be|gonna be|moins de|plus de|under|over|casi|menos de|mas de|cumplo|voy a cumplir|j'aurai|jaurai|vais avoir|aurai|ca va faire|bezzaf|tqriban|9rib|grib|تقريبا|قريبا|حوالي|اقل من|اكثر من|سابلغ|ساكمل)(?![\p{L}\d])/u;
/** The age of somebody else is no answer. */
const ofAnother =
  /(?<![\p{L}])(?:mon|ma|mes|notre|son|sa|my|our|mi|nuestr[oa]) (?:fils|fille|filles|frere|soeur|bebe|enfants?|copain|copine|cousin|cousine|amie?|pote|petit frere|petite soeur|mari|femme|mere|pere|mec|coloc|son|daughter|brother|sister|baby|kids?|boyfriend|girlfriend|hijo|hija|hermano|hermana|novio|novia|bebe)(?![\p{L}])|(?:^| )(?:ابني|ابنتي|اخي|اختي|weldi|benti|bnti|khouya|khti|3ndha|3ndo|عندها|عنده)(?![\p{L}])/u;
const oneself =
  /(?<![\p{L}])(?:j'?ai|moi j'?ai|i'm|im|i am|me,|tengo|yo|عمري|عندي|3ndi|3andi|3omri|f 3omri)(?![\p{L}])/u;
const years =
  /(\d{1,3}) ?(?:ans?|piges?|balais|years?|yrs?|yo|anos?|سنه|سنة|عام|عاما|سنوات|3am|3am|3ama|sna)(?![\p{L}\d])/gu;

/** An age in whole years, from an age ("19 ans et demi", "dix-neuf", "tes3tach") or a birth read on `today`. */
export function readAge(plain: string, language: string, today: LocalDate): Reading {
  if (ofAnother.test(plain) && !oneself.test(plain)) return unclear;
  const born = birthIn(plain, today);
  if (born?.kind === "none") return unclear;
  if (born?.kind === "day") return inRange(born.age);
  if (born?.kind === "year") return betweenTwo(born.ages);
  if (/^-\s?\d/.test(plain) || notThere.test(plain)) return outOfRange;
  const figures = withoutLetterFigures(plain).match(/\d+/g) ?? [];
  if (figures.length === 0) {
    const said = numberInWords(wordsOf(plain), language);
    if (said && isOfElse(said.after, wordsOf(plain).length)) return unclear;
    return said && !isArticle(said.value, plain) ? inRange(said.value) : unclear;
  }
  if (countsNoAge(plain)) return unclear;
  // "17,5 ans" is 17 and a half
  if (figures.length === 1 || /^\D*\d{2}[.,]\d\D*$/.test(plain)) return inRange(Number(figures[0]));
  // "19 ans et 6 mois", "j'ai 19 ans, 20 en mars": the number that counts years is the age
  const ages = [...plain.matchAll(years)].map(([, age]) => Number(age));
  const [age] = ages;
  return age !== undefined && ages.length === 1 ? inRange(age) : outOfRange;
}

function betweenTwo([younger, older]: readonly [number, number]): Reading {
  return agesThatCount.includes(older) ? outOfRange : inRange(Math.max(younger, older));
}

/** "Dix euros" counts no years; in a sentence years are said. */
function isOfElse([unit = ""]: readonly string[], words: number): boolean {
  const isYears = /^(?:ans?|piges?|balais|years?|anos?|3am|سنة|سنه|عام|عاما)$/.test(unit);
  return (
    !isYears &&
    (words > 5 || /^(?:euros?|mois|jours?|heures?|enfants?|months?|semaines?)$/.test(unit))
  );
}

/** "Un peu": one is never an age, and says nothing of one. */
function isArticle(value: number, plain: string): boolean {
  return value <= 1 && !/\b(?:ans?|years?)\b/.test(plain);
}

function inRange(age: number): Reading {
  return age >= youngest && age <= oldest ? read(age) : outOfRange;
}
