import { localDate } from "../base/time.ts";
import type { FileReview } from "../reviews.ts";
import { dayWords, type View } from "./words.ts";

/** How far texts of a language were read by somebody whose language it is, in one sentence. */
export function reviewSentence(
  { say }: Pick<View, "say">,
  language: string,
  files: readonly FileReview[],
): string {
  const name = say(`languages_in_${language}`);
  if (files.length === 0) return say("review_none", { language: name });
  const read = files.filter(({ state }) => state === "reviewed");
  if (read.length === 0) {
    const isChanged = files.some(({ state }) => state === "changed");
    return say(isChanged ? "review_changed" : "review_never", { language: name });
  }
  if (read.length < files.length) {
    return say("review_some", { language: name, count: read.length, total: files.length });
  }
  const last =
    read
      .flatMap(({ mark }) => mark?.on ?? [])
      .sort()
      .at(-1) ?? "";
  return say("review_all", { language: name, day: dayWords(localDate(last)) });
}
