import type {
  ExecutionContext,
  MessageBatch,
  ScheduledController,
} from "@cloudflare/workers-types";
import { minute } from "./base/time.ts";
import { connectNumbers } from "./channels/whatsapp-cloud-numbers.ts";
import { readSettings } from "./settings.ts";
import { connectBots, tellWebhooks } from "./worker/bots.ts";
import { settingsIn, type WorkerEnvironment } from "./worker/environment.ts";
import type { Errand } from "./worker/errand.ts";
import { runErrand, sendJobs } from "./worker/errands.ts";
import { furnish } from "./worker/furnish.ts";
import { type Constants, constantsFrom, openWorkerHouse } from "./worker/house.ts";
import { workerLog } from "./worker/log.ts";
import { siteFor } from "./worker/site.ts";

/** A live stream ends after this, and the page comes back by itself: an invocation may ask D1 a thousand times at most. */
const streamsLast = 8 * minute;

const log = workerLog();
let constants: Constants | null = null;
let isFurnished = false;

/** The house for one invocation, and the bots and numbers it sends by. */
function open(environment: WorkerEnvironment, context: Pick<ExecutionContext, "waitUntil">) {
  constants ??= constantsOf(environment);
  const keep = (work: Promise<unknown>) => context.waitUntil(work);
  const house = openWorkerHouse(constants, { environment, log, keep });
  const bots = connectBots(house, constants.settings);
  const whatsapp = connectNumbers(house, constants.settings.whatsappOf);
  const jobs = [...house.jobs, tellWebhooks(bots, constants.settings.publicUrl)];
  return { house, bots, whatsapp, jobs, constants };
}

function constantsOf(environment: WorkerEnvironment): Constants {
  const reading = readSettings(settingsIn(environment));
  if (reading.outcome === "refused") {
    throw new Error(`Trousseau cannot start:\n${reading.problems.join("\n")}`);
  }
  for (const warning of reading.warnings) log.warn("setting", { warning });
  return constantsFrom(reading.settings);
}

export default {
  /** The pages, the desk, the webhooks. */
  async fetch(
    request: Request,
    environment: WorkerEnvironment,
    context: ExecutionContext,
  ): Promise<Response> {
    const parts = open(environment, context);
    const site = siteFor(new URL(request.url).pathname, { ...parts, log });
    const response = await site.app.fetch(request, environment);
    if (response.headers.get("content-type")?.startsWith("text/event-stream")) {
      setTimeout(() => site.closeStreams(), streamsLast);
    }
    return response;
  },

  /** Every minute: the jobs whose time has come are sent on their way. */
  async scheduled(
    _controller: ScheduledController,
    environment: WorkerEnvironment,
    context: ExecutionContext,
  ): Promise<void> {
    const { house, jobs, constants } = open(environment, context);
    if (!isFurnished) {
      await furnish(house, constants);
      isFurnished = true;
    }
    await sendJobs(house, jobs, environment);
  },

  /** What another invocation left to be done. */
  async queue(
    batch: MessageBatch<Errand>,
    environment: WorkerEnvironment,
    context: ExecutionContext,
  ): Promise<void> {
    const { house, jobs } = open(environment, context);
    for (const message of batch.messages) {
      try {
        await runErrand(house, jobs, message.body, environment);
        message.ack();
      } catch (error) {
        log.failed("errand", error, { kind: message.body.kind, attempt: message.attempts });
        message.retry({ delaySeconds: Math.min(300, 5 ** message.attempts) });
      }
    }
  },
};
