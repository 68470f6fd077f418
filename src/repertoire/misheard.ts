import { maskPersonal } from "../base/mask-personal.ts";
import type { Memory, Turn } from "../engine/conversation.ts";
import { understand } from "../understanding/intent.ts";
import { saysNotThat } from "../understanding/not-that.ts";

/** Why words are kept to be learnt from, and whether they are these or the ones before. */
export interface Mishearing {
  readonly words: "these" | "before";
  readonly reason: "unknown" | "torn" | "noAnswer" | "again" | "refused";
}

/** The choice that refuses another subject: it had been misheard in the words before. */
const refusal = "reprise.switch.noContinue";
/** The button under subjects that were guessed: none of them is meant. */
const noneOfThese = "chercher-un-sujet.words.unknown";

/** What the person typed, or the id of the button they pressed; null for the other. */
export interface SaidNow {
  readonly text: string | null;
  readonly pressed: string | null;
}

/**
 * Whether a turn shows that words were not understood. What tells of a danger goes its own way, and
 * what is erased is not kept.
 */
export function mishearingIn<C extends { readonly kind: string }>(
  { happenings, changes }: Pick<Turn<C>, "happenings" | "changes">,
  before: Pick<Memory, "misunderstood" | "offered">,
  { text, pressed }: SaidNow,
): Mishearing | null {
  const kinds = new Set(happenings.map(({ kind }) => kind));
  if (kinds.has("danger") || changes.some(({ kind }) => kind === "erase")) return null;
  const isRefused = happenings.some(
    ({ kind, flow, step, value }) => kind === "chose" && `${flow}.${step}.${value}` === refusal,
  );
  const isNone = pressed === noneOfThese && before.offered.length > 0;
  if (isRefused || isNone || (text !== null && saysNotThat(text)))
    return { words: "before", reason: "refused" };
  if (text === null || !kinds.has("misunderstood")) return null;
  if (before.misunderstood > 0) return { words: "these", reason: "again" };
  const { intent, also } = understand(text);
  if (intent !== "unknown") return { words: "these", reason: "noAnswer" };
  return { words: "these", reason: also.length > 0 ? "torn" : "unknown" };
}

/** The longest words that are kept: what is to be learnt is said at the beginning. */
const longest = 500;
const mostGuesses = 3;

/** Words as they may be kept, with what they were taken for; null when nothing is left of them. */
export function keepable(
  text: string,
  { known, language }: Pick<Memory, "known" | "language">,
): { text: string; language: string | null; guessed: readonly string[] } | null {
  const masked = withoutName(maskPersonal(text), known["firstName"]?.value).trim();
  // a name or a number alone teaches nothing
  if (!/\p{L}/u.test(masked.replaceAll(/\[[a-z]+\]/g, ""))) return null;
  const heard = understand(text, language ?? undefined);
  const guessed = [heard.intent, ...heard.also].filter((intent) => intent !== "unknown");
  return {
    text: masked.slice(0, longest),
    language: heard.language === "unknown" ? language : heard.language,
    guessed: guessed.slice(0, mostGuesses),
  };
}

/** The first name that the person gave, wherever it stands. */
function withoutName(text: string, name: unknown): string {
  if (typeof name !== "string" || name.trim() === "") return text;
  const literal = name.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text.replaceAll(new RegExp(`(?<!\\p{L})${literal}(?!\\p{L})`, "giu"), "[name]");
}
