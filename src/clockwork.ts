import type { Instant } from "./base/time.ts";
import { minute } from "./base/time.ts";
import type { Trousseau } from "./assemble.ts";
import { after, isoOf } from "./base/time.ts";
import type { Job, JobLine } from "./jobs/job.ts";

/** How long a process keeps a job to itself: longer than any run, shorter than a night. */
const jobLease = 5 * minute;

/** Runs one job, if no other process is at it, and writes down how it ended. */
export async function runJob(
  house: Pick<Trousseau, "store" | "owner" | "clock">,
  job: Job,
  now: Instant,
): Promise<readonly JobLine[]> {
  const { jobs } = house.store;
  if (!(await jobs.claim(job.name, house.owner, house.clock.now(), after(house.clock.now(), jobLease)))) {
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
  house: Trousseau,
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
export async function jobStates(house: Trousseau) {
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
