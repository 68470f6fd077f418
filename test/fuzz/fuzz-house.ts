import { instant } from "../../src/base/time.ts";
import { openNodeHouse } from "../../src/node/house.ts";
import { openNodeSite } from "../../src/node/site.ts";
import { openMetrics } from "../../src/operations/metrics.ts";
import { openBotApi } from "../stand-in/bot-api.ts";
import { openGraphApi } from "../stand-in/graph-api.ts";
import { mondayMorning, settingsWith } from "../world.ts";

const publicUrl = "http://localhost:3000";
const account = "106540352242922";
const password = "un mot de passe long";
export const secrets = { telegram: "the secret of the webhook", whatsapp: "the app's own secret" };

export type FuzzHouse = Awaited<ReturnType<typeof openFuzzHouse>>;

/** The whole site over a database in memory, with every network connected and an administrator signed in. */
export async function openFuzzHouse() {
  const [api, graph] = await Promise.all([openBotApi(), openGraphApi()]);
  const now = instant(mondayMorning);
  const broken: unknown[] = [];
  const settings = settingsWith({
    PUBLIC_URL: publicUrl,
    SECRET_KEY: "a secret key for tests only, long enough",
    TELEGRAM_BOT_TOKEN: "4242:test",
    TELEGRAM_WEBHOOK_SECRET: secrets.telegram,
    TELEGRAM_API_ROOT: api.root,
    WHATSAPP_PHONE_NUMBER_ID: account,
    WHATSAPP_ACCESS_TOKEN: "EAA-a-token-of-the-tests",
    WHATSAPP_APP_SECRET: secrets.whatsapp,
    WHATSAPP_VERIFY_TOKEN: "a verify token of the tests",
    WHATSAPP_API_ROOT: graph.root,
  });
  const house = await openNodeHouse({
    ...{ settings, clock: { now: () => now }, inMemory: true, sends: true, strictTexts: true },
    broke: (_, error) => broken.push(error),
  });
  const site = await openNodeSite({
    ...{ house, settings, metrics: openMetrics() },
    // a network that refuses what makes no sense is no fault of ours
    troubled: () => undefined,
    broke: (path, error) => broken.push(new Error(`${path}: ${String(error)}`, { cause: error })),
  });
  const request = async (path: string, init: RequestInit = {}, from = "198.51.100.1") =>
    site.app.fetch(new Request(new URL(path, publicUrl), init), {
      incoming: { socket: { remoteAddress: from, remotePort: 4242, remoteFamily: "IPv4" } },
    });
  const email = "alix@example.org";
  const structure = [...house.structures.keys()][0] ?? "";
  await site.signIn.addWorker({ email, name: "Alix", role: "admin", structure, password });
  const signedIn = await request("/desk/connexion", {
    method: "POST",
    headers: { origin: publicUrl },
    body: new URLSearchParams({ email, password }),
  });
  // somebody with an appointment, and somebody who waits, so that addresses lead to something
  const from = (address: string) => ({ channel: "telegram" as const, account: "4242", address });
  for (const [nth, text] of ["rdv", "carvin", "conseiller"].entries()) {
    for (const person of ["7", "8"]) {
      const content = { kind: "text", text } as const;
      await house.receive(structure, {
        id: `${person}-${nth}`,
        from: from(person),
        at: now,
        content,
      });
      await house.settled();
    }
  }
  const idsOf = (table: string) =>
    house.database.connection
      .prepare(`SELECT id FROM ${table}`)
      .all()
      .map(({ id }) => String(id));
  const ids = ["Conversation", "Person", "Worker", "Outgoing", "Inbound"].flatMap(idsOf);
  const cookie = signedIn.headers.getSetCookie().map((one) => one.split(";")[0]);
  return {
    ...{ house, site, api, graph, broken, request, account, publicUrl, ids },
    cookie: cookie.join("; "),
    async close() {
      site.closeStreams();
      await site.stop();
      await house.settled();
      await house.close();
      await Promise.all([api.close(), graph.close()]);
    },
  };
}
