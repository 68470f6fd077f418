import { performance } from "node:perf_hooks";
import { dangerKinds, groups, readCorpus } from "../corpus/read-corpus.ts";
import type { Split } from "../corpus/split-of.ts";
import { understand } from "../src/understanding/intent.ts";
import { intents } from "../src/understanding/intent-ids.ts";
import {
  calmScore,
  confusions,
  type Heard,
  intentScore,
  misledScore,
  type Share,
  safetyScore,
  severalScore,
} from "./understanding-score.ts";

type Cell = string | number | Share;
type Table = readonly { readonly [column: string]: Cell }[];

const mostConfusions = 25;
const timedRounds = 5;

/** Scores the understanding of one split and prints it, as tables or JSON Lines; never a text. */
export function benchUnderstanding(split: Split, { json }: { readonly json: boolean }): void {
  const lines = readCorpus().filter((line) => line.split === split);
  const heard: Heard[] = lines.map((line) => {
    const { intent, also, safety } = understand(line.text);
    return { line, intent, also, safety };
  });
  const tables: Readonly<Record<string, Table>> = {
    groups: byGroup(heard),
    intents: byIntent(heard),
    safety: [
      ...dangerKinds.map((kind) => danger(kind, heard, ({ line }) => line.safety.kind === kind)),
      ...groups.map((group) => danger(group, heard, ({ line }) => line.group === group)),
      danger("all", heard, () => true),
    ],
    calm: [...groups, "all"].flatMap((group) => calm(group, heard)),
    confusions: confusions(heard)
      .slice(0, mostConfusions)
      .map((pair) => ({ ...pair })),
    time: [timeOf(lines.map(({ text }) => text))],
  };
  if (!json) console.log(`split ${split}: ${lines.length} lines`);
  for (const [name, table] of Object.entries(tables)) {
    if (json) for (const row of table) console.log(JSON.stringify({ table: name, split, ...row }));
    else {
      console.log(`\n${name}`);
      console.table(table.map(readable));
    }
  }
}

function byGroup(heard: readonly Heard[]): Table {
  return [...groups, "all"].map((group) => {
    const own = heard.filter(({ line }) => group === "all" || line.group === group);
    return {
      group,
      intent: intentScore(own),
      misled: misledScore(own),
      severalNeeds: severalScore(own),
    };
  });
}

function byIntent(heard: readonly Heard[]): Table {
  return intents.map((intent) => {
    const meant = heard.filter(({ line }) => line.intent === intent);
    const cells = groups.map((group) => [
      group,
      intentScore(meant.filter(({ line }) => line.group === group)),
    ]);
    return { intent, ...Object.fromEntries(cells), all: intentScore(meant) };
  });
}

function danger(name: string, heard: readonly Heard[], isIts: (one: Heard) => boolean) {
  return { lines: name, ...safetyScore(heard.filter(isIts)) };
}

/** Wrong alarms and wrong questions, on look-alikes and on plain messages. */
function calm(group: string, heard: readonly Heard[]): Table {
  const own = heard.filter(({ line }) => group === "all" || line.group === group);
  return [
    { group, lines: "look-alikes", ...calmScore(own.filter(({ line }) => line.lookalike)) },
    { group, lines: "plain", ...calmScore(own.filter(({ line }) => !line.lookalike)) },
  ];
}

/** Milliseconds a message, the fastest of several rounds: the machine may be at other work in one. */
function timeOf(texts: readonly string[]): { readonly [column: string]: number } {
  const taken = texts.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < timedRounds; round++) {
    texts.forEach((text, place) => {
      const start = performance.now();
      understand(text);
      taken[place] = Math.min(taken[place] ?? 0, performance.now() - start);
    });
  }
  taken.sort((a, b) => a - b);
  const at = (part: number) => Number((taken[Math.floor(taken.length * part)] ?? 0).toFixed(3));
  return { p50: at(0.5), p99: at(0.99) };
}

function readable(row: { readonly [column: string]: Cell }): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(row).map(([column, cell]) => [
      column,
      typeof cell === "object" ? percent(cell) : cell,
    ]),
  );
}

function percent({ count, of }: Share): string {
  return of === 0 ? "-" : `${((100 * count) / of).toFixed(1)} % (${count}/${of})`;
}
