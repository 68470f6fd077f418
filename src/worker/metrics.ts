import type { Metrics } from "../operations/metrics.ts";
import type { WorkerHouse } from "./house.ts";

/** More than this is only said to be this many: what is counted stays cheap. */
const countedAtMost = 1_000;

/**
 * What the database knows: an invocation counts nothing that another could read. Messages that wait for
 * an answer, and how long ago each job last ran.
 */
export function databaseMetrics(house: WorkerHouse): Metrics {
  return {
    // the platform counts requests and errors itself
    received: () => undefined,
    broke: () => undefined,
    contentType: "text/plain; version=0.0.4; charset=utf-8",
    text: () => textOf(house),
  };
}

async function textOf(house: WorkerHouse): Promise<string> {
  // only now: whoever starts the Worker to answer a young person does not wait for it
  const { Gauge, Registry } = await import("prom-client");
  const registry = new Registry();
  const registers = [registry];
  const unanswered = new Gauge({
    name: "trousseau_conversations_unanswered",
    help: "Conversations with a message that waits for its answer, a thousand at most.",
    registers,
  });
  const unsent = new Gauge({
    name: "trousseau_conversations_unsent",
    help: "Conversations with a message that is due to be sent, a thousand at most.",
    registers,
  });
  const jobAge = new Gauge({
    name: "trousseau_job_age_seconds",
    help: "Seconds since each job last ran.",
    labelNames: ["job"],
    registers,
  });
  const now = house.clock.now();
  const { conversations, outgoing, jobs } = house.store;
  unanswered.set((await conversations.unanswered(now, countedAtMost)).length);
  unsent.set((await outgoing.due(now, now, countedAtMost)).length);
  for (const { name, lastRunAt } of await jobs.all()) {
    if (lastRunAt !== null) jobAge.set({ job: name }, (now - lastRunAt) / 1000);
  }
  return registry.metrics();
}
