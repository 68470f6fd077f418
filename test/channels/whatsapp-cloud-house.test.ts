import { Hono } from "hono";
import { expect, onTestFinished, test } from "vitest";
import { second } from "../../src/base/time.ts";
import { connectNumbers } from "../../src/channels/whatsapp-cloud-numbers.ts";
import { graphToken, openGraphApi } from "../stand-in/graph-api.ts";
import { pressMessage, signatureOf, textMessage, webhookOf } from "../stand-in/signed.ts";
import { structure } from "../world.ts";
import { openHouse } from "./house-under-test.ts";

const account = "106540352242922";
const secret = "the secret of the app";
const lina = "33639980001";
const scoped = "FR.13491208655302741918";

/** The real house, its webhook, and a Graph API beside it. */
async function connected() {
  const api = await openGraphApi();
  const under = await openHouse();
  onTestFinished(async () => {
    await under.close();
    await api.close();
  });
  const settings = {
    ...{ phoneNumberId: account, accessToken: graphToken, appSecret: secret },
    ...{ verifyToken: "v", apiRoot: api.root },
  };
  const door = connectNumbers(under.house, new Map([[structure, settings]])) ?? new Hono();
  const seconds = () => String(Math.floor(under.now() / second));
  const postBody = async (body: string) => {
    const response = await door.request("/", {
      ...{ method: "POST", body, headers: signatureOf(body, secret) },
    });
    await under.house.settled();
    return response.status;
  };
  const post = (...messages: readonly object[]) => postBody(webhookOf(account, ...messages));
  const say = (id: string, text: string, from = lina) =>
    post(textMessage(id, from, text, seconds()));
  const press = (id: string, option: string) => post(pressMessage(id, lina, option, seconds()));
  return { api, under, postBody, post, say, press, seconds };
}

test("without a number there is no webhook, and no channel", async () => {
  const under = await openHouse();
  onTestFinished(() => under.close());
  const before = under.house.channelsConnected().length;
  expect(connectNumbers(under.house, new Map())).toBeNull();
  expect(under.house.channelsConnected()).toHaveLength(before);
});

test("a webhook that comes again, a day and a week later, changes nothing", async () => {
  const { api, under, say } = await connected();
  await say("wamid.IN1", "bonjour");
  expect(api.calls).toHaveLength(1);
  for (const days of [0, 1, 7]) {
    under.pass(days * 24 * 3600 * 1000);
    expect(await say("wamid.IN1", "bonjour")).toBe(200);
  }
  expect(api.calls).toHaveLength(1);
  expect(under.rows("SELECT COUNT(*) AS n FROM Inbound")).toEqual([{ n: 1 }]);
});

test("several messages of one webhook are each answered or joined, none is lost", async () => {
  const { api, under, post, press, say, seconds } = await connected();
  await say("wamid.IN1", "bonjour");
  await press("wamid.IN2", "accueil.language.french");
  const before = api.calls.length;
  await post(
    textMessage("wamid.IN3", lina, "c'est quoi visale ?", seconds()),
    textMessage("wamid.IN4", lina, "19", seconds()),
  );
  expect(api.calls.length).toBeGreaterThan(before);
  const states = under.rows("SELECT DISTINCT state FROM Inbound").map(({ state }) => state);
  expect(states).not.toContain("received");
});

test("somebody whose number is hidden is answered at the id that stands for it", async () => {
  const { api, post, seconds } = await connected();
  const { from: _, ...hidden } = textMessage("wamid.IN1", lina, "bonjour", seconds());
  await post({ ...hidden, from_user_id: scoped });
  expect(api.calls.map(({ body }) => [body["to"], body["recipient"]])).toEqual([
    [undefined, scoped],
  ]);
});

test("a number and its id that came together once are one conversation from then on", async () => {
  const { under, post, seconds } = await connected();
  const both = { ...textMessage("wamid.IN1", lina, "bonjour", seconds()), from_user_id: scoped };
  await post(both);
  const { from: _, ...hidden } = textMessage("wamid.IN2", lina, "menu", seconds());
  await post({ ...hidden, from_user_id: scoped });
  expect(under.rows("SELECT COUNT(*) AS n FROM Conversation")).toEqual([{ n: 1 }]);
});

const change = (field: string, value: object) =>
  JSON.stringify({
    entry: [{ changes: [{ field, value: { metadata: { phone_number_id: account }, ...value } }] }],
  });

test("words typed on the phone take the conversation over; an echo of our own does nothing", async () => {
  const { api, under, postBody, say, seconds } = await connected();
  await say("wamid.IN1", "bonjour");
  const echo = (id: string, body: string) =>
    change("smb_message_echoes", {
      message_echoes: [
        { id, from: "33321000000", to: lina, timestamp: seconds(), type: "text", text: { body } },
      ],
    });
  const held = () => under.rows("SELECT heldBy FROM Conversation").map(({ heldBy }) => heldBy);
  expect(await postBody(echo("wamid.out.1", "Choisis ta langue"))).toBe(200);
  expect(held()).toEqual(["bot"]);
  expect(await postBody(echo("wamid.APP1", "Bonjour, c'est Nadia."))).toBe(200);
  expect(held()).toEqual(["worker"]);
  const sent = api.calls.length;
  await say("wamid.IN2", "merci Nadia");
  expect(api.calls).toHaveLength(sent);
});

test("statuses come in any order and never go back", async () => {
  const { under, postBody, say, seconds } = await connected();
  await say("wamid.IN1", "bonjour");
  const status = (state: string) =>
    change("messages", { statuses: [{ id: "wamid.out.1", status: state, timestamp: seconds() }] });
  const state = () => under.rows("SELECT state FROM Outgoing").map((row) => row["state"]);
  for (const [told, stands] of [
    ["read", "read"],
    ["delivered", "read"],
    ["sent", "read"],
    ["failed", "read"],
  ] as const) {
    expect(await postBody(status(told))).toBe(200);
    expect(state()).toEqual([stands]);
  }
});

test("after a change of number, whoever writes from the former one is a stranger", async () => {
  const { under, post, say, seconds } = await connected();
  await say("wamid.IN1", "bonjour");
  const system = { type: "user_changed_number", wa_id: "33639980009", body: "User Lina changed" };
  const notice = { id: "wamid.S1", from: lina, timestamp: seconds(), type: "system", system };
  expect(await post(notice)).toBe(200);
  under.pass(60_000);
  await say("wamid.IN2", "bonjour");
  await say("wamid.IN3", "bonjour", "33639980009");
  expect(under.rows("SELECT COUNT(*) AS n FROM Conversation")).toEqual([{ n: 3 }]);
  // the notice comes again a week later: the stranger keeps their conversation
  under.pass(7 * 24 * 3600 * 1000);
  expect(await post(notice)).toBe(200);
  await say("wamid.IN4", "menu");
  expect(under.rows("SELECT COUNT(*) AS n FROM Conversation")).toEqual([{ n: 3 }]);
});

test("told that one person is written to too often, it waits as long as asked, then goes on", async () => {
  const { api, under, say } = await connected();
  api.mood({ status: 400, code: 131_056, retryAfter: "6" });
  await say("wamid.IN1", "bonjour");
  expect(api.calls).toEqual([]);
  under.pass(5_000);
  await under.jobs();
  expect(api.calls).toEqual([]);
  under.pass(1_000);
  await under.jobs();
  expect(api.calls).toHaveLength(1);
});

test("undeliverable: the person is marked, and the failure is on the desk with its code", async () => {
  const { api, under, say } = await connected();
  api.mood({ status: 400, code: 131_026 });
  await say("wamid.IN1", "bonjour");
  expect(under.rows("SELECT state, failure FROM Outgoing")).toEqual([
    { state: "failed", failure: "131026" },
  ]);
  expect(under.rows("SELECT unreachableSince FROM Address")).toEqual([
    { unreachableSince: under.now() },
  ]);
  await say("wamid.IN2", "bonjour");
  expect(under.rows("SELECT unreachableSince FROM Address")).toEqual([{ unreachableSince: null }]);
  expect(api.calls).toHaveLength(1);
});
