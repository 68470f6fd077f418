import { after, type Clock, type Instant, isoOf, minute } from "../base/time.ts";
import type { JobRecords } from "../store/job-store.ts";
import type { Job, JobLine } from "./job.ts";

/** The house, as running its jobs needs it. */
export interface Running {
  readonly store: { readonly jobs: JobRecords };
  readonly owner: string;
  readonly clock: Clock;
  readonly jobs: readonly Job[];
  settled(): Promise<void>;
}

/** How long a process keeps a job to itself: longer than any run, shorter than a night. */
const jobLease = 5 * minute;

/** Runs one job, if no other process is at it, and writes down how it ended. */
export async function runJob(
  house: Pick<Running, "store" | "owner" | "clock">,
  job: Job,
  now: Instant,
): Promise<readonly JobLine[]> {
  const { jobs } = house.store;
  if (
    !(await jobs.claim(
      job.name,
      house.owner,
      house.clock.now(),
      after(house.clock.now(), jobLease),
    ))
  ) {
    return [];
  }
  try {
    const lines = await job.run(now, false);
    await jobs.ended(job.name, house.owner, now, `ok:${lines.length}`);
    return lines;
  } catch (error) {
    await jobs.ended(job.name, house.owner, now, "failed");
    throw error;
  }
}

/** Everything due at one instant, job after job: the `jobs --at` command. */
export async function runAllJobs(
  house: Running,
  now: Instant,
  dryRun: boolean,
): Promise<readonly JobLine[]> {
  const lines: JobLine[] = [];
  for (const job of house.jobs) {
    lines.push(...(dryRun ? await job.run(now, true) : await runJob(house, job, now)));
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
