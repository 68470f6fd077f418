import { after, type Clock, type Instant, isoOf, minute } from "../base/time.ts";
import type { JobRecords } from "../store/job-store.ts";
import { type Job, type JobLine, type JobPass, runWhole } from "./job.ts";

/** The house, as running its jobs needs it. */
export interface Running {
  readonly store: { readonly jobs: JobRecords };
  readonly owner: string;
  /** The clock of leases: the machine's, even when another day is looked at. */
  readonly leases: Clock;
  readonly jobs: readonly Job[];
  settled(): Promise<void>;
}

/** How long a process keeps a job to itself: longer than any run, shorter than a night. */
const jobLease = 5 * minute;

/** Whoever runs a job: its records, and the name and the clock its lease is taken with. */
export type Runner = Pick<Running, "store" | "owner" | "leases">;

/** Runs one job, if no other process is at it, and writes down how it ended. */
export async function runJob(
  runner: Runner,
  job: Job,
  now: Instant,
): Promise<readonly JobLine[] | "busy"> {
  return claimed(runner, job, async () => {
    const lines = await runWhole(job, now, false);
    await ended(runner, job, `ok:${lines.length}`);
    return lines;
  });
}

/**
 * One pass of a job, if nobody else is at it. The lease is kept for the next pass, which whoever asks for
 * it under the same owner may begin at once; after the last pass it is written down how the job ended.
 */
export async function runPass(
  runner: Runner,
  job: Job,
  now: Instant,
  from: string | null,
): Promise<JobPass | "busy"> {
  return claimed(runner, job, async () => {
    const pass = await job.pass(now, false, from);
    if (pass.next === null) await ended(runner, job, `ok:${pass.lines.length}`);
    return pass;
  });
}

async function claimed<Done>(
  runner: Runner,
  job: Job,
  work: () => Promise<Done>,
): Promise<Done | "busy"> {
  const { store, owner, leases } = runner;
  const started = leases.now();
  if (!(await store.jobs.claim(job.name, owner, started, after(started, jobLease)))) return "busy";
  try {
    return await work();
  } catch (error) {
    await ended(runner, job, "failed");
    throw error;
  }
}

function ended({ store, owner, leases }: Runner, job: Job, result: string): Promise<void> {
  return store.jobs.ended(job.name, owner, leases.now(), result);
}

/** A job of a server beside us lasts milliseconds; one that lasts longer is left to it. */
const looks = 50;

/**
 * Everything due at one instant, job after job: the `jobs --at` command. `pause` is waited between two
 * looks at a job that another process is running.
 */
export async function runAllJobs(
  house: Running,
  now: Instant,
  dryRun: boolean,
  pause: () => Promise<void> = async () => undefined,
): Promise<readonly JobLine[]> {
  const lines: JobLine[] = [];
  for (const job of house.jobs) {
    let done: readonly JobLine[] | "busy" = dryRun ? await runWhole(job, now, true) : "busy";
    for (let look = 0; done === "busy" && look < looks; look++) {
      if (look > 0) await pause();
      done = await runJob(house, job, now);
    }
    lines.push(...(done === "busy" ? [{ job: job.name, outcome: "busy" }] : done));
  }
  await house.settled();
  return lines;
}

/** The state of the jobs, for /readyz: when each last ran, and how it ended. */
export async function jobStates(house: Running) {
  const records = await house.store.jobs.all();
  return house.jobs.map(({ name }) => {
    const record = records.find((one) => one.name === name);
    return {
      name,
      lastRunAt: record?.lastRunAt ? isoOf(record.lastRunAt) : null,
      lastResult: record?.lastResult ?? null,
    };
  });
}
