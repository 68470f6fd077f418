import { second } from "../base/time.ts";
import type { Delivery } from "./channel.ts";
import { branchAt, wordAt } from "./json-tree.ts";

/** Asks to wait: calls of the app, of the account, of the number, spam, one person, registrations. */
const busy: ReadonlySet<number> = new Set([4, 80_007, 130_429, 131_048, 131_056, 133_016]);
/** More than 24 hours since the person last wrote. */
export const windowClosed = 131_047;
/** Not on WhatsApp, gone, or takes nothing from us; the network does not say which. */
export const undeliverable = 131_026;

/** What an answer of the Graph API means for the message, by its code; titles change and are not read. */
export function cloudMood(response: Pick<Response, "status" | "headers">, body: unknown): Delivery {
  const { status, headers } = response;
  if (status >= 200 && status < 300) {
    return { outcome: "delivered", networkId: networkIdOf(body) };
  }
  const code = cloudCode(body);
  const why = String(code ?? status);
  if (code === windowClosed) return { outcome: "windowClosed", why };
  if (code === undeliverable) return { outcome: "unreachable", why };
  const isBusy = (code !== null && busy.has(code)) || status === 429 || status >= 500;
  return isBusy
    ? { outcome: "tryLater", afterMilliseconds: retryAfter(headers), why }
    : { outcome: "refused", why };
}

/** The code of an error of the Graph API; null when it says none. */
export function cloudCode(body: unknown): number | null {
  const code = Number(wordAt(body, "error", "code"));
  return Number.isInteger(code) ? code : null;
}

/** An accepted message whose id cannot be read is accepted all the same: it must not leave twice. */
function networkIdOf(body: unknown): string | null {
  return wordAt(branchAt(body, "messages"), "0", "id") ?? null;
}

function retryAfter(headers: Headers): number | null {
  const seconds = headers.get("retry-after")?.trim() ?? "";
  return /^\d{1,6}$/.test(seconds) ? Number(seconds) * second : null;
}
