import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { instant, systemClock } from "../base/time.ts";
import { telegramChannel } from "../channels/telegram.ts";
import { webChatChannel } from "../channels/web-chat.ts";
import { channelOf } from "../channels/whatsapp-cloud-numbers.ts";
import { runAllJobs } from "../jobs/clockwork.ts";
import { environment } from "../node/environment.ts";
import { openNodeHouse } from "../node/house.ts";
import { errorFields } from "../operations/error-fields.ts";
import { openLog } from "../operations/log.ts";
import { readSettings } from "../settings.ts";

const help = `npm run -s jobs -- [--at ISO] [--dry-run] [--json]

Fait tout ce qui est dû à cet instant : rappels, reprises, expirations, effacements.
  --at       instant, par exemple 2026-11-25T18:00:00+01:00 (maintenant par défaut)
  --dry-run  dit ce qui serait fait, sans rien faire
  --json     une ligne JSON par chose faite`;

const { values } = parseArgs({
  options: {
    at: { type: "string" },
    "dry-run": { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(help);
  process.exit(0);
}
const reading = readSettings(environment());
if (reading.outcome === "refused") {
  console.error(reading.problems.join("\n"));
  process.exit(2);
}
const { settings } = reading;
const log = openLog(settings.logLevel);
const now = readInstant(values.at);
const house = await openNodeHouse({
  settings,
  clock: { now: () => now },
  leases: systemClock,
  sends: true,
  broke: (conversation, error) => log.error({ conversation, ...errorFields(error) }, "broke"),
});
for (const slug of house.structures.keys()) house.connect(webChatChannel(slug));
for (const { token, apiRoot } of settings.telegramOf.values()) {
  house.connect(telegramChannel(token, apiRoot));
}
for (const number of settings.whatsappOf.values()) house.connect(channelOf(number));
const lines = await runAllJobs(house, now, values["dry-run"], () => setTimeout(100));
for (const line of lines) {
  console.log(values.json ? JSON.stringify(line) : Object.values(line).join("  "));
}
if (!values.json && lines.length === 0) console.log("Rien à faire.");
await house.close();

function readInstant(iso: string | undefined) {
  if (iso === undefined) return systemClock.now();
  try {
    return instant(iso);
  } catch {
    console.error(`Instant illisible : ${iso}`);
    process.exit(2);
  }
}
