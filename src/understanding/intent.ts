import { type Intent, intents } from "./intent-ids.ts";
import { englishSchemes } from "./intent-words-en.ts";
import { englishEveryday } from "./intent-words-en-everyday.ts";
import { frenchSchemes } from "./intent-words-fr.ts";
import { frenchEveryday } from "./intent-words-fr-everyday.ts";
import { frenchTalk } from "./intent-words-fr-talk.ts";
import { languageOf, type SpokenLanguage } from "./language-of.ts";
import { normalise } from "./normalise.ts";
import { type Found, phraseBook } from "./phrase-book.ts";
import { type Danger, lookForDanger } from "./safety.ts";
import { spellOut } from "./spell-out.ts";

/** What a message means, as far as words alone can tell. */
export interface Understood {
  readonly language: SpokenLanguage;
  readonly intent: Intent;
  /** From 0 to 1. */
  readonly confidence: number;
  /** Other things the same message asks for, strongest first. */
  readonly also: readonly Intent[];
  readonly safety: Danger;
  /** The phrases that decided, as written in the tables. */
  readonly because: readonly string[];
}

interface Sense {
  readonly intent: Intent;
  readonly language: "fr" | "en";
  readonly weight: number;
}
interface Candidate {
  readonly intent: Intent;
  readonly score: number;
}

const sure = 1;
const maybe = 0.45;
/** Talk around a request ("salut", "merci", "ok"): it is the intent only when there is nothing else. */
const smallTalk = new Map<Intent, number>([
  ["insult", 0.6],
  ["no", 0.52],
  ["yes", 0.51],
  ["thanks", 0.47],
  ["greeting", 0.44],
]);
/** Wide intents, which a scheme named in the same message makes precise. */
const wide = new Set<Intent>(["housing_search", "rights_landlord", "cllaj_info", "sites"]);
/** Under this score, or this close to a different guess, we do not pretend to have understood. */
const leastScore = 0.4;
const leastMargin = 0.05;
const rank = new Map(intents.map((intent, place) => [intent, place]));
/** What speaks of an appointment one already has wins over taking one. */
const aboutAppointment: readonly Intent[] = [
  "cancel_appointment",
  "change_appointment",
  "my_appointment",
];

const book = phraseBook<Sense>(
  [
    ...[...frenchSchemes, ...frenchEveryday, ...frenchTalk].map((words) => ({
      words,
      language: "fr" as const,
    })),
    ...[...englishSchemes, ...englishEveryday].map((words) => ({ words, language: "en" as const })),
  ].flatMap(({ words: { intent, sure: certain, maybe: hints = [] }, language }) => [
    ...certain.map((phrase) => ({ phrase, sense: { intent, language, weight: sure } })),
    ...hints.map((phrase) => ({ phrase, sense: { intent, language, weight: maybe } })),
  ]),
  (word) => (word.length <= 4 ? 0 : word.length <= 8 ? 1 : 2),
  new Set("metro louper livre nuire pauvre parler parles porter partie payer".split(" ")),
);

/**
 * What a message says: language, intent, other intents, danger. `language` is the conversation's own,
 * believed only when the message shows none.
 */
export function understand(text: string, language?: string): Understood {
  const safety = lookForDanger(text);
  const words = spellOut(normalise(text));
  const found = book.find(words);
  const candidates = withDanger(scored(found), safety);
  const [best, second] = candidates;
  const heard = {
    language: spoken(words, found, language),
    safety,
    because: found.map(({ phrase }) => phrase),
  };
  if (!best || best.score < leastScore || torn(best, second)) {
    return {
      ...heard,
      intent: "unknown",
      confidence: best ? 0.3 : 0,
      also: candidates.slice(0, 3).map(({ intent }) => intent),
    };
  }
  return {
    ...heard,
    intent: best.intent,
    confidence: confidenceOf(best, second),
    also: candidates
      .slice(1)
      .filter(({ score }) => score >= Math.min(sure, best.score) * 0.6)
      .slice(0, 4)
      .map(({ intent }) => intent),
  };
}

function scored(found: readonly Found<Sense>[]): Candidate[] {
  const scores = new Map<Intent, number>();
  for (const { sense, places } of found) {
    const precise = wide.has(sense.intent)
      ? sense.weight * 0.93
      : sense.weight + 0.08 * (places.length - 1);
    const score = smallTalk.get(sense.intent) ?? precise;
    const before = scores.get(sense.intent) ?? 0;
    // a second phrase of the same intent confirms it a little, ten more do not prove more
    scores.set(sense.intent, Math.max(before, score) + (before > 0 ? 0.04 : 0));
  }
  if (aboutAppointment.some((intent) => (scores.get(intent) ?? 0) >= sure)) {
    scores.delete("book_appointment");
  }
  return sorted([...scores].map(([intent, score]) => ({ intent, score })));
}

function withDanger(candidates: readonly Candidate[], safety: Danger): Candidate[] {
  if (safety.kind === null) return [...candidates];
  const { kind, level } = safety;
  const score = level === "alarm" ? 9 : 1.05;
  return sorted([...candidates.filter(({ intent }) => intent !== kind), { intent: kind, score }]);
}

function sorted(candidates: Candidate[]): Candidate[] {
  return candidates.sort(
    (a, b) => b.score - a.score || (rank.get(a.intent) ?? 0) - (rank.get(b.intent) ?? 0),
  );
}

// two hints of equal strength, and no phrase that is enough alone: ask rather than guess
function torn(best: Candidate, second: Candidate | undefined): boolean {
  return (
    second !== undefined &&
    best.score < sure * 0.9 &&
    !smallTalk.has(best.intent) &&
    !smallTalk.has(second.intent) &&
    best.score - second.score < leastMargin
  );
}

function confidenceOf(best: Candidate, second: Candidate | undefined): number {
  const alone = best.score >= sure * 0.9 ? Math.min(0.97, 0.8 + (best.score - sure) / 2) : 0.55;
  const own = smallTalk.has(best.intent) && best.score >= leastScore ? 0.85 : alone;
  const rival = second && !smallTalk.has(second.intent) ? second.score / best.score : 0;
  return Math.round(own * (1 - 0.25 * Math.min(1, rival) ** 2) * 100) / 100;
}

function spoken(
  words: readonly string[],
  found: readonly Found<Sense>[],
  conversation: string | undefined,
): SpokenLanguage {
  const shown = languageOf(words);
  if (shown !== "unknown") return shown;
  const said = new Set(found.map(({ sense }) => sense.language));
  if (conversation === "fr" || conversation === "en") return conversation;
  const [only] = said;
  return said.size === 1 && only ? only : "unknown";
}
