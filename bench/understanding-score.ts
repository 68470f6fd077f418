import type { CorpusLine, Safety } from "../corpus/read-corpus.ts";
import type { Understood } from "../src/understanding/intent.ts";
import type { Intent } from "../src/understanding/intent-ids.ts";

/** How many of how many. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** What the assistant made of one line. */
export interface Heard {
  readonly line: CorpusLine;
  readonly intent: Intent;
  readonly also: readonly Intent[];
  readonly safety: Understood["safety"];
}

/** Danger lines of one kind or group, by what was done about them. */
export interface SafetyScore {
  /** Lines to act on that raised an alarm, of whatever kind. */
  readonly alarms: Share;
  /** The same lines, those that raised an alarm or at least the gentle question. */
  readonly noticed: Share;
  /** Of the alarms raised, those of the right kind. */
  readonly rightKind: Share;
  /** Lines for the gentle question that got it or an alarm. */
  readonly checks: Share;
  /** Lines for the gentle question that raised an alarm. */
  readonly tooLoud: Share;
}

/** Lines without danger, by what was wrongly done about them. */
export interface CalmScore {
  readonly alarms: Share;
  readonly checks: Share;
}

/** Lines whose first need was understood; "unknown" is right where nothing can be known. */
export function intentScore(heard: readonly Heard[]): Share {
  return share(heard, ({ line, intent }) => intent === line.intent);
}

/** Lines where the bot led to another subject, in place of asking again: the mistakes that cost. */
export function misledScore(heard: readonly Heard[]): Share {
  return share(heard, ({ line, intent }) => intent !== line.intent && intent !== "unknown");
}

/** Lines of several needs whose needs were all heard, in whatever order. */
export function severalScore(heard: readonly Heard[]): Share {
  const several = heard.filter(({ line }) => line.also.length > 0);
  return share(several, ({ line, intent, also }) =>
    [line.intent, ...line.also].every((need) => need === intent || also.includes(need)),
  );
}

/** What was done about the lines of danger. */
export function safetyScore(heard: readonly Heard[]): SafetyScore {
  const act = heard.filter(({ line }) => line.safety.level === "alarm");
  const ask = heard.filter(({ line }) => line.safety.level === "check");
  const raised = act.filter((each) => level(each) === "alarm");
  return {
    alarms: share(act, (each) => level(each) === "alarm"),
    noticed: share(act, (each) => level(each) !== "none"),
    rightKind: share(raised, ({ line, safety }) => safety.kind === line.safety.kind),
    checks: share(ask, (each) => level(each) !== "none"),
    tooLoud: share(ask, (each) => level(each) === "alarm"),
  };
}

/** What was wrongly done about the lines of no danger. */
export function calmScore(heard: readonly Heard[]): CalmScore {
  const calm = heard.filter(({ line }) => line.safety.level === "none");
  return {
    alarms: share(calm, (each) => level(each) === "alarm"),
    checks: share(calm, (each) => level(each) === "check"),
  };
}

/** Which intent was taken for which, how often, the most frequent first. */
export function confusions(
  heard: readonly Heard[],
): readonly { readonly meant: Intent; readonly heard: Intent; readonly times: number }[] {
  const times = new Map<string, { meant: Intent; heard: Intent; times: number }>();
  for (const { line, intent } of heard) {
    if (intent === line.intent) continue;
    const key = `${line.intent} ${intent}`;
    const before = times.get(key)?.times ?? 0;
    times.set(key, { meant: line.intent, heard: intent, times: before + 1 });
  }
  return [...times.values()].sort(
    (a, b) => b.times - a.times || a.meant.localeCompare(b.meant) || a.heard.localeCompare(b.heard),
  );
}

function level({ safety }: Heard): Safety["level"] {
  return safety.level;
}

function share<One>(all: readonly One[], isCounted: (one: One) => boolean): Share {
  return { count: all.filter(isCounted).length, of: all.length };
}
