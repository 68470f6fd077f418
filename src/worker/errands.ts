import { after, type Instant, minute } from "../base/time.ts";
import { runPass } from "../jobs/clockwork.ts";
import type { Job } from "../jobs/job.ts";
import type { WorkerEnvironment } from "./environment.ts";
import type { Errand } from "./errand.ts";
import type { WorkerHouse } from "./house.ts";

/** Does one errand. What breaks is thrown: the queue brings the errand again. */
export async function runErrand(
  house: WorkerHouse,
  jobs: readonly Job[],
  errand: Errand,
  { ERRANDS }: Pick<WorkerEnvironment, "ERRANDS">,
): Promise<void> {
  if (errand.kind === "takeUp") return house.takeUp(errand.conversation);
  const job = jobs.find(({ name }) => name === errand.job);
  if (!job) return; // a job of an older version
  // all passes of one run hold its lease in turn: another run waits until the last of them is over
  const runner = { store: house.store, leases: house.leases, owner: errand.owner };
  const pass = await runPass(runner, job, house.clock.now(), errand.from);
  if (pass !== "busy" && pass.next !== null) await ERRANDS.send({ ...errand, from: pass.next });
}

/** A tick of the platform comes some seconds early or late. */
const tolerance = minute / 2;

/** Sends on their way the jobs whose time has come. Returns how many. */
export async function sendJobs(
  house: WorkerHouse,
  jobs: readonly Job[],
  { ERRANDS }: Pick<WorkerEnvironment, "ERRANDS">,
): Promise<number> {
  const now = house.clock.now();
  const records = await house.store.jobs.all();
  const due = jobs.filter(({ name, every }) => {
    const last = records.find((one) => one.name === name)?.lastRunAt ?? null;
    return last === null || isDue(last, every, now);
  });
  const errands: Errand[] = due.map(({ name }) => ({
    ...{ kind: "pass", job: name, owner: house.ids.next(), from: null },
  }));
  if (errands.length > 0) await ERRANDS.sendBatch(errands.map((body) => ({ body })));
  return errands.length;
}

function isDue(last: Instant, every: number, now: Instant): boolean {
  return now >= after(last, every - tolerance);
}
