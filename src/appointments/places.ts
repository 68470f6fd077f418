import { arabicTowns } from "./arabic-towns.ts";
import { closeness, mentions, plainName } from "./commune-names.ts";
import { readPlaceAnswer } from "./place-answer.ts";

export interface Commune {
  readonly name: string;
  readonly inseeCode: string;
  readonly postcodes: readonly string[];
}

export interface Territory<C extends Commune = Commune> {
  readonly id: string;
  readonly role: "served" | "neighbour";
  readonly communes: readonly C[];
}

interface Territories<T extends Territory> {
  readonly territories: readonly T[];
}

type CommuneOf<T extends Territory> = T["communes"][number];

export type CommuneFound<T extends Territory = Territory> =
  | { readonly kind: "found"; readonly commune: CommuneOf<T>; readonly territory: T }
  /** To be asked, even when there is only one: it is likely, not sure. */
  | { readonly kind: "several"; readonly communes: readonly CommuneOf<T>[] }
  /** A place, but none of ours; its name as it was written when there is one. */
  | { readonly kind: "outside"; readonly name?: string }
  | { readonly kind: "notUnderstood" };

/**
 * Which commune an answer names: by its name, the start of its name, with a typing mistake, or by
 * its postcode. When several fit, or one is only likely, they are given back to be asked.
 */
export function findCommune<T extends Territory>(
  structure: Territories<T>,
  text: string,
): CommuneFound<T> {
  const { postcode, words, looksLikePlace } = readPlaceAnswer(text);
  if (words !== "") {
    const named = byName(structure, words, looksLikePlace, postcode);
    if (named) return named;
  }
  const arabic = byArabicName(structure, text);
  if (arabic) return arabic;
  if (postcode) {
    const there = all(structure).filter((commune) => commune.postcodes.includes(postcode));
    return there.length === 0 ? { kind: "outside" } : settle(structure, there);
  }
  return looksLikePlace
    ? { kind: "outside", name: asWritten(text, words) }
    : { kind: "notUnderstood" };
}

function byName<T extends Territory>(
  structure: Territories<T>,
  words: string,
  looksLikePlace: boolean,
  postcode: string | null,
): CommuneFound<T> | null {
  const communes = all(structure);
  const measured = communes.map((commune) => ({
    commune,
    how: closeness(words, plainName(commune.name)),
  }));
  const those = (how: string) =>
    measured.filter((one) => one.how === how).map(({ commune }) => commune);

  const same = those("same");
  if (same.length > 0) return settle(structure, same);
  // a mistake in a long name tells by itself; a start may be any word of ordinary talk
  const mistyped = inPostcode(those("mistyped"), postcode);
  if (mistyped.length > 0) return settle(structure, mistyped);
  const started = looksLikePlace ? inPostcode(those("start"), postcode) : [];
  if (started.length > 0) return settle(structure, started);

  const named = communes.filter((commune) => mentions(words, plainName(commune.name)));
  const first = named.filter((commune) => words.startsWith(plainName(commune.name)));
  // "annay sous lens" is Annay; "pas loin de lens" is perhaps Lens
  if (looksLikePlace && named.length === 1 && first.length === 1) return settle(structure, first);
  if (named.length > 0) return { kind: "several", communes: named };

  const doubtful = looksLikePlace ? inPostcode(those("doubtful"), postcode) : [];
  return doubtful.length > 0 ? { kind: "several", communes: doubtful } : null;
}

/** The same answer in Arabic letters; null when it names none of ours. */
function byArabicName<T extends Territory>(
  structure: Territories<T>,
  text: string,
): CommuneFound<T> | null {
  const towns = arabicTowns(text);
  const named = all(structure).filter(({ inseeCode }) =>
    towns.some((town) => town.inseeCode === inseeCode),
  );
  if (named.length === 0) return null;
  return towns.some(({ isSure }) => isSure)
    ? settle(structure, named)
    : { kind: "several", communes: named };
}

/** A guess from a name holds only where the postcode that came with it agrees: Loos 59120 is not ours. */
function inPostcode<C extends Commune>(
  communes: readonly C[],
  postcode: string | null,
): readonly C[] {
  return postcode === null
    ? communes
    : communes.filter(({ postcodes }) => postcodes.includes(postcode));
}

function settle<T extends Territory>(
  structure: Territories<T>,
  communes: readonly CommuneOf<T>[],
): CommuneFound<T> {
  const [commune] = communes;
  const territory = structure.territories.find((one) =>
    one.communes.some(({ inseeCode }) => inseeCode === commune?.inseeCode),
  );
  return commune && territory && communes.length === 1
    ? { kind: "found", commune, territory }
    : { kind: "several", communes };
}

const all = <T extends Territory>(structure: Territories<T>): readonly CommuneOf<T>[] =>
  structure.territories.flatMap((territory) => territory.communes);

/** The words as the person wrote them: the end of the text that reads the same. */
function asWritten(text: string, words: string): string {
  const starts = [...text.matchAll(/(?<![\p{L}\p{M}])\p{L}/gu)].map(({ index }) => index);
  const start = starts.find((index) => plainName(text.slice(index)) === words);
  return start === undefined ? words : text.slice(start).trim();
}
