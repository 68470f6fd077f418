import { type Reading, read, unclear } from "./reading.ts";

const introduced =
  /^(?:(?:bonjour|salut|hello|hi|hey|slt|bjr|coucou)[ ,!.]+)?(?:moi )?(?:c['’ ]?est|je m['’ ]?appell?e|jm['’ ]?appell?e|mon (?:prénom|prenom|nom)(?: (?:c['’ ]?est|est))?|moi|prénom|prenom|my name(?:'s| is)|my first name is|i['’]?m|i am|call me|appelle[ -]moi|[اإ]سمي(?: هو)?|[أا]نا|smiti|ismi)[ :]+/iu;
const name = /^\p{L}[\p{L}\p{M}]*(?:[-'’ ]\p{L}[\p{L}\p{M}]*){0,3}$/u;
const longest = 40;
/** Words of a sentence: who writes one has not given a name. */
const sentenceWords = new Set(
  `je j tu il elle on nous vous ne pas non oui pourquoi quoi comment veux peux dois cherche ai suis est c un une
  le la les des mon ma mes pour avec sans rien no yes i you want my not why what merci bonjour salut stop menu
  aide logement appart hello ok لا نعم اريد أريد لماذا كيف شكرا شكرًا مرحبا القائمة سكن بدون`.split(
    /\s+/,
  ),
);

/** A first name of 1 to 40 letters, kept as written ("je m'appelle Lina" gives "Lina"); a sentence is none. */
export function readFirstName(text: string): Reading {
  const written = text
    .normalize("NFC")
    .replace(/\p{Cf}+/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  if (written.length > longest * 3) return unclear;
  const own = written
    .replace(introduced, "")
    .replace(/(?:[\s.!,;:\p{So}]|\ufe0f)+$/gu, "")
    .trim();
  if ([...own].length > longest || !name.test(own)) return unclear;
  const words = own.toLowerCase().split(/[ '’]/u);
  if (words.some((word) => sentenceWords.has(word))) return unclear;
  return read(own);
}
