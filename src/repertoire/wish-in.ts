import { isOffered } from "../../locales/index.ts";
import type { Wish } from "../engine/house.ts";
import type { Structure } from "../structure/schema.ts";
import { type Understood, understand } from "../understanding/intent.ts";
import type { Intent } from "../understanding/intent-ids.ts";
import { normalise } from "../understanding/normalise.ts";
import type { SubjectFinding } from "../understanding/subject-search.ts";
import { foundSubject, offeredSubjects } from "./found-subject.ts";
import { namesHelpPlace, namesOf } from "./help-places.ts";
import { namesLocalAid } from "./local-aid.ts";
import { narrowerSubject } from "./narrower-subject.ts";
import { needsIn } from "./needs-in.ts";
import { outOfScope, seeksElsewhere } from "./out-of-scope.ts";
import { withoutAge } from "./told-ahead.ts";
import {
  flowOfAllAids,
  flowOfIntent,
  flowOfWords,
  helpPlacesFlow,
  keepsForLater,
  localAidFlow,
  searchFlow,
} from "./wishes.ts";

/** What a free text asks of a structure: its intent, the flow that serves it, the language it shows. */
export function wishIn(structure: Structure, text: string, language: string | null): Wish {
  // the letters of a code that we gave are of no language
  const understood = understand(text.replace(alertCode, "$1"), language ?? undefined);
  const plain = normalise(text);
  const intent = asked(understood, plain);
  const served = flowOfIntent(intent);
  const isLocalAid = isWide(served) && namesLocalAid(structure, plain);
  const isNamed = namesHelpPlace(structure, plain);
  const narrower = isNamed ? null : narrowerSubject(intent, plain);
  // so few words are its name and nothing else: "liste d'attente"
  const isName = plain.split(" ").length <= mostWordsOfName;
  const all = (isWide(served) || isName) && narrower === null ? flowOfAllAids(plain) : null;
  const meant = isLocalAid ? localAidFlow : (all ?? narrower ?? served);
  const worded = meant === null ? flowOfWords(plain, namesOf(structure)) : null;
  const named = isNamed && meant === null ? helpPlacesFlow : null;
  const isOpen = (all ?? narrower ?? worded ?? named) === null && !isLocalAid;
  const elsewhere = isElsewhere(understood, plain);
  const subject = isOpen && !elsewhere ? narrowed(understood, intent, text) : null;
  const close = elsewhere || !isOpen ? [] : torn(understood, subject);
  const flow = flowOf(subject, close) ?? meant ?? worded ?? named;
  return {
    // "bonjour, c'est urgent" is no mere greeting
    intent: served === null && flow !== null ? "unknown" : intent,
    flow,
    ...(close.length > 0 ? { offered: offeredSubjects(close) } : {}),
    also: close.length > 0 ? [] : servedBy(alsoNeeded(text, understood, language), flow),
    ...(flow === null && elsewhere ? { aside: outOfScope(structure, plain) } : {}),
    language: languageOf(understood, isNamed || flowOfAllAids(plain) !== null),
  };
}

/** "mixed", a French name (`isOurs`), words that are the same everywhere: French is what most go on with. */
function languageOf({ language }: Understood, isOurs: boolean): string | null {
  if (isOffered(language)) return language;
  return language === "unknown" && !isOurs ? null : "fr";
}

/** What is none of our subjects, surely: it is not searched for one. */
function isElsewhere({ intent, confidence }: Understood, plain: string): boolean {
  if (intent === "out_of_scope") return confidence >= surelyElsewhere;
  return intent === "unknown" && seeksElsewhere(plain);
}

/** So many likely subjects fit under a question. */
const mostOffered = 3;

/** What a text may be about when nobody can say which: the intents that are as likely, then the subjects. */
function torn({ intent, also }: Understood, subject: SubjectFinding | null): readonly string[] {
  if (subject?.kind === "clear") return [];
  const likely = intent === "unknown" ? also.flatMap((one) => flowOfIntent(one) ?? []) : [];
  const close = subject?.kind === "close" ? subject.names : [];
  return [...new Set([...likely, ...close])].filter(keepsForLater).slice(0, mostOffered);
}

/** What else is asked for; a narrower subject may serve the intent itself. */
function alsoNeeded(text: string, { intent, also }: Understood, language: string | null) {
  return needsIn(text, also, language ?? undefined).filter((need) => need !== intent);
}

/** The flows of what else was asked for. */
function servedBy(intents: readonly Intent[], flow: string | null): readonly string[] {
  const flows = intents.flatMap((one) => flowOfIntent(one) ?? []);
  return [...new Set(flows)].filter((one) => one !== flow && keepsForLater(one));
}

/** "alerte ABCD-2345", as the desk shows it to a worker; "loca-pass" is no code. */
const alertCode = /\b(alerte?\s*:?)\s+[A-Z2-9]{4}-[A-Z2-9]{4}\b/i;

const mostWordsOfName = 3;
const leastSure = 0.85;
/** From here on, what is none of our subjects is not searched for one. */
const surelyElsewhere = 0.5;

/** What says no subject, or too wide a one: the words may name a narrower one. */
const mayHideSubject: ReadonlySet<Intent> = new Set<Intent>([
  ...(["unknown", "housing_search", "rights_landlord", "documents", "out_of_scope"] as const),
  ...(["greeting", "thanks", "yes", "no"] as const),
]);

/** What is to be done with an appointment, whatever it is for. */
const aboutOwnAppointment: ReadonlySet<Intent> = new Set<Intent>([
  "cancel_appointment",
  "change_appointment",
  "my_appointment",
]);

/**
 * The subject that the words name, where the intent says none, is too wide or but a hint. What an
 * intent serves already gives way to a subject that is sure, never to a guess.
 */
function narrowed({ confidence }: Understood, intent: Intent, text: string): SubjectFinding | null {
  if (aboutOwnAppointment.has(intent)) return null;
  // one word is the name of a subject before it is a hint of an aid: "caution"
  const isOneWord = !text.trim().includes(" ");
  // "logement" alone names no subject, though several titles hold it
  if (isOneWord && intent === "housing_search") return null;
  if (!mayHideSubject.has(intent) && confidence >= leastSure && !isOneWord) return null;
  // "17" says how old somebody is, and not what they look for
  const found = foundSubject(withoutAge(normalise(text)));
  return flowOfIntent(intent) === null || found.kind === "clear" ? found : null;
}

function flowOf(subject: SubjectFinding | null, close: readonly string[]): string | null {
  if (subject?.kind === "clear") return subject.name;
  return close.length > 0 ? searchFlow : null;
}

/** Nobody books an ASLL: who wants an appointment for one is told first who decides. */
function asked({ intent, also }: Understood, plain: string): Intent {
  const isForAsll = also.includes("asll") || /\basll\b/.test(plain);
  if (intent === "asll" && also.includes("cancel_appointment")) return "cancel_appointment";
  return intent === "book_appointment" && isForAsll ? "asll" : intent;
}

const wide: readonly string[] = ["aides", "apl", "chercher-logement", "rendez-vous", "deplacer"];

/** An aid named in full is more precise than "an aid", "help with the rent", or than an appointment. */
function isWide(flow: string | null): boolean {
  return flow === null || wide.includes(flow);
}
