import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { siteOf } from "./app.ts";
import { telegramChannel } from "./channels/telegram.ts";
import { telegramRoutes, wantedUpdates } from "./channels/telegram-door.ts";
import { type Polling, pollTelegram } from "./channels/telegram-polling.ts";
import { webChatChannel } from "./channels/web-chat.ts";
import { jobStates } from "./clockwork.ts";
import { errorFields, openLog } from "./log.ts";
import { openMetrics } from "./metrics.ts";
import { openNodeHouse } from "./node-house.ts";
import { ticking } from "./node-ticking.ts";
import { openPages } from "./pages.ts";
import { readSettings, type Settings } from "./settings.ts";
import { welcomeOperator } from "./welcome-operator.ts";

const reading = readSettings(process.env);
if (reading.outcome === "refused") {
  console.error("Trousseau cannot start:");
  for (const problem of reading.problems) console.error(`- ${problem}`);
  process.exit(2);
}
const { settings, warnings } = reading;
const log = openLog(settings.logLevel);
for (const warning of warnings) log.warn({ warning }, "setting");
await start(settings);

async function start(settings: Settings): Promise<void> {
  const metrics = openMetrics();
  const house = await openNodeHouse({
    settings,
    sends: true,
    broke(conversation, error) {
      metrics.broke();
      log.error({ conversation, ...errorFields(error) }, "broke");
    },
  });
  const [structure] = house.structures.values();
  if (!structure) throw new Error("STRUCTURE names no structure");
  const counted: typeof house.receive = async (slug, message) => {
    const outcome = await house.receive(slug, message);
    metrics.received(message.from.channel, outcome);
    return outcome;
  };
  for (const slug of house.structures.keys()) house.connect(webChatChannel(slug));

  const pages = await openPages({
    house: { ...house, receive: counted },
    structure,
    settings,
    secret: house.secret,
    database: house.database,
    readAsset: async (path) => readFileSync(fileURLToPath(new URL(path, new URL("..", import.meta.url)))),
  });

  let telegram: ReturnType<typeof telegramRoutes> | null = null;
  let polling: Polling | null = null;
  if (settings.telegram) {
    const channel = telegramChannel(settings.telegram.token, settings.telegram.apiRoot);
    house.connect(channel);
    const door = {
      channel,
      secret: settings.telegram.secret,
      clock: house.clock,
      receive: (message: Parameters<typeof counted>[1]) => counted(structure.slug, message),
    };
    telegram = telegramRoutes(door);
    const failed = (error: unknown) => log.warn({ channel: "telegram", ...errorFields(error) }, "network");
    if (settings.telegram.mode === "polling") {
      polling = pollTelegram(door, (time, signal) => pause(time, undefined, { signal }).catch(() => undefined), failed);
    } else {
      void channel.api
        .setWebhook(`${settings.publicUrl}/webhooks/telegram`, {
          allowed_updates: [...wantedUpdates],
          ...(settings.telegram.secret ? { secret_token: settings.telegram.secret } : {}),
        })
        .catch(failed);
    }
  }

  const site = siteOf({
    ...pages,
    telegram,
    metrics,
    async ready() {
      const jobs = await jobStates(house);
      return { ok: true, jobs, channels: house.channelsConnected().map(({ name }) => ({ name })) };
    },
    broke: (path, error) => log.error({ path, ...errorFields(error) }, "request broke"),
  });
  const leftovers = await house.takeUpLeftovers();
  const server = serve({ fetch: site.fetch, port: settings.port, hostname: settings.host }, ({ port }) => {
    log.info({ port, demonstration: settings.demonstration, leftovers }, "open");
    void welcomeOperator({ settings, port, pages });
  });
  const clockwork = ticking(house, (job, error) => log.error({ job, ...errorFields(error) }, "job failed"));

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, "closing");
    // nothing is lost when this is cut short: what is not answered is taken up at the next start
    const giveUp = pause(4_000, undefined, { ref: false }).then(() => process.exit(0));
    pages.closeStreams();
    server.close();
    clockwork.stop();
    await Promise.race([Promise.all([polling?.stop(), house.settled()]), giveUp]);
    await house.close();
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}
