import { after, hour, type Instant, isoOf, minute } from "../base/time.ts";
import type { JobRecord } from "../store/job-store.ts";
import type { ReminderHealth } from "../store/reminder-store.ts";

/** Why somebody had better look at the reminders. */
const alarms = ["noTick", "late", "failing"] as const;
export type Alarm = (typeof alarms)[number];

/** Reminders are looked at every minute; so long without a look, and nothing leaves any more. */
const ticksEvery = 15 * minute;
/** A reminder that is due leaves within the minute. */
const mostLate = 30 * minute;
/** Of a day's reminders, so many may not reach anybody before somebody is told; of fewer, one says nothing. */
const mostFailed = { part: 0.1, of: 10 } as const;
/** So far back it is counted what failed. */
const countedOver = 24 * hour;

/** What is wrong with the reminders at that instant; nothing when they leave as they should. */
export function alarmsOf(
  { dueSince, sent, failed }: ReminderHealth,
  lastTick: Instant | null,
  now: Instant,
): readonly Alarm[] {
  const total = sent + failed;
  const isWrong: Readonly<Record<Alarm, boolean>> = {
    noTick: lastTick === null || now > after(lastTick, ticksEvery),
    late: dueSince !== null && now > after(dueSince, mostLate),
    failing: total >= mostFailed.of && failed > total * mostFailed.part,
  };
  return alarms.filter((one) => isWrong[one]);
}

interface Looking {
  readonly store: {
    readonly jobs: { all(): Promise<readonly JobRecord[]> };
    readonly reminders: { health(now: Instant, since: Instant): Promise<ReminderHealth> };
  };
}

/** What is wrong with the reminders, read where they are kept. */
export async function reminderAlarms({ store }: Looking, now: Instant): Promise<readonly Alarm[]> {
  const [jobs, health] = await Promise.all([
    store.jobs.all(),
    store.reminders.health(now, after(now, -countedOver)),
  ]);
  const job = jobs.find(({ name }) => name === "reminders");
  return alarmsOf(health, job?.lastRunAt ?? null, now);
}

/** The state of the reminders, for /readyz: it says what is wrong, and never blocks. */
export async function reminderState(looking: Looking, now: Instant) {
  const { dueSince } = await looking.store.reminders.health(now, after(now, -countedOver));
  return {
    alarms: await reminderAlarms(looking, now),
    dueSince: dueSince === null ? null : isoOf(dueSince),
  };
}
