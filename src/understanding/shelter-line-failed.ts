import { fold } from "./normalise.ts";

/** What became of a call to the 115: no place was given, or nobody answered. */
export type ShelterLineFailure = "noPlace" | "noAnswer";

const line = /\b115\b|samu social/;
/** Nobody picks up, in the words of the five groups of languages; the text is folded. */
const noAnswer: readonly RegExp[] = [
  /\b(?:pas|jamais|personne|aucune?|plus)\b.{0,15}\b(?:repond\w*|reponses?|decroch\w*)\b/,
  /\b(?:repond\w*|decroch\w*)\b.{0,10}\b(?:pas|jamais|plus)\b/,
  /\bpersonne\b.{0,12}\b(?:repond|decroche)|\b(?:occupe|occupee|raccroche|raccrochent|sonne dans le vide|messagerie|attente|trop long)\b/,
  /\b(?:no ?(?:one|body)|not|never|doesn t|don t|didn t|won t|isn t|aren t)\b.{0,15}\b(?:answer\w*|pick\w* up|reply\w*|respond\w*)\b|\b(?:line is busy|busy line|hung up|on hold)\b/,
  /\b(?:no|nadie|nunca)\b.{0,12}\b(?:contesta\w*|responde\w*|coge\w*)\b|\bcomunicando\b/,
  /(?:ما|لا|لم|ماكي|ماك).{0,8}(?:جاوب|يجاوب|يرد|يجيب|هز)|حتي واحد.{0,8}(?:جاوب|هز)|مشغول/,
  /\b(?:ma|7ta wa7ed|hta wahed|makay)\w*.{0,10}(?:jawb|jawe?b|hezz?)\w*\b/,
];
const noPlace: readonly RegExp[] = [
  /\b(?:pas|plus|aucune?|sans|ya pas|0|zero)\b.{0,14}\b(?:places?|lits?|chambres?|solutions?|dispo\w*|hebergements?)\b/,
  /\b(?:complet|complets|sature|satures|plein|pleins|refuse|refusent|refuses)\b|\bliste d attente\b/,
  /\b(?:no|not|any|zero)\b.{0,12}\b(?:rooms?|places?|beds?|space|spots?|shelter)\b|\b(?:full|fully booked)\b/,
  /\b(?:no|ningun|ninguna|sin)\b.{0,12}\b(?:sitios?|plazas?|camas?|lugar|habitacion\w*)\b|\b(?:llenos?|completos?)\b/,
  /(?:ما|لا|بلا).{0,10}(?:مكان|بلاصه|بلاصة|سرير|اماكن)|عامر|ممتل/,
  /\b(?:ma|bla|walo)\w*.{0,12}\b(?:blassa|blasa|bla9a|plas\w*|makan|serir)\b|\b3amer\w*\b/,
];

/**
 * Whether a text says that the 115 had no place, or did not answer; null for all else. `isAwaited`:
 * that number was just given, and need not be named again ("ils ont pas de place").
 */
export function shelterLineFailure(text: string, isAwaited: boolean): ShelterLineFailure | null {
  const said = fold(text);
  if (!isAwaited && !line.test(said)) return null;
  if (noPlace.some((way) => way.test(said))) return "noPlace";
  return noAnswer.some((way) => way.test(said)) ? "noAnswer" : null;
}
