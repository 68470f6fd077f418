import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import type { WrittenReply } from "../../src/base/message.ts";
import { hour } from "../../src/base/time.ts";
import { type Delivery, forTheFirstTime, type Leaving } from "../../src/channels/channel.ts";
import { whatsappCloudChannel } from "../../src/channels/whatsapp-cloud.ts";
import { type GraphMood, graphToken, openGraphApi } from "../stand-in/graph-api.ts";

const account = "106540352242922";
const lina = "33639980001";
const bonjour: WrittenReply = { text: "Bonjour !", options: [] };
/** Two messages: a text, then the rest with its buttons. */
const inTwo: WrittenReply = {
  text: "Une phrase de plus. ".repeat(80),
  options: [{ id: "a.b.c", label: "Oui" }],
};

async function connected() {
  const api = await openGraphApi();
  onTestFinished(() => api.close());
  const waits: number[] = [];
  const number = { account, token: graphToken, root: api.root, patience: 200 };
  const channel = whatsappCloudChannel(number, async (milliseconds) => {
    waits.push(milliseconds);
  });
  const send = (reply = bonjour, window: "open" | "closed" = "open", to = lina) =>
    channel.send(to, reply, "conversation", { ...forTheFirstTime, window });
  return { api, channel, send, waits };
}

test("a message is posted to our number's address, with the token, to the wa_id as received", async () => {
  const { api, channel, send } = await connected();
  expect(await send()).toEqual({ outcome: "delivered", networkId: "wamid.out.1" });
  expect(api.calls).toMatchObject([
    {
      path: `/v25.0/${account}/messages`,
      authorization: `Bearer ${graphToken}`,
      body: {
        ...{ messaging_product: "whatsapp", recipient_type: "individual", to: lina },
        ...{ type: "text", text: { body: "Bonjour !", preview_url: false } },
      },
    },
  ]);
  expect(channel).toMatchObject({ name: "whatsapp", account, replyWindow: 24 * hour });
});

test.each([
  ["5215512345678", { to: "5215512345678" }],
  ["FR.13491208655302741918", { recipient: "FR.13491208655302741918" }],
  ["FR.ENT.11815799212886844830", { recipient: "FR.ENT.11815799212886844830" }],
])("%s is written to as %j", async (address, recipient) => {
  const { api, send } = await connected();
  await send(bonjour, "open", address);
  const { to, recipient: scoped } = api.calls[0]?.body ?? {};
  expect(JSON.parse(JSON.stringify({ to, recipient: scoped }))).toEqual(recipient);
});

const later = (why: string, afterMilliseconds: number | null = null): Delivery => ({
  ...{ outcome: "tryLater", afterMilliseconds, why },
});

test.each<[string, GraphMood, Delivery]>([
  ["calls of the app", { status: 400, code: 4 }, later("4")],
  ["calls of the account", { status: 400, code: 80_007 }, later("80007")],
  ["calls of the number", { status: 400, code: 130_429 }, later("130429")],
  ["spam", { status: 400, code: 131_048 }, later("131048")],
  ["one person too often", { status: 400, code: 131_056 }, later("131056")],
  ["registrations", { status: 400, code: 133_016 }, later("133016")],
  ["with a wait", { status: 400, code: 131_056, retryAfter: "6" }, later("131056", 6_000)],
  ["429 without a code", { status: 429, retryAfter: "2", page: "busy" }, later("429", 2_000)],
  ["a wait that is a date", { status: 429, code: 4, retryAfter: "Mon, 23 Nov 2026" }, later("4")],
  ["500", { status: 500, code: 131_000 }, later("131000")],
  ["503", { status: 503, code: 2 }, later("2")],
  ["502 of something between", { status: 502, page: "<html>Bad gateway</html>" }, later("502")],
  ["no answer", "silence", { outcome: "unknown", why: "no answer" }],
  ["a connection cut", "hangUp", { outcome: "unknown", why: "no answer" }],
  ["24 hours over", { status: 400, code: 131_047 }, { outcome: "windowClosed", why: "131047" }],
  ["undeliverable", { status: 400, code: 131_026 }, { outcome: "unreachable", why: "131026" }],
  ["a token refused", { status: 401, code: 190 }, { outcome: "refused", why: "190" }],
  ["a wrong certificate", { status: 400, code: 131_045 }, { outcome: "refused", why: "131045" }],
  ["writing to ourselves", { status: 400, code: 131_021 }, { outcome: "refused", why: "131021" }],
  [
    "a number not on the list",
    { status: 400, code: 131_030 },
    { outcome: "refused", why: "131030" },
  ],
  [
    "held back for the ecosystem",
    { status: 400, code: 131_049 },
    { outcome: "refused", why: "131049" },
  ],
  ["no such template", { status: 404, code: 132_001 }, { outcome: "refused", why: "132001" }],
  ["a parameter", { status: 400, code: 100 }, { outcome: "refused", why: "100" }],
  ["403 of something between", { status: 403, page: "no" }, { outcome: "refused", why: "403" }],
])("%s", async (_, mood, delivery) => {
  const { api, send, waits } = await connected();
  api.mood(mood);
  expect(await send()).toEqual(delivery);
  expect(waits).toEqual([]);
  expect(api.requests).toHaveLength(1);
});

test("a network that cannot be reached got nothing: later, surely not twice", async () => {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  const port = typeof address === "object" && address ? address.port : 0;
  await new Promise((resolve) => probe.close(resolve));
  const root = `http://127.0.0.1:${port}`;
  const channel = whatsappCloudChannel({ account, token: graphToken, root });
  expect(await channel.send(lina, bonjour, "c")).toEqual(later("network"));
});

test("a reply in two messages: in order, the buttons under the last, whose id is kept", async () => {
  const { api, send } = await connected();
  expect(await send(inTwo)).toEqual({ outcome: "delivered", networkId: "wamid.out.2" });
  expect(api.calls.map(({ options }) => options.map(({ title }) => title))).toEqual([[], ["Oui"]]);
  expect(api.textsTo(lina).join(" ")).toBe(inTwo.text.trim());
});

/** Lets the first message pass, and meets the second with a mood. */
async function troubleAfterTheFirst(...moods: readonly GraphMood[]) {
  const { api, send, waits } = await connected();
  const sent = send(inTwo);
  await api.until((calls) => calls.length === 1);
  api.mood(...moods);
  return { delivery: await sent, texts: api.textsTo(lina), waits };
}

test.each<[string, GraphMood, number]>([
  ["asked to wait two seconds", { status: 400, code: 131_056, retryAfter: "2" }, 2_000],
  ["asked to wait, not how long", { status: 400, code: 131_056 }, 1_000],
  ["a fault", { status: 500 }, 1_000],
])("%s after the first message: it waits, and sends the second alone", async (_, mood, wait) => {
  const { delivery, texts, waits } = await troubleAfterTheFirst(mood);
  expect(delivery.outcome).toBe("delivered");
  expect(texts).toHaveLength(2);
  expect(waits).toEqual([wait]);
});

test("a takeover between two messages of a reply leaves the second unsaid", async () => {
  const { api, channel } = await connected();
  const left: unknown[] = [];
  const leaving: Leaving = {
    ...forTheFirstTime,
    stillOurs: async () => false,
    partLeft: async (part, networkId) => void left.push([part, networkId]),
  };
  expect(await channel.send(lina, inTwo, "conversation", leaving)).toMatchObject({
    outcome: "notOurs",
  });
  expect(left).toEqual([[0, "wamid.out.1"]]);
  expect(api.calls).toHaveLength(1);
});

test("what left of a reply in two messages leaves no more: the second alone", async () => {
  const { api, channel } = await connected();
  const leaving = { ...forTheFirstTime, partsLeft: 1 };
  expect(await channel.send(lina, inTwo, "conversation", leaving)).toMatchObject({
    outcome: "delivered",
  });
  expect(api.calls.map(({ options }) => options.map(({ title }) => title))).toEqual([["Oui"]]);
});

test("a longer wait is not held up here", async () => {
  const mood = { status: 400, code: 131_056, retryAfter: "60" };
  const { delivery, waits } = await troubleAfterTheFirst(mood);
  expect(delivery).toEqual(later("131056", 60_000));
  expect(waits).toEqual([]);
});

test.each<[number, Delivery]>([
  [100, { outcome: "refused", why: "100" }],
  [131_047, { outcome: "windowClosed", why: "131047" }],
])(
  "a second message that is refused (%i) is told as refused: the first is not asked again",
  async (code, expected) => {
    const { delivery, texts } = await troubleAfterTheFirst({ status: 400, code });
    expect(delivery).toEqual(expected);
    expect(texts).toHaveLength(1);
  },
);

test("once the window is closed the template leaves, and nothing else", async () => {
  const { api, send } = await connected();
  const template = { name: "worker_answered", language: "fr", values: {} } as const;
  expect(await send({ ...inTwo, template }, "closed")).toMatchObject({ outcome: "delivered" });
  expect(api.calls.map(({ body }) => [body["type"], body["to"]])).toEqual([["template", lina]]);
  expect(await send(bonjour, "closed")).toEqual({ outcome: "windowClosed", why: "no template" });
  expect(api.calls).toHaveLength(1);
});

test("while the window is open words leave, though there is a template", async () => {
  const { api, send } = await connected();
  const template = { name: "reminder", language: "fr", values: {} } as const;
  await send({ ...bonjour, template });
  expect(api.textsTo(lina)).toEqual(["Bonjour !"]);
});
