import { phoneSpelling } from "./phone-spelling.ts";

/** "jcherche", "jveux": the pronoun glued to the verb, as thumbs write it. No French word begins so. */
const gluedPronoun = /^j([bcdfghklmnpqrstvxz][a-z]{2,})$/;
const afterC = new Set(["est", "etait", "etais", "etaient", "a", "sera", "serait"]);

/**
 * The words of a normalised text, with phone spelling written in full: "jcherche 1 appart" gives
 * je, cherche, 1, appartement. What is not known is left as it is.
 */
export function spellOut(normalised: string): string[] {
  const words: string[] = [];
  const written = normalised.split(" ");
  for (let place = 0; place < written.length; place++) {
    const word = written[place] ?? "";
    if (word === "") continue;
    const full = phoneSpelling.get(word);
    // "c'est" arrives as two words already, "c koi" does not
    if (word === "c" && afterC.has(written[place + 1] ?? "")) words.push(word);
    else if (full) words.push(...full);
    else spellPronoun(word, words);
  }
  return words;
}

function spellPronoun(word: string, into: string[]): void {
  const verb = gluedPronoun.exec(word)?.[1];
  if (verb === undefined) into.push(word);
  else into.push("je", ...(phoneSpelling.get(verb) ?? [verb]));
}
