import { webcrypto } from "node:crypto";
import { expect, test } from "vitest";
import type { Notice } from "../../src/channels/bells.ts";
import { isKnownCarrier, readSubscription } from "../../src/channels/push-subscription.ts";
import { webPush } from "../../src/channels/web-push.ts";

const { subtle } = webcrypto;
const curve = { name: "ECDH", namedCurve: "P-256" } as const;
const base64url = (bytes: ArrayBuffer | Uint8Array) =>
  Buffer.from(bytes as Uint8Array).toString("base64url");
const notice: Notice = {
  title: "Nouveau message",
  body: "Tu as un nouveau message. Ouvre la page pour le lire.",
  link: "https://trousseau.exemple/",
  about: "message",
  stop: null,
};

/** A browser of ours: it has keys, and can open what is sealed for it. */
async function browser(endpoint = "https://fcm.googleapis.com/fcm/send/abc") {
  const keys = (await subtle.generateKey(curve, true, ["deriveBits"])) as CryptoKeyPair;
  const point = await subtle.exportKey("raw", keys.publicKey);
  const secret = webcrypto.getRandomValues(new Uint8Array(16));
  return {
    target: JSON.stringify({
      endpoint,
      keys: { p256dh: base64url(point), auth: base64url(secret) },
    }),
    open: (body: Uint8Array) => opened(body, keys, new Uint8Array(point), secret),
  };
}

/** What RFC 8291 and RFC 8188 say of opening it, written from them: one record. */
async function opened(body: Uint8Array, own: CryptoKeyPair, point: Uint8Array, secret: Uint8Array) {
  const salt = body.slice(0, 16);
  const length = body[20] ?? 0;
  const sender = body.slice(21, 21 + length);
  const sealed = body.slice(21 + length);
  const theirs = await subtle.importKey("raw", sender, curve, false, []);
  const shared = await subtle.deriveBits({ name: "ECDH", public: theirs }, own.privateKey, 256);
  const info = (name: string) => new TextEncoder().encode(`${name}\0`);
  const derive = async (key: ArrayBuffer, saltOf: Uint8Array, about: Uint8Array, bytes: number) =>
    subtle.deriveBits(
      { name: "HKDF", hash: "SHA-256", salt: saltOf, info: about },
      await subtle.importKey("raw", key, "HKDF", false, ["deriveBits"]),
      bytes * 8,
    );
  const about = Buffer.concat([info("WebPush: info"), point, sender]);
  const material = await derive(shared, secret, about, 32);
  const key = await derive(material, salt, info("Content-Encoding: aes128gcm"), 16);
  const iv = await derive(material, salt, info("Content-Encoding: nonce"), 12);
  const plain = await subtle.decrypt(
    { name: "AES-GCM", iv },
    await subtle.importKey("raw", key, "AES-GCM", false, ["decrypt"]),
    sealed,
  );
  // the last record ends with a 2, then zeros
  const text = Buffer.from(plain);
  return JSON.parse(text.subarray(0, text.lastIndexOf(2)).toString());
}

async function signing() {
  const pair = (await subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, [
    "sign",
    "verify",
  ])) as CryptoKeyPair;
  const { d = "" } = await subtle.exportKey("jwk", pair.privateKey);
  const publicKey = base64url(await subtle.exportKey("raw", pair.publicKey));
  return { pair, publicKey, privateKey: d };
}

interface Request {
  readonly url: string;
  readonly init: RequestInit;
}

async function ringing(answer: () => Response | Promise<Response>) {
  const requests: Request[] = [];
  const keys = await signing();
  const ringer = webPush({
    ...keys,
    subject: "https://trousseau.exemple",
    fetch: async (url, init) => {
      requests.push({ url: String(url), init: init ?? {} });
      return answer();
    },
  });
  return { ringer, requests, keys };
}

test("what is sent can be opened by that browser alone, and says what the notice says", async () => {
  const [one, other] = [await browser(), await browser()];
  const { ringer, requests } = await ringing(() => new Response(null, { status: 201 }));
  expect(await ringer.ring(one.target, notice)).toEqual({ outcome: "rung" });
  const [request] = requests;
  const body = request?.init.body as Uint8Array;
  const { title, body: words, link, about } = notice;
  expect(await one.open(body)).toEqual({ title, body: words, link, about });
  await expect(other.open(body)).rejects.toThrow();
  expect(Buffer.from(body).includes("message")).toBe(false);
  expect(request?.init.redirect).toBe("error");
});

test("it is signed with our key, for that host alone and for a day at most", async () => {
  const { target } = await browser();
  const { ringer, requests, keys } = await ringing(() => new Response(null, { status: 201 }));
  await ringer.ring(target, notice);
  const authorization = new Headers(requests[0]?.init.headers).get("authorization") ?? "";
  const [, token = "", key] = /^vapid t=([^,]+), k=(.+)$/.exec(authorization) ?? [];
  expect(key).toBe(keys.publicKey);
  const [head, claims, signature] = token.split(".");
  const isOurs = await subtle.verify(
    { name: "ECDSA", hash: "SHA-256" },
    keys.pair.publicKey,
    Buffer.from(signature ?? "", "base64url"),
    Buffer.from(`${head}.${claims}`),
  );
  expect(isOurs).toBe(true);
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims ?? "", "base64url").toString());
  expect([aud, sub]).toEqual(["https://fcm.googleapis.com", "https://trousseau.exemple"]);
  expect(exp * 1_000 - Date.now()).toBeLessThan(24 * 60 * 60 * 1_000);
});

test.each([
  [201, "rung"],
  [404, "gone"],
  [410, "gone"],
  [429, "tryLater"],
  [503, "tryLater"],
  [400, "refused"],
  [413, "refused"],
])("a carrier that answers %i: %s", async (status, outcome) => {
  const { target } = await browser();
  const { ringer } = await ringing(() => new Response(null, { status }));
  expect((await ringer.ring(target, notice)).outcome).toBe(outcome);
});

test("a key that is no point of the curve is nobody's: it rings nowhere, and nothing breaks", async () => {
  const endpoint = "https://fcm.googleapis.com/fcm/send/abc";
  const keys = { p256dh: `B${"A".repeat(86)}`, auth: "A".repeat(22) };
  const { ringer, requests } = await ringing(() => new Response(null, { status: 201 }));
  const target = JSON.stringify({ endpoint, keys });
  expect(await ringer.ring(target, notice)).toEqual({ outcome: "refused", why: "no such key" });
  expect(requests).toEqual([]);
});

test("a carrier that does not answer is asked again later, and its address is in no word of ours", async () => {
  const { target } = await browser();
  const { ringer } = await ringing(() => {
    throw new TypeError("fetch failed for https://fcm.googleapis.com/fcm/send/abc");
  });
  expect(await ringer.ring(target, notice)).toEqual({ outcome: "tryLater", why: "TypeError" });
});

test.each([
  "http://fcm.googleapis.com/fcm/send/abc",
  "https://127.0.0.1/fcm",
  "https://169.254.169.254/latest/meta-data",
  "https://fcm.googleapis.com.attaquant.exemple/x",
  "https://attaquant.exemple/fcm.googleapis.com",
  "https://user@attaquant.exemple/",
  "https://fcm.googleapis.com:8443/x",
  "file:///etc/passwd",
])("nobody makes us knock at %s", async (endpoint) => {
  const { target } = await browser(endpoint);
  expect(readSubscription(JSON.parse(target), isKnownCarrier)).toBeNull();
  const { ringer, requests } = await ringing(() => new Response(null, { status: 201 }));
  expect((await ringer.ring(target, notice)).outcome).toBe("gone");
  expect(requests).toEqual([]);
});

test.each([
  "https://updates.push.services.mozilla.com/wpush/v2/abc",
  "https://web.push.apple.com/abc",
  "https://wns2-par02p.notify.windows.com/w/?token=abc",
])("the makers of browsers are known: %s", async (endpoint) => {
  const { target } = await browser(endpoint);
  expect(readSubscription(JSON.parse(target), isKnownCarrier)).not.toBeNull();
});

test.each([null, 3, "x", {}, { endpoint: "https://fcm.googleapis.com/a" }, []])(
  "%j is no browser that agreed",
  (given) => {
    expect(readSubscription(given, isKnownCarrier)).toBeNull();
  },
);
