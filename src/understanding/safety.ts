import type { DangerKind } from "./danger-ids.ts";
import { type Danger, dangerByRules, noDanger } from "./danger-rules.ts";
import { graveConcepts } from "./grave-concepts.ts";
import { featuresIn, type ReadMessage, readMessage } from "./read-message.ts";
import { type Guesses, guess } from "./understanding-model.ts";

export type { Danger };

/** From which likelihood on we act, and under which likelihood of harmlessness we ask. */
interface Thresholds {
  readonly act: number;
  readonly ask: number;
}

/** What the tables heard moves what the model must be sure of. */
const withAlarm: Thresholds = { act: 0.02, ask: 0.97 };
const withCheck: Thresholds = { act: 0.8, ask: 0.97 };
const withNothing: Thresholds = { act: 0.35, ask: 0.6 };
/** An idiom, a street, a denial: the model must be sure to see more in it. */
const withHarmless: Thresholds = { act: 0.97, ask: 0.1 };
/** No word that danger is told with: only what is very like a danger counts. */
const withoutGraveWord: Thresholds = { act: 0.85, ask: 0.25 };
/** One thing said among others must be surer: the rest of the message speaks against it. */
const inPart: Thresholds = { act: 0.95, ask: 0.05 };
/** When the whole message is this harmless, a part that sounds grave is asked about, not acted on. */
const harmlessAsWhole = 0.98;

type Likelihood = Guesses["danger"];

/** Danger in a message, read whole however long it is, in every language we know words of. */
export function lookForDanger(text: string): Danger {
  const message = readMessage(text);
  const parts = message.parts.map((part) => guess(featuresIn(message, part)).danger);
  return dangerIn(message, guess(featuresIn(message)).danger, parts);
}

/** What the tables of phrases alone hear in a message. */
export function dangerByTables(text: string): Danger {
  const { dangers, words, isMinor } = readMessage(text);
  return dangerByRules(dangers, words, isMinor);
}

/** The danger in a message already read: `whole` and `parts` are what the model makes of them. */
export function dangerIn(
  message: ReadMessage,
  whole: Likelihood,
  parts: readonly Likelihood[],
): Danger {
  const rule = dangerByRules(message.dangers, message.words, message.isMinor);
  // an idiom, a street or a denial, and nothing said beside it
  if (message.isHarmless && message.parts.length === 0) return noDanger;
  const loudest = parts.reduce((most, part) => (part.alarm > most.alarm ? part : most), whole);
  const darkest = parts.reduce((most, part) => (part.none < most.none ? part : most), whole);
  const kind = (heard: Likelihood) => kindFor(rule, heard, message);
  // what is denied is asked about, never acted on
  const mayAct = !message.dangers.some(({ isDenied }) => isDenied) || rule.level === "alarm";
  const { act, ask } = thresholds(rule, whole.kind, message);
  if (mayAct && whole.alarm >= act) return { level: "alarm", kind: kind(whole) };
  const isLoudPart = loudest.alarm >= Math.max(act, inPart.act);
  const isSaidPlainly = rule.level === "alarm" || whole.none < harmlessAsWhole;
  if (isLoudPart && mayAct && isSaidPlainly) return { level: "alarm", kind: kind(loudest) };
  if (isLoudPart) return { level: "check", kind: kind(loudest) };
  if (whole.none < ask) return { level: "check", kind: kind(whole) };
  if (darkest.none < Math.min(ask, inPart.ask)) return { level: "check", kind: kind(darkest) };
  // words that say it themselves are asked about at least, however harmless the rest sounds
  return rule.level === "alarm" ? { level: "check", kind: kind(whole) } : noDanger;
}

function thresholds(
  rule: Danger,
  kind: DangerKind,
  { isHarmless, concepts }: ReadMessage,
): Thresholds {
  if (rule.level === "alarm") return withAlarm;
  if (rule.level === "check") return withCheck;
  if (isHarmless) return withHarmless;
  const grave = graveConcepts[kind];
  return concepts.some(({ sense }) => grave.has(sense)) ? withNothing : withoutGraveWord;
}

/** A rule that sounded knows its kind; a minor without a roof is a minor in danger. */
function kindFor(rule: Danger, heard: Likelihood, { isMinor }: ReadMessage): DangerKind {
  const kind = rule.kind ?? heard.kind;
  return isMinor && kind === "emergency_shelter" ? "minor_in_danger" : kind;
}
