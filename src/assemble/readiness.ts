import { type Clock, hour } from "../base/time.ts";
import { jobStates, type Running } from "../jobs/clockwork.ts";
import { reminderState } from "../jobs/reminder-health.ts";
import type { Reading } from "../operations/backlog-gauges.ts";
import { type State, whatIsWrong } from "../operations/what-is-wrong.ts";
import { backlog } from "../store/backlog.ts";
import type { Store } from "../store/store.ts";

/** What readiness and the metrics read. */
interface Looked extends Running {
  readonly store: Store;
  readonly clock: Clock;
}

const seldom = 24 * hour;

/** What waits and how the jobs are, for the metrics. */
export async function readingOf({ store, clock }: Looked): Promise<Reading> {
  const now = clock.now();
  const [waiting, jobs] = await Promise.all([backlog(store.database, now), store.jobs.all()]);
  return { now, backlog: waiting, jobs };
}

/** The body of /readyz: messages are taken, and `wrong` says in codes what does not go as it should. */
export async function readiness<Channel extends State["channels"][number]>(
  house: Looked,
  channels: readonly Channel[],
) {
  const { now, backlog: waiting, jobs: records } = await readingOf(house);
  const [reminders, jobs] = await Promise.all([reminderState(house, now), jobStates(house)]);
  // what is no job of the house (a test conversation of this machine) is said when it failed, never late
  const everyOf = new Map(house.jobs.map(({ name, every }) => [name, every]));
  const seen = records.map((one) => ({ ...one, every: everyOf.get(one.name) ?? seldom }));
  const wrong = whatIsWrong({
    ...{ now, channels },
    backlog: waiting,
    jobs: seen,
    reminders: reminders.alarms,
  });
  return { ok: true, wrong, jobs, reminders, channels };
}
