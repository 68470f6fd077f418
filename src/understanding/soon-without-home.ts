import type { LocalDate } from "../base/time.ts";
import { daySaid } from "./day-said.ts";
import { fold } from "./normalise.ts";

/** Somebody who will have no home soon, and from which day on, when they say it. */
export interface SoonWithoutHome {
  readonly on: LocalDate | null;
  /** False when only a duty to leave is told: another sign of danger must stand beside it. */
  readonly isSure: boolean;
}

/** Tonight is no "soon", unless it is denied; what is over is none either. The text is folded. */
const tonight =
  /(?<!pas )(?<!not )(?<!ماشي )(?<!machi )(?:\bce soir\b|\bcette nuit\b|\btonight\b|\besta noche\b|الليله|\bhad lila\b|\bhadlila\b)/;
/** Who sleeps outside now is not told of a later day. */
const already =
  /\b(?:dors|dort|dormons|duermo|dormimos|kan3es|kann3es|kannas)\b|(?<!to )\bsleep(?:ing|s)?\b|كننعس|انام في/;
const over =
  /\b(?:dernier|derniere|passe|passee|hier|depuis|last|ago|yesterday|since|pasado|pasada|ayer|desde|lbareh|men 9bel)\b|الماضي|امس/;
/** Leaving for something else, or asking how a lease is ended. */
const otherwise =
  /\b(?:vacances|voyage|travail|taf|boulot|cours|ecole|medecin|rdv|rendez vous|preavis|caution|depot|etat des lieux|holiday|work|notice period|deposit|vacaciones|trabajo|fianza)\b/;
const someTimeSoon =
  /\b(?:bientot|prochainement|semaine prochaine|mois prochain|quelques jours|peu de temps|soon|next week|next month|few days|pronto|proxima semana|proximo mes|unos dias|9rib|simana jaya|chhar jay)\b|قريبا|قريب|الاسبوع القادم|الشهر القادم|الاسبوع الجاي|الشهر الجاي/;

/** Being out, having nowhere, being put out: no other meaning. */
const sure: readonly RegExp[] = [
  /\b(?:suis|serai|serais|etre|sera|sommes|serons|finir|finis|finirai|retrouve|retrouver|retrouverai)\b.{0,25}\b(?:dehors|a la rue|sans (?:logement|toit|abri|appart|rien|solution)|sdf)\b/,
  /\bj?suis (?:dehors|a la rue)\b/,
  /\b(?:met|mets|mettent|mettre|vire|virent|virer|fout|foutent|foutre|jette|jettent|chasse|chassent)\b.{0,15}\b(?:dehors|a la porte|de chez|du foyer|de l hotel|du logement|de mon|de ma)\b/,
  /\b(?:plus|aura|aurai|pas)\b.{0,8}\b(?:de |d |ou )(?:logement|appart|appartement|toit|dormir|aller|vivre)\b/,
  /\b(?:perdre|perds|perdrai|losing|lose|perder|pierdo)\b.{0,12}\b(?:logement|appart\w*|toit|chambre|maison|home|flat|house|place|casa|piso)\b/,
  /\b(?:pas|plus) (?:d |de |un )?(?:endroit|solution)\b|\bou (?:je vais|aller|jvais) dormir\b|\b(?:hotel|hebergement|place) (?:paye|payee|jusqu|encore)\b/,
  /\b(?:nulle part|rien) (?:ou )?(?:aller|dormir)\b/,
  /\b(?:hebergement|foyer|hotel|place|chambre|hebergee?)\b.{0,25}\b(?:s arrete|s arretera|se termine|finit|prend fin|se finit|jusqu)\b/,
  /\b(?:me garde|me gardent|peut plus me garder|peuvent plus me garder|me heberge|m heberge|m hebergent)\b.{0,20}\b(?:jusqu|plus|que)\b/,
  /\b(?:homeless|on the streets?|nowhere to (?:go|live|sleep|stay)|have nowhere|got nowhere|no place to (?:go|live|stay)|kick(?:ed|ing|s)? me out|throw(?:n|ing|s)? me out|be out on)\b/,
  /\b(?:en la calle|sin (?:casa|techo|hogar|piso)|no tengo (?:donde|adonde)|ningun sitio|me echan|me van a echar|me sacan)\b/,
  /في الشارع|للشارع|بلا (?:دار|سكن|ماوي)|بدون (?:سكن|ماوي|بيت)|ما عندي فين|ماعنديش فين|ما عندي وين|ليس لدي مكان|لا مكان لي|يطردوني|سيطردونني|غادي يخرجوني/,
  /\b(?:f ?(?:zen9a|zanka|zan9a|rue)|f ?char3|bla dar|bla soukna|ma ?3(?:a)?ndi(?:ch)? fin|ghadi ykhrjoni|ghaykhrjoni|ykhrejni|y7eyduni)\b/,
];

/** A duty to leave, the end of a lease: a home may follow, or not. */
const leaving: readonly RegExp[] = [
  /\b(?:dois|doit|devoir|devons|faut|oblige|obligee|force|forcee)\b.{0,40}\b(?:partir|quitter|sortir|rendre|liberer|degager|bouger|laisser|vider)\b/,
  /\bjusqu\b.{0,12}\bpour (?:partir|quitter|rendre|sortir|trouver)\b|\b(?:donne|laisse)\b.{0,20}\b(?:pour|avant de) (?:partir|quitter|trouver)\b|\bme (?:demandent?|dit|disent) de partir\b/,
  /\bsays? (?:to )?(?:find|leave|go)\b|\bgave me\b.{0,15}\b(?:days?|weeks?)\b|\bme da\b.{0,15}\b(?:dias|semanas)\b/,
  /تريد.{0,6}(?:اخرج|ارحل)|يريد.{0,6}(?:اخرج|ارحل)|السكن ينتهي|ينتهي (?:السكن|الايواء)|(?:اعطتني|اعطاني).{0,14}(?:ارحل|لارحل|نخرج)/,
  /\b(?:bgha|bghat|bghaw)(?:ni|ni )?.{0,4}nkhrej\b|\b(?:n9der ngles ghir|ghir) 7ta\b|\b3tat?ni\b.{0,20}\bnm(?:chi|che)\b/,
  /\b(?:bail|location|contrat)\b.{0,25}\b(?:s arrete|se termine|finit|prend fin|expire)\b/,
  /\b(?:have to|must|need to|got to|gotta|be out)\b.{0,30}\b(?:leave|move out|get out|by)\b/,
  /\b(?:lease|tenancy|contract)\b.{0,20}\b(?:ends?|ending|expires?|is over|runs out)\b/,
  /\b(?:tengo que|debo|hay que|me tengo que|obligan a)\b.{0,30}\b(?:ir|irme|salir|dejar|marcharme)\b|\b(?:contrato|alquiler)\b.{0,20}\b(?:acaba|termina|vence)\b/,
  /(?:لازم|خاصني|يجب ان|لا بد).{0,20}(?:نخرج|نمشي|اخرج|اغادر|ارحل|نخوي)|عقد.{0,20}(?:ينتهي|يسالي)/,
  /\b(?:lazem|lazm|khassni|khasni|khsni)\b.{0,20}\b(?:nkhrej|nkhroj|nemchi|nmchi|nkhwi)\b|\b(?:contrat|l3a9d|kra)\b.{0,20}\b(?:kaysali|ghaysali|ysali)\b/,
];

/**
 * Whether somebody tells that they will be without a home soon, and when; null for tonight (another
 * danger), for what is over, and for all other texts. Each pattern is one way of saying it.
 */
export function soonWithoutHome(text: string, today: LocalDate): SoonWithoutHome | null {
  const said = fold(text);
  if ([tonight, already, over, otherwise].some((not) => not.test(said))) return null;
  const isSure = sure.some((way) => way.test(said));
  if (!isSure && !leaving.some((way) => way.test(said))) return null;
  const on = daySaid(text, today);
  if (on === null && !someTimeSoon.test(said)) return null;
  return { on: on === today ? null : on, isSure };
}
