import { type Instant, minute } from "../base/time.ts";
import type { Outgoing } from "../store/outgoing-store.ts";

/** Waiting times after a passing fault; the last one is kept until the message is given up. */
const waits = [2_000, 10_000, minute, 5 * minute] as const;
const longest = waits[3];
/** How a message that the network itself asked to hold back is marked. */
export const askedToWait = "asked to wait: ";

/**
 * How long to wait after so many faults, in milliseconds: up to a quarter more or less than the time
 * foreseen, by `chance` (from 0 to 1), so that what failed together does not come back together.
 */
export function waitAfter(attempts: number, chance: number): number {
  return Math.round((waits[attempts] ?? longest) * (0.75 + 0.5 * chance));
}

/** What one passage over a conversation has learnt of the network so far. */
export interface Passage {
  /** Something was accepted: the network is well. */
  somethingLeft: boolean;
  /** What met a fault in this passage, as it was before. */
  readonly failed: Outgoing[];
}

/**
 * Which message leaves next, or undefined when all must wait. They leave in order, save that words about
 * danger pass ahead of those that wait. What waits after a fault waits no longer once the person wrote
 * again (a newer message is due) or something left. A second fault in one passage ends it.
 */
export function nextToSend(
  waiting: readonly Outgoing[],
  now: Instant,
  { somethingLeft, failed }: Passage,
): Outgoing | undefined {
  if (failed.length > 1) return undefined;
  const [fault] = failed;
  const isDue = ({ dueAt }: Outgoing) => dueAt <= now;
  const others = waiting.filter(({ id }) => id !== fault?.id);
  const danger = others.find((one) => one.kind === "safety" && isDue(one));
  if (fault && !isWorn(fault)) return danger;
  const [head] = others;
  if (danger && (fault || !head || !isDue(head) || head.failure !== null)) return danger;
  return somethingLeft || others.some(isDue) ? head : undefined;
}

/**
 * True when the message went through all waiting times: the network may be well and this message alone
 * be what it stumbles over, so it holds up the others no more.
 */
export function isWorn({ attempts }: Outgoing): boolean {
  return attempts >= waits.length;
}

/** Until when the network asked us to be silent, for all messages of the conversation; null when it did not. */
export function silentUntil(waiting: readonly Outgoing[], now: Instant): Instant | null {
  const asked = waiting.filter(
    ({ dueAt, failure }) => dueAt > now && failure?.startsWith(askedToWait),
  );
  return asked.reduce<Instant | null>(
    (latest, { dueAt }) => (latest === null || dueAt > latest ? dueAt : latest),
    null,
  );
}
