import type { Wish } from "../engine/house.ts";
import type { Structure } from "../structure/schema.ts";
import { type Understood, understand } from "../understanding/intent.ts";
import type { Intent } from "../understanding/intent-ids.ts";
import { normalise } from "../understanding/normalise.ts";
import { namesHelpPlace, namesOf } from "./help-places.ts";
import { namesLocalAid } from "./local-aid.ts";
import { narrowerSubject } from "./narrower-subject.ts";
import { flowOfIntent, flowOfWords, helpPlacesFlow, localAidFlow } from "./wishes.ts";

/** What a free text asks of a structure: its intent, the flow that serves it, the language it shows. */
export function wishIn(structure: Structure, text: string, language: string | null): Wish {
  const understood = understand(text, language ?? undefined);
  const plain = normalise(text);
  const intent = asked(understood);
  const served = flowOfIntent(intent);
  const isLocalAid = isWide(served) && namesLocalAid(structure, plain);
  const isNamed = namesHelpPlace(structure, plain);
  const narrower = isNamed ? null : narrowerSubject(intent, plain);
  const meant = isLocalAid ? localAidFlow : (narrower ?? served);
  const worded = meant === null ? flowOfWords(plain, namesOf(structure)) : null;
  const flow = meant ?? worded ?? (isNamed ? helpPlacesFlow : null);
  const spoken = understood.language;
  return {
    // "bonjour, c'est urgent" is no mere greeting
    intent: served === null && flow !== null ? "unknown" : intent,
    flow,
    // "mixed", a French name, and words that are the same everywhere: French is what most go on with
    language: spoken === "en" ? "en" : spoken === "unknown" && !isNamed ? null : "fr",
  };
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
