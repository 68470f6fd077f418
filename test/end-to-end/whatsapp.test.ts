import { afterAll, beforeAll, expect, test } from "vitest";
import { type GraphApi, type GraphCall, graphToken, openGraphApi } from "../stand-in/graph-api.ts";
import { pressMessage, signatureOf, textMessage, webhookOf } from "../stand-in/signed.ts";
import { type Server, startServer } from "./server.ts";

const account = "106540352242922";
const secret = "the secret of the app";
const verifyToken = "a token we chose";
const lina = "33639980001";
let api: GraphApi;
let server: Server;
let messages = 0;

beforeAll(async () => {
  api = await openGraphApi();
  server = await startServer({
    WHATSAPP_PHONE_NUMBER_ID: account,
    WHATSAPP_ACCESS_TOKEN: graphToken,
    WHATSAPP_APP_SECRET: secret,
    WHATSAPP_VERIFY_TOKEN: verifyToken,
    WHATSAPP_API_ROOT: api.root,
    PUBLIC_URL: "http://localhost:9",
  });
});
afterAll(async () => {
  await server.close();
  await api.close();
});

const post = (body: string, headers = signatureOf(body, secret)) =>
  fetch(`${server.url}/webhooks/whatsapp`, { method: "POST", headers, body });
const toLina = () => api.calls.filter(({ person }) => person === lina);
const seconds = () => String(Math.floor(Date.now() / 1000));

/** Brings a message as Meta does, and waits for the next one to Lina. */
async function send(message: object): Promise<GraphCall> {
  const before = toLina().length;
  const response = await post(webhookOf(account, message));
  expect(response.status).toBe(200);
  await api.until(() => toLina().length > before);
  const answer = toLina().at(-1);
  if (!answer) throw new Error("nothing was answered");
  return answer;
}
const say = (text: string) => send(textMessage(`wamid.IN${++messages}`, lina, text, seconds()));
const press = (title: string) => {
  const option = toLina()
    .flatMap(({ options }) => options)
    .findLast((one) => one.title === title)?.id;
  if (!option) throw new Error(`no button says "${title}"`);
  return send(pressMessage(`wamid.IN${++messages}`, lina, option, seconds()));
};
const titles = ({ options }: GraphCall) => options.map(({ title }) => title);

test("Meta asks whether the address is ours", async () => {
  const query = new URLSearchParams({
    ...{ "hub.mode": "subscribe", "hub.challenge": "42", "hub.verify_token": verifyToken },
  });
  const response = await fetch(`${server.url}/webhooks/whatsapp?${query}`);
  expect([response.status, await response.text()]).toEqual([200, "42"]);
});

test("Lina says hello on WhatsApp, chooses French and asks about Visale", async () => {
  const hello = await say("bonjour");
  expect(hello.text).toContain("Choisis ta langue");
  expect(titles(hello)).toContain("Français");
  // three languages fit on buttons, four are a list
  expect(hello.body["interactive"]).toMatchObject({ type: "list" });

  const welcome = await press("Français");
  expect(welcome.body["interactive"]).toMatchObject({
    type: "list",
    action: { button: "Choisir" },
  });

  expect((await say("c koi visal ?")).text).toContain("Tu as quel âge");
  const status = await say("19 ans");
  expect(titles(status)).toContain("Études");
  expect(status.options.length).toBeGreaterThan(3);
  const next = await press("Études");
  expect(next.text).not.toBe(status.text);
  for (const { body } of toLina()) {
    expect(body).toMatchObject({ messaging_product: "whatsapp", to: lina });
  }
});

test("the same webhook again is 200, and nothing more leaves", async () => {
  const answered = toLina().length;
  const again = webhookOf(account, textMessage("wamid.IN1", lina, "bonjour", seconds()));
  expect((await post(again)).status).toBe(200);
  await say("menu");
  expect(toLina()).toHaveLength(answered + 1);
});

test("what is not signed by Meta is refused, and the number is at the door of /readyz", async () => {
  const body = webhookOf(account, textMessage("wamid.FORGED", lina, "bonjour"));
  expect((await post(body, signatureOf(body, "another secret"))).status).toBe(401);
  const ready = (await (await fetch(`${server.url}/readyz`)).json()) as { channels: unknown[] };
  expect(ready.channels).toContainEqual(
    expect.objectContaining({ name: "whatsapp", account, structure: "rencontres-et-loisirs" }),
  );
});

test("no number, no text and no token is in the log", () => {
  for (const secretWord of [lina, "visal", graphToken, secret]) {
    expect(server.log()).not.toContain(secretWord);
  }
});
