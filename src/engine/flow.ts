/** What an association's flows may talk about. Names only, so that a flow stays plain data. */
export interface Vocabulary {
  flow: string;
  /** flow → its text keys */
  text: Record<string, string>;
  fact: string;
  /** rule → its outcomes; the same for actions and offers */
  rule: Record<string, string>;
  action: Record<string, string>;
  offer: Record<string, string>;
}

type Decide<Rules extends Record<string, string>, To> = {
  [Rule in keyof Rules]: { decide: Rule; next: Record<Rules[Rule], To> };
}[keyof Rules];
type Do<Actions extends Record<string, string>, To> = {
  [Action in keyof Actions]: { do: Action; next: Record<Actions[Action], To> };
}[keyof Actions];
type Offer<Offers extends Record<string, string>, Text, To> = {
  [Name in keyof Offers]: { offer: Name; text: Text; next: Record<Offers[Name], To> };
}[keyof Offers];

export type Step<V extends Vocabulary, Text extends string, To extends string> =
  | { say: Text | readonly Text[]; next: To }
  | { ask: V["fact"]; text: Text; next: To }
  | { choose: Text; among: { [Label in Text]?: To }; always?: true }
  | Offer<V["offer"], Text, To>
  | Decide<V["rule"], To>
  | Do<V["action"], To>
  | { goTo: V["flow"] }
  | { end: Ending };

export type Ending = "informed" | "oriented" | "booked" | "handedOver" | "abandoned";
type Verb = "say" | "ask" | "choose" | "offer" | "decide" | "do" | "goTo" | "end";
/** A step has one verb: writing two does not compile. */
type OneVerb<S> = S extends unknown ? S & { [Other in Exclude<Verb, keyof S>]?: never } : never;

/** A step as the engine walks it: the same data, names widened to text. */
export type AnyStep =
  | { readonly say: string | readonly string[]; readonly next: string }
  | { readonly ask: string; readonly text: string; readonly next: string }
  | {
      readonly choose: string;
      readonly among: Readonly<Record<string, string>>;
      readonly always?: true;
    }
  | {
      readonly offer: string;
      readonly text: string;
      readonly next: Readonly<Record<string, string>>;
    }
  | { readonly decide: string; readonly next: Readonly<Record<string, string>> }
  | { readonly do: string; readonly next: Readonly<Record<string, string>> }
  | { readonly goTo: string }
  | { readonly end: Ending };

export interface Flow {
  readonly name: string;
  readonly start: string;
  readonly steps: Readonly<Record<string, AnyStep>>;
  /** Old step name → where people who waited there go now. */
  readonly moved: Readonly<Record<string, string>>;
}

/**
 * A `defineFlow` for one vocabulary. The compiler then checks step names, text keys, facts, rules,
 * actions, offers, and that every outcome leads somewhere.
 */
export function flowDefiner<V extends Vocabulary>() {
  return function defineFlow<Name extends V["flow"], StepName extends string>(
    name: Name,
    flow: {
      start: NoInfer<StepName>;
      steps: Record<StepName, OneVerb<Step<V, V["text"][Name] & string, NoInfer<StepName>>>>;
      moved?: Record<string, NoInfer<StepName>>;
    },
  ): Flow {
    const steps = flow.steps as unknown as Readonly<Record<string, AnyStep>>;
    return Object.freeze({ name, start: flow.start, steps, moved: flow.moved ?? {} });
  };
}

/** Every arrow that leaves a step: its label (an outcome, a button, or nothing) and where it leads. */
export function arrows(step: AnyStep): readonly { readonly label: string; readonly to: string }[] {
  if ("choose" in step) return Object.entries(step.among).map(([label, to]) => ({ label, to }));
  if ("goTo" in step || "end" in step) return [];
  if (typeof step.next === "string") return [{ label: "", to: step.next }];
  return Object.entries(step.next).map(([label, to]) => ({ label, to }));
}
