import { expect, test } from "vitest";
import { limits } from "../../src/channels/limits.ts";
import { flowProblems } from "../../src/commands/flow-problems.ts";
import { type Checked, checkFlows, type Problem } from "../../src/engine/check.ts";
import type { AnyStep } from "../../src/engine/flow.ts";

const end: AnyStep = { end: "informed" };
const long = (count: number) => "é".repeat(count);

/** A flow with nothing wrong: a word, a question of two colours, a choice, an offer. */
const steps: Record<string, AnyStep> = {
  hello: { say: "hello", next: "colour" },
  colour: { ask: "colour", text: "whichColour", next: "tea" },
  tea: { choose: "tea", among: { green: "hour", black: "away" } },
  hour: { offer: "hour", text: "whichHour", next: { chosen: "end", none: "end", later: "end" } },
  away: { goTo: "other" },
  end,
};
const words: Record<string, string> = {
  hello: "Bonjour {{name}}",
  whichColour: "Quelle couleur ?",
  tea: "Quel thé ?",
  green: "Vert",
  black: "Noir",
  whichHour: "Quelle heure ?",
  whichHour_later: "Plus tard",
};
const shared = {
  everywhere: { iDoNotKnow: "Je ne sais pas" },
  facts: { red: "Rouge", blue: "Bleu" },
};

/** What one broken flow has that the good one has not. */
interface Broken {
  readonly steps?: Record<string, AnyStep>;
  readonly fr?: Record<string, string>;
  /** French answers for what is not said here. */
  readonly en?: Record<string, string>;
  readonly moved?: Record<string, string>;
  readonly more?: Partial<Checked>;
}

function check({ steps: other = {}, fr = {}, en = {}, moved = {}, more = {} }: Broken) {
  const flow = { name: "zoo", start: "hello", steps: { ...steps, ...other }, moved };
  return checkFlows({
    flows: [flow, { name: "other", start: "end", steps: { end }, moved: {} }],
    locales: {
      fr: { zoo: { ...words, ...fr }, ...shared },
      en: { zoo: { ...words, ...fr, ...en }, ...shared },
    },
    choices: (fact) => (fact === "colour" ? ["red", "blue"] : []).map(factChoice),
    offered: () => [{ key: "9", label: "mardi 24 novembre à 9 h", short: "mar. 24/11 9 h" }],
    limits,
    pages: [],
    entries: {},
    needed: [],
    released: { zoo: ["hello"] },
    numbers: { known: ["115", "0 805 16 00 75"], saidIn: ["zoo"] },
    reading: { plain: { meanings: {}, known: {}, exceptions: {} }, locales: {} },
    stale: [],
    ...more,
  });
}

function factChoice(key: string) {
  return { key, label: { key: `facts:${key}` } };
}

test("a good flow has no problem", () => {
  expect(check({})).toEqual([]);
});

const among = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, place) => [`choice${place}`, "end"]));
const labels = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, place) => [
      `choice${place}`,
      `choix ${"abcdefghijk".charAt(place)}`,
    ]),
  );
const longName = "aStepWhoseNameIsMuchTooLongForTheButtonsOfTelegramAsEverybodyKnows";

const zoo: readonly (readonly [string, Broken, Partial<Problem>])[] = [
  [
    "a step that no arrow reaches",
    { steps: { island: { goTo: "other" } } },
    { code: "unreachableStep", step: "island" },
  ],
  [
    "two steps that lead to each other alone",
    {
      steps: {
        tea: { choose: "tea", among: { green: "round", black: "away" } },
        round: { say: "hello", next: "round2" },
        round2: { say: "hello", next: "round" },
        hour: {
          offer: "hour",
          text: "whichHour",
          next: { chosen: "end", none: "end", later: "end" },
        },
        away: { choose: "tea", among: { green: "hour", black: "end" } },
      },
    },
    { code: "trap", step: "round" },
  ],
  [
    "an arrow to nowhere",
    { steps: { away: { decide: "thirsty", next: { yes: "end", no: "ende" } } } },
    { code: "unknownStep" },
  ],
  [
    "a renamed step whose new name does not exist",
    { moved: { hi: "helo" } },
    { code: "unknownStep", step: "hi" },
  ],
  [
    "a way to a flow that does not exist",
    { steps: { away: { goTo: "othr" } } },
    { code: "unknownFlow" },
  ],
  [
    "a step that was released and went away",
    { more: { released: { zoo: ["hello", "greeting"] } } },
    { code: "vanishedStep", step: "greeting" },
  ],
  [
    "a flow that was released and went away",
    { more: { released: { aquarium: ["fish"] } } },
    { code: "vanishedStep", flow: "aquarium", step: "fish" },
  ],
  [
    "a text that does not exist",
    { steps: { hello: { say: ["hello", "helo"], next: "colour" } } },
    { code: "missingText", text: "zoo:helo", language: "fr" },
  ],
  [
    "a text that the program names and that does not exist",
    { more: { needed: ["facts:green"] } },
    { code: "missingText", text: "facts:green", language: "en" },
  ],
  ["a text that nobody says", { fr: { bye: "Salut" } }, { code: "unusedText", text: "zoo:bye" }],
  [
    "a text of one language that French has not",
    { en: { bye: "Bye" } },
    { code: "unknownText", text: "zoo:bye", language: "en" },
  ],
  ["an empty text in one language", { en: { tea: " " } }, { code: "emptyText", language: "en" }],
  [
    "a figure that one language forgets",
    { en: { hello: "Hello" } },
    { code: "placeholderMismatch", text: "zoo:hello", language: "en" },
  ],
  [
    "a sentence of 321 characters",
    { fr: { whichColour: long(321) } },
    { code: "longText", text: "zoo:whichColour" },
  ],
  [
    "a message of 1 025 characters above its buttons, in several texts",
    {
      steps: { hello: { say: ["hello", "a", "b", "c", "d"], next: "colour" } },
      fr: { ...Object.fromEntries(["a", "b", "c", "d"].map((key) => [key, long(250)])) },
    },
    { code: "textTooLong", step: "colour" },
  ],
  [
    "eleven choices",
    {
      steps: { tea: { choose: "tea", among: { ...among(11), green: "hour", black: "away" } } },
      fr: labels(11),
    },
    { code: "tooManyOptions", step: "tea" },
  ],
  [
    "a label of 25 characters in one language",
    { en: { green: long(25) } },
    { code: "labelTooLong", step: "tea", language: "en" },
  ],
  [
    "two choices with one label",
    { fr: { green: "Noir" } },
    { code: "duplicateLabels", step: "tea" },
  ],
  [
    "two choices that differ only where a list is too narrow to show it",
    {
      more: {
        offered: () => [
          { key: "9", label: "mardi 24 novembre à 9 h", short: "mardi 24" },
          { key: "10", label: "mardi 24 novembre à 10 h 30", short: "mar. 24/11" },
          { key: "11", label: "mardi 24 novembre à 11 h 30", short: "mar. 24/11" },
        ],
      },
    },
    { code: "duplicateLabels", step: "hour" },
  ],
  [
    "a short label of 25 characters",
    { more: { offered: () => [{ key: "9", label: long(40), short: long(25) }] } },
    { code: "labelTooLong", step: "hour" },
  ],
  [
    "a button whose id has more than 64 bytes",
    {
      steps: {
        colour: { ask: "colour", text: "whichColour", next: longName },
        [longName]: { choose: "tea", among: { green: "hour", black: "away" } },
        hour: {
          offer: "hour",
          text: "whichHour",
          next: { chosen: "tea", none: "end", later: "end" },
        },
      },
    },
    { code: "optionIdTooLong", step: longName },
  ],
  [
    "a button that may carry an appointment and has no room for it",
    {
      steps: {
        colour: { ask: "colour", text: "whichColour", next: "theQuestionAboutTeaOnceAgain" },
        theQuestionAboutTeaOnceAgain: {
          choose: "tea",
          among: { green: "hour", black: "tea" },
          always: true,
        },
      },
    },
    { code: "optionIdTooLong", step: "theQuestionAboutTeaOnceAgain" },
  ],
  [
    "a number to call that the association does not list",
    { fr: { hello: "Bonjour {{name}}, appelle le 116" } },
    { code: "unknownNumber", text: "zoo:hello" },
  ],
  [
    "a figure last checked too long ago",
    { more: { stale: [{ name: "visale.rent", source: "a page", checkedOn: "2024-01-01" }] } },
    { code: "staleFigure", flow: "visale.rent" },
  ],
];

test.each(zoo)("%s is found", (_, broken, problem) => {
  expect(check(broken)).toContainEqual(expect.objectContaining(problem));
  expect([...new Set(check(broken).map(({ code }) => code))]).toEqual([problem.code]);
});

test.each([
  ["a list of ten choices of 24 characters", among(8), labels(8), 24],
  ["three choices of 24 characters, shown as a list", among(1), labels(1), 24],
])("%s fits", (_, more, names, width) => {
  const choices = { ...more, green: "hour", black: "away" };
  const broken = {
    steps: { tea: { choose: "tea", among: choices } },
    fr: { ...names, green: long(width) },
  };
  expect(check(broken)).toEqual([]);
});

test("a text that shows a list may be as long as the list", () => {
  const reasons = `${long(400)} {{reasons}}`;
  expect(check({ fr: { hello: reasons } })).toEqual([]);
});

test("a number is known however it is spaced", () => {
  expect(check({ fr: { hello: "{{name}} : 08 05 16 00 75 ou 115" } })).toEqual([]);
});

test("the flows we ship have no problem, in any language and for any association", () => {
  expect(flowProblems()).toEqual([]);
});
