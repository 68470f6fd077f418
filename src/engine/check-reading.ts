import { mostWordsPerSentence, readabilityOf } from "../base/readability.ts";
import { textsOf } from "../base/sentences.ts";
import type { Entries } from "./check-arrows.ts";
import { explainedBefore } from "./explained-before.ts";
import type { Flow } from "./flow.ts";
import type { Problem, ProblemCode } from "./problem.ts";
import { keysOf, type Locales, saidBy, sentence } from "./wording.ts";

/** What plain words ask of a language, and what is let through with its reason. */
export interface PlainWords {
  /** Acronym → the words that explain it; one of them is enough. */
  readonly meanings: Readonly<Record<string, readonly string[]>>;
  /** Acronyms that need no explanation → why. */
  readonly known: Readonly<Record<string, string>>;
  /** A text ("fsl:intro"), a group ("synonyms:*") → what is let through → why. */
  readonly exceptions: Readonly<
    Record<string, Readonly<Partial<Record<ReadingCode, string>>> | undefined>
  >;
}
export type ReadingCode = Extract<
  ProblemCode,
  "longSentences" | "severalQuestions" | "unexplainedAcronym"
>;

/** What a check of the plainness of texts looks at. */
interface Read {
  readonly flows: readonly Flow[];
  readonly entries: Entries;
  /** The languages and tones to measure, and no others. */
  readonly locales: Locales;
  readonly plain: PlainWords;
}

/**
 * What is too hard to read: sentences of more than fifteen words on average, two questions in one
 * text, an acronym that neither the text nor every way to it explains; and exceptions that are no
 * longer needed.
 */
export function checkReading(read: Read): readonly Problem[] {
  const used = new Set<string>();
  const problems = Object.keys(read.locales).flatMap((language) =>
    hard(read, language).filter(({ text, code }) => {
      const reason = excuse(read.plain, text, code as ReadingCode);
      if (reason !== null) used.add(reason);
      return reason === null;
    }),
  );
  return [...problems, ...idle(read.plain, used)];
}

function hard(read: Read, language: string): readonly (Problem & { readonly text: string })[] {
  const heard = heardBefore(read, language);
  return Object.entries(read.locales[language] ?? {}).flatMap(([file, texts]) =>
    [...textsOf(texts)].flatMap(([key, text]) => {
      const { wordsPerSentence, questions, acronyms } = readabilityOf(text);
      const about = { flow: file, text: `${file}:${key}`, language };
      const before = heard.get(about.text);
      const open = acronyms.filter(
        (word) => !(isExplained(read.plain, word, text) || before?.has(word)),
      );
      return [
        ...(wordsPerSentence > mostWordsPerSentence
          ? [
              {
                ...about,
                code: "longSentences" as const,
                detail: `${wordsPerSentence.toFixed(1)} words a sentence`,
              },
            ]
          : []),
        ...(questions > 1
          ? [{ ...about, code: "severalQuestions" as const, detail: `${questions} questions` }]
          : []),
        ...open.map((word) => ({
          ...about,
          code: "unexplainedAcronym" as const,
          detail: word,
        })),
      ];
    }),
  );
}

/** For each text of a flow, the acronyms explained on every way to it, or by what its step says. */
function heardBefore(
  { flows, entries, locales, plain }: Read,
  language: string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const heard = new Map<string, ReadonlySet<string>>();
  for (const flow of flows) {
    const said = (name: string) => {
      const step = flow.steps[name];
      const texts = step ? saidBy(step) : [];
      return explainedIn(
        plain,
        texts.map((key) => sentence(locales, language, `${flow.name}:${key}`) ?? ""),
      );
    };
    const before = explainedBefore(flow, entries[flow.name] ?? [], said);
    for (const [name, step] of Object.entries(flow.steps)) {
      const words = new Set([...(before.get(name) ?? []), ...said(name)]);
      for (const key of keysOf(step)) {
        const text = `${flow.name}:${key}`;
        const other = heard.get(text);
        // a text said at two places is explained only where both are
        heard.set(text, other ? new Set([...words].filter((word) => other.has(word))) : words);
      }
    }
  }
  return heard;
}

function explainedIn(plain: PlainWords, texts: readonly string[]): ReadonlySet<string> {
  const whole = texts.join(" ");
  return new Set(Object.keys(plain.meanings).filter((word) => isExplained(plain, word, whole)));
}

function isExplained({ meanings, known }: PlainWords, word: string, text: string): boolean {
  if (Object.hasOwn(known, word)) return true;
  const plain = text.toLowerCase();
  return (meanings[word] ?? []).some((meaning) => plain.includes(meaning.toLowerCase()));
}

/** The name of the exception that lets a text through, or null. */
function excuse({ exceptions }: PlainWords, text: string, code: ReadingCode): string | null {
  const group = `${text.slice(0, text.indexOf(":"))}:*`;
  for (const name of [text, group]) {
    if (exceptions[name]?.[code] !== undefined) return `${name} ${code}`;
  }
  return null;
}

function idle({ exceptions }: PlainWords, used: ReadonlySet<string>): readonly Problem[] {
  return Object.entries(exceptions).flatMap(([name, codes = {}]) =>
    Object.keys(codes)
      .filter((code) => !used.has(`${name} ${code}`))
      .map((code) => ({
        code: "idleException" as const,
        flow: name.slice(0, name.indexOf(":")),
        text: name,
        detail: `${code} is not needed any more`,
      })),
  );
}
