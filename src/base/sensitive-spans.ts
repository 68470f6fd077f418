import { isCard, isIban, isNir } from "./number-keys.ts";
import { plainSigns } from "./plain-signs.ts";
import { saidSpans } from "./sensitive-said.ts";

/** Numbers that open somebody's rights, money or papers, and that nobody needs to write to us. */
export type SensitiveKind = "nir" | "card" | "iban" | "allocataire" | "identity";

/** Where a sensitive number stands in a text: from `start`, up to `end` not included. */
export interface Span {
  readonly kind: SensitiveKind;
  readonly start: number;
  readonly end: number;
}

const apart = "[ .\\-_]{0,3}";
/** 15 signs, however they are spaced: fingers slip. */
const nirShape = new RegExp(
  `(?<![\\da-z])[1-478](?:${apart}\\d){4}${apart}(?:\\d${apart}\\d|2${apart}[ab])(?:${apart}\\d){8}(?![\\da-z])`,
  "g",
);
/** As cards are printed and typed: whole, in fours, four-six-five, four-six-four, or with a slip of spacing. */
const cardShapes = [
  /(?<!\d)\d{13,19}(?!\d)/g,
  /(?<!\d)\d{4}(?:[ .\-_]{1,3}\d{4}){3}(?:[ .\-_]{1,3}\d{3})?(?!\d)/g,
  /(?<!\d)\d{4}(?:[ .\-_]{1,3}\d{4}){3}(?!\d)/g,
  /(?<!\d)\d{4}[ .\-_]{1,3}\d{6}[ .\-_]{1,3}\d{4,5}(?!\d)/g,
  /(?<!\d)\d{4,12}(?:[ .\-_]{1,3}\d{4,12}){1,2}(?!\d)/g,
  /(?<!\d)\d\d(?:[ .\-_]{1,3}\d\d){7}(?!\d)/g,
];
const ibanStart = /(?<![\p{L}\d])[a-z]{2}[ .-]?\d[ ]?\d/gu;
const phoneShape =
  /(?<![\d.,])(?:(?:\+|00) ?\d{2,3}[ .-]?(?:\(0\))?|0)[1-9](?:[ .-]?\d\d){4}(?!\d)/g;
/** A long number of another kind, by what is said before it. */
const otherNumber =
  /(?:commande|colis|suivi|dossier|reference|ref|contrat|facture|imei|order|tracking|pedido|paquete|demande|unique|nur|client|ticket|طلب)[^\d\n]{0,20}$/;

/** All sensitive numbers of a text, in their order, none over another. */
export function sensitiveSpans(text: string): Span[] {
  const plain = plainSigns(text);
  const found = [
    ...saidSpans(plain),
    ...nirSpans(plain),
    ...ibanSpans(text, plain),
    ...cardSpans(plain),
  ];
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  return found.filter(
    (span, place) => !found.some((other, before) => before < place && other.end > span.start),
  );
}

function nirSpans(plain: string): Span[] {
  const spans = shaped(plain, nirShape, "nir", (found) => isNir(found.replace(/[^\dab]/g, "")));
  return spans.filter(({ start, end }) => {
    // digits of a list of phone numbers may by chance have the right key: a number that stands alone is read
    const alone =
      !/\d[ .\-_]{0,3}$/.test(plain.slice(0, start)) && !/^[ .\-_]{0,3}\d/.test(plain.slice(end));
    return alone || !holdsPhone(plain, start, end);
  });
}

function holdsPhone(plain: string, start: number, end: number): boolean {
  return [...plain.matchAll(phoneShape)].some(
    (phone) => phone.index < end && phone.index + phone[0].length > start,
  );
}

function ibanSpans(text: string, plain: string): Span[] {
  return [...plain.matchAll(ibanStart)].flatMap((found) => {
    const isGlued = /^[a-z]{2}\d/.test(found[0]);
    // "de 20 …" is a word and a number; "FR 76 …" is an account
    if (!isGlued && !/^[A-Z]{2}/.test(text.slice(found.index))) return [];
    const rest = /^[a-z\d]+(?:[ .\-_]{1,3}[a-z\d]+){0,34}/.exec(
      plain.slice(found.index, found.index + 120),
    );
    const ends = [...(rest?.[0] ?? "").matchAll(/[a-z\d](?![a-z\d])/g)].map(
      ({ index }) => index + 1,
    );
    const length = ends.find((end) =>
      isIban(plain.slice(found.index, found.index + end).replace(/[^a-z\d]/g, "")),
    );
    return length === undefined
      ? []
      : [{ kind: "iban" as const, start: found.index, end: found.index + length }];
  });
}

function cardSpans(plain: string): Span[] {
  const isRight = (found: string, start: number) => {
    if (holdsPhone(plain, start, start + found.length) && !/^\d{13,19}$/.test(found)) return false;
    return isCard(found.replace(/\D/g, "")) && !otherNumber.test(plain.slice(0, start));
  };
  const cards = cardShapes.flatMap((shape) => shaped(plain, shape, "card", isRight));
  // its date and its three digits go with it
  return cards.flatMap((card) => [card, ...withCard(plain, card.end)]);
}

function withCard(plain: string, from: number): Span[] {
  const rest = plain.slice(from, from + 60);
  const date = /^[^\d\n]{0,20}((?:0[1-9]|1[0-2]) ?[/-] ?\d{2}(?:\d\d)?)(?!\d)/.exec(rest);
  const code = /(?:cvv|cvc|crypto\w*|code)\D{0,12}(\d{3,4})(?!\d)/.exec(rest);
  return [date, code].flatMap((found) => {
    if (!found) return [];
    const start = from + found.index + found[0].length - (found[1] ?? "").length;
    return [{ kind: "card" as const, start, end: from + found.index + found[0].length }];
  });
}

/** Every place where a shape fits and its key is right; a shape that fails is tried again one group later. */
function shaped(
  plain: string,
  shape: RegExp,
  kind: SensitiveKind,
  isRight: (found: string, start: number) => boolean,
): Span[] {
  const spans: Span[] = [];
  const search = new RegExp(shape);
  for (let found = search.exec(plain); found; found = search.exec(plain)) {
    const [signs] = found;
    const fitting = isRight(signs, found.index);
    if (fitting) spans.push({ kind, start: found.index, end: found.index + signs.length });
    else search.lastIndex = found.index + 1;
  }
  return spans;
}
