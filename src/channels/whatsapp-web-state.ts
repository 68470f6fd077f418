import { type Instant, minute, second } from "../base/time.ts";

/** How the phone that is linked by WhatsApp Web stands. */
export type WebState = "waitingForScan" | "authenticated" | "ready" | "disconnected";

/** Why it is disconnected; `starting` until anything is known. Each has its words on the desk. */
export const webTroubles = [
  "starting",
  "stopped",
  "noBrowser",
  "profileInUse",
  "unreachable",
  "timeout",
  "neverReady",
  "codeExpired",
  "refused",
  "loggedOut",
  "conflict",
  "blocked",
  "outdated",
  "browserGone",
  "memory",
] as const;
export type WebTrouble = (typeof webTroubles)[number];

export interface WebStanding {
  readonly state: WebState;
  /** Since when it is in this state, or in this trouble. */
  readonly since: Instant;
  /** What the phone has to scan; a secret, for administrators alone. */
  readonly qr: string | null;
  /** The number that is linked, digits alone. */
  readonly account: string | null;
  readonly why: WebTrouble | null;
}

/** What happens to it. */
export type WebEvent =
  | { readonly kind: "qr"; readonly qr: string }
  | { readonly kind: "authenticated" }
  | { readonly kind: "ready"; readonly account: string }
  | { readonly kind: "ended"; readonly why: WebTrouble };

/** Before anything happened. */
export function notYetConnected(now: Instant): WebStanding {
  return { state: "disconnected", since: now, qr: null, account: null, why: "starting" };
}

/** The standing after an event; a new code for the same scan does not make the wait any younger. */
export function standingAfter(before: WebStanding, event: WebEvent, now: Instant): WebStanding {
  const next = told(before, event);
  const isSame = next.state === before.state && next.why === before.why;
  return { ...next, since: isSame ? before.since : now };
}

function told(before: WebStanding, event: WebEvent): Omit<WebStanding, "since"> {
  switch (event.kind) {
    case "qr":
      return { state: "waitingForScan", qr: event.qr, account: null, why: null };
    case "authenticated":
      return { state: "authenticated", qr: null, account: before.account, why: null };
    case "ready":
      return { state: "ready", qr: null, account: event.account, why: null };
    case "ended":
      return { state: "disconnected", qr: null, account: before.account, why: event.why };
  }
}

const signs: readonly (readonly [RegExp, WebTrouble])[] = [
  [/not found at the configured executablePath|could not find chrom|spawn .*ENOENT/i, "noBrowser"],
  [/already running for|SingletonLock|profile appears to be in use/i, "profileInUse"],
  [/net::ERR_/, "unreachable"],
  [/^LOGOUT$|^UNPAIRED(_IDLE)?$/, "loggedOut"],
  [/^CONFLICT$/, "conflict"],
  [/TOS_BLOCK$|^PROXYBLOCK$/, "blocked"],
  [/^DEPRECATED_VERSION$/, "outdated"],
  [/auth timeout|ready timeout|timed out/i, "timeout"],
];

/** The trouble behind what the library throws (an error, or a bare string) or gives as a reason. */
export function troubleOf(reason: unknown): WebTrouble {
  const text = reason instanceof Error ? reason.message : String(reason);
  return signs.find(([sign]) => sign.test(text))?.[1] ?? "browserGone";
}

/** What asking again soon does not change, or makes worse. */
const slow: ReadonlySet<WebTrouble> = new Set(["blocked", "outdated", "conflict"]);
const shortest = 5 * second;
const longest = 10 * minute;

/** How long before the next try, in milliseconds, after so many failures one after the other. */
export function backOff(why: WebTrouble, failures: number): number {
  return slow.has(why) ? longest : Math.min(longest, shortest * 2 ** Math.max(0, failures - 1));
}
