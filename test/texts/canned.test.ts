import { describe, expect, test } from "vitest";
import { locales } from "../../locales/index.ts";
import { longestSentence, placeholdersOf, textsOf } from "../../src/base/sentences.ts";
import { cannedAnswers } from "../../src/desk/canned-answers.ts";

const french = textsOf(locales.fr.canned);

describe.each(Object.keys(locales) as (keyof typeof locales)[])(
  "ready answers in %s",
  (language) => {
    const texts = textsOf(locales[language].canned);

    test("are all there, the offered languages and those being written alike", () => {
      expect([...texts.keys()]).toEqual([...french.keys()]);
      expect([...texts.keys()]).toEqual(["hello", "helloName", ...cannedAnswers]);
    });

    test("show the same figures as in French, and are short", () => {
      for (const [key, text] of texts) {
        expect([key, placeholdersOf(text)]).toEqual([key, placeholdersOf(french.get(key) ?? "")]);
        expect([key, text.length <= longestSentence]).toEqual([key, true]);
      }
    });

    test("are in that language", () => {
      const same = [...texts].filter(
        ([key, text]) => language !== "fr" && text === french.get(key),
      );
      expect(same).toEqual([]);
    });
  },
);
