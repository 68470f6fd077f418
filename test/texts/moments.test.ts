import { expect, test } from "vitest";
import { type MomentStyle, saidMoment } from "../../src/base/said.ts";
import { instant } from "../../src/base/time.ts";
import { openTexts } from "../../src/texts.ts";

const texts = openTexts({ strict: true });
const afternoon = "2026-12-01T13:30:00Z";
/** Half past one at night, in winter. */
const night = "2026-11-24T00:30:00Z";

const said: readonly (readonly [string, MomentStyle | undefined, string, string])[] = [
  ["fr", undefined, afternoon, "mardi 1er décembre à 14 h 30"],
  ["en", undefined, afternoon, "Tuesday 1 December at 14:30"],
  ["es", undefined, afternoon, "martes 1 de diciembre a las 14:30"],
  ["es", undefined, night, "martes 24 de noviembre a la 1:30"],
  ["es", "day", afternoon, "martes 1 de diciembre"],
  ["es", "month", afternoon, "diciembre de 2026"],
  ["es", "short", afternoon, "mar 1/12 14:30"],
  ["ar", undefined, afternoon, "الثلاثاء 1 ديسمبر الساعة 14:30"],
  ["ar", "month", afternoon, "ديسمبر 2026"],
];

test.each(said)("in %s, a moment said in style %s, %s, is « %s »", (language, style, at, words) => {
  const moment = saidMoment(instant(at), "Europe/Paris", style);
  expect(texts.say(moment, language)).toBe(words);
});
