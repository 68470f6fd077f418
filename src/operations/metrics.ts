import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { backlogGauges, type Reading } from "./backlog-gauges.ts";

/** What is counted while the house is open. No label ever names a person. */
export interface Metrics {
  received(channel: string, outcome: "stored" | "seen"): void;
  /** A turn was written, so many milliseconds after its message was stored; with what happened in it. */
  answered(channel: string, milliseconds: number, happenings: readonly string[]): void;
  /** A message was handed to its network, which answered so. */
  sent(channel: string, outcome: string): void;
  broke(): void;
  jobFailed(job: string): void;
  /** Prometheus text. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** What of a turn is worth an eye on a board; other happenings are read on the desk's own. */
const watched = ["danger", "misunderstood", "failed"] as const;
/** Seconds: from at once to "the person has put the phone away". */
const buckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600];

/** Counters of this process, what Node says of itself, and what waits, read when it is asked. */
export function openMetrics(read?: () => Promise<Reading>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: "trousseau_" });
  const counter = (name: string, help: string, ...labelNames: string[]) =>
    new Counter({ name: `trousseau_${name}_total`, help, labelNames, registers });
  const received = counter(
    "messages_received",
    "Messages received, by channel and by what became of them.",
    ...["channel", "outcome"],
  );
  const turns = counter("turns", "Turns written, by channel.", "channel");
  const happened = counter(
    "turn_events",
    "Turns with a danger, with words not understood, or set aside after three failures.",
    "event",
  );
  const sent = counter(
    "sends",
    "Messages handed to a network, by channel and by what it answered.",
    ...["channel", "outcome"],
  );
  const broke = counter("turns_broken", "Turns and deliveries that ended in an unforeseen error.");
  const jobFailures = counter("job_failures", "Runs of a job that ended in an error.", "job");
  const latency = new Histogram({
    name: "trousseau_answer_seconds",
    help: "From a message stored to its answer written.",
    labelNames: ["channel"],
    ...{ buckets, registers },
  });
  // a board shows zero, not nothing, before the first one
  for (const event of watched) happened.inc({ event }, 0);
  const fill = backlogGauges({ Gauge }, registry);
  return {
    received: (channel, outcome) => received.inc({ channel, outcome }),
    answered(channel, milliseconds, happenings) {
      turns.inc({ channel });
      latency.observe({ channel }, Math.max(0, milliseconds) / 1000);
      for (const event of watched) if (happenings.includes(event)) happened.inc({ event });
    },
    sent: (channel, outcome) => sent.inc({ channel, outcome }),
    broke: () => broke.inc(),
    jobFailed: (job) => jobFailures.inc({ job }),
    async text() {
      if (read) fill(await read());
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}
