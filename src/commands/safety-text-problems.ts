import { createHash } from "node:crypto";
import { locales, tones } from "../../locales/index.ts";
import reviews from "../../locales/safety-reviews.json" with { type: "json" };
import { textsOf } from "../base/sentences.ts";
import type { Problem } from "../engine/problem.ts";

/** When the wording of a file was last read as content (numbers, promises, tone), and in what role. */
export interface SafetyReview {
  readonly on: string;
  readonly by: string;
  /** Whether somebody whose language it is read it; null is never. */
  readonly nativeSpeaker: string | null;
  readonly text: string;
}
export type SafetyReviews = Readonly<Record<string, Readonly<Record<string, SafetyReview>>>>;
type Texts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What is said to somebody in danger: what is wrong there is a closed door. */
export const safetyFiles = [
  ...["danger", "sans-toit-ce-soir", "violences", "idees-noires", "mineur-en-danger"],
  ...["bientot-dehors", "hebergement-115", "promise"],
] as const;

/** Twelve characters that change with any sentence of a file. */
export function digestOf(texts: unknown): string {
  const all = [...textsOf(texts)].map(([key, sentence]) => `${key}\n${sentence}`).join("\n\n");
  return createHash("sha256").update(all).digest("hex").slice(0, 12);
}

/** The safety texts whose wording changed after their review. One never reviewed is no change. */
export function safetyTextProblems(
  all: Texts = { ...locales, ...tones },
  reviewed: SafetyReviews = reviews,
): readonly Problem[] {
  return Object.entries(all).flatMap(([language, files]) =>
    safetyFiles.flatMap((file): Problem[] => {
      const review = reviewed[language]?.[file];
      const now = digestOf(files[file]);
      if (!review || review.text === now) return [];
      const detail = `changed after its review of ${review.on}: read it again, then write the day and "text": "${now}" into locales/safety-reviews.json`;
      return [{ code: "safetyTextChanged", flow: file, language, detail }];
    }),
  );
}
