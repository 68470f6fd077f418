/** Milliseconds: what reading takes, what each character takes, and the bounds. */
const reading = 900;
const perCharacter = 30;
const shortest = 1_200;
const longest = 8_000;
/** What is longer in the queue than this is asked for again later: a send is leased for a minute. */
export const longestQueue = 20_000;

/**
 * How long somebody would type this text, in milliseconds, between 1.2 and 8 seconds. `chance` (from 0
 * to 1) makes it up to a fifth shorter or longer: a pace that is always the same is a machine's.
 */
export function typingTime(text: string, chance: number): number {
  const steady = reading + perCharacter * text.length;
  const jittered = steady * (0.8 + 0.4 * chance);
  return Math.round(Math.min(longest, Math.max(shortest, jittered)));
}
