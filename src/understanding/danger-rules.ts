import type { DangerKind } from "./danger-ids.ts";
import type { DangerPhrase } from "./danger-phrases.ts";
import { phraseBook } from "./phrase-book.ts";

/** `alarm`: act at once; `check`: ask gently whether the person is in danger; `none`: nothing heard. */
export interface Danger {
  readonly level: "none" | "check" | "alarm";
  readonly kind: DangerKind | null;
}

export const noDanger: Danger = { level: "none", kind: null };

const tonight = phraseBook<"tonight">(
  [
    "ce soir",
    "cette nuit",
    "tonight",
    "esta noche",
    "ليله",
    "had lila|lil",
    "hadlila",
    "cet? soir",
  ].map((phrase) => ({ phrase, sense: "tonight" })),
  () => 0,
  new Set(),
);

/** From the gravest: a certain danger goes before a possible one, and between equals this order decides. */
const byGravity: readonly DangerKind[] = [
  "suicide",
  "violence",
  "minor_in_danger",
  "emergency_shelter",
];

/** What the phrases say by themselves, the age of the writer and the hour heard. */
export function dangerByRules(
  phrases: readonly DangerPhrase[],
  words: readonly string[],
  isMinor: boolean,
): Danger {
  if (phrases.length === 0) return noDanger;
  const isTonight = tonight.find(words).length > 0;
  const levels = new Map<DangerKind, "check" | "alarm">();
  for (const phrase of phrases) {
    const { kind, level } = placed(phrase, isMinor, isTonight && !phrase.isDenied);
    if (level === "alarm" || !levels.has(kind)) levels.set(kind, level);
  }
  for (const level of ["alarm", "check"] as const) {
    const kind = byGravity.find((candidate) => levels.get(candidate) === level);
    if (kind) return { level, kind };
  }
  return noDanger;
}

function placed(
  { sign, level, isDenied }: DangerPhrase,
  isMinor: boolean,
  isTonight: boolean,
): { kind: DangerKind; level: "check" | "alarm" } {
  if (sign === "suicide" || sign === "violence") return { kind: sign, level };
  // a minor outside, thrown out or in danger is never a question of housing first
  if (isMinor) return { kind: "minor_in_danger", level: isDenied ? "check" : "alarm" };
  if (sign === "minor_in_danger") return { kind: sign, level };
  if (sign === "inDanger") return { kind: "violence", level };
  return { kind: "emergency_shelter", level: isTonight ? "alarm" : level };
}
