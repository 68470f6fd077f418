import {
  buildPushPayload,
  type PushSubscription as Subscription,
} from "@block65/webcrypto-web-push";
import type { Bell, Notice, Ringer, Rung } from "./bells.ts";
import { type IsCarrier, isKnownCarrier, readSubscription } from "./push-subscription.ts";

/** How rings of browsers are signed and carried. */
export interface WebPush {
  readonly publicKey: string;
  readonly privateKey: string;
  /** Whom a browser's maker may write to about it: the site's address. */
  readonly subject: string;
  readonly isCarrier?: IsCarrier;
  readonly fetch?: typeof fetch;
}

/** A ring that nobody could be given is let go after this, in seconds: the page shows it all the same. */
const keptFor = 24 * 60 * 60;
const patience = 10_000;

/**
 * Rings browsers by Web Push (RFC 8030), sealed for that browser alone (RFC 8291) and signed (RFC 8292).
 * 404 and 410 say that the browser agreed no more.
 */
export function webPush(settings: WebPush): Ringer & { readonly publicKey: string } {
  const { publicKey, privateKey, subject, isCarrier = isKnownCarrier } = settings;
  const send = settings.fetch ?? fetch;
  return {
    publicKey,
    async ring(target: Bell["target"], notice: Notice): Promise<Rung> {
      const subscription = readSubscription(JSON.parse(target), isCarrier);
      if (!subscription) return { outcome: "gone", why: "no such carrier" };
      const request = await sealed(subscription, notice, { publicKey, privateKey, subject });
      if (!request) return { outcome: "refused", why: "no such key" };
      try {
        const answer = await send(subscription.endpoint, {
          ...request,
          redirect: "error",
          signal: AbortSignal.timeout(patience),
        });
        await answer.body?.cancel();
        return meaning(answer.status);
      } catch (error) {
        // whatever a network does: the address in its words is a person's
        return { outcome: "tryLater", why: error instanceof Error ? error.name : "unknown" };
      }
    },
  };
}

/** The request, sealed for that browser; null when what it gave as its key is none. */
async function sealed(
  subscription: NonNullable<ReturnType<typeof readSubscription>>,
  { title, body, link, about }: Notice,
  own: Pick<WebPush, "publicKey" | "privateKey" | "subject">,
) {
  try {
    return await buildPushPayload(
      { data: { title, body, link, about }, options: { ttl: keptFor, urgency: "high" } },
      forLibrary(subscription),
      own,
    );
  } catch {
    // anybody may send anything that looks like a key; it is not forgotten, for the wrong one may be ours
    return null;
  }
}

function forLibrary({ endpoint, keys }: NonNullable<ReturnType<typeof readSubscription>>) {
  return { endpoint, keys, expirationTime: null } satisfies Subscription;
}

function meaning(status: number): Rung {
  if (status >= 200 && status < 300) return { outcome: "rung" };
  const why = `push ${status}`;
  if (status === 404 || status === 410) return { outcome: "gone", why };
  return { outcome: status === 429 || status >= 500 ? "tryLater" : "refused", why };
}
