import { expect, test } from "vitest";
import { readabilityOf } from "../../src/base/readability.ts";
import { checkReading, type PlainWords } from "../../src/engine/check-reading.ts";
import type { AnyStep } from "../../src/engine/flow.ts";

const nothing: PlainWords = {
  meanings: { FSL: ["fonds de solidarité"] },
  known: {},
  exceptions: {},
};
const end: AnyStep = { end: "informed" };

function problems(
  steps: Record<string, AnyStep>,
  texts: Record<string, string>,
  plain: Partial<PlainWords> = {},
) {
  const flow = { name: "zoo", start: "start", steps: { end, ...steps }, moved: {} };
  return checkReading({
    flows: [flow],
    entries: {},
    locales: { fr: { zoo: texts } },
    plain: { ...nothing, ...plain },
  }).map(({ code, text }) => `${code} ${text}`);
}

test.each([
  ["Tu as quel âge ?", 4, 1],
  // a colon announces a new sentence, a line of a list is one
  ["Papiers à préparer :\n- la carte d'identité\n- le bail", 8 / 3, 0],
  ["Le loyer est de {{rent}} €.", 5, 0],
  ["C'est sûr ? Tu veux continuer ?", 2.5, 2],
  ["Le site : https://www.visale.fr/a?b=c", 2, 0],
])("%j has %f words a sentence and %i questions", (text, wordsPerSentence, questions) => {
  expect(readabilityOf(text)).toMatchObject({ wordsPerSentence, questions });
});

test("fifteen words a sentence pass, sixteen do not", () => {
  const words = (count: number) => `${"mot ".repeat(count).trim()}.`;
  const said: AnyStep = { say: "hello", next: "end" };
  expect(problems({ start: said }, { hello: words(15) })).toEqual([]);
  expect(problems({ start: said }, { hello: words(16) })).toEqual(["longSentences zoo:hello"]);
});

test("one text asks one question", () => {
  const asked: AnyStep = { ask: "age", text: "age", next: "end" };
  expect(problems({ start: asked }, { age: "Tu as quel âge ? Et ton prénom ?" })).toEqual([
    "severalQuestions zoo:age",
  ]);
});

test("an acronym is explained by its own text, or by what came before it on every way", () => {
  const texts = {
    intro: "Le FSL est un fonds de solidarité.",
    later: "Le FSL aide.",
    short: "On regarde.",
  };
  const straight: Record<string, AnyStep> = {
    start: { say: "intro", next: "next" },
    next: { say: "later", next: "end" },
  };
  expect(problems(straight, texts)).toEqual([]);

  const aside: Record<string, AnyStep> = {
    start: { decide: "age", next: { minor: "next", adult: "intro" } },
    intro: { say: "intro", next: "next" },
    next: { say: "later", next: "end" },
  };
  expect(problems(aside, texts)).toEqual(["unexplainedAcronym zoo:later"]);
});

test("an acronym said again on the way back is still unexplained for who comes first", () => {
  const round: Record<string, AnyStep> = {
    start: { choose: "later", among: { more: "intro", stop: "end" } },
    intro: { say: "intro", next: "start" },
  };
  const texts = {
    intro: "Le FSL est un fonds de solidarité.",
    later: "Parler du FSL ?",
    more: "Oui",
    stop: "Non",
  };
  expect(problems(round, texts)).toEqual(["unexplainedAcronym zoo:later"]);
});

test("an exception with its reason lets a text through, and is named when it is no longer needed", () => {
  const said: AnyStep = { say: "hello", next: "end" };
  const exceptions = { "zoo:hello": { unexplainedAcronym: "the name on the door" } };
  expect(problems({ start: said }, { hello: "Le FSL aide." }, { exceptions })).toEqual([]);
  expect(problems({ start: said }, { hello: "On aide." }, { exceptions })).toEqual([
    "idleException zoo:hello",
  ]);
});
