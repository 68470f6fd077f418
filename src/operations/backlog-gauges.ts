import type { Gauge, Registry } from "prom-client";
import type { Instant } from "../base/time.ts";
import type { Backlog } from "../store/backlog.ts";

/** What a scrape reads of the database: what waits, and when each job last ended well or badly. */
export interface Reading {
  readonly now: Instant;
  readonly backlog: Backlog;
  readonly jobs: readonly {
    readonly name: string;
    readonly lastRunAt: Instant | null;
    readonly lastResult: string | null;
  }[];
}

const measures = [
  ["unanswered", "Messages of people that wait for the robot's answer, a thousand at most."],
  ["unsent", "Answers that are due and have not left, a thousand at most."],
  ["forTeam", "People who wait for somebody of the team, a thousand at most."],
] as const;

const names = { unanswered: "unanswered", unsent: "unsent", forTeam: "waiting_for_team" } as const;

/**
 * Gauges of what waits, filled from one reading each time they are read. The library is handed over, so
 * that an isolate that starts to answer somebody never loads it.
 */
export function backlogGauges(
  library: { readonly Gauge: typeof Gauge },
  registry: Registry,
): (reading: Reading) => void {
  const registers = [registry];
  const jobAge = new library.Gauge({
    name: "trousseau_job_age_seconds",
    help: "Seconds since each job last ran.",
    labelNames: ["job"],
    registers,
  });
  const gauges = measures.map(([key, help]) => ({
    key,
    many: new library.Gauge({ name: `trousseau_${names[key]}`, help, registers }),
    oldest: new library.Gauge({
      name: `trousseau_${names[key]}_oldest_seconds`,
      help: `Seconds since the oldest of them. ${help}`,
      registers,
    }),
  }));
  return ({ now, backlog, jobs }) => {
    for (const { key, many, oldest } of gauges) {
      const waiting = backlog[key];
      many.set(waiting.many);
      oldest.set(waiting.since === null ? 0 : Math.max(0, now - waiting.since) / 1000);
    }
    for (const { name, lastRunAt } of jobs) {
      if (lastRunAt !== null) jobAge.set({ job: name }, (now - lastRunAt) / 1000);
    }
  };
}
