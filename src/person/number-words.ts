const french: Readonly<Record<string, number>> = {
  zero: 0,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
  vingt: 20,
  vingts: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  septante: 70,
  octante: 80,
  nonante: 90,
  cent: 100,
  cents: 100,
  mille: 1000,
  mil: 1000,
};
const english: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  hundreds: 100,
  thousand: 1000,
};
const hundreds = new Set(["cent", "cents", "hundred", "hundreds"]);
const thousands = new Set(["mille", "mil", "thousand"]);
const linking = new Set(["et", "and"]);

/** A number said in words, and the words around it. */
export interface SaidNumber {
  readonly value: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * The first number said in words ("dix-neuf", "deux cents", "twenty one"), in the conversation's
 * language first; null when there is none, or two.
 */
export function numberInWords(words: readonly string[], language: string): SaidNumber | null {
  const tables = language === "en" ? [english, french] : [french, english];
  for (const table of tables) {
    const start = words.findIndex(
      (word) => isNumber(word, table) && !isArticle(word, words, table),
    );
    if (start < 0) continue;
    let end = start + 1;
    while (end < words.length && continues(words, end, table)) end++;
    const value = sumOf(words.slice(start, end), table);
    if (words.slice(end).some((word) => isNumber(word, table) && !isArticle(word, words, table)))
      return null;
    return { value, before: words.slice(0, start), after: words.slice(end) };
  }
  return null;
}

function isNumber(word: string, table: Readonly<Record<string, number>>): boolean {
  return Object.hasOwn(table, word);
}

// "un" is an article as soon as another number is there: "un loyer de cinq cents"
function isArticle(
  word: string,
  words: readonly string[],
  table: Readonly<Record<string, number>>,
): boolean {
  if (word !== "un" && word !== "une" && word !== "one") return false;
  return words.some(
    (other) => other !== word && isNumber(other, table) && !follows(word, other, words),
  );
}

function follows(word: string, other: string, words: readonly string[]): boolean {
  const distance = words.indexOf(word) - words.indexOf(other);
  return distance === 1 || (distance === 2 && linking.has(words[words.indexOf(word) - 1] ?? ""));
}

function continues(
  words: readonly string[],
  place: number,
  table: Readonly<Record<string, number>>,
): boolean {
  const word = words[place] ?? "";
  return isNumber(word, table) || (linking.has(word) && isNumber(words[place + 1] ?? "", table));
}

function sumOf(words: readonly string[], table: Readonly<Record<string, number>>): number {
  let whole = 0;
  let part = 0;
  for (const word of words) {
    if (thousands.has(word)) {
      whole += Math.max(1, part) * 1000;
      part = 0;
    } else if (hundreds.has(word)) {
      part = Math.max(1, part) * 100;
    } else if ((word === "vingt" || word === "vingts") && part % 100 === 4) {
      // quatre-vingts is four times twenty
      part += 76;
    } else {
      part += table[word] ?? 0;
    }
  }
  return whole + part;
}
