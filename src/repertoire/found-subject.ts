import { locales } from "../../locales/index.ts";
import type { Offered } from "../engine/conversation.ts";
import { normalise } from "../understanding/normalise.ts";
import { emptyWords } from "../understanding/subject-empty-words.ts";
import { findingIn, type SubjectFinding, subjectSearch } from "../understanding/subject-search.ts";
import { subjectTitle } from "./subject-titles.ts";

const subjects = new Map<string, string[]>();
for (const { subjects: listed } of Object.values(locales)) {
  for (const [flow, { title, words }] of Object.entries(listed)) {
    subjects.set(flow, [...(subjects.get(flow) ?? []), title, ...words.split("|")]);
  }
}
/** The words of the phrases that subjects are found by, as they are written there; empty ones apart. */
export const subjectWords: ReadonlySet<string> = new Set(
  [...subjects.values()]
    .flatMap((phrases) => phrases.flatMap((phrase) => normalise(phrase).split(" ")))
    .filter((word) => !emptyWords.has(word)),
);
const search = subjectSearch([...subjects].map(([name, phrases]) => ({ name, phrases })));

/** The subject that free words are about: one, a few that are close, or none. */
export function foundSubject(text: string): SubjectFinding {
  return findingIn(search(text));
}

/** Subjects as choices under a question. */
export function offeredSubjects(flows: readonly string[]): readonly Offered[] {
  return flows.map((flow) => ({ key: flow, label: subjectTitle(flow) }));
}
