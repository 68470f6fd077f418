import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { instant } from "../../src/base/time.ts";
import {
  type CloudHouse,
  type CloudNumber,
  whatsappCloudRoutes,
} from "../../src/channels/whatsapp-cloud-door.ts";
import { signatureOf, textMessage, webhookOf } from "../stand-in/signed.ts";

const account = "106540352242922";
const secret = "the secret of the app";
const number: CloudNumber = {
  ...{ structure: "rencontres-et-loisirs", account },
  ...{ appSecret: secret, verifyToken: "a token we chose" },
};
const malakoff: CloudNumber = {
  ...{ structure: "ccas-malakoff", account: "2" },
  ...{ appSecret: "Malakoff's own app", verifyToken: "Malakoff's token" },
};
/** Another number of the first one's app. */
const rueil: CloudNumber = { ...number, structure: "ccas-rueil-malmaison", account: "3" };

/** The door alone: what it takes is kept, in order. */
function openDoor(given: Partial<CloudHouse> = {}, numbers = [number, malakoff, rueil]) {
  const taken: unknown[][] = [];
  const keep =
    (what: string) =>
    async (...said: readonly unknown[]) => {
      taken.push([what, ...said]);
      return "stored";
    };
  const app = new Hono();
  app.onError((_, context) => context.text("", 503));
  const house: CloudHouse = {
    clock: { now: () => instant("2026-11-23T08:00:00Z") },
    receiveAll: keep("receiveAll"),
    heardAll: keep("heardAll"),
    spokenOnPhone: keep("spokenOnPhone"),
    moved: keep("moved"),
    ...given,
  };
  app.route("/webhooks/whatsapp", whatsappCloudRoutes(house, numbers));
  const post = (body: BodyInit, headers: Record<string, string>) =>
    app.request("/webhooks/whatsapp", {
      ...{ method: "POST", body, headers },
      ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
    });
  const get = (query: Record<string, string>) =>
    app.request(`/webhooks/whatsapp?${new URLSearchParams(query)}`);
  const structures = () => taken.map(([, structure]) => structure);
  return { taken, post, get, structures };
}

const bonjour = webhookOf(account, textMessage("wamid.IN1", "33639980001", "bonjour"));
const recorded = (name: string) =>
  readFileSync(new URL(`./payloads/whatsapp-cloud/${name}.json`, import.meta.url), "utf8");

const asked = { "hub.mode": "subscribe", "hub.challenge": "1158201444" };

test.each([["a token we chose"], ["Malakoff's token"]])(
  "Meta asks with %s: its challenge is echoed, as text",
  async (token) => {
    const response = await openDoor().get({ ...asked, "hub.verify_token": token });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("1158201444");
    expect(response.headers.get("content-type")).toContain("text/plain");
  },
);

test.each<[string, Record<string, string>]>([
  ["another token", { ...asked, "hub.verify_token": "a guess" }],
  ["the beginning of ours", { ...asked, "hub.verify_token": "a token we" }],
  ["an empty token", { ...asked, "hub.verify_token": "" }],
  ["no token", asked],
  ["another mode", { ...asked, "hub.mode": "unsubscribe", "hub.verify_token": "a token we chose" }],
  ["no challenge", { "hub.mode": "subscribe", "hub.verify_token": "a token we chose" }],
])("who asks with %s is refused", async (_, query) => {
  const response = await openDoor().get(query);
  expect(response.status).toBe(403);
  expect(await response.text()).not.toContain("1158201444");
});

test("a signed message goes to the structure of its number", async () => {
  const { taken, post } = openDoor();
  expect((await post(bonjour, signatureOf(bonjour, secret))).status).toBe(200);
  expect(taken).toMatchObject([
    [
      "receiveAll",
      "rencontres-et-loisirs",
      [{ id: "wamid.IN1", from: { address: "33639980001" } }],
    ],
  ]);
});

const good = signatureOf(bonjour, secret)["x-hub-signature-256"] ?? "";

test.each<[string, Record<string, string>]>([
  ["is missing", {}],
  ["is empty", { "x-hub-signature-256": "" }],
  ["is of another secret", signatureOf(bonjour, "another secret")],
  ["is of an empty secret", signatureOf(bonjour, "")],
  ["is of another body", signatureOf(`${bonjour} `, secret)],
  [
    "has one other figure",
    { "x-hub-signature-256": good.replace(/.$/, (c) => (c === "0" ? "1" : "0")) },
  ],
  ["lacks its last figure", { "x-hub-signature-256": good.slice(0, -1) }],
  ["has one figure more", { "x-hub-signature-256": `${good}0` }],
  ["does not say how it was made", { "x-hub-signature-256": good.slice("sha256=".length) }],
  [
    "was made with SHA-1",
    { "x-hub-signature": `sha1=${createHmac("sha1", secret).update(bonjour).digest("hex")}` },
  ],
])("when the signature %s: 401, nothing is done", async (_, headers) => {
  const { taken, post } = openDoor();
  expect((await post(bonjour, headers)).status).toBe(401);
  expect(taken).toEqual([]);
});

test("it is made over the raw bytes: the same JSON written otherwise is refused", async () => {
  const { taken, post } = openDoor();
  const accented = bonjour.replace("bonjour", "d\\u00e9j\\u00e0");
  const rewritten = JSON.stringify(JSON.parse(accented));
  expect((await post(rewritten, signatureOf(accented, secret))).status).toBe(401);
  expect((await post(accented, signatureOf(accented, secret))).status).toBe(200);
  expect(taken).toMatchObject([
    ["receiveAll", "rencontres-et-loisirs", [{ content: { text: "déjà" } }]],
  ]);
});

test.each([
  ["without a signature the body is not even read", {}, false],
  ["with the shape of one it is: the case before can fail", signatureOf("", "a"), true],
])("%s", async (_, headers, isRead) => {
  let read = false;
  const body = new ReadableStream(
    {
      pull(controller) {
        read = true;
        controller.enqueue(new TextEncoder().encode(bonjour));
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  expect((await openDoor().post(body, headers)).status).toBe(401);
  expect(read).toBe(isRead);
});

test("a malformed body that is not signed is 401: nothing is read of it before", async () => {
  expect((await openDoor().post("{", signatureOf("{", "another secret"))).status).toBe(401);
});

test.each([
  ["nothing", ""],
  ["half a webhook", '{"object": "whatsapp_business_account", "entry": ['],
  ["a text", '"bonjour"'],
  ["null", "null"],
  ["a list", "[]"],
])("%s, signed, is malformed: 400", async (_, body) => {
  const { taken, post } = openDoor();
  expect((await post(body, signatureOf(body, secret))).status).toBe(400);
  expect(taken).toEqual([]);
});

test.each([
  ["with its length said", true],
  ["in pieces, its length unsaid", false],
])("a body over one mebibyte %s: 413, nothing is done", async (_, lengthSaid) => {
  const { taken, post } = openDoor();
  const text = webhookOf(account, textMessage("a", "33639980001", "a".repeat(1024 * 1024)));
  const headers = signatureOf(text, secret);
  const body = lengthSaid ? text : new Blob([text]).stream();
  if (lengthSaid) headers["content-length"] = String(text.length);
  expect((await post(body, headers)).status).toBe(413);
  expect(taken).toEqual([]);
});

test("a number that is not ours: 200, and nothing is done", async () => {
  const { taken, post } = openDoor();
  const body = webhookOf("999", textMessage("a", "33639980001", "bonjour"));
  expect((await post(body, signatureOf(body, secret))).status).toBe(200);
  expect(taken).toEqual([]);
});

test("a secret shared by two structures signs for both numbers", async () => {
  const { post, structures } = openDoor();
  const body = webhookOf("3", textMessage("a", "33639980001", "bonjour"));
  expect((await post(body, signatureOf(body, secret))).status).toBe(200);
  expect(structures()).toEqual(["ccas-rueil-malmaison"]);
});

test("one structure's secret does not speak for another's number", async () => {
  const { taken, post } = openDoor();
  const body = webhookOf("2", textMessage("a", "33639980001", "bonjour"));
  expect((await post(body, signatureOf(body, secret))).status).toBe(401);
  const [mine, theirs] = [JSON.parse(bonjour), JSON.parse(body)];
  const both = JSON.stringify({ entry: [...mine.entry, ...theirs.entry] });
  expect((await post(both, signatureOf(both, secret))).status).toBe(401);
  expect(taken).toEqual([]);
  expect((await post(body, signatureOf(body, malakoff.appSecret))).status).toBe(200);
  expect(taken).toHaveLength(1);
});

test("statuses, words typed on the phone and moves find their own way", async () => {
  const { taken, post } = openDoor();
  for (const name of ["status-read", "echo-text", "number-changed"]) {
    const body = recorded(name);
    expect((await post(body, signatureOf(body, secret))).status).toBe(200);
  }
  const at = 1_795_420_800_000;
  expect(taken).toEqual([
    [
      "heardAll",
      "rencontres-et-loisirs",
      account,
      [{ networkId: "wamid.OUT1", state: "read", failure: null, at }],
    ],
    [
      ...["spokenOnPhone", "rencontres-et-loisirs", "whatsapp", account],
      {
        ...{ networkId: "wamid.APP1", address: "33639980001" },
        ...{ text: "Bonjour Lina, c'est Nadia.", at },
      },
    ],
    [
      ...["moved", "rencontres-et-loisirs"],
      { channel: "whatsapp", account, address: "33639980001" },
      at,
    ],
  ]);
});

test("what a batch brings to one number is stored at once: its messages in their order, then its statuses", async () => {
  const { taken, post } = openDoor();
  const body = recorded("batch");
  expect((await post(body, signatureOf(body, secret))).status).toBe(200);
  expect(taken).toMatchObject([
    ["receiveAll", number.structure, [{ id: "wamid.B1" }, { id: "wamid.B2" }, { id: "wamid.B3" }]],
    [
      "heardAll",
      number.structure,
      account,
      [{ networkId: "wamid.OUT1" }, { networkId: "wamid.OUT2" }],
    ],
  ]);
});

test("what tells who somebody is keeps its place among the messages", async () => {
  const { taken, post } = openDoor();
  const [batch, moved, again] = ["batch", "number-changed", "text"].map((name) =>
    JSON.parse(recorded(name)),
  );
  const body = JSON.stringify({ entry: [...batch.entry, ...moved.entry, ...again.entry] });
  expect((await post(body, signatureOf(body, secret))).status).toBe(200);
  expect(taken.map(([what]) => what)).toEqual(["receiveAll", "moved", "receiveAll", "heardAll"]);
});

test("200 is said only once the message is stored", async () => {
  let store: (() => void) | null = null;
  const receiveAll = () => new Promise<void>((resolve) => (store = resolve));
  const { post } = openDoor({ receiveAll });
  let answered = false;
  const response = Promise.resolve(post(bonjour, signatureOf(bonjour, secret))).then((given) => {
    answered = true;
    return given;
  });
  while (store === null) await new Promise((resolve) => setImmediate(resolve));
  expect(answered).toBe(false);
  (store as () => void)();
  expect((await response).status).toBe(200);
});

test("a store that fails is no 200: Meta will come again; seen before is a 200", async () => {
  const broken = openDoor({
    async receiveAll() {
      throw new Error("the disk is full");
    },
  });
  expect((await broken.post(bonjour, signatureOf(bonjour, secret))).status).toBe(503);
  const seen = openDoor({ receiveAll: async () => ["seen"] });
  expect((await seen.post(bonjour, signatureOf(bonjour, secret))).status).toBe(200);
});
