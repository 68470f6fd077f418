import type { Intent } from "../understanding/intent-ids.ts";

/** Which flow serves a wish; null when no flow does yet, or when the wish is no subject (a greeting). */
const flows: Readonly<Record<Intent, string | null>> = {
  greeting: null,
  menu: "menu",
  emergency_shelter: "danger",
  violence: "danger",
  suicide: "danger",
  minor_in_danger: "mineur-en-danger",
  cllaj_info: "cllaj",
  visale: "visale",
  locapass: "loca-pass",
  mobilijeune: "mobili-jeune",
  fsl_access: "fsl",
  fsl_maintien: "impayes",
  fsl_energy: "dettes-energie",
  alt: "alt",
  apl: "apl",
  social_housing: "logement-social",
  housing_search: "chercher-logement",
  fjt: "foyer-jeunes",
  dalo: "dalo",
  ase: "ase",
  asll: "asll",
  expulsion: "expulsion",
  unhealthy_housing: "logement-indigne",
  documents: "mes-papiers",
  book_appointment: "rendez-vous",
  change_appointment: "deplacer",
  cancel_appointment: "annuler",
  my_appointment: "mon-rendez-vous",
  sites: "lieux",
  workshop: "ateliers",
  human: "conseiller",
  language: "langue",
  stop: null,
  delete_data: "mes-donnees",
  thanks: null,
  yes: null,
  no: null,
  insult: null,
  out_of_scope: null,
  rights_landlord: "conflit-bailleur",
  unknown: null,
};

/** Where people are oriented to other places that help. */
export const helpPlacesFlow = "autres-lieux";
/** Where two conversations become one person's. */
export const linkingFlow = "relier";
/** Where an aid of the place is told of, as far as it is known. */
export const localAidFlow = "aide-locale";

/** Where one's own words lead to a subject. */
export const searchFlow = "chercher-un-sujet";

export function flowOfIntent(intent: Intent): string | null {
  return flows[intent];
}

/** "C'est urgent" says no subject, and must not wait for one. */
const pressing = /(?<!(?:pas|not|no es) )\b(?:urgente?|urgence|urgencia|emergency|emergencia)\b/;

/** Help with meals is no subject of ours; there may be places for it. */
const meals =
  /\b(?:epiceries? (?:sociale|solidaire)s?|colis alimentaires?|(?:aide|banque|distribution) alimentaire|food (?:bank|parcels?)|banco de alimentos|ayuda alimentaria|comida gratis)\b/;

/** Being hungry is said otherwise than the name of a place that gives food. */
const hunger =
  /\b(?:j ai|jai|g|on a|tellement|trop) (?:tres |trop |vraiment )?faim\b|\bcreve (?:de faim|la dalle)\b|\b(?:rien|pas de quoi|plus rien|pas d argent pour) (?:a |pour |de )?manger\b|\b(?:ou|comment) (?:je peux |est ce que je peux |peut on |on peut )?manger (?:gratuit\w*|gratos|pas cher)\b|\bi (?:am|m) (?:so |very )?hungry\b|\b(?:nothing|no money) (?:to eat|for food)\b|\btengo (?:mucha )?hambre\b|\b(?:nada|no tengo) (?:que|para) comer\b|(?:^| )(?:انا )?(?:جوعان|جائع|جيعان)|\bji3an\b|\bfiya (?:jou3|lju3)\b/;

/** Where somebody who is hungry is told where to eat. */
export const hungerFlow = "faim";

/** Where one waits for a time to be freed. */
export const waitingListFlow = "liste-attente";

/** Being on the list, joining or leaving it, or wishing to come sooner. */
const waitingList =
  /\blistes? d ?'?attente\b|\bwaiting list\b|\blista de espera\b|قايمه الانتظار|قائمه الانتظار|\b(?:rdv|rendez vous|rendezvous|une? (?:place|creneau|horaire|date)|heure) plus tot\b|\b(?:earlier|sooner) (?:appointment|time|slot)\b|\bcita (?:antes|mas temprano)\b/;

/** Flows of danger: they are answered at once, and nothing else is offered from there. */
const dangers: readonly string[] = [
  ...["danger", "mineur-en-danger", "sans-toit-ce-soir", "violences", "idees-noires"],
  "bientot-dehors",
];
/** Flows that are no need by themselves. */
const noNeeds: readonly string[] = ["menu", "langue", "chercher-un-sujet", linkingFlow];

/** Whether a flow that was asked for beside another is kept to be offered after it. */
export function keepsForLater(flow: string): boolean {
  return !isOfDanger(flow) && !noNeeds.includes(flow);
}

/** Whether a flow is about a danger. */
export function isOfDanger(flow: string): boolean {
  return dangers.includes(flow);
}

/** Whether a place is for meals, by what it is called; the name is normalised. */
export function givesMeals(name: string): boolean {
  return meals.test(name) || /\brepas\b/.test(name);
}

/** Being one person on two phones, or "relier" alone, as we say to write it. */
const linking =
  /^(?:relier|link|unir|ربط)$|\b(?:re)?li(?:er|e) (?:avec )?(?:mon|ma|un|une|mes)\b.*\b(?:telephone|numero|portable|appli|application|whatsapp|telegram)\b|\blink (?:my|another|this)\b.*\b(?:phone|number|app|whatsapp|telegram)\b|\bunir (?:mi|otro|este)\b.*\b(?:telefono|numero|movil|celular|aplicacion|whatsapp|telegram)\b/;

/** Where all aids are looked at in one conversation, and where its sheet is read again. */
export const bilanFlow = "bilan-logement";
export const sheetFlow = "fiche";

const asksForSheet =
  /^(?:(?:voir|revoir|ouvrir) )?ma fiche(?: logement)?$|^(?:see )?my sheet$|^(?:ver )?mi ficha(?: de vivienda)?$/;
const asksForAll =
  /^(?:(?:le |mon |un |faire (?:le |mon |un )?)?bilan(?: (?:de |du |mon )?logement)?)$|\ba quoi (?:est ce que )?(?:j ?'?ai|on a|ai je) (?:le )?droit\b|\b(?:j ?'?ai|ai je) (?:le )?droit a quoi\b|^(?:a )?quelles? aides?(?: (?:je|j|pour moi|puis je|ai je).*)?$|\btoutes (?:mes|les) aides\b|\bwhat (?:help )?can i get\b|\ball my (?:help|aids)\b|\bhousing check ?-?up\b|^(?:hacer )?(?:mi |la |una )?revision(?: de (?:mi )?vivienda)?$|\b(?:que|cuales) ayudas (?:puedo|tengo|hay para mi)\b|\ba que (?:ayudas )?tengo derecho\b|\btodas (?:mis|las) ayudas\b/;

/** What the Arabic texts tell to write, as it is normalised. */
const askedInArabic: ReadonlyMap<string, string> = new Map([
  ["ملخصي", sheetFlow],
  ["مراجعه سكني", bilanFlow],
  ["مساعداتي", bilanFlow],
  ["اوراقي", "mes-papiers"],
  ["موعدي", "mon-rendez-vous"],
  ["حجز موعد", "rendez-vous"],
]);

/**
 * The flow that somebody asks for who names no aid but wants to know of all, or no appointment but the list
 * of who waits for one; null for other words.
 */
export function flowOfAllAids(normalised: string): string | null {
  const inArabic = askedInArabic.get(normalised);
  if (inArabic !== undefined) return inArabic;
  if (waitingList.test(normalised)) return waitingListFlow;
  if (asksForSheet.test(normalised)) return sheetFlow;
  return asksForAll.test(normalised) ? bilanFlow : null;
}

/**
 * The flow for words that are no subject by themselves; the text is normalised. `names` are those of
 * the places that help: when there are some, and none is for meals, the team is asked.
 */
export function flowOfWords(normalised: string, names: readonly string[]): string | null {
  if (pressing.test(normalised)) return "danger";
  if (linking.test(normalised)) return linkingFlow;
  if (hunger.test(normalised)) return hungerFlow;
  if (!meals.test(normalised)) return null;
  return names.length === 0 || names.some((name) => meals.test(name))
    ? helpPlacesFlow
    : "conseiller";
}
