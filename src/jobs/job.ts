import type { Instant } from "../base/time.ts";

/** One thing a job did, or would do: what `jobs --json` prints. Ids and codes only. */
export interface JobLine {
  readonly job: string;
  readonly outcome: string;
  readonly about?: string;
  readonly step?: string;
  readonly at?: string;
}

/** Something done on its own, again and again. Safe to run twice, or in two processes. */
export interface Job {
  readonly name: string;
  /** How often it runs while the house is open, in milliseconds. */
  readonly every: number;
  /** Does all that is due at that instant; with `dryRun` only lists it. */
  run(now: Instant, dryRun: boolean): Promise<readonly JobLine[]>;
}
