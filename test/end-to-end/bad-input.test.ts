import { afterAll, beforeAll, expect, test } from "vitest";
import { type BotApi, openBotApi } from "../stand-in/bot-api.ts";
import { textUpdate } from "../stand-in/updates.ts";
import { type Server, startServer } from "./server.ts";

const secret = "the secret of this webhook";
let api: BotApi;
let server: Server;

beforeAll(async () => {
  api = await openBotApi();
  server = await startServer({
    TELEGRAM_BOT_TOKEN: "4242:test",
    TELEGRAM_WEBHOOK_SECRET: secret,
    TELEGRAM_API_ROOT: api.root,
    TELEGRAM_MODE: "webhook",
    PUBLIC_URL: "http://localhost:9",
  });
});
afterAll(async () => {
  await server.close();
  await api.close();
});

async function post(path: string, body: string, given: Record<string, string> = {}) {
  // a body that is refused unread closes the connection: each request has its own
  const headers: Record<string, string> = { connection: "close", ...given };
  if (headers["origin"] === "here") headers["origin"] = server.url;
  const response = await fetch(`${server.url}${path}`, {
    method: "POST",
    headers,
    body,
    redirect: "manual",
  });
  return response.status;
}
const signed = { "x-telegram-bot-api-secret-token": secret, "content-type": "application/json" };
const update = JSON.stringify(textUpdate(1, 9, "bonjour"));

test.each([
  ["no secret", update, {}, 401],
  ["a wrong secret", update, { ...signed, "x-telegram-bot-api-secret-token": "wrong" }, 401],
  [
    "a wrong secret with a body too large: the secret is looked at first",
    "x".repeat(2 ** 21),
    {},
    401,
  ],
  ["2 MiB", "x".repeat(2 ** 21), signed, 413],
  ["no JSON", "{", signed, 400],
  ["JSON that is no update", "[1]", signed, 400],
  ["an update of a kind nobody knows", '{"update_id":2,"purchased_paid_media":{}}', signed, 200],
  [
    "a text that is none: Telegram would bring it again for ever if it were a fault",
    JSON.stringify({
      ...textUpdate(4, 9, "bonjour"),
      message: { ...textUpdate(4, 9, "").message, text: 42 },
    }),
    signed,
    400,
  ],
  ["a message without its parts", '{"update_id":3,"message":{}}', signed, 400],
])(
  "the Telegram webhook given %s answers as the contract says",
  async (_, body, headers, status) => {
    expect(await post("/webhooks/telegram", body, headers)).toBe(status);
  },
);

test.each([
  [
    "/desk/conversations/x/prendre",
    "a=1",
    { origin: "https://elsewhere.example", "content-type": "application/x-www-form-urlencoded" },
    403,
  ],
  [
    "/desk/conversations/x/prendre",
    "a=1",
    { origin: "here", "content-type": "application/x-www-form-urlencoded" },
    401,
  ],
  ["/desk/conversations/x/prendre", "", { origin: "here" }, 401],
  [
    "/",
    "not a form",
    { "content-type": "multipart/form-data; boundary=x", "sec-fetch-site": "same-origin" },
    303,
  ],
  ["/chat/messages", "{", { "content-type": "application/json" }, 400],
  ["/nowhere", "", {}, 404],
])(
  "POST %s with %j and %j is refused without a fault of the server",
  async (path, body, headers, status) => {
    expect(await post(path, body, headers)).toBe(status);
  },
);

test("nothing of this was stored, sent, or written in the log as a fault", async () => {
  const before = api.texts(9).length;
  expect(before).toBe(0);
  expect(server.log()).not.toMatch(/"level":[456]0/);
  expect(server.log()).not.toContain("bonjour");
});

test("the health of the process, of the database and of the jobs can be asked", async () => {
  expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ ok: true });
  const ready = await (await fetch(`${server.url}/readyz`)).json();
  expect(ready.ok).toBe(true);
  expect(ready.jobs.map(({ name }: { name: string }) => name)).toEqual([
    "reminders",
    "statuses",
    "agendas",
    "mornings",
    "workshops",
    "media",
    "waiting-list",
    "calls",
    "idle",
    "dossiers",
    "situations",
    "redrive",
    "sweep",
    "purge",
  ]);
  expect(await (await fetch(`${server.url}/metrics`)).text()).toContain(
    "trousseau_messages_received_total",
  );
});

test("the desk shows nothing without a session", async () => {
  const response = await fetch(`${server.url}/desk`, { redirect: "manual" });
  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toContain("/desk/connexion");
});
