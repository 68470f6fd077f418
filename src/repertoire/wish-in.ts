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
import {
  flowOfAllAids,
  flowOfIntent,
  flowOfWords,
  helpPlacesFlow,
  localAidFlow,
  searchFlow,
} from "./wishes.ts";

/** What a free text asks of a structure: its intent, the flow that serves it, the language it shows. */
export function wishIn(structure: Structure, text: string, language: string | null): Wish {
  const understood = understand(text, language ?? undefined);
  const plain = normalise(text);
  const intent = asked(understood);
  const served = flowOfIntent(intent);
  const isLocalAid = isWide(served) && namesLocalAid(structure, plain);
  const isNamed = namesHelpPlace(structure, plain);
  const narrower = isNamed ? null : narrowerSubject(intent, plain);
  const all = isWide(served) && narrower === null ? flowOfAllAids(plain) : null;
  const meant = isLocalAid ? localAidFlow : (all ?? narrower ?? served);
  const worded = meant === null ? flowOfWords(plain, namesOf(structure)) : null;
  const named = isNamed && meant === null ? helpPlacesFlow : null;
  const isOpen = (all ?? narrower ?? worded ?? named) === null && !isLocalAid;
  const subject = isOpen ? narrowed(understood, intent, text) : null;
  const flow = flowOf(subject) ?? meant ?? worded ?? named;
  const spoken = understood.language;
  // words of one language alone, and names of places of ours
  const isOurs = isNamed || flowOfAllAids(plain) !== null;
  return {
    // "bonjour, c'est urgent" is no mere greeting
    intent: served === null && flow !== null ? "unknown" : intent,
    flow,
    ...(subject?.kind === "close" ? { offered: offeredSubjects(subject.names) } : {}),
    // "mixed", a French name, and words that are the same everywhere: French is what most go on with
    language: isOffered(spoken) ? spoken : spoken === "unknown" && !isOurs ? null : "fr",
  };
}

const leastSure = 0.6;

/** What says no subject, or too wide a one: the words may name a narrower one. */
const mayHideSubject: ReadonlySet<Intent> = new Set<Intent>([
  ...(["unknown", "housing_search", "rights_landlord", "documents", "out_of_scope"] as const),
  ...(["greeting", "thanks", "yes", "no"] as const),
]);

/**
 * The subject that the words name, where the intent says none, is too wide or but a hint. What an
 * intent serves already gives way to a subject that is sure, never to a guess.
 */
function narrowed({ confidence }: Understood, intent: Intent, text: string): SubjectFinding | null {
  if (!mayHideSubject.has(intent) && confidence >= leastSure) return null;
  const found = foundSubject(text);
  return flowOfIntent(intent) === null || found.kind === "clear" ? found : null;
}

function flowOf(subject: SubjectFinding | null): string | null {
  if (subject === null || subject.kind === "none") return null;
  return subject.kind === "clear" ? subject.name : searchFlow;
}

/** Nobody books an ASLL: who wants an appointment for one is told first who decides. */
function asked({ intent, also }: Understood): Intent {
  return intent === "book_appointment" && also.includes("asll") ? "asll" : intent;
}

const wide: readonly string[] = ["aides", "apl", "chercher-logement", "rendez-vous"];

/** An aid named in full is more precise than "an aid", "help with the rent", or than an appointment. */
function isWide(flow: string | null): boolean {
  return flow === null || wide.includes(flow);
}
