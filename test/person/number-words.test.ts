import { expect, test } from "vitest";
import { numberInWords } from "../../src/person/number-words.ts";
import { plainAnswer, wordsOf } from "../../src/person/plain-answer.ts";
import { writers } from "./number-in-words.ts";

function read(text: string, language = "fr"): number | null {
  return numberInWords(wordsOf(plainAnswer(text)), language)?.value ?? null;
}

test.each(Object.entries(writers))(
  "each number from 0 to 9 999 written in words is read back: %s",
  (language, write) => {
    const held = language === "darija" ? "fr" : language;
    const wrong: string[] = [];
    for (let value = 0; value < 10_000; value++) {
      const found = read(write(value), held);
      if (found !== value) wrong.push(`${write(value)} → ${found}`);
    }
    expect(wrong.slice(0, 20)).toEqual([]);
  },
);

test.each(Object.entries(writers))(
  "and so it is in a conversation held in French, beyond a few words that are French too: %s",
  (_, write) => {
    const wrong: string[] = [];
    for (let value = 20; value < 10_000; value += 7) {
      const found = read(write(value), "fr");
      if (found !== value) wrong.push(`${write(value)} → ${found}`);
    }
    expect(wrong.slice(0, 20)).toEqual([]);
  },
);

test.each([
  ["dix neuf", "fr", 19],
  ["vingt-et-un", "fr", 21],
  ["soixante et onze", "fr", 71],
  ["septante-deux", "fr", 72],
  ["quatre vingt dix neuf", "fr", 99],
  ["mille deux", "fr", 1002],
  ["quatorz", "fr", 14],
  ["cinquente", "fr", 50],
  ["soixnte dix", "fr", 70],
  ["j'ai quinse ans", "fr", 15],
  ["un loyer de cinq cents", "fr", 500],
  ["twenty one", "en", 21],
  ["fourty", "en", 40],
  ["eightteen", "en", 18],
  ["a hundred", "en", 100],
  ["veintidós", "es", 22],
  ["treinta y cinco", "es", 35],
  ["quinientos", "es", 500],
  ["خمسة وعشرون", "ar", 25],
  ["خمسه و عشرين", "ar", 25],
  ["تمنتاش", "ar", 18],
  ["ثمانية عشر", "ar", 18],
  ["خمس مية", "ar", 500],
  ["tes3tach", "fr", 19],
  ["tmenya w 3chrin", "fr", 28],
  ["reb3 mya w khamsin", "fr", 450],
  ["wa7ed w 3chrin", "fr", 21],
  ["vingt trente", "fr", null],
  ["vingt ou trente", "fr", null],
  ["veinte o treinta", "es", null],
  ["عشرين أو ثلاثين", "ar", null],
  ["très peu", "fr", null],
  ["mal au dos", "fr", null],
  ["i was there once", "en", null],
  ["une rente", "fr", 1],
  ["la belle vie", "fr", null],
  ["un autre jour peut-être, c'est contre moi", "fr", 1],
  ["", "fr", null],
])("« %s » (%s) is the number %j", (text, language, value) => {
  expect(read(text, language)).toBe(value);
});
