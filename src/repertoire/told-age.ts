import type { LocalDate } from "../base/time.ts";
import { plainAnswer } from "../person/plain-answer.ts";
import { readAge } from "../person/read-age.ts";

/** "J'ai …", up to where something else is said. */
const ofOneself =
  /(?<![\p{L}\d])(?:j'? ?ai|g|moi|i'?m|i am|tengo|3a?ndi|عندي|عمري)[ ,]+(.{1,30}?(?:ans?|years?(?: old)?|yo|anos?|سنة|سنه|عام|عاما|3am)|\d{2}|[\p{L}-]{3,12})(?= |[,.;!?]|$)/gu;

/** The age that somebody says to have in a text about something else ("j'ai 17 ans et …"); null when they say none. */
export function toldAge(text: string, language: string, today: LocalDate): number | null {
  const ages = [...plainAnswer(text).matchAll(ofOneself)].flatMap(([, clause = ""]) => {
    const reading = readAge(clause, language, today);
    return reading.kind === "read" ? [Number(reading.value)] : [];
  });
  const [age] = ages;
  return age !== undefined && new Set(ages).size === 1 ? age : null;
}
