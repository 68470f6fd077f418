import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseOption } from "../../src/understanding/choose-option.ts";
import { frenchDanger } from "../../src/understanding/danger-words-fr.ts";
import { otherDanger } from "../../src/understanding/danger-words-others.ts";
import { everywhereWord } from "../../src/understanding/everywhere-words.ts";
import { idioms } from "../../src/understanding/idioms.ts";
import { understand } from "../../src/understanding/intent.ts";
import { intents } from "../../src/understanding/intent-ids.ts";
import { englishSchemes } from "../../src/understanding/intent-words-en.ts";
import { englishEveryday } from "../../src/understanding/intent-words-en-everyday.ts";
import { frenchSchemes } from "../../src/understanding/intent-words-fr.ts";
import { frenchEveryday } from "../../src/understanding/intent-words-fr-everyday.ts";
import { frenchTalk } from "../../src/understanding/intent-words-fr-talk.ts";
import { fold } from "../../src/understanding/normalise.ts";
import { phoneSpelling } from "../../src/understanding/phone-spelling.ts";

const options = [
  { id: "a", label: "Oui" },
  { id: "b", label: "Non" },
];

test("any text at all gets an answer", () => {
  const vocabulary = fc
    .array(
      fc.constantFrom(
        "je",
        "suis",
        "a",
        "la",
        "rue",
        "pas",
        "plus",
        "dormir",
        "ou",
        "rdv",
        "16",
        "ans",
        "me",
        "il",
        "c",
        "j",
      ),
    )
    .map((words) => words.join(" "));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 80 }), vocabulary), (text) => {
      const { intent, confidence, also, safety } = understand(text);
      expect(intents).toContain(intent);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(also).not.toContain(intent);
      expect(safety.level === "none").toBe(safety.kind === null);
      chooseOption(text, options);
      everywhereWord(text);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ["one letter", "a".repeat(10_000)],
  ["spaces", " ".repeat(10_000)],
  ["pairs", "ab".repeat(5_000)],
  ["words of a pattern", "je suis pas ".repeat(900)],
  ["beginnings of dangers", "veux vais plus de la chez ".repeat(400)],
  [
    "unknown words",
    Array.from({ length: 1500 }, (_, place) => `mot${place.toString(36)}x`).join(" "),
  ],
  ["accents", "e\u0301\u0301".repeat(3_400)],
  ["zero-width", "\u200b".repeat(10_000)],
])("10 000 characters of %s are read and mean nothing alarming", (_, text) => {
  expect(understand(text).safety.level).not.toBe("alarm");
  expect(everywhereWord(text)).toBeNull();
  expect(chooseOption(text, options).kind).toBe("none");
});

test("tables are written in plain words, as messages are once folded", () => {
  const phrases = [
    ...[
      ...frenchSchemes,
      ...frenchEveryday,
      ...frenchTalk,
      ...englishSchemes,
      ...englishEveryday,
    ].flatMap(({ sure, maybe = [] }) => [...sure, ...maybe]),
    ...[...frenchDanger, ...otherDanger].flatMap(({ alarm, check }) => [...alarm, ...check]),
    ...idioms,
    ...[...phoneSpelling].map(([typed, full]) => `${typed} ${full.join(" ")}`),
  ];
  const words = phrases
    .flatMap((phrase) => phrase.split(/[ |]/))
    .map((word) => word.replace(/[*?^$.]/g, ""));
  expect(words.filter((word) => word !== fold(word))).toEqual([]);
});

test("every word of a table can be met: none is respelt before it is looked for", () => {
  const phrases = [
    ...[...frenchSchemes, ...frenchEveryday, ...frenchTalk].flatMap(({ sure, maybe = [] }) => [
      ...sure,
      ...maybe,
    ]),
    ...frenchDanger.flatMap(({ alarm, check }) => [...alarm, ...check]),
  ];
  // an element whose every alternative is respelt can never be found
  const lost = phrases.flatMap((phrase) =>
    phrase
      .split(" ")
      .filter((part) => /^[a-z]/.test(part) && !part.endsWith("?"))
      .filter((part) =>
        part.split("|").every((word) => {
          const full = phoneSpelling.get(word);
          return full !== undefined && !full.includes(word);
        }),
      )
      .map((part) => `${phrase}: ${part}`),
  );
  expect(lost).toEqual([]);
});
