/** Endings of French and English words that change nothing to what a subject is, longest first. */
const endings =
  /(?:issements?|ements?|ations?|itions?|ances?|euses?|eurs?|ables?|aient|erais?|erait|issent|issait|ions|antes?|ants?|ees?|ers?|ais|ait|ent|ing|ez|es|er|ir|is|it|us?|e|s|x|d|t)$/;
const shortestStem = 3;

/** The part of a normalised word that stays when it is bent: "rendue", "rendre" and "rends" are "rend" or near it. */
export function stem(word: string): string {
  if (word.length <= shortestStem + 1) return word.replace(/(?<=\w{3})[sx]$/, "");
  const short = word.replace(endings, "");
  return short.length >= shortestStem ? short : word;
}
