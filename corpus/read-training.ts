import { readdirSync, readFileSync } from "node:fs";
import type { Intent } from "../src/understanding/intent-ids.ts";
import { likenessOf } from "../src/understanding/likeness.ts";
import { type Group, groups, lineOf, readCorpus, readLearned, type Safety } from "./read-corpus.ts";

/** A message to learn from. */
export interface TrainingLine {
  readonly group: Group;
  readonly intent: Intent;
  readonly also: readonly Intent[];
  readonly safety: Safety;
  readonly text: string;
}

const folder = new URL("./training/", import.meta.url);
const header = "intent\talso\tsafety\ttext";

/**
 * All lines to learn from: the files of `training/`, what was learnt from
 * conversations, and the corpus without its held-back part. Settings
 * were chosen on the tune part by a model that had not learnt it; the model that ships has.
 */
export function readTraining(): readonly TrainingLine[] {
  const corpus = readCorpus();
  const judging = new Set(
    corpus.filter(({ split }) => split === "held-back").map(({ text }) => likenessOf(text)),
  );
  const learnt = corpus.filter(({ split }) => split !== "held-back");
  const written = trainingFiles().flatMap(readFile);
  // "merci" is written by everybody: what judges is never learnt, by whatever way it came
  return [...learnt, ...written, ...readLearned()].filter(
    ({ text }) => !judging.has(likenessOf(text)),
  );
}

/** The names of the files of `training/`, in order; each begins with its group. */
function trainingFiles(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".tsv"))
    .sort();
}

function readFile(name: string): TrainingLine[] {
  const group = groups.find((one) => name.startsWith(`${one}-`));
  if (!group) throw new Error(`${name}: no group`);
  const [first, ...rows] = readFileSync(new URL(name, folder), "utf8").trimEnd().split("\n");
  if (first !== header) throw new Error(`${name}: the header is not that of training lines`);
  return rows.map((row, place) => {
    const line = lineOf(`${group}-training-00\t${row}`);
    if (typeof line === "string") throw new Error(`${name}:${place + 2}: ${line}`);
    const { intent, also, safety, text } = line;
    return { group, intent, also, safety, text };
  });
}
