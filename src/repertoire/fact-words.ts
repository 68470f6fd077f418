import { languageStates } from "../../locales/index.ts";
import type { Said } from "../base/message.ts";
import { saidDay, saidPlain } from "../base/said.ts";
import { localDate } from "../base/time.ts";
import { type Fact, type FactDefinition, facts } from "../person/facts.ts";

/** Facts whose codes could be taken for those of another: their labels carry a prefix. */
const prefixes: Partial<Record<Fact, string>> = {
  permit: "permit_",
  housingOutcome: "outcome_",
  newHome: "home_",
  cameFrom: "from_",
  movedIn: "movedIn_",
  previousFslAccess: "fsl_",
  mobility: "mobility_",
  availability: "availability_",
  urgencyOfNeed: "urgency_",
  subjectTheme: "theme_",
  livesWith: "with_",
  childrenCount: "children_",
  debts: "debts_",
  employer: "employer_",
  careEnded: "care_",
  helpline: "line_",
  cancelReason: "cancel_",
  companionWho: "companion_",
  companionCount: "coming_",
};

/** How a fact is read, kept and worded; undefined for what is not a fact of a person. */
export function definitionOf(fact: string): FactDefinition | undefined {
  return Object.hasOwn(facts, fact) ? facts[fact as Fact] : undefined;
}

/** A fixed choice; its synonyms are ways of typing it, separated by bars. */
export interface Choice {
  readonly key: string;
  readonly label: Said;
  readonly synonyms?: Said;
}

/** The fixed choices of a question, in the order of its buttons. */
export function choicesOf(fact: string): readonly Choice[] {
  const reads = definitionOf(fact)?.reads;
  if (reads?.kind === "yesNo") return [yes, no];
  if (reads?.kind !== "choice") return [];
  return reads.among.map((key) => ({
    key,
    label: wordOf(fact, key),
    synonyms: {
      key: `synonyms:${fact === "permit" && key === "etudiant" ? "etudiant_permit" : key}`,
    },
  }));
}

const yes = { key: "yes", label: { key: "facts:yes" } };
const no = { key: "no", label: { key: "facts:no" } };

/** The button of who does not know; nobody "does not know" their first name, or what is theirs to tell. */
export function unknownWord(fact: string, isAmongSeveral = false): Said {
  if (definitionOf(fact)?.reads.kind === "subject") {
    return { key: isAmongSeveral ? "everywhere:somethingElse" : "everywhere:seeThemes" };
  }
  if (definitionOf(fact)?.reads.kind === "phone") return { key: "everywhere:noPhone" };
  return { key: isToTell(fact) ? "everywhere:skip" : "everywhere:iDoNotKnow" };
}

function isToTell(fact: string): boolean {
  return fact === "firstName" || fact === "cancelReason" || definitionOf(fact)?.sensitive === true;
}

/** Choices of flows that a "yes" means, whatever their label. */
const plainYes: ReadonlySet<string> = new Set(["yes", "right", "accept", "come", "goOn", "have"]);

/** Choices of flows that name a language: typed in any alphabet. */
const languageSteps: ReadonlySet<string> = new Set(
  Object.values(languageStates).map(({ step }) => step),
);

/** Other ways of typing a choice of a flow, separated by bars. */
export function choiceSynonyms(key: string): Said | null {
  if (plainYes.has(key) || key.startsWith("accept")) return { key: "synonyms:saysYes" };
  if (languageSteps.has(key)) return { key: `synonyms:${key}` };
  if (key === "cannot") return { key: "synonyms:cannot" };
  return key === "no" || key === "later" ? { key: "synonyms:saysNo" } : null;
}

/** The value meant by a fixed choice. */
export function valueOfChoice(fact: string, key: string): unknown {
  return definitionOf(fact)?.reads.kind === "yesNo" ? key === "yes" : key;
}

function wordOf(fact: string, code: string): Said {
  return { key: `facts:${prefixes[fact as Fact] ?? ""}${code}` };
}

/** A fact and what was answered, as one line of a summary. */
export function factLine(fact: string, value: unknown): Said {
  return {
    key: "facts:line",
    values: { name: { key: `facts:name_${fact}` }, value: factValue(fact, value) },
  };
}

function factValue(fact: string, value: unknown): Said {
  if (value === null || value === undefined) {
    return { key: isToTell(fact) ? "facts:notSaid" : "facts:notKnown" };
  }
  if (typeof value === "boolean") return { key: value ? "facts:yes" : "facts:no" };
  if (typeof value === "number") {
    const kind = definitionOf(fact)?.reads.kind;
    const unit = kind === "age" || kind === "months" ? kind : "money";
    return { key: `facts:value_${unit}`, values: { value } };
  }
  if (typeof value === "object" && "name" in value) return saidPlain(String(value.name));
  if (definitionOf(fact)?.reads.kind === "day") return saidDay(localDate(String(value)));
  return definitionOf(fact)?.reads.kind === "choice"
    ? wordOf(fact, String(value))
    : saidPlain(String(value));
}
