/** Endings of French and English words that change nothing to what a subject is, longest first. */
const endings =
  /(?:isements?|ements?|ations?|itions?|[ae]nces?|euses?|eurs?|ables?|aient|erais?|erait|isent|isait|ions|antes?|ants?|ees?|ers?|ais|ait|ent|ing|ez|es|er|ir|is|it|us?|e|s|x|d|t)$/;
const shortestStem = 3;

/** Ways of writing one sound, so that "unik" and "unique", "arnak" and "arnaque" are one word. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/(\p{L})\1+/gu, "$1"],
  [/eau|au/g, "o"],
  [/ph/g, "f"],
  [/qu|q|c(?=[aouklrt]|$)/g, "k"],
  [/y/g, "i"],
  [/th/g, "t"],
];

/**
 * The part of a normalised word that stays when it is bent or written as it sounds: "rendue", "rendre" and
 * "rends" are "rend" or near it.
 */
export function stem(word: string): string {
  const sounded = sounds.reduce((left, [written, sound]) => left.replace(written, sound), word);
  if (sounded.length <= shortestStem + 1) return sounded.replace(/(?<=\w{3})[sx]$/, "");
  const short = sounded.replace(endings, "");
  return short.length >= shortestStem ? short : sounded;
}
