import { setTimeout as pause } from "node:timers/promises";
import { serve } from "@hono/node-server";
import { readingOf } from "./assemble/readiness.ts";
import { addFirstAdministrator } from "./desk/first-administrator.ts";
import { environment } from "./node/environment.ts";
import { openNodeHouse } from "./node/house.ts";
import { openNodeSite } from "./node/site.ts";
import { ticking } from "./node/ticking.ts";
import { showPhones } from "./node/whatsapp-web-terminal.ts";
import { examine } from "./operations/doctor.ts";
import { errorFields } from "./operations/error-fields.ts";
import { openLog } from "./operations/log.ts";
import { openMetrics } from "./operations/metrics.ts";
import { welcomeOperator } from "./operations/welcome-operator.ts";
import { readSettings, type Settings } from "./settings.ts";
import { workerCounts } from "./store/worker-counts.ts";

/** What is not finished after this long is taken up at the next start. */
const patience = 4_000;

const reading = readSettings(environment());
if (reading.outcome === "refused") {
  console.error("Trousseau cannot start:");
  for (const problem of reading.problems) console.error(`- ${problem}`);
  process.exit(2);
}
const log = openLog(reading.settings.logLevel);
for (const warning of reading.warnings) log.warn({ warning }, "setting");
await start(reading.settings);

async function start(settings: Settings): Promise<void> {
  const metrics = openMetrics(() => readingOf(opened));
  const opened = await openNodeHouse({
    settings,
    sends: true,
    watching: metrics,
    broke(conversation, error) {
      metrics.broke();
      log.error({ conversation, ...errorFields(error) }, "broke");
    },
  });
  const house: typeof opened = {
    ...opened,
    async receive(slug, message, options) {
      const outcome = await opened.receive(slug, message, options);
      metrics.received(message.from.channel, outcome);
      return outcome;
    },
    async receiveAll(slug, messages) {
      const outcomes = await opened.receiveAll(slug, messages);
      for (const [place, { from }] of messages.entries()) {
        metrics.received(from.channel, outcomes[place] ?? "seen");
      }
      return outcomes;
    },
  };
  const structures = [...house.structures.values()];
  const { texts } = house;
  const isTerminal = process.stdout.isTTY === true;
  const print = (line: string) => console.log(line);
  const serviceOf = (slug: string) => house.structures.get(slug)?.service ?? slug;
  const site = await openNodeSite({
    house,
    settings,
    metrics,
    troubled: (channel, structure, error) =>
      log.warn({ channel, structure, ...errorFields(error) }, "network"),
    broke: (path, error) => log.error({ path, ...errorFields(error) }, "request broke"),
    ...(isTerminal ? { linked: showPhones({ texts, serviceOf, print }) } : {}),
  });
  const [first] = structures;
  if (settings.admin && first) {
    const administrator = { ...settings.admin, structure: first.slug };
    await addFirstAdministrator(house.database, site.signIn, administrator);
  }
  const workersOf = await workerCounts(house.database);
  if (!settings.demonstration) await refuseUnready();
  const leftovers = await house.takeUpLeftovers();
  const listening = { fetch: site.app.fetch, port: settings.port, hostname: settings.host };
  const server = serve(listening, ({ port }) => {
    log.info({ port, demonstration: settings.demonstration, leftovers }, "open");
    const { signIn } = site;
    void welcomeOperator({
      ...{ settings, port, structures, signIn, workersOf, isTerminal, texts, print },
    });
  });
  const clockwork = ticking(house, settings, (job, error) => {
    metrics.jobFailed(job);
    log.error({ job, ...errorFields(error) }, "job failed");
  });
  stopOn("SIGTERM");
  stopOn("SIGINT");

  /** Open to the public, nothing indispensable may be missing. */
  async function refuseUnready(): Promise<void> {
    const { clock, store } = house;
    const jobs = await store.jobs.all();
    const patient = { settings, structures, workersOf, jobs, now: clock.now() };
    const missing = examine(patient).filter(({ level }) => level === "must");
    if (missing.length === 0) return;
    console.error(texts.say({ key: "terminal:cannotOpen" }, "fr"));
    for (const { said } of missing) console.error(`- ${texts.say(said, "fr")}`);
    await house.close();
    process.exit(2);
  }

  function stopOn(signal: NodeJS.Signals): void {
    process.once(signal, async () => {
      log.info({ signal }, "closing");
      pause(patience, undefined, { ref: false }).then(() => process.exit(0));
      site.closeStreams();
      server.close();
      clockwork.stop();
      await site.stop();
      await house.settled();
      await house.close();
      process.exit(0);
    });
  }
}
