import { after, type Clock, type Instant, isoOf, minute } from "../base/time.ts";
import type { JobRecords } from "../store/job-store.ts";
import type { Job, JobLine } from "./job.ts";

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

/** Runs one job, if no other process is at it, and writes down how it ended. */
export async function runJob(
  house: Pick<Running, "store" | "owner" | "leases">,
  job: Job,
  now: Instant,
): Promise<readonly JobLine[] | "busy"> {
  const { jobs } = house.store;
  const started = house.leases.now();
  if (!(await jobs.claim(job.name, house.owner, started, after(started, jobLease)))) return "busy";
  try {
    const lines = await job.run(now, false);
    await jobs.ended(job.name, house.owner, house.leases.now(), `ok:${lines.length}`);
    return lines;
  } catch (error) {
    await jobs.ended(job.name, house.owner, house.leases.now(), "failed");
    throw error;
  }
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
    let done: readonly JobLine[] | "busy" = dryRun ? await job.run(now, true) : "busy";
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
