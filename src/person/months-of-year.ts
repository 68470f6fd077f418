import { plainWord } from "./plain-answer.ts";

/** The months as they are said in our languages; in Arabic by both families of names. */
const names = [
  "janvier janv january jan enero يناير جانفي كانون_الثاني yanayer",
  "fevrier fevr february feb febrero فبراير فيفري شباط fbrayer",
  "mars march mar marzo مارس آذار",
  "avril avr april apr abril أبريل أفريل نيسان abril",
  "mai may mayo مايو ماي أيار",
  "juin june jun junio يونيو جوان حزيران younyou",
  "juillet juil july jul julio يوليو يوليوز جويلية تموز youlyouz",
  "aout august aug agosto أغسطس غشت أوت آب ghocht",
  "septembre sept september sep septiembre setiembre سبتمبر شتنبر أيلول chtanbir",
  "octobre oct october octubre أكتوبر oktober",
  "novembre nov november noviembre نوفمبر نونبر nouvanbir",
  "decembre dec december diciembre ديسمبر دجنبر doujanbir",
];
const byName = new Map(
  names.flatMap((words, place) =>
    words.split(" ").map((word) => [plainWord(word.replace("_", " ")), place + 1] as const),
  ),
);

/** The month of the year, from 1, that a word names; null when it names none. */
export function monthNamed(word: string): number | null {
  return byName.get(plainWord(word)) ?? null;
}
