import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  type CorpusLine,
  corpusFiles,
  dangerKinds,
  groups,
  lineOf,
  readCorpus,
} from "../../corpus/read-corpus.ts";
import { splitOf, splits } from "../../corpus/split-of.ts";
import { intents } from "../../src/understanding/intent-ids.ts";
import { normalise, squeeze } from "../../src/understanding/normalise.ts";

const corpus = readCorpus();
const families = Map.groupBy(corpus, ({ family }) => family);

function count(isCounted: (line: CorpusLine) => boolean): number {
  return corpus.filter(isCounted).length;
}

/** The words alone; what has none (an emoji) is itself. */
function words(text: string): string {
  return squeeze(normalise(text)) || text;
}

describe("a row", () => {
  const family = "fr-visale-03";
  test("is read with its group and its split", () => {
    const row = `${family}\tvisale\tapl,sites\tcheck:violence\tc koi visale`;
    expect(lineOf(row)).toEqual({
      family,
      group: "fr",
      split: splitOf(family),
      intent: "visale",
      also: ["apl", "sites"],
      safety: { level: "check", kind: "violence" },
      lookalike: false,
      text: "c koi visale",
    });
  });

  test.each([
    ["five columns are expected", `${family}\tvisale\tnone\tc koi visale`],
    ["five columns are expected", `${family}\tvisale\t\tnone\t`],
    ["five columns are expected", `${family}\tvisale\t\tnone\tc koi\tvisale`],
    ["no family: de-visale-03", "de-visale-03\tvisale\t\tnone\twas ist visale"],
    ["no family: fr-visale", "fr-visale\tvisale\t\tnone\tc koi visale"],
    ["no intent: visal", `${family}\tvisal\t\tnone\tc koi visale`],
    ["no other intent: visale", `${family}\tvisale\tvisale\tnone\tc koi visale`],
    ["no other intent: als", `${family}\tvisale\tals\tnone\tc koi visale`],
    ["no safety: alarm", `${family}\tvisale\t\talarm\tc koi visale`],
    ["no safety: alarm:fire", `${family}\tvisale\t\talarm:fire\tc koi visale`],
    ["no safety: maybe:violence", `${family}\tvisale\t\tmaybe:violence\tc koi visale`],
  ])("is refused: %s", (problem, row) => {
    expect(lineOf(row)).toBe(problem);
  });
});

describe("the split", () => {
  test.each([
    ["fr-visale-01", "train"],
    ["fr-visale-02", "held-back"],
    ["fr-lookalike-01", "held-back"],
    ["fr-shelter-09", "train"],
    ["en-suicide-03", "held-back"],
    ["ar-violence-05", "train"],
    ["darija-housing-search-07", "tune"],
  ])("of %s is %s, for ever", (family, split) => {
    expect(splitOf(family)).toBe(split);
  });

  test("no wording stands in two splits", () => {
    const twice = [...Map.groupBy(corpus, ({ text }) => words(text)).values()]
      .filter((same) => new Set(same.map(({ split }) => split)).size > 1)
      .map((same) => same.map(({ family, text }) => `${family}: ${text}`));
    expect(twice).toEqual([]);
  });

  test.each(groups)("gives %s about 60, 15 and 25 of a hundred families", (group) => {
    const own = [...families.keys()].filter((family) => family.startsWith(`${group}-`));
    const parts = splits.map(
      (split) => own.filter((family) => splitOf(family) === split).length / own.length,
    );
    for (const [place, part] of [0.6, 0.15, 0.25].entries()) {
      expect(parts[place]).toBeGreaterThan(part - 0.04);
      expect(parts[place]).toBeLessThan(part + 0.04);
    }
  });

  test("every intent of every group is learnt from and judged by", () => {
    const missing = groups.flatMap((group) =>
      intents.flatMap((intent) =>
        (["train", "held-back"] as const)
          .filter(
            (split) =>
              count(
                (line) =>
                  [line.group, line.intent, line.split].join() === `${group},${intent},${split}`,
              ) === 0,
          )
          .map((split) => `${group} ${intent} ${split}`),
      ),
    );
    expect(missing).toEqual([]);
  });
});

describe("families", () => {
  test("stand together, and nowhere twice", () => {
    const runs = corpus
      .map(({ family }) => family)
      .filter((family, place, all) => family !== all[place - 1]);
    expect(runs.filter((family, place) => runs.indexOf(family) !== place)).toEqual([]);
  });

  test("hold no line twice", () => {
    const rows = corpus.map(({ family, text }) => `${family}: ${text}`);
    expect(rows.filter((row, place) => rows.indexOf(row) !== place)).toEqual([]);
  });

  test("are spellings of one wording, not collections", () => {
    const wide = [...families].filter(([, lines]) => lines.length > 5).map(([family]) => family);
    expect(wide).toEqual([]);
  });

  test("files have at most 400 lines", () => {
    const long = corpusFiles().filter((name) => {
      const url = new URL(`../../corpus/understanding/${name}`, import.meta.url);
      return readFileSync(url, "utf8").split("\n").length > 401;
    });
    expect(long).toEqual([]);
  });
});

describe("enough is written", () => {
  test.each([
    ["fr", 1300],
    ["en", 350],
    ["es", 300],
    ["ar", 300],
    ["darija", 300],
  ] as const)("in %s: %i lines", (group, least) => {
    expect(count((line) => line.group === group)).toBeGreaterThanOrEqual(least);
  });

  test("for every intent: 20 lines in French, 5 in each other group", () => {
    const few = groups.flatMap((group) =>
      intents
        .map((intent) => ({
          group,
          intent,
          lines: count((line) => line.group === group && line.intent === intent),
        }))
        .filter(({ lines }) => lines < (group === "fr" ? 20 : 5)),
    );
    expect(few).toEqual([]);
  });

  test("for safety: 600 lines, of which 300 look-alikes", () => {
    const lookalikes = count(({ lookalike }) => lookalike);
    const dangers = count(({ lookalike, safety }) => !lookalike && safety.level !== "none");
    expect(lookalikes).toBeGreaterThanOrEqual(300);
    expect(dangers).toBeGreaterThanOrEqual(300);
  });

  test.each(dangerKinds)("to act on %s: 20 lines in French, 10 in each other group", (kind) => {
    const few = groups.filter(
      (group) =>
        count(
          (line) =>
            line.group === group && line.safety.level === "alarm" && line.safety.kind === kind,
        ) < (group === "fr" ? 20 : 10),
    );
    expect(few).toEqual([]);
  });

  test("of several needs at once: 60 lines", () => {
    expect(count(({ also }) => also.length > 0)).toBeGreaterThanOrEqual(60);
  });
});

describe("what lines say of danger", () => {
  test("a look-alike never asks for an alarm", () => {
    const loud = corpus.filter(({ lookalike, safety }) => lookalike && safety.level === "alarm");
    expect(loud.map(({ text }) => text)).toEqual([]);
  });

  test("a danger, or the question of one, comes before any other need", () => {
    const late = corpus.filter(
      ({ safety, intent }) => safety.level !== "none" && intent !== safety.kind,
    );
    expect(late.map(({ text }) => text)).toEqual([]);
  });

  test("an intent of danger is not without danger", () => {
    const calm = corpus.filter(
      ({ safety, intent }) =>
        safety.level === "none" && dangerKinds.some((kind) => kind === intent),
    );
    expect(calm.map(({ text }) => text)).toEqual([]);
  });

  test("nobody can be called or written to", () => {
    const reachable = /(?:\d[ .-]?){9,}|@\w|https?:/;
    expect(corpus.filter(({ text }) => reachable.test(text)).map(({ text }) => text)).toEqual([]);
  });
});
