import { type ReviewMark, reviewMarks } from "../../locales/reviews/index.ts";
import type { LocalDate } from "../base/time.ts";
import { filesToReview, fingerprintOf } from "../reviews.ts";

type Marks = Readonly<Record<string, ReviewMark | null>>;

/** The marks of each language as they should be written: one for each file there is, null where nobody read it. */
export function completeMarks(
  marks: Readonly<Record<string, Marks>> = reviewMarks,
): ReadonlyMap<string, Marks> {
  return new Map(
    Object.entries(filesToReview).map(([language, files]) => [
      language,
      Object.fromEntries(
        Object.keys(files)
          .sort()
          .map((file) => [file, marks[language]?.[file] ?? null]),
      ),
    ]),
  );
}

/** The same as the text of locales/reviews/<language>.json. */
export function marksFile(marks: Marks): string {
  return `${JSON.stringify(marks, null, 2)}\n`;
}

/** What somebody read: the files of a language, in what role, on which day. */
export interface Reading {
  readonly language: string;
  readonly files: readonly string[];
  readonly by: string;
  readonly on: LocalDate;
}

/** The marks of a language once these files were read; what is wrong with the request, else. */
export function markedBy({ language, files, by, on }: Reading): Marks | string {
  const known = filesToReview[language];
  if (!known) return `no language: ${language}`;
  const strangers = files.filter((file) => !(file in known));
  if (files.length === 0 || strangers.length > 0) return `no file: ${strangers.join(", ") || "-"}`;
  // a role is said, never who: marks are public
  if (by.trim() === "" || by.length > 40) return "--by says a role in a few words";
  const read = files.map((file) => [file, { on, by: by.trim(), text: fingerprintOf(known[file]) }]);
  return { ...completeMarks().get(language), ...Object.fromEntries(read) };
}
