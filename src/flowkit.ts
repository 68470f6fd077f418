import type { fr } from "../locales/fr/index.ts";
import type { Actions, Fact, Offers, Rules } from "./catalogue.ts";
import { flowDefiner } from "./engine/flow.ts";

type Texts = { [File in keyof typeof fr]: keyof (typeof fr)[File] & string };
/** Files of `locales/fr` that are shared words, not the words of one flow. */
type Shared =
  | "agendas"
  | "attente"
  | "partenaires"
  | "fiche-rdv"
  | "everywhere"
  | "facts"
  | "papers"
  | "synonyms"
  | "subjects"
  | "appointment"
  | "regles"
  | "eligibility"
  | "promise"
  | "sheet"
  | "papers"
  | "desk"
  | "web"
  | "terminal";
type FlowName = Exclude<keyof Texts, Shared>;

interface Vocabulary {
  /**
   * A flow to go to; `@wish` is the one the person asked for, `@back` the place left before it, `@later`
   * that place too, with the wish kept for later, `@next` what else was asked for, else the menu.
   */
  flow: FlowName | "@wish" | "@back" | "@later" | "@next";
  text: Texts;
  fact: Fact;
  rule: { [Name in keyof Rules]: Rules[Name] };
  action: { [Name in keyof Actions]: Actions[Name] };
  offer: { [Name in keyof Offers]: Offers[Name] };
}

/** Defines a flow; the compiler checks every word of it. The only import a flow has. */
export const defineFlow = flowDefiner<Vocabulary>();
