// Learns the model of understanding from the corpus and writes src/understanding/model.json:
// node scripts/train-understanding.ts [--dry]. The same lines give the same file, on any machine.
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { readTraining, type TrainingLine } from "../corpus/read-training.ts";
import { trainingDigest } from "../corpus/training-digest.ts";
import type { StoredModel } from "../src/understanding/linear-model.ts";
import { featuresIn, readMessage } from "../src/understanding/read-message.ts";
import { type Example, train } from "./train-head.ts";

const target = new URL("../src/understanding/model.json", import.meta.url);
/** A sign seen in one line alone teaches that line and nothing else. */
const leastLines = 3;
/** Weights are whole steps: so many for the weight of a high rank, which no single sign decides. */
const mostSteps = 20;
const highRank = 300;
/** Weights under this part of it are left out: they weigh more in bytes than in decisions. */
const leastWorth = 0.06;

const lines = readTraining();
const messages = lines.map(({ text }) => featuresIn(readMessage(text)));
const { place, kept, weights: signWeights } = commonSigns();
const examples: Example[] = messages.map(({ ids, weights, length }) => {
  const found = ids.flatMap((id, at) => {
    const column = place.get(id);
    return column === undefined ? [] : [[column, (weights[at] ?? 0) / length] as const];
  });
  return { signs: found.map(([column]) => column), values: found.map(([, value]) => value) };
});
const labelsOf: Readonly<Record<string, (line: TrainingLine) => string>> = {
  intent: ({ intent }) => intent,
  danger: ({ safety }) => (safety.level === "none" ? "none" : `${safety.level} ${safety.kind}`),
  language: ({ group }) => group,
};
/** A danger missed costs more than a question too many; plain lines are many times more. */
const costOfMissing = 8;
/** Written to learn from in greater number than people say them: each line counts for less. */
const commonness: Readonly<Partial<Record<TrainingLine["intent"], number>>> = {
  unknown: 0.4,
  suicide: 0.5,
  violence: 0.5,
  minor_in_danger: 0.5,
  emergency_shelter: 0.5,
};
const importance: Readonly<Record<string, readonly number[]>> = {
  danger: lines.map(({ safety }) => (safety.level === "none" ? 1 : costOfMissing)),
  intent: lines.map(({ intent }) => commonness[intent] ?? 1),
};
/** Half of a grave sentence is often an everyday one: of a danger nothing is hidden. */
const hidden: Readonly<Record<string, number>> = { intent: 0.2 };
const heads = Object.entries(labelsOf).map(([name, labelOf]) => {
  const labels = [...new Set(lines.map(labelOf))].sort();
  // a weight learnt for a sign of weight one is worth as much as the sign
  const worth = (weights: Float32Array) =>
    weights.map((weight, at) => weight * (signWeights[Math.floor(at / labels.length)] ?? 0));
  const learnt = train({
    examples,
    answers: lines.map((line) => labels.indexOf(labelOf(line))),
    labels: labels.length,
    signs: kept.length,
    importance: importance[name] ?? [],
    hidden: hidden[name] ?? 0,
    worthKeeping(weights) {
      const own = worth(weights);
      const least = high(own) * leastWorth;
      return Uint8Array.from(own, (weight) => (Math.abs(weight) >= least ? 1 : 0));
    },
  });
  const own = worth(learnt);
  return { name, labels, step: high(own) / mostSteps, learnt: own };
});

const packed = pack();
const stored: StoredModel & { readonly learntFrom: string } = {
  learntFrom: trainingDigest(),
  heads: heads.map(({ name, labels, step }) => ({ name, labels, step })),
  features: packed.rows,
  weights: packed.entries,
  packed: Buffer.from(packed.bytes).toString("base64"),
};
const file = `${JSON.stringify(stored)}\n`;
console.log(
  `${lines.length} lines, ${kept.length} signs, ${packed.rows} kept, ${Math.round(gzipSync(file, { level: 9 }).length / 1024)} KiB compressed`,
);
if (!process.argv.includes("--dry")) writeFileSync(target, file);

function commonSigns() {
  const counts = new Map<number, number>();
  const weightOfSign = new Map<number, number>();
  for (const { ids, weights } of messages) {
    ids.forEach((id, at) => {
      counts.set(id, (counts.get(id) ?? 0) + 1);
      weightOfSign.set(id, weights[at] ?? 0);
    });
  }
  const ordered = [...counts]
    .filter(([, count]) => count >= leastLines)
    .map(([id]) => id)
    .sort((one, other) => one - other);
  return {
    kept: ordered,
    place: new Map(ordered.map((id, at) => [id, at])),
    weights: ordered.map((id) => weightOfSign.get(id) ?? 0),
  };
}

/** As `linearModel` unpacks it: like beside like, which compresses better. */
function pack(): { bytes: Uint8Array; rows: number; entries: number } {
  const gaps: number[] = [];
  const counts: number[] = [];
  const columns: number[] = [];
  const steps: number[] = [];
  let last = 0;
  kept.forEach((id, row) => {
    const entries = entriesOf(row);
    if (entries.length === 0) return;
    let gap = id - last;
    for (; gap > 127; gap >>>= 7) gaps.push((gap & 127) | 128);
    gaps.push(gap);
    counts.push(entries.length);
    for (const [column, step] of entries) {
      columns.push(column);
      steps.push(step & 255);
    }
    last = id;
  });
  const bytes = Uint8Array.from([...gaps, ...counts, ...columns, ...steps]);
  return { bytes, rows: counts.length, entries: columns.length };
}

/** A whole number of steps that fits in a byte. */
function within(steps: number): number {
  return Math.max(-128, Math.min(127, Math.round(steps)));
}

function high(weights: Float32Array): number {
  return weights.map(Math.abs).sort().at(-highRank) ?? 0;
}

function entriesOf(row: number): (readonly [number, number])[] {
  const entries: (readonly [number, number])[] = [];
  let first = 0;
  for (const { labels, step, learnt } of heads) {
    for (let label = 0; label < labels.length; label++) {
      const steps = within((learnt[row * labels.length + label] ?? 0) / step);
      if (steps !== 0) entries.push([first + label, steps]);
    }
    first += labels.length;
  }
  return entries;
}
