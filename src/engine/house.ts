import type { Said, SaidValues } from "../base/message.ts";
import type { Verdict } from "../base/verdict.ts";
import type {
  Asking,
  Learnt,
  Memory,
  Offered,
  Performed,
  Place,
  Proposed,
} from "./conversation.ts";
import type { Flow } from "./flow.ts";

/** How a typed answer was heard by the question that waits. */
export type Heard =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "unknown" }
  /** Several things are meant: one must be picked. */
  | { readonly kind: "several"; readonly offered: readonly Offered[] }
  /** Not understood; the key of the sentence that says how to write it. */
  | { readonly kind: "no"; readonly hint: string };

export type EverywhereWord =
  | "menu"
  | "back"
  | "human"
  | "stop"
  | "start"
  | "language"
  | "data"
  | "deleteData";

/** What understanding finds in a free text. */
export interface Wish {
  readonly intent: string;
  /** The flow that serves it, when there is one. */
  readonly flow: string | null;
  readonly language: string | null;
  /** Several things may be meant: the first question of the flow offers them. */
  readonly offered?: readonly Offered[];
  /** Flows that the same words ask for besides, in the order of importance. */
  readonly also?: readonly string[];
  /** What is answered on the side where no flow of ours can serve: who can help instead. */
  readonly aside?: Said;
}

/** A language that somebody writes in, beside the conversation's: its code, and its step in the flows that ask. */
export interface OtherLanguage {
  readonly language: string;
  readonly step: string;
}

/** Something given without being asked for: the flow that takes it, and what it is taught. */
export interface Given {
  readonly flow: string;
  readonly learnt: Readonly<Record<string, unknown>>;
}

/** Where a text in which danger is heard leads, and what the same words tell by the way. */
export interface HeardDanger {
  readonly place: Place;
  readonly learnt: Readonly<Record<string, unknown>>;
}

/** Where a file goes that comes while a flow waits for it: the step that takes it, and whether it is kept. */
export interface FilePlace {
  readonly step: string;
  readonly isKept: boolean;
  /** What it is a photo of; null when it is not kept. */
  readonly about: string | null;
}

/** A choice as it may be typed. */
export interface Pickable {
  readonly id: string;
  readonly label: string;
  readonly synonyms?: readonly string[];
}

/** All that a turn may ask of the world around the engine. Nothing here writes. */
export interface House<Change> {
  /** Told of each step that is walked: how tests know that every step of every flow was. */
  readonly visited?: (flow: string, step: string) => void;
  readonly flows: ReadonlyMap<string, Flow>;
  /** The flows the engine itself knows by name. */
  readonly doors: Readonly<
    Record<
      "welcome" | "menu" | "danger" | "resume" | "lost" | "also" | "machine" | EverywhereWord,
      string
    >
  >;
  /** Values that any text may show, such as the name of the association. */
  readonly always: SaidValues;
  /** Values that the texts of one flow may show besides, such as where what it says was read. */
  shownIn?(flow: string, now: number): SaidValues;
  /** A flow as the end of "Tu veux …", when it has no text of its own among the menu's ("menu:topic_…"). */
  topic?(flow: string): Said | null;
  /** The fixed choices of a question, in order: code and label. */
  choices(
    fact: string,
  ): readonly { readonly key: string; readonly label: Said; readonly synonyms?: Said }[];
  /** The button of who does not know, would rather not say, or means none of several things. */
  unknownWord(fact: string, isAmongSeveral: boolean): Said;
  /** Other ways of typing a choice of a flow, by its key; null when its label says it all. */
  typedAlso(key: string): Said | null;
  /** A typed answer against a question. */
  hear(fact: string, text: string, memory: Memory, asking: Asking): Heard;
  /** The value meant by a fixed choice ("yes" → true). */
  valueOf(fact: string, key: string): unknown;
  /** Whether a thing learnt is still true now. */
  holds(fact: string, learnt: Learnt, now: number): boolean;
  /** Whether a fact is forgotten when its flow ends. */
  endsWithFlow(fact: string): boolean;
  decide(rule: string, asking: Asking): Verdict;
  perform(action: string, asking: Asking): Promise<Performed<Change>>;
  propose(offer: string, asking: Asking): Promise<Proposed>;
  /** What an answer to the question of a fact is: words of one's own, a figure, a yes or no. */
  readsAs?(fact: string): "words" | "figure" | "yesNo";
  /** What a typed text teaches at an offer beyond one of its choices; null when it is none of that. */
  hearOffered?(offer: string, text: string, memory: Memory): unknown;
  /** The label of a text in a language, to compare with what was typed. */
  words(said: Said, language: string): string;
  /** Which of these labels a typed text means; synonyms are other ways of typing one. */
  pick(text: string, labels: readonly Pickable[]): string | null;
  everywhere(text: string): EverywhereWord | null;
  understand(text: string, language: string | null): Wish;
  /** What a text tells by the way, by fact; `asked` is the fact that the question waits for. */
  toldIn?(text: string, asked: string | null): Readonly<Record<string, unknown>>;
  /** What the source in the link that was opened tells, by fact. */
  toldBySource?(source: string): Readonly<Record<string, unknown>>;
  /** Facts told by the way, as they are said back. */
  noted?(told: Readonly<Record<string, unknown>>): Said;
  /** Whether a flow that was asked for beside another may wait: danger and the menu do not. */
  keepsForLater?(flow: string): boolean;
  /** Whether what was kept may be offered here: after a danger the team looks at it, not the bot. */
  offersMore?(asking: Asking): boolean;
  /** The step of the language that a whole text asks for by its name; null for all other texts. */
  languageAsked?(text: string): string | null;
  /** The language a text is clearly in when it is offered and not the conversation's; else null. */
  otherLanguage?(text: string, language: string): OtherLanguage | null;
  /** What a text gives by its very form (a code), and the flow that takes it; null for all other texts. */
  given?(text: string): Given | null;
  /** The flow that answers a button too old to be followed; null where a word on the side is enough. */
  oldButton?(option: string): Given | null;
  /** What a flow does with a file sent now; null where files are kept for the team as anywhere else. */
  fileHere?(asking: Asking): FilePlace | null;
  /** Where a text in which danger is heard leads; null when nothing worries. Looked at before all else. */
  danger(text: string, asking: Asking): HeardDanger | null;
}
