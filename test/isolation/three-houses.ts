import { onTestFinished } from "vitest";
import type { WorkerId } from "../../src/base/ids.ts";
import { type Instant, instant } from "../../src/base/time.ts";
import type { Role } from "../../src/desk/desk-door.ts";
import { openNodeHouse } from "../../src/node/house.ts";
import { openNodeSite } from "../../src/node/site.ts";
import { openMetrics } from "../../src/operations/metrics.ts";
import { type BotApi, openBotApi } from "../stand-in/bot-api.ts";
import { settingsWith } from "../world.ts";
import { blue, green, real, threeStructures } from "./structures.ts";

const publicUrl = "http://localhost:3000";
const password = "un mot de passe long";
/** The bot of each structure, and what Telegram and we alone know of its webhook. */
export const bots = {
  [real]: { number: "1", secret: "the real one's webhook secret" },
  [blue]: { number: "2", secret: "the blue one's webhook secret" },
  [green]: { number: "3", secret: "the green one's webhook secret" },
} as const;

export type ThreeHouses = Awaited<ReturnType<typeof threeHouses>>;

/** One process, one database, three structures: the real site over the real house, as it is started. */
export async function threeHouses(at = "2026-11-23T09:00:00+01:00") {
  let now = instant(at);
  const api = await openBotApi();
  const structures = threeStructures();
  const settings = settingsWith(environmentFor(api));
  const broken: unknown[] = [];
  const house = await openNodeHouse({
    settings,
    structures,
    clock: { now: () => now },
    inMemory: true,
    sends: true,
    strictTexts: true,
    broke: (_, error) => broken.push(error),
  });
  const site = await openNodeSite({
    house,
    settings,
    metrics: openMetrics(),
    troubled: (_channel, _structure, error) => broken.push(error),
    broke: (_, error) => broken.push(error),
  });
  onTestFinished(async () => {
    site.closeStreams();
    await site.stop();
    await house.settled();
    await house.close();
    await api.close();
    if (broken.length > 0) throw broken[0];
  });
  const request = requester(site.app);
  return {
    house,
    site,
    api,
    structures,
    request,
    now: (): Instant => now,
    setClock(to: string) {
      now = instant(to);
    },
    async update(address: string, secret: string, update: object) {
      const response = await request(address, {
        method: "POST",
        headers: { "x-telegram-bot-api-secret-token": secret },
        body: JSON.stringify(update),
      });
      await house.settled();
      return response;
    },
    /** A worker of a structure, signed in through the sign-in page. */
    async worker(structure: string, name: string, role: Role = "worker") {
      const email = `${name.toLowerCase()}@example.org`;
      const added = await site.signIn.addWorker({ email, name, role, structure, password });
      if (added.outcome !== "added") throw new Error(added.outcome);
      return deskOf(request, added.id, email);
    },
  };
}

function environmentFor(api: BotApi) {
  const own = [real, blue, green].flatMap((slug) => {
    const suffix = slug === real ? "" : `__${slug.toUpperCase().replaceAll("-", "_")}`;
    const { number, secret } = bots[slug as keyof typeof bots];
    return [
      [`TELEGRAM_BOT_TOKEN${suffix}`, `${number}:token`],
      [`TELEGRAM_WEBHOOK_SECRET${suffix}`, secret],
    ];
  });
  return {
    STRUCTURE: [real, blue, green].join(","),
    PUBLIC_URL: publicUrl,
    SECRET_KEY: "a secret key for tests only, long enough",
    TELEGRAM_API_ROOT: api.root,
    ...Object.fromEntries(own),
  };
}

/** Requests as they come from the server: with the socket they came through. */
function requester(app: {
  fetch(request: Request, bindings: object): Response | Promise<Response>;
}) {
  return async (path: string, init: RequestInit = {}, from = "198.51.100.1"): Promise<Response> =>
    app.fetch(new Request(new URL(path, publicUrl), init), {
      incoming: { socket: { remoteAddress: from, remotePort: 4242, remoteFamily: "IPv4" } },
    });
}

function deskOf(request: ReturnType<typeof requester>, id: WorkerId, email: string) {
  let cookie = "";
  let times = 0;
  const desk = {
    id,
    async signIn() {
      // another address each time: five attempts a minute from one
      const response = await request(
        "/desk/connexion",
        {
          method: "POST",
          headers: { origin: publicUrl },
          body: new URLSearchParams({ email, password }),
        },
        `203.0.113.${email.length}-${++times}`,
      );
      if (response.status !== 303) throw new Error(`not signed in: ${response.status}`);
      cookie = response.headers
        .getSetCookie()
        .map((one) => one.split(";")[0])
        .join("; ");
    },
    async isIn(): Promise<boolean> {
      return (await desk.get("/desk")).status === 200;
    },
    get: (path: string) => request(path, { headers: { cookie } }),
    page: async (path: string) => (await desk.get(path)).text(),
    post: (path: string, form: Record<string, string>) =>
      request(path, {
        method: "POST",
        headers: { cookie, origin: publicUrl },
        body: new URLSearchParams(form),
      }),
  };
  return desk.signIn().then(() => desk);
}
