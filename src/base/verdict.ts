import type { SaidValues } from "./message.ts";

/** What a rule or an action answers: which arrow to follow, and the values its texts may show. */
export interface Verdict<Outcome extends string = string> {
  readonly outcome: Outcome;
  readonly values?: SaidValues;
}

/** For the end of a `switch` over a union: a forgotten word does not compile. */
export function never(word: never): never {
  throw new Error(`unforeseen: ${String(word)}`);
}
