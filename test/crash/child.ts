import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { telegramChannel } from "../../src/channels/telegram.ts";
import { telegramRoutes } from "../../src/channels/telegram-door.ts";
import { openNodeHouse } from "../../src/node/house.ts";
import { readSettings } from "../../src/settings.ts";
import { pointsUntil } from "./points.ts";

// A server that is killed at a chosen moment: argument 1 is the number of that moment (0: never).
const last = Number(process.argv[2] ?? 0);
const reading = readSettings(process.env);
if (reading.outcome === "refused") throw new Error(reading.problems.join("\n"));
const telegram = reading.settings.telegramOf.get("rencontres-et-loisirs");
if (!telegram) throw new Error("no Telegram settings");

const points = pointsUntil(last, () => process.kill(process.pid, "SIGKILL"));
const house = await openNodeHouse({
  settings: reading.settings,
  sends: true,
  through: (database) => points.database(database),
  broke: (_, error) => console.error(error),
});
const channel = points.channel(telegramChannel(telegram.token, telegram.apiRoot));
house.connect(channel);
const app = new Hono();
app.route(
  "/webhooks/telegram",
  telegramRoutes({
    channel,
    secret: telegram.secret,
    clock: house.clock,
    receive: (message) => house.receive("rencontres-et-loisirs", message),
  }),
);
serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => {
  points.start();
  process.send?.({ port });
});
process.on("message", async () => {
  await house.settled();
  process.send?.({ points: points.names });
});
