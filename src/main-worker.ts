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
import { type Constants, constantsFrom, type Invocation, openWorkerHouse } from "./worker/house.ts";
import { workerLog } from "./worker/log.ts";
import { missingToOpen, problemsOnWorkers } from "./worker/problems.ts";
import { siteFor } from "./worker/site.ts";
import { tellingDatabase } from "./worker/telling-database.ts";

/** A live stream ends after this, and the page comes back by itself: an invocation may ask D1 a thousand times at most. */
const streamsLast = 8 * minute;
/** Where much happens it ends sooner: what D1 refused would be shown to nobody. */
const statementsOfStream = 800;

const log = workerLog();
let constants: Constants | null = null;
let isFurnished = false;

/** The house for one invocation, and the bots and numbers it sends by. */
function open(
  environment: WorkerEnvironment,
  context: Pick<ExecutionContext, "waitUntil">,
  around: Pick<Invocation, "through"> = {},
) {
  constants ??= constantsOf(environment);
  const keep = (work: Promise<unknown>) => context.waitUntil(work);
  const house = openWorkerHouse(constants, { environment, log, keep, ...around });
  const bots = connectBots(house, constants.settings);
  const whatsapp = connectNumbers(house, constants.settings.whatsappOf);
  const jobs = [...house.jobs, tellWebhooks(bots, constants.settings.publicUrl, log)];
  return { house, bots, whatsapp, jobs, constants };
}

/** Settings that are refused are told in the log, each with its remedy; every invocation then fails. */
function constantsOf(environment: WorkerEnvironment): Constants {
  const reading = readSettings(settingsIn(environment));
  const problems =
    reading.outcome === "refused" ? reading.problems : problemsOnWorkers(reading.settings);
  for (const problem of problems) log.warn("setting", { problem });
  if (reading.outcome === "refused" || problems.length > 0) throw new Error("settings refused");
  for (const warning of reading.warnings) log.warn("setting", { warning });
  const made = constantsFrom(reading.settings);
  const missing = missingToOpen(reading.settings, [...made.structures.values()]);
  for (const problem of missing) log.warn("cannot open", { problem });
  if (missing.length > 0) throw new Error("not ready for the public");
  return made;
}

/** Null when the settings are refused: the request is answered, and the log says what to mend. */
function openOrTell(...given: Parameters<typeof open>): ReturnType<typeof open> | null {
  try {
    return open(...given);
  } catch (error) {
    log.failed("cannot open", error);
    return null;
  }
}

export default {
  /** The pages, the desk, the webhooks. */
  async fetch(
    request: Request,
    environment: WorkerEnvironment,
    context: ExecutionContext,
  ): Promise<Response> {
    let endStreams = () => {};
    const through = tellingDatabase(statementsOfStream, () => endStreams());
    const parts = openOrTell(environment, context, { through });
    if (!parts) return Response.json({ error: { code: "unavailable" } }, { status: 503 });
    const site = siteFor(new URL(request.url).pathname, { ...parts, log });
    const response = await site.app.fetch(request, environment);
    if (response.headers.get("content-type")?.startsWith("text/event-stream")) {
      endStreams = site.closeStreams;
      setTimeout(endStreams, streamsLast);
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
    await sendJobs(house, jobs, environment);
    if (isFurnished) return;
    try {
      await furnish(house, constants, log);
      isFurnished = true;
    } catch (error) {
      // the jobs go on without it; the next tick tries again
      log.failed("furnish", error);
    }
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
        const { body, attempts } = message;
        const about = body.kind === "pass" ? body.job : body.conversation;
        log.failed("errand", error, { kind: body.kind, about, attempt: attempts });
        message.retry({ delaySeconds: Math.min(300, 5 ** message.attempts) });
      }
    }
  },
};
