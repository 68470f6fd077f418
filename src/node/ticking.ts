import { hour, systemClock } from "../base/time.ts";
import { runJob } from "../jobs/clockwork.ts";
import type { Settings } from "../settings.ts";
import { copyOfTheDay } from "./daily-copies.ts";
import { dailySelfTest } from "./daily-self-test.ts";
import { glancing } from "./glancing.ts";
import type { NodeHouse } from "./house.ts";

/** How often other processes' writes are looked for, so that live pages show them. */
const glanceEvery = 1_000;
const beatEvery = 10_000;
/** Whether a copy of the day is due is asked this often: one that failed is tried again. */
const copiesLookedAt = hour;

/**
 * The clock that makes the jobs run. It carries no promise of its own: what is due is written in the
 * database, and a tick missed is only a tick late.
 */
export function ticking(
  house: NodeHouse,
  settings: Settings,
  failed: (job: string, error: unknown) => void,
): { stop(): void } {
  const timers: NodeJS.Timeout[] = [];
  const every = (milliseconds: number, work: () => Promise<unknown> | undefined, name: string) => {
    let busy = false;
    const tick = async () => {
      if (busy) return; // the last run is still at it
      busy = true;
      try {
        await work();
      } catch (error) {
        failed(name, error);
      } finally {
        busy = false;
      }
    };
    timers.push(setInterval(() => void tick(), milliseconds));
    void tick();
  };
  for (const job of [...house.jobs, dailySelfTest(settings)])
    every(job.every, () => runJob(house, job, house.clock.now()), job.name);
  every(copiesLookedAt, () => copyOfTheDay(settings, house.clock.now()), "copies");
  every(beatEvery, () => house.store.jobs.beat(house.owner, systemClock.now()), "beat");

  every(glanceEvery, glancing(house), "glance");
  return { stop: () => timers.forEach(clearInterval) };
}
