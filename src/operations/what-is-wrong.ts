import { type Instant, isoOf, minute } from "../base/time.ts";
import type { Backlog, Waiting } from "../store/backlog.ts";

/** One thing that does not go as it should: a word of the operations guide, since when, and of what. */
export interface Wrong {
  readonly code: "unanswered" | "unsent" | "jobLate" | "jobFailed" | "channel" | "reminders";
  readonly of?: string;
  readonly since?: string;
}

export interface State {
  readonly now: Instant;
  readonly backlog: Backlog;
  readonly jobs: readonly JobSeen[];
  readonly channels: readonly {
    readonly name: string;
    readonly structure: string;
    readonly state?: string;
  }[];
  readonly reminders: readonly string[];
}

export interface JobSeen {
  readonly name: string;
  readonly every: number;
  readonly lastRunAt: Instant | null;
  readonly lastResult: string | null;
}

/** An answer leaves within a second; so long, and nobody answers. */
const answersWithin = 2 * minute;
/** A network that answers nothing is tried less and less often: so long, and somebody should look. */
const sendsWithin = 15 * minute;
/** A job may miss a beat or two; none is late before this. */
const beatsMissed = 3;
const leastLate = 10 * minute;
/** What a channel says of itself while it carries messages. */
const wellChannels = ["connected", "ready"];

/** What is wrong at that instant, the worst first; empty when all is well. Reads nothing by itself. */
export function whatIsWrong(state: State): readonly Wrong[] {
  const { now, backlog, jobs, channels, reminders } = state;
  return [
    ...old("unanswered", backlog.unanswered, now, answersWithin),
    ...old("unsent", backlog.unsent, now, sendsWithin),
    ...jobs.filter((job) => isLate(job, now)).map(({ name, lastRunAt }) => late(name, lastRunAt)),
    ...jobs
      .filter(({ lastResult }) => lastResult === "failed")
      .map(({ name }): Wrong => ({ code: "jobFailed", of: name })),
    ...channels
      .filter(({ state: said }) => said !== undefined && !wellChannels.includes(said))
      .map(({ name, structure }): Wrong => ({ code: "channel", of: `${name} (${structure})` })),
    ...reminders.map((of): Wrong => ({ code: "reminders", of })),
  ];
}

function old(code: Wrong["code"], { since }: Waiting, now: Instant, within: number): Wrong[] {
  return since !== null && now - since > within ? [{ code, since: isoOf(since) }] : [];
}

function isLate({ every, lastRunAt }: JobSeen, now: Instant): boolean {
  return lastRunAt !== null && now - lastRunAt > Math.max(leastLate, beatsMissed * every);
}

function late(of: string, lastRunAt: Instant | null): Wrong {
  return { code: "jobLate", of, ...(lastRunAt === null ? {} : { since: isoOf(lastRunAt) }) };
}
