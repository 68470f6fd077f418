import { type EverywhereWays, type EverywhereWord, everywhereTable } from "./everywhere-table.ts";
import { normalise, squeeze } from "./normalise.ts";
import { spellOut } from "./spell-out.ts";
import { withinDistance } from "./typing-distance.ts";

export type { EverywhereWord };

/** The longest way of asking one of these things: beyond, it is a sentence about something else. */
const longest = 80;

interface Way {
  readonly words: readonly string[];
  readonly meaning: EverywhereWord;
}

const order: readonly EverywhereWord[] = [
  "menu",
  "back",
  "human",
  "stop",
  "start",
  "language",
  "data",
  "deleteData",
];
const ways: readonly Way[] = Object.values(everywhereTable).flatMap(({ words }) =>
  order.flatMap((meaning) =>
    words[meaning].map((way) => ({ words: spellOut(normalise(way)), meaning })),
  ),
);
const exactly = new Map(ways.map(({ words, meaning }) => [squeeze(words.join(" ")), meaning]));
const padding = listOf(({ padding: words }) => words);
const refusals = listOf(({ refusals: words }) => words);

/**
 * The word understood everywhere that the whole message is, in any of our languages; null when it is
 * something else. "Stop" inside a sentence is a sentence.
 */
export function everywhereWord(text: string): EverywhereWord | null {
  const said = spelled(normalise(text));
  if (said === "" || said.length > longest) return null;
  const whole = meaningOf(said);
  if (whole !== null || refusals.some((words) => said.startsWith(`${words} `))) return whole;
  const bare = withoutPadding(said);
  return bare === said ? null : meaningOf(bare);
}

/** What every language lists with bars, spelt out, longest first. */
function listOf(bars: (ways: EverywhereWays) => string | undefined): readonly string[] {
  return Object.values(everywhereTable)
    .flatMap((ways) => bars(ways)?.split("|") ?? [])
    .map((words) => spelled(normalise(words)))
    .sort((a, b) => b.length - a.length);
}

function spelled(plain: string): string {
  return spellOut(plain).join(" ");
}

function meaningOf(said: string): EverywhereWord | null {
  const exact = exactly.get(squeeze(said));
  if (exact) return exact;
  const words = said.split(" ");
  const close = ways.find(
    (way) =>
      way.words.length === words.length &&
      way.words.every((meant, place) => isAlmost(words[place] ?? "", meant)),
  );
  return close?.meaning ?? null;
}

// four letters and fewer have too many honest neighbours ("stop", "stup", "shop")
function isAlmost(written: string, meant: string): boolean {
  return written === meant || (meant.length >= 5 && withinDistance(written, meant, 1));
}

/** The message without "svp", "je veux", "please" around it, as long as something is left. */
function withoutPadding(said: string): string {
  let bare = said;
  for (let again = true; again; ) {
    again = false;
    for (const words of padding) {
      if (bare.startsWith(`${words} `)) bare = bare.slice(words.length + 1);
      else if (bare.endsWith(` ${words}`)) bare = bare.slice(0, -words.length - 1);
      else continue;
      if (exactly.has(squeeze(bare))) return bare;
      again = true;
    }
  }
  return bare;
}
