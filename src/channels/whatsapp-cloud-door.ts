import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Address, Message } from "../base/message.ts";
import type { Clock, Instant } from "../base/time.ts";
import type { NetworkStatus, PhoneWords } from "./channel.ts";
import { sameSecret } from "./same-secret.ts";
import { type Gathered, gathered } from "./whatsapp-cloud-gathered.ts";
import { isSigned } from "./whatsapp-cloud-signature.ts";
import { type CloudEvent, readWebhook } from "./whatsapp-cloud-webhook.ts";

/** A structure's number, and what proves that a webhook is Meta's. */
export interface CloudNumber {
  readonly structure: string;
  /** The phone number id. */
  readonly account: string;
  readonly appSecret: string;
  readonly verifyToken: string;
}

/** What the door needs of the house. */
export interface CloudHouse {
  readonly clock: Clock;
  /** Stores them all, or throws: then they come again. */
  receiveAll(structure: string, messages: readonly Message[]): Promise<unknown>;
  heardAll(
    structure: string,
    account: string,
    statuses: readonly NetworkStatus[],
  ): Promise<unknown>;
  spokenOnPhone(
    structure: string,
    channel: "whatsapp",
    account: string,
    words: PhoneWords,
  ): Promise<unknown>;
  moved(structure: string, address: Address, at: Instant): Promise<unknown>;
}

const mebibyte = 1024 * 1024;

/**
 * The one webhook of all numbers. The signature is checked over the raw body before anything is read of
 * it; 200 is said once all it tells is safely stored, or is of no number of ours.
 */
export function whatsappCloudRoutes(house: CloudHouse, numbers: readonly CloudNumber[]): Hono {
  const app = new Hono();
  const refusal = (context: Context, code: string, status: 400 | 401 | 413) =>
    context.json({ error: { code } }, status);
  app.get("/", (context) => {
    const token = context.req.query("hub.verify_token");
    // every number's is compared, so that the time tells nothing
    const known = numbers.filter(({ verifyToken }) => sameSecret(token, verifyToken));
    const isAsked = context.req.query("hub.mode") === "subscribe";
    const challenge = context.req.query("hub.challenge");
    return isAsked && known.length > 0 && challenge
      ? context.text(challenge)
      : context.json({ error: { code: "forbidden" } }, 403);
  });
  app.use("/", async (context, next) => {
    // without a signature the body is not even read
    const isShaped = /^sha256=[0-9a-f]{64}$/.test(signatureOf(context));
    return isShaped ? next() : refusal(context, "unauthorised", 401);
  });
  const onError = (context: Context) => refusal(context, "too_large", 413);
  app.post("/", bodyLimit({ maxSize: mebibyte, onError }), async (context) => {
    const body = new Uint8Array(await context.req.arrayBuffer());
    const ours = await signedFor(numbers, body, signatureOf(context));
    if (ours.length === 0) return refusal(context, "unauthorised", 401);
    const webhook = parse(body);
    if (webhook === null) return refusal(context, "malformed", 400);
    const events = readWebhook(webhook, house.clock.now());
    // one structure's secret says nothing of another's number
    const isForeign = ({ account }: CloudEvent) => has(numbers, account) && !has(ours, account);
    if (events.some(isForeign)) return refusal(context, "unauthorised", 401);
    for (const one of gathered(events)) await take(house, ours, one);
    return context.json({ ok: true });
  });
  return app;
}

function signatureOf(context: Context): string {
  return context.req.header("x-hub-signature-256") ?? "";
}

function has(numbers: readonly CloudNumber[], account: string): boolean {
  return numbers.some((number) => number.account === account);
}

/** The numbers whose secret signed this body: several may share one. */
async function signedFor(
  numbers: readonly CloudNumber[],
  body: Uint8Array<ArrayBuffer>,
  header: string,
): Promise<readonly CloudNumber[]> {
  const secrets = new Set(numbers.map(({ appSecret }) => appSecret));
  const signed = new Set<string>();
  for (const secret of secrets) if (await isSigned(body, header, secret)) signed.add(secret);
  return numbers.filter(({ appSecret }) => signed.has(appSecret));
}

async function take(
  house: CloudHouse,
  numbers: readonly CloudNumber[],
  events: Gathered,
): Promise<void> {
  const { account } = events;
  const structure = numbers.find((number) => number.account === account)?.structure;
  if (structure === undefined) return;
  switch (events.kind) {
    case "messages": {
      // what one webhook brings in another order was written in this one
      const inOrder = events.messages.toSorted((one, other) => one.at - other.at);
      await house.receiveAll(structure, inOrder);
      return;
    }
    case "statuses":
      await house.heardAll(structure, account, events.statuses);
      return;
    case "phone":
      await house.spokenOnPhone(structure, "whatsapp", account, events.words);
      return;
    case "moved":
      await house.moved(
        structure,
        { channel: "whatsapp", account, address: events.address },
        events.at,
      );
  }
}

/** The object of a body, or null when it is none. */
function parse(body: Uint8Array): object | null {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(body));
    return typeof json === "object" && json !== null && !Array.isArray(json) ? json : null;
  } catch {
    return null;
  }
}
