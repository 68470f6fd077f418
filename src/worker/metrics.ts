import type { Metrics } from "../operations/metrics.ts";
import { backlog } from "../store/backlog.ts";
import type { WorkerHouse } from "./house.ts";

const nothing = () => undefined;

/**
 * What the database knows: an invocation counts nothing that another could read, and the platform counts
 * requests and errors itself.
 */
export function databaseMetrics(house: WorkerHouse): Metrics {
  return {
    ...{ received: nothing, answered: nothing, sent: nothing, broke: nothing, jobFailed: nothing },
    contentType: "text/plain; version=0.0.4; charset=utf-8",
    text: () => textOf(house),
  };
}

async function textOf({ store, clock }: WorkerHouse): Promise<string> {
  // only now: whoever starts the Worker to answer a young person does not wait for it
  const [{ Gauge, Registry }, { backlogGauges }] = await Promise.all([
    import("prom-client"),
    import("../operations/backlog-gauges.ts"),
  ]);
  const registry = new Registry();
  const now = clock.now();
  const [waiting, jobs] = await Promise.all([backlog(store.database, now), store.jobs.all()]);
  backlogGauges({ Gauge }, registry)({ now, backlog: waiting, jobs });
  return registry.metrics();
}
