import { describe, expect, test } from "vitest";
import { readCorpus } from "../../corpus/read-corpus.ts";
import { readTraining } from "../../corpus/read-training.ts";
import { trainingDigest } from "../../corpus/training-digest.ts";
import { likenessOf } from "../../src/understanding/likeness.ts";
import { linearModel, type StoredModel } from "../../src/understanding/linear-model.ts";
import model from "../../src/understanding/model.json" with { type: "json" };

test("the model is the one that the lines and the lexicon of today give: else, train it again", () => {
  expect(model.learntFrom).toBe(trainingDigest());
});

test("no wording that judges is learnt, by whatever way it came", () => {
  const judging = new Set(
    readCorpus()
      .filter(({ split }) => split === "held-back")
      .map(({ text }) => likenessOf(text)),
  );
  const learnt = readTraining().filter(({ text }) => judging.has(likenessOf(text)));
  expect(learnt).toEqual([]);
});

/** Two signs, 5 and 200, two labels: the first says "yes" twice as loud as the second says "no". */
const small: StoredModel = {
  heads: [{ name: "answer", labels: ["no", "yes"], step: 1 }],
  features: 2,
  weights: 2,
  // gaps 5 and 195 (two groups of seven bits), one weight each, columns 1 and 0, weights 2 and 1
  packed: btoa(String.fromCharCode(5, 195, 1, 1, 1, 1, 0, 2, 1)),
};

describe("a linear model", () => {
  test("weighs the signs it knows, and its likelihoods sum to one", () => {
    const [first, second] = linearModel(small).ranked([5, 7], 1).get("answer") ?? [];
    expect(first?.label).toBe("yes");
    expect(first?.probability).toBeCloseTo(1 / (1 + Math.exp(-2)), 6);
    expect((first?.probability ?? 0) + (second?.probability ?? 0)).toBeCloseTo(1, 9);
  });

  test("a longer message counts no more than a short one that says the same", () => {
    const said = (length: number) =>
      linearModel(small).ranked([5, 200], length).get("answer")?.[0]?.probability ?? 0;
    expect(said(1)).toBeGreaterThan(said(4));
    expect(said(4)).toBeGreaterThan(0.5);
  });

  test("knows the signs it has weights for, and no other", () => {
    const { knows } = linearModel(small);
    expect([5, 200, 6, 199].map(knows)).toEqual([true, true, false, false]);
  });

  test("is refused when it is cut short", () => {
    expect(() => linearModel({ ...small, packed: btoa(String.fromCharCode(5, 195)) })).toThrow(
      "the model is cut short",
    );
  });
});
