/** "J'arrive dans dix minutes", "je suis en retard", in each language; the text is normalised. */
const late: readonly RegExp[] = [
  /\b(?:en|du|de|un peu de|(?:5|10|15|20|30) min\w* de) retard\b|\bretardee?\b/,
  /\bj ?arrive (?:dans|ds) (?:\d+|cinq|dix|quinze|vingt|trente) ?m/,
  /\bmon (?:bus|train|tram) (?:a|est) (?:du |en )?retard/,
  /\b(?:running|am|im|be|bit|little|minutes|mins?) late\b|\blate (?:for|to) (?:my|the) appointment\b/,
  /\b(?:llego|llegare|llegando|voy|vengo) (?:un poco |algo )?tarde\b|\bretrasad[oa]\b|\bcon retraso\b/,
  /(?:س|سوف )?(?:ا|ن)تاخر|متاخر|تاخرت/,
  /\b(?:mt3t+[ae]?l\w*|t3t+[ae]?lt?|nt3t+[ae]?l|m3t+[ae]?l|mt2akh+er|t2akhert)\b/,
];
/** What is late and is no appointment. */
const other =
  /\b(?:loyers?|payer|paiement|facture|factures|credit|mensualites?|dossier|caf|apl|demande|reponse|rent|paying|payment|bill|alquiler|pagar|pago|factura|kra|lkra|kira2?)\b|ايجار|كراء|دفع/;

/** Whether somebody says that they will be late where they are awaited; late with money is something else. */
export function saysLate(normalised: string): boolean {
  return late.some((words) => words.test(normalised)) && !other.test(normalised);
}
