import { z } from "zod";

/** What a browser gives when it agrees to be rung (Push API). */
export interface PushSubscription {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/**
 * Who carries such rings: the makers of browsers. An address is asked for by us, so that an address of
 * anybody's choosing would make us knock wherever they like.
 */
const carriers =
  /^(?:fcm\.googleapis\.com|updates\.push\.services\.mozilla\.com|(?:[\w-]+\.)*push\.apple\.com|(?:[\w-]+\.)*notify\.windows\.com)$/;

const subscription = z.object({
  endpoint: z.url().max(1_000),
  // a point of P-256 and a secret of sixteen bytes, as base64url
  keys: z.object({
    p256dh: z.string().regex(/^B[A-Za-z0-9_-]{86}=?$/),
    auth: z.string().regex(/^[A-Za-z0-9_-]{22}={0,2}$/),
  }),
});

/** Whether a ring may be carried by that host. */
export type IsCarrier = (host: string) => boolean;

/** The hosts that browsers use. */
export const isKnownCarrier: IsCarrier = (host) => carriers.test(host);

/** Reads what a browser sent; null when it is no subscription, or of a host that we do not knock at. */
export function readSubscription(given: unknown, isCarrier: IsCarrier): PushSubscription | null {
  const parsed = subscription.safeParse(given);
  if (!parsed.success) return null;
  const { protocol, host } = new URL(parsed.data.endpoint);
  return protocol === "https:" && isCarrier(host) ? parsed.data : null;
}
