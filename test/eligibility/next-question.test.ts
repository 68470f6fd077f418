import { describe, expect, test } from "vitest";
import { localDate } from "../../src/base/time.ts";
import {
  type BilanFact,
  type BilanQuestion,
  bilanQuestions,
  type Told,
} from "../../src/eligibility/bilan-questions.ts";
import { outcomeWord, standingOf, usefulSchemes } from "../../src/eligibility/bilan-standing.ts";
import { schemeIds } from "../../src/eligibility/codes.ts";
import { type BilanSetting, mayChange, nextQuestion } from "../../src/eligibility/next-question.ts";
import type { FactValue } from "../../src/person/facts.ts";
import { ccas } from "./places-of-schemes.ts";

const on = localDate("2026-11-23");
const everywhere: BilanSetting = { schemes: schemeIds, on };
const places = { cllaj: everywhere, malakoff: { schemes: ccas, on } };

type Answered = Map<BilanFact, FactValue | null>;
const toldOf =
  (answers: Answered): Told =>
  (fact) =>
    answers.get(fact as BilanFact);

/** A sequence that looks random and is always the same. */
function dice(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0;
    return state % below;
  };
}

/** A whole bilan with invented answers, "I don't know" among them. */
function walk(seed: number, setting = everywhere) {
  const roll = dice(seed);
  const answers: Answered = new Map();
  const asked: BilanQuestion[] = [];
  for (;;) {
    const next = nextQuestion(toldOf(answers), setting);
    if (next === "settled") return { answers, asked };
    const question = bilanQuestions.find(({ fact }) => fact === next);
    if (!question) throw new Error(`no such question: ${next}`);
    if (answers.has(next)) throw new Error(`asked twice: ${next}`);
    asked.push(question);
    const { answers: possible } = question;
    const place = roll(possible.length + 1);
    answers.set(next, possible[place] ?? null);
  }
}

const seeds = Array.from({ length: 150 }, (_, seed) => seed);
const walks = seeds.map((seed) => ({ seed, ...walk(seed) }));

describe("any bilan", () => {
  test.each(Object.entries(places))("ends, and never asks twice, at %s", (_, setting) => {
    for (const seed of seeds.slice(0, 40)) {
      expect(walk(seed + 1000, setting).asked.length).toBeGreaterThan(1);
    }
  });

  test("begins with tonight's roof, then the age", () => {
    const firsts = walks.map(({ asked }) => asked.slice(0, 2).map(({ fact }) => fact));
    expect(new Set(firsts.map((two) => two.join()))).toEqual(new Set(["safeTonight,age"]));
  });

  test("asks in the order of the table", () => {
    const disordered = walks.flatMap(({ seed, asked }) => {
      const order = asked.map((question) => bilanQuestions.indexOf(question));
      const early = asked.filter((_, index) => (order[index] ?? 0) < (order[index - 1] ?? 0));
      return early.map(({ fact }) => `${fact} in ${seed}`);
    });
    expect(disordered).toEqual([]);
  });

  test("asks the sixteen questions at most, and the sensitive ones after all others", () => {
    for (const { asked } of walks) {
      const numbers = asked.map(({ number }) => number);
      expect(new Set(numbers).size).toBeLessThanOrEqual(16);
      expect(Math.min(...numbers)).toBe(1);
      expect(Math.max(...numbers)).toBeLessThanOrEqual(16);
      const sensitive = asked.map((question) => question.sensitive === true);
      expect(sensitive.lastIndexOf(false)).toBeLessThan((sensitive.indexOf(true) + 99) % 99 || 99);
    }
  });

  test("leaves out what no answer could turn", () => {
    for (const { seed, answers } of walks.slice(0, 60)) {
      const told = toldOf(answers);
      const left = bilanQuestions.filter(
        ({ fact, when }) => !answers.has(fact) && (when === undefined || when(told)),
      );
      for (const question of left) {
        const words = question.answers.map((answer) => {
          const supposed: Told = (fact) => (fact === question.fact ? answer : told(fact));
          return usefulSchemes(schemeIds, supposed)
            .map((scheme) => `${scheme} ${outcomeWord(standingOf(scheme, supposed, on))}`)
            .join();
        });
        expect({ seed, fact: question.fact, outcomes: new Set(words).size }).toEqual({
          ...{ seed, fact: question.fact },
          outcomes: 1,
        });
      }
    }
  });
});

const hosted: readonly (readonly [BilanFact, FactValue])[] = [
  ["safeTonight", true],
  ["age", 22],
  ["status", "demandeur_emploi"],
  ["monthlyResources", 500],
  ["currentHousing", "heberge_tiers"],
  ["commune", { inseeCode: "62427", name: "Hénin-Beaumont" }],
  ["livesWith", "seul"],
  ["homeFound", false],
];

describe("the next question", () => {
  const known = (...more: readonly (readonly [BilanFact, FactValue | null])[]): Told =>
    toldOf(new Map([...hosted, ...more]));

  test("is never one that is known", () => {
    expect(nextQuestion(known(), everywhere)).toBe("socialHousingRequest");
    expect(nextQuestion(known(["socialHousingRequest", true]), everywhere)).toBe(
      "previousFslAccess",
    );
  });

  test("is not about a dwelling as long as none is found", () => {
    const facts = ["home.parc", "home.rentWithCharges", "landlordIsRelative"];
    const { when } = bilanQuestions.find(({ fact }) => fact === facts[0]) ?? {};
    expect(when?.(known())).toBe(false);
    expect(when?.(known(["homeFound", true]))).toBe(true);
  });

  test("is about debts only for tenants, as long as no dwelling is in view", () => {
    const debts = bilanQuestions.find(({ fact }) => fact === "debts");
    if (!debts) throw new Error("no question about debts");
    expect(mayChange(debts, known(), everywhere)).toBe(false);
    const tenant = known(["currentHousing", "locataire_stable"]);
    expect(mayChange(debts, tenant, everywhere)).toBe(true);
  });

  test("about the permit comes only after a nationality from outside Europe", () => {
    const settled = [
      ["socialHousingRequest", true],
      ["previousFslAccess", "never"],
      ["nationality", "fr"],
    ] as const;
    expect(nextQuestion(known(...settled), everywhere)).toBe("careLeaver");
    expect(
      nextQuestion(known(...settled.slice(0, 2), ["nationality", "hors_ue"]), everywhere),
    ).toBe("permit");
  });

  test("about care is not asked where no scheme depends on it", () => {
    const at45 = [
      ["age", 45],
      ["socialHousingRequest", true],
      ["previousFslAccess", "never"],
      ["nationality", "fr"],
    ] as const;
    expect(nextQuestion(known(...at45), everywhere)).toBe("settled");
  });

  test("is skipped when it was kept private", () => {
    const kept = [
      ["socialHousingRequest", true],
      ["previousFslAccess", "never"],
      ["nationality", null],
      ["careLeaver", null],
    ] as const;
    expect(nextQuestion(known(...kept), everywhere)).toBe("settled");
  });
});
