import { expect, test } from "vitest";
import { fingerprint, sharedWords, wordPrints } from "../../src/base/fingerprint.ts";
import type { Pace } from "../../src/engine/conversation.ts";
import { heardPace, paceAfter } from "../../src/engine/pace.ts";

const minute = 60_000;
const absent = "Bonjour, je suis absente jusqu'au 30 novembre, merci.";

/** The pace after these texts, sent so many milliseconds apart. */
function after(texts: readonly string[], apart: number): Pace | undefined {
  let pace: Pace | undefined;
  texts.forEach((text, place) => {
    pace = paceAfter(pace, text, place * apart);
  });
  return pace;
}

const times = (count: number, text: string) => Array.from({ length: count }, () => text);
const story = (count: number) =>
  Array.from({ length: count }, (_, place) =>
    "abcdefghij"
      .split("")
      .map((letter) => letter.repeat(4) + "xyz".charAt(place % 3) + "q".repeat(place))
      .join(" "),
  );

test.each([
  ["the same long text three times", times(3, absent), minute, false],
  ["the same long text a fourth time", times(4, absent), minute, true],
  ["with another date in it", [...times(3, absent), absent.replace("30", "31")], minute, true],
  [
    "two long texts in turn",
    [
      absent,
      "Je reviens vers vous au plus vite, promis.",
      absent,
      "Je reviens vers vous au plus vite, promis.",
      absent,
      "Je reviens vers vous au plus vite, promis.",
    ],
    minute,
    true,
  ],
  ["the same short text seven times", times(7, "allo"), minute, false],
  ["the same short text an eighth time", times(8, "allo"), minute, true],
  ["the same long text, with more than an hour between", times(6, absent), 61 * minute, false],
  ["twenty long texts at once", story(21), 0, true],
  ["twenty long texts, one a minute", story(21), minute, false],
  [
    "twenty short texts at once",
    times(21, "x").map((text, place) => text + "abcdefghijklmnopqrstu".charAt(place)),
    0,
    false,
  ],
])("%s: a machine? %s", (_, texts, apart, isMachine) => {
  expect(after(texts, apart)?.silent ?? false).toBe(isMachine);
});

test("a text that differs is a human's again", () => {
  const silent = after(times(4, absent), minute);
  expect(paceAfter(silent, "c'est moi, je cherche un garant", 5 * minute).silent).toBeUndefined();
});

test("a short text that answers a question does not count: ten times « non » is no machine", () => {
  let pace: Pace | undefined;
  for (let place = 0; place < 10; place++)
    pace = heardPace(paceAfter(pace, "non", place * 1000), "non");
  expect(pace?.silent).toBeUndefined();
});

test("what is kept of a text are numbers, not its words", () => {
  const kept = JSON.stringify(after([absent], minute));
  expect(kept).not.toMatch(/absente|novembre/i);
});

test("fingerprints: equal texts are equal, words are compared without accents, case and figures", () => {
  expect(fingerprint("abc")).toBe(fingerprint("abc"));
  expect(fingerprint("abc")).not.toBe(fingerprint("abd"));
  expect(sharedWords(wordPrints("Élan 3, été"), wordPrints("elan ete 12"))).toBe(1);
  expect(sharedWords(wordPrints("un deux"), wordPrints("deux trois"))).toBeCloseTo(1 / 3);
  expect(sharedWords(wordPrints("👍"), wordPrints("👎"))).toBe(0);
});
