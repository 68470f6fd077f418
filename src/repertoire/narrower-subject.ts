import type { Intent } from "../understanding/intent-ids.ts";
import { saysLate } from "./says-late.ts";

/** Intents of which a word of the text may name a narrower subject. */
const wide: ReadonlySet<Intent> = new Set<Intent>([
  "ase",
  "social_housing",
  "housing_search",
  "sites",
  "documents",
  "mobilijeune",
  "rights_landlord",
  "cllaj_info",
  "out_of_scope",
  "unknown",
]);

/** Intents under which who is late may have been heard. */
const mayBeLate: ReadonlySet<Intent> = new Set<Intent>([
  ...(["change_appointment", "cancel_appointment", "my_appointment", "book_appointment"] as const),
  ...(["unknown", "out_of_scope", "greeting", "thanks", "yes", "no", "human", "sites"] as const),
]);

/** Words that name one subject and no other; the text is normalised. */
const named: readonly { readonly words: RegExp; readonly flow: string }[] = [
  { words: /\btremplins?\b/, flow: "tremplins" },
  { words: /\bsiao\b/, flow: "hebergement-115" },
  { words: /\bfaj\b|\bfonds? d aides? aux jeunes\b|\bfund for young people\b/, flow: "faj" },
  {
    words: /\bcej\b|\bcontrat (?:d )?engagement jeunes?\b|\baides? de la region\b/,
    flow: "coup-de-pouce",
  },
  { words: /\bapprentie?s? en difficulte\b/, flow: "coup-de-pouce" },
  { words: /\baides? (?:du|of the) ccas\b|\bccas (?:peut|aide)\b/, flow: "aides-ccas" },
  {
    words: /\bassur[ae]n[ct]\w*\b|\bassurer\b|\binsurance\b|\bdegats? des eaux?\b/,
    flow: "assurance",
  },
  {
    words:
      /\bpreavis\b|\bprevenir\b.*\bpartir\b|\bquitter (?:un|mon|le) (?:meuble|appart\w*)\b|\b(?:rends?|rendre) l ?appart\w*\b/,
    flow: "preavis",
  },
  { words: /\b(?:garde|rend|rends) (?:pas )?(?:mes|ma|la) .*\bcaution\b/, flow: "caution" },
  { words: /\bunderstand my lease\b|\bcompren\w* (?:pas |rien )?(?:a )?mon bail\b/, flow: "bail" },
  { words: /\bavant de (?:visiter|voir)\b|\barnaque\w*\b|\bscams?\b/, flow: "arnaques" },
  { words: /\bcontingent\b|\bsyplo\b/, flow: "contingent" },
  { words: /\b(?:mon|du|le|my) (?:courrier|mail)\b|\bdomicili/, flow: "domiciliation" },
  {
    words:
      /\b(?:vais|va|peur de) perdre (?:mon|notre) (?:logement|appart\w*|maison)\b|\bje perds? mon (?:logement|appart\w*)\b|\b(?:lose|losing) my (?:home|flat|place)\b/,
    flow: "hebergement-115",
  },
];

/** The flow of a subject that the text names inside a wider intent, or null. */
export function narrowerSubject(intent: Intent, normalised: string): string | null {
  if (intent === "visale") return namesNoScheme(normalised) ? "garant" : null;
  if (mayBeLate.has(intent) && saysLate(normalised)) return "retard";
  if (!wide.has(intent)) return null;
  return named.find(({ words }) => words.test(normalised))?.flow ?? null;
}

/** Who needs a guarantor and names no scheme is shown all the ways there are. */
function namesNoScheme(normalised: string): boolean {
  return /\bgaran(?:t|te|ts|tes)?\b|\bcaution solidaire\b|\bguarantors?\b/.test(normalised)
    ? !/\bvi[sz]al/.test(normalised)
    : false;
}
