import type { Instant } from "../base/time.ts";

/** One thing a job did, or would do: what `jobs --json` prints. Ids and codes only. */
export interface JobLine {
  readonly job: string;
  readonly outcome: string;
  readonly about?: string;
  readonly step?: string;
  readonly at?: string;
}

/** What one pass did, and where the next one begins: null when nothing is left. */
export interface JobPass {
  readonly lines: readonly JobLine[];
  readonly next: string | null;
}

/** Something done on its own, again and again. Safe to run twice, or in two processes. */
export interface Job {
  readonly name: string;
  /** How often it runs while the house is open, in milliseconds. */
  readonly every: number;
  /**
   * Does one page of what is due at that instant; with `dryRun` only lists it. `from` is where the pass
   * before stopped, null at first: no pass is longer than its page, whatever the load.
   */
  pass(now: Instant, dryRun: boolean, from: string | null): Promise<JobPass>;
}

/** Everything due, pass after pass. */
export async function runWhole(
  job: Job,
  now: Instant,
  dryRun: boolean,
): Promise<readonly JobLine[]> {
  const lines: JobLine[] = [];
  let from: string | null = null;
  do {
    const pass: JobPass = await job.pass(now, dryRun, from);
    lines.push(...pass.lines);
    from = pass.next;
  } while (from !== null);
  return lines;
}
