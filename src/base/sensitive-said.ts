import type { SensitiveKind, Span } from "./sensitive-spans.ts";

/** A number that is sensitive because of what the person says it is. */
interface Named {
  readonly kind: SensitiveKind;
  /** What it is called, before it. */
  readonly names: RegExp;
  /** Whether the signs after the name are such a number; how many of them, 0 when they are not. */
  lengthAt(rest: string, isNumberSaid: boolean): number;
}

/** What may stand between the name of a number and the number. */
const between =
  /^(?:[ :=#'".()°º-]|\n|(?:numeros?|number|nums?|no?|nbr|c|cest|est|is|es|its?|de|du|des|d|la|le|l|el|mi|my|mon|ma|sa|son|the|of|caf|cb|carte|compte|francais|marocain|algerien|social|sociale|voici|voila|suivant|هو|هي|رقم|رقمي|raqm|ra9m|dyali|howa|huwa)(?![\p{L}\d]))*/u;
const numberWord = /(?:numero|number|nums?|n[o°º]|nbr|matricule|ra9m|raqm|رقم)/;
const longestBetween = 40;
const isDate = /^(?:\d{1,2}[ .-]\d{1,2}[ .-]\d{4}|\d{4}[ .-]\d{1,2}[ .-]\d{1,2})$/;
const isPhone = /^0[1-9](?: ?\d\d){4}$/;

const named: readonly Named[] = [
  {
    kind: "nir",
    names: word(
      "secu|securite sociale|nir|carte vitale|vitale|num(?:ero)? ss|social security|seguridad social|الضمان الاجتماعي",
    ),
    lengthAt: (rest) => matched(rest, /^[1-478](?:[ .\-/]{0,3}[\dab]){12,14}(?![\da-z])/),
  },
  {
    kind: "card",
    names: word(
      "carte(?: bancaire| bleue| bleu| de credit| de paiement)?|cb|(?:bank |credit |debit )card|card|tarjeta(?: de credito| bancaria)?|bita9a|البطاقه?|بطاقتي",
    ),
    lengthAt: (rest) => matched(rest, /^\d(?:[ .\-/]{0,3}\d){12,18}(?![\d])/),
  },
  { kind: "iban", names: word("iban|rib|ايبان|الايبان"), lengthAt: accountLength },
  {
    kind: "allocataire",
    names: word(
      "(?:num(?:ero)?|n[o°º]|matricule|number)[ ]?(?:d[' e]{0,2} ?)?(?:la )?(?:allocataire|alloc|caf)|allocataire(?: caf)?|alloc|caf (?:number|num(?:ero)?)|allocatario",
    ),
    lengthAt(rest) {
      const figures = /^\d(?: ?\d){5,7}(?: ?[a-z])?(?![\da-z])(?![.,/]\d)/.exec(rest)?.[0] ?? "";
      return isDate.test(figures) ? 0 : figures.length;
    },
  },
  {
    kind: "allocataire",
    names: word("caf"),
    lengthAt: (rest) => matched(rest, /^\d{7}[a-z]?(?![\da-z])(?![.,/]\d)/),
  },
  {
    kind: "identity",
    names: word(
      "passeports?|passports?|pasaporte|passaporte|jawaz(?: safar)?|جواز(?: (?:ال)?سفري?)?|(?:titre|carte|permis) de (?:sejour|resident)|residence permit|residence card|permiso de residencia|tarjeta de residencia|بطاقه? الاقام[هة]|recepisse|carte d'identite|cni|agdref|(?:numero |n[o°º] ?)(?:d')?etranger|identity card|dni|nie",
    ),
    lengthAt: identityLength,
  },
];

/** The sensitive numbers of a text made of plain signs, found by what they are called. */
export function saidSpans(plain: string): Span[] {
  return named.flatMap(({ kind, names, lengthAt }) =>
    [...plain.matchAll(names)].flatMap((name) => {
      const after = name.index + name[0].length;
      const rest = plain.slice(after, after + 120);
      const gap = between.exec(rest)?.[0] ?? "";
      if (gap.length > longestBetween) return [];
      const length = lengthAt(rest.slice(gap.length), numberWord.test(name[0] + gap));
      const start = after + gap.length;
      return length > 0 ? [{ kind, start, end: start + length }] : [];
    }),
  );
}

function word(names: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${names})(?![\\p{L}\\d])`, "gu");
}

function matched(rest: string, shape: RegExp): number {
  return shape.exec(rest)?.[0].length ?? 0;
}

/** 14 to 34 letters and digits in groups that each hold a digit, the country's letters aside. */
function accountLength(rest: string): number {
  const groups = /^[a-z\d]+(?:[ .-]{1,2}[a-z\d]+){0,20}/.exec(rest)?.[0] ?? "";
  let length = 0;
  for (const { 0: group, index } of groups.matchAll(/[a-z\d]+/g)) {
    if (!/\d/.test(group) && !(index === 0 && group.length === 2) && group.length !== 4) break;
    if (/\d/.test(group)) length = index + group.length;
  }
  const signs = groups.slice(0, length).replace(/[^a-z\d]/g, "");
  const isAccount = signs.length >= 14 && signs.length <= 34;
  return isAccount && signs.replace(/\D/g, "").length >= signs.length / 2 ? length : 0;
}

/** A passport or a permit: at least five digits with letters among them, or at least six digits alone. */
function identityLength(rest: string, isNumberSaid: boolean): number {
  const apart = /^\d{2} ?[a-z]{2} ?\d{5}(?![\da-z])/.exec(rest)?.[0];
  if (apart) return apart.length;
  const grouped = /^\d{2,10}(?:[ ]\d{2,9}){1,4}(?![\da-z/.,:])/.exec(rest)?.[0];
  const whole = /^[a-z\d]{6,15}(?![\da-z])(?![/:]\d)/.exec(rest)?.[0] ?? "";
  const figures = grouped && isNumberSaid ? grouped : whole;
  if (figures.replace(/\D/g, "").length < 5 || isDate.test(figures)) return 0;
  return isPhone.test(figures) && !isNumberSaid ? 0 : figures.length;
}
