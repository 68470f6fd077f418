import { performance } from "node:perf_hooks";
import { containerBootstrap } from "@nlpjs/core";
import { NluNeural } from "@nlpjs/nlu";
import MiniSearch from "minisearch";
import { type CorpusLine, type Group, groups, readCorpus } from "../corpus/read-corpus.ts";
import { readTraining } from "../corpus/read-training.ts";
import type { Split } from "../corpus/split-of.ts";
import { understand } from "../src/understanding/intent.ts";

/** Who reads an intent out of a message of a known language group. */
interface Rival {
  readonly name: string;
  intentOf(text: string, group: Group): Promise<string>;
}

/** How many of the nearest lines vote. */
const nearest = 5;
const rounds = 60;

/**
 * The same lines to learn from, the same lines to be judged by: our reading, the neural classifier of
 * nlp.js (one for each language group, which it is told), and a vote among the nearest lines that a
 * full-text search finds (one index for each group). Prints counts and never a text.
 */
export async function benchRivals(
  split: Split,
  { json }: { readonly json: boolean },
): Promise<void> {
  const judged = readCorpus().filter((line) => line.split === split);
  const rivals: readonly Rival[] = [ours, await nlpjs(), search()];
  for (const rival of rivals) {
    const row = await scored(rival, judged);
    if (json) console.log(JSON.stringify({ table: "rivals", split, ...row }));
    else console.log(row);
  }
}

async function scored(rival: Rival, judged: readonly CorpusLine[]) {
  const right: CorpusLine[] = [];
  const start = performance.now();
  for (const line of judged) {
    if ((await rival.intentOf(line.text, line.group)) === line.intent) right.push(line);
  }
  const taken = performance.now() - start;
  const share = (group: Group) => {
    const own = judged.filter((line) => line.group === group);
    const count = right.filter((line) => line.group === group).length;
    return `${((100 * count) / own.length).toFixed(1)} %`;
  };
  return {
    name: rival.name,
    all: `${((100 * right.length) / judged.length).toFixed(1)} %`,
    ...Object.fromEntries(groups.map((group) => [group, share(group)])),
    meanMilliseconds: Number((taken / judged.length).toFixed(3)),
  };
}

const ours: Rival = {
  name: "Trousseau",
  intentOf: async (text) => understand(text).intent,
};

async function nlpjs(): Promise<Rival> {
  const readers = new Map<Group, NluNeural>();
  for (const group of groups) {
    const container = await containerBootstrap();
    const reader = new NluNeural({
      container,
      locale: group === "darija" ? "ma" : group,
      log: false,
      iterations: rounds,
    });
    const lines = readTraining().filter((line) => line.group === group);
    await reader.train(lines.map(({ text, intent }) => ({ utterance: text, intent })));
    readers.set(group, reader);
  }
  return {
    name: "@nlpjs/nlu",
    async intentOf(text, group) {
      const read = await readers.get(group)?.process(text);
      const intent = read?.classifications[0]?.intent ?? "None";
      return intent === "None" ? "unknown" : intent;
    },
  };
}

function search(): Rival {
  const indexes = new Map(
    groups.map((group) => {
      const index = new MiniSearch<{ id: number; text: string; intent: string }>({
        fields: ["text"],
        storeFields: ["intent"],
        searchOptions: { fuzzy: 0.2, prefix: true },
      });
      const lines = readTraining().filter((line) => line.group === group);
      index.addAll(lines.map(({ text, intent }, id) => ({ id, text, intent })));
      return [group, index] as const;
    }),
  );
  return {
    name: "minisearch",
    async intentOf(text, group) {
      const votes = new Map<string, number>();
      for (const found of (indexes.get(group)?.search(text) ?? []).slice(0, nearest)) {
        votes.set(found["intent"], (votes.get(found["intent"]) ?? 0) + found.score);
      }
      const [first] = [...votes].sort((one, other) => other[1] - one[1]);
      return first?.[0] ?? "unknown";
    },
  };
}
