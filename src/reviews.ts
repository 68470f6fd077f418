import { filesOfTheTeam, locales, tones } from "../locales/index.ts";
import { type ReviewMark, reviewMarks } from "../locales/reviews/index.ts";
import { textsOf } from "./base/sentences.ts";

/** Where a file stands: `changed` was read by somebody, but not as it is now. */
export interface FileReview {
  readonly file: string;
  readonly state: "never" | "changed" | "reviewed";
  readonly mark: ReviewMark | null;
}

type Files = Readonly<Record<string, unknown>>;

/** The files spoken to people, by language and tone: those that somebody whose language it is should read. */
export const filesToReview: Readonly<Record<string, Files>> = Object.fromEntries(
  Object.entries<Files>({ ...locales, ...tones }).map(([language, files]) => [
    language,
    Object.fromEntries(Object.entries(files).filter(([file]) => !filesOfTheTeam.includes(file))),
  ]),
);

/** The marks of every language, by file. */
export type Marks = typeof reviewMarks;

/** How far the texts of a language or tone ("fr-vous") were read by somebody whose language it is. */
export function reviewOf(language: string, marks: Marks = reviewMarks): readonly FileReview[] {
  return Object.entries(filesToReview[language] ?? {}).map(([file, texts]) => {
    const mark = marks[language]?.[file] ?? null;
    return { file, state: stateOf(texts, mark), mark };
  });
}

function stateOf(texts: unknown, mark: ReviewMark | null): FileReview["state"] {
  if (mark === null) return "never";
  return mark.text === fingerprintOf(texts) ? "reviewed" : "changed";
}

/** Eight characters that change with any sentence of a file: FNV-1a over its keys and sentences. */
export function fingerprintOf(texts: unknown): string {
  let hash = 0x811c9dc5;
  for (const [key, sentence] of textsOf(texts)) {
    for (const unit of `${key}\n${sentence}\n`) {
      hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
    }
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
