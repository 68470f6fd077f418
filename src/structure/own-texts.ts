import { filesOfTheTeam, locales } from "../../locales/index.ts";
import {
  digitsOf,
  longestSentence,
  numbersIn,
  placeholdersOf,
  textsOf,
} from "../base/sentences.ts";
import type { Problem } from "./cross-check.ts";
import type { Structure } from "./schema.ts";

/** Every common text by its full key, "cllaj:what". */
const common: ReadonlyMap<string, string> = new Map(
  Object.entries(locales.fr).flatMap(([file, texts]) =>
    [...textsOf(texts)].map(([key, text]) => [`${file}:${key}`, text] as const),
  ),
);

const everyFile = "*:";

/**
 * The own sentences of an association with those of every file written out: "*:book" is said by each file
 * that has such a text, unless the association says it otherwise there. One that no file has stays as it is.
 */
export function writtenOut(
  texts: NonNullable<Structure["texts"]>,
): NonNullable<Structure["texts"]> {
  return Object.fromEntries(
    Object.entries(texts).map(([language, sentences]) => {
      const all = Object.entries(sentences).map(([key, sentence]) => ({
        sentence,
        isEverywhere: key.startsWith(everyFile),
        keys: key.startsWith(everyFile) ? keysNamed(key.slice(everyFile.length)) : [key],
        key,
      }));
      // what is said of one file alone comes last, and stands
      const inOrder = [...all].sort((one, other) => +other.isEverywhere - +one.isEverywhere);
      const written = inOrder.flatMap(({ key, keys, sentence }) =>
        (keys.length > 0 ? keys : [key]).map((full) => [full, sentence] as const),
      );
      return [language, Object.fromEntries(written)];
    }),
  );
}

function keysNamed(name: string): readonly string[] {
  return [...common.keys()].filter((key) => key.slice(key.indexOf(":") + 1) === name);
}

/** Texts that send somebody in danger to a telephone: a wrong number there is a closed door. */
const saidInDanger =
  /^(danger|sans-toit-ce-soir|violences|idees-noires|bientot-dehors|expulsion|mineur-en-danger|conseiller):/;

/**
 * What is wrong with an association's own sentences: a key that no common text has, or that speaks to
 * the team; a figure that nobody gives; a sentence too long for a phone; a number to call that its own
 * file does not list. Fewer figures than the common text is its right.
 */
export function ownTextProblems(structure: Structure): readonly Problem[] {
  return [...sentenceProblems(structure), ...cannedProblems(structure)];
}

/** Ready answers show what the common ones show, and nothing else is known there. */
function cannedProblems({ cannedAnswers = [], languages }: Structure): readonly Problem[] {
  return cannedAnswers.flatMap(({ text }, place) =>
    Object.entries(text).flatMap(([language, sentence]) => {
      const path = `cannedAnswers.${place}.text.${language}`;
      const unknown = placeholdersOf(sentence).filter((name) => !shownInCanned.has(name));
      return [
        ...(languages.includes(language)
          ? []
          : [{ path, message: `"${language}" is not one of its languages` }]),
        ...unknown.map((name) => ({ path, message: `nothing is known of {{${name}}} here` })),
      ];
    }),
  );
}

/** What a ready answer may show. */
const shownInCanned: ReadonlySet<string> = new Set(
  [...common]
    .flatMap(([key, text]) => (key.startsWith("canned:") ? placeholdersOf(text) : []))
    // it is said within "hello", which knows when there is none
    .filter((name) => name !== "firstName"),
);

function sentenceProblems(structure: Structure): readonly Problem[] {
  return Object.entries(structure.texts ?? {}).flatMap(([language, texts]) => {
    const path = `texts.${language}`;
    if (!structure.languages.includes(language)) {
      return [{ path, message: `"${language}" is not one of its languages` }];
    }
    return Object.entries(texts).flatMap(([key, text]) =>
      messagesAbout(structure, key, text).map((message) => ({ path: `${path}.${key}`, message })),
    );
  });
}

function messagesAbout(structure: Structure, key: string, text: string): readonly string[] {
  const original = common.get(key);
  if (original === undefined) return ["there is no such text"];
  if (filesOfTheTeam.some((file) => key.startsWith(`${file}:`))) {
    return ["speaks to the team, in the same words everywhere"];
  }
  const given = placeholdersOf(original);
  const unknown = placeholdersOf(text).filter((name) => !given.includes(name));
  return [
    ...unknown.map((name) => `nothing is known of {{${name}}} here`),
    ...(text.length > longestSentence
      ? [`has ${text.length} characters, ${longestSentence} at most`]
      : []),
    ...(saidInDanger.test(key) ? unlisted(structure, text) : []),
  ];
}

function unlisted({ emergencyNumbers }: Structure, text: string): readonly string[] {
  const known = new Set(emergencyNumbers.flatMap(({ number }) => (number ? digitsOf(number) : [])));
  return numbersIn(text)
    .filter((number) => !known.has(digitsOf(number)))
    .map((number) => `${number} is not among its emergency numbers`);
}
