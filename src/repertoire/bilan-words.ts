import type { Said } from "../base/message.ts";
import { saidLines } from "../base/said.ts";
import type { LocalDate } from "../base/time.ts";
import type { Assessment } from "../eligibility/assessment.ts";
import { bilanOf, papersOf } from "../eligibility/bilan.ts";
import type { Told } from "../eligibility/bilan-questions.ts";
import { cautionsOf, stepsOf } from "../eligibility/bilan-steps.ts";

/** A message is no list of all papers: the sheet is. */
const mostPapers = 7;

/** A bilan in the words of its parts: one for the conversation, one for the page. */
export interface BilanWords {
  readonly likely: readonly Said[];
  readonly toSee: readonly Said[];
  readonly later: readonly Said[];
  readonly unlikely: readonly Said[];
  readonly steps: readonly Said[];
  readonly papers: readonly Said[];
  readonly cautions: readonly Said[];
}

/** What was told and what it leads to, part by part. */
export function bilanWords(told: Told, schemes: readonly string[], on: LocalDate): BilanWords {
  const bilan = bilanOf(told, schemes, on);
  const isExpecting = told("childrenCount") === "expecting";
  return {
    likely: bilan.likely.map(schemeLine),
    toSee: bilan.toSee.map(schemeLine),
    later: bilan.later.map(schemeLine),
    unlikely: bilan.unlikely.map(schemeLine),
    steps: [
      ...stepsOf(bilan, told, on).map((step) => advice(`sheet:step_${step.code}`, step.values)),
      ...(isExpecting ? [{ key: "sheet:babyToCome" }] : []),
    ],
    papers: papersOf(bilan).map((code) => ({ key: `eligibility:document.${code}` })),
    cautions: cautionsOf(bilan, told).map(({ code }) => ({ key: `sheet:caution_${code}` })),
  };
}

/** The bilan as one message: what is probable, what is to see, then when, with what, and what not to do. */
export function bilanMessage(words: BilanWords): readonly Said[] {
  const isNothing = words.likely.length === 0 && words.toSee.length === 0;
  return [
    ...part("likely", words.likely),
    ...part("toSee", words.toSee),
    ...part("later", words.later),
    ...(isNothing ? [{ key: "sheet:nothing" }] : []),
    ...part("order", words.steps, numbered),
    ...papersPart(words.papers),
    ...part("avoid", words.cautions),
  ];
}

/** A scheme by its name, with what is published of its amount. */
export function schemeLine({ scheme, outcome, amount }: Assessment): Said {
  const name: Said = { key: `eligibility:scheme.${scheme}` };
  if (outcome !== "eligible" || !amount) return name;
  const { value, upTo, unit } = amount;
  if (upTo !== undefined)
    return { key: "sheet:amountRange", values: { scheme: name, low: value, high: upTo } };
  const key = { EUR: "amountMost", "EUR/month": "amountMonthly", "EUR/year": "amountCeiling" }[
    unit
  ];
  return key === undefined ? name : { key: `sheet:${key}`, values: { scheme: name, value } };
}

function part(name: string, each: readonly Said[], list = saidLines): readonly Said[] {
  return each.length === 0 ? [] : [{ key: `sheet:${name}`, values: { doors: list(each) } }];
}

function papersPart(papers: readonly Said[]): readonly Said[] {
  if (papers.length === 0) return [];
  const shown = papers.slice(0, mostPapers);
  const more: Said[] = papers.length > shown.length ? [{ key: "sheet:moreDocuments" }] : [];
  return [{ key: "sheet:prepare", values: { documents: saidLines([...shown, ...more]) } }];
}

/** Lines that follow one another: the order is the advice. */
function numbered(steps: readonly Said[]): Said {
  const lines = steps.map(
    (step, place): Said => ({ key: "sheet:numbered", values: { place: place + 1, step } }),
  );
  return { key: "sheet:lines", values: { doors: lines } };
}

function advice(key: string, values: Readonly<Record<string, number>> | undefined): Said {
  return values ? { key, values } : { key };
}
