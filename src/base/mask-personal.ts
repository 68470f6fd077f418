import { sensitiveSpans } from "./sensitive-spans.ts";

/** Names are one to three words after these; the words themselves stay. */
const nameAfter =
  /((?<![\p{L}])(?:je m['’ ]?app?ell?e?|jm['’ ]?app?ell?e|mon (?:pr\p{L}nom|nom|nom de famille)(?: (?:c['’ ]?est|est))?|moi c['’ ]?est|on m['’ ]appelle|my (?:first |last |sur)?name(?:['’ ]?s| is)|call me|me llamo|mi (?:nombre|apellido)(?: es)?|smiti|ismi|asmi|esmi|اسمي|إسمي|سميتي|أنا اسمي)(?: :|:)? +)(\p{L}[\p{L}\p{M}'’-]*(?: (?!(?:et|and|y|ai|j|je|i|tengo|estoy|ana|و|عندي)(?![\p{L}]))\p{Lu}[\p{L}\p{M}'’-]*){0,3})/giu;
const titled =
  /((?<![\p{L}])(?:monsieur|madame|mme|mlle|mr|mrs|ms|m\.|se[ñn]ora?|sr|sra|السيدة?)\.? +)(\p{Lu}[\p{L}\p{M}'’-]*(?: \p{Lu}[\p{L}\p{M}'’-]*){0,2})/gu;
const street =
  /(?<![\p{L}])(?:\d{1,4} ?(?:bis|ter)?,? *)?(?:rue|avenue|av\.?|boulevard|bd|bld|impasse|all\p{L}e|chemin|place|square|quai|route|r\p{L}sidence|cit\p{L}|street|road|calle|avenida|plaza|zan9a|شارع|زنقة|حي) +(?:(?:de|du|des|d['’]|la|le|les|l['’]|el|los|las|al)[ ]*)*\p{Lu}[\p{L}\p{M}'’-]*(?:[ -](?:(?:de|du|des|la|le|les) )?\p{Lu}[\p{L}\p{M}'’-]*){0,3}/gu;
const arabicStreet = /(?<![\p{L}])(?:شارع|زنقة|حي) +\p{L}+/gu;
const numberedStreet =
  /(?<![\p{L}\d])\d{1,4} ?(?:bis |ter )?,? *(?:rue|avenue|av|boulevard|bd|impasse|all\p{L}e|chemin|place|quai|route|street|road|calle)\.? +(?:(?:de|du|des|la|le|les) )*(?:[ld]['’])?[\p{L}\p{M}'’-]+(?: (?!(?:et|depuis|mais|pour|avec|je|j|a|chez|c)(?![\p{L}]))[\p{L}\p{M}'’-]{3,}){0,2}/giu;
const email = /[\p{L}\d._%+-]+ ?@ ?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
const handle = /(?<![\p{L}\d])@[\p{L}\d_.]{2,}/gu;
const link = /(?:https?:\/\/|www\.)\S+/giu;
const phone =
  /(?<!\d)(?:(?:\+|00) ?\d{1,3}[ .-]?(?:\(0\) ?)?\d(?:[ .-]?\d){6,11}|0[1-9](?:[ .-]?\d\d){4})(?!\d)/g;
const number = /\p{Nd}+(?:[.,'’\u00a0\u202f ]\p{Nd}{3}(?!\p{Nd}))*(?:[.,]\p{Nd}{1,2})?/gu;

/** The kinds put in the place of what tells of a person, in brackets. */
const shown = {
  nir: "[nir]",
  card: "[card]",
  iban: "[iban]",
  allocataire: "[caf]",
  identity: "[paper]",
};

/**
 * A text out of which nobody can be known, for learning from it: sensitive numbers, e-mails, links,
 * phones, addresses, names said as such and all other figures become their kind in brackets
 * (`[nir]`, `[email]`, `[name]`, `[number]` …). What is masked already stays.
 */
export function maskPersonal(text: string): string {
  let masked = "";
  let from = 0;
  const composed = text.normalize("NFC");
  for (const { kind, start, end } of sensitiveSpans(composed)) {
    masked += composed.slice(from, start) + shown[kind];
    from = end;
  }
  masked += composed.slice(from);
  return masked
    .replace(link, "[link]")
    .replace(email, "[email]")
    .replace(handle, "[email]")
    .replace(phone, "[phone]")
    .replace(numberedStreet, "[address]")
    .replace(street, "[address]")
    .replace(arabicStreet, "[address]")
    .replace(nameAfter, "$1[name]")
    .replace(titled, "$1[name]")
    .replace(number, "[number]");
}
