import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { siteOf } from "./app.ts";
import { webChatChannel } from "./channels/web-chat.ts";
import { jobStates } from "./jobs/clockwork.ts";
import { addressBehind } from "./node/address.ts";
import { environment } from "./node/environment.ts";
import { openNodeHouse } from "./node/house.ts";
import { connectTelegram } from "./node/telegram.ts";
import { ticking } from "./node/ticking.ts";
import { examine } from "./operations/doctor.ts";
import { errorFields, openLog } from "./operations/log.ts";
import { openMetrics } from "./operations/metrics.ts";
import { welcomeOperator } from "./operations/welcome-operator.ts";
import { openPages } from "./pages.ts";
import { readSettings, type Settings } from "./settings.ts";

/** What is not finished after this long is taken up at the next start. */
const patience = 4_000;
const root = new URL("..", import.meta.url);

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
  const metrics = openMetrics();
  const opened = await openNodeHouse({
    settings,
    sends: true,
    broke(conversation, error) {
      metrics.broke();
      log.error({ conversation, ...errorFields(error) }, "broke");
    },
  });
  const house: typeof opened = {
    ...opened,
    async receive(slug, message) {
      const outcome = await opened.receive(slug, message);
      metrics.received(message.from.channel, outcome);
      return outcome;
    },
  };
  const [structure] = house.structures.values();
  if (!structure) throw new Error("STRUCTURE names no structure");
  for (const slug of house.structures.keys()) house.connect(webChatChannel(slug));
  const telegram = connectTelegram(house, structure.slug, settings, (error) =>
    log.warn({ channel: "telegram", ...errorFields(error) }, "network"),
  );
  const pages = await openPages({
    house,
    structure,
    settings,
    secret: house.secret,
    readAsset: async (path) => new Uint8Array(readFileSync(fileURLToPath(new URL(path, root)))),
    addressOf: (context) => addressBehind(context, settings),
  });
  const site = siteOf({
    ...pages,
    telegram: telegram?.routes ?? null,
    metrics,
    async ready() {
      const channels = house.channelsConnected().map(({ name, account }) => ({ name, account }));
      const states = channels.map((one) =>
        one.name === "telegram" && telegram ? { ...one, state: telegram.state() } : one,
      );
      return { ok: true, jobs: await jobStates(house), channels: states };
    },
    broke: (path, error) => log.error({ path, ...errorFields(error) }, "request broke"),
  });
  const workers = await firstAdministrator();
  if (!settings.demonstration) await refuseUnready(workers);
  const leftovers = await house.takeUpLeftovers();
  const listening = { fetch: site.fetch, port: settings.port, hostname: settings.host };
  const server = serve(listening, ({ port }) => {
    log.info({ port, demonstration: settings.demonstration, leftovers }, "open");
    const isTerminal = process.stdout.isTTY === true;
    const print = (line: string) => console.log(line);
    const { signIn } = pages;
    void welcomeOperator({
      settings,
      port,
      structure: structure.slug,
      signIn,
      workers,
      isTerminal,
      texts: house.texts,
      print,
    });
  });
  const clockwork = ticking(house, (job, error) =>
    log.error({ job, ...errorFields(error) }, "job failed"),
  );
  stopOn("SIGTERM");
  stopOn("SIGINT");

  /** How many workers there are, after the settings' administrator was added to a desk that had none. */
  async function firstAdministrator(): Promise<number> {
    const counted = await house.database.get("SELECT COUNT(*) AS n FROM Worker");
    const count = Number(counted?.["n"]);
    if (count > 0 || !settings.admin || !structure) return count;
    const { email, password } = settings.admin;
    const worker = {
      email,
      password,
      name: "Administration",
      role: "admin",
      structure: structure.slug,
    } as const;
    const added = await pages.signIn.addWorker(worker);
    if (added.outcome !== "added")
      throw new Error(`DESK_ADMIN_EMAIL was not added: ${added.outcome}`);
    return 1;
  }

  /** Open to the public, nothing indispensable may be missing. */
  async function refuseUnready(workers: number): Promise<void> {
    const { structures, clock, store, texts } = house;
    const jobs = await store.jobs.all();
    const patient = {
      settings,
      structures: [...structures.values()],
      workers,
      jobs,
      now: clock.now(),
    };
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
      pages.closeStreams();
      server.close();
      clockwork.stop();
      await telegram?.stop();
      await house.settled();
      await house.close();
      process.exit(0);
    });
  }
}
