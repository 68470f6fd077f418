import { mkdirSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, resolve } from "node:path";
import { type Instant, minute, second, systemClock } from "../base/time.ts";
import {
  backOff,
  type WebEvent,
  type WebState,
  type WebTrouble,
} from "../channels/whatsapp-web-state.ts";
import type { Linking, Phone } from "./whatsapp-web.ts";
import { findChrome } from "./whatsapp-web-chrome.ts";
import { openClient, profileOf } from "./whatsapp-web-library.ts";
import { type LifeEvents, liveOnce } from "./whatsapp-web-life.ts";
import { clearStaleLock } from "./whatsapp-web-lock.ts";
import type { Wait } from "./whatsapp-web-page.ts";
import { type Pairing, pairingIn } from "./whatsapp-web-pairing.ts";
import { vigil } from "./whatsapp-web-watch.ts";

/** What the lives of a phone's browser stand on, one life after the other. */
export interface Lives {
  readonly linking: Linking;
  readonly structure: string;
  readonly chromePath: string | null;
  readonly wait: Wait;
  readonly phone: Phone;
  readonly events: Omit<LifeEvents, "qr" | "authenticated">;
  readonly signal: AbortSignal;
  state(): WebState;
  tell(event: WebEvent): void;
}

/** A line that held this long was a good one: the next pause is short again. */
const goodLife = 10 * minute;
/** Ends that are no failure. */
const expected: ReadonlySet<WebTrouble> = new Set(["loggedOut", "memory", "codeExpired"]);
/** A process that gave no sign of life for this long is gone. */
const silentFor = 30 * second;

/** Opens the browser again and again, at growing pauses, until the signal is given. */
export async function keepLiving(lives: Lives): Promise<void> {
  const { linking, structure, phone, tell, wait, signal } = lives;
  const folder = resolve(dirname(linking.settings.databasePath), "whatsapp-web");
  const pairing = pairingIn(`${folder}/pairing-${structure}.json`);
  let failures = 0;
  while (!signal.aborted) {
    const begunAt = systemClock.now();
    const why = await oneLife(lives, folder, pairing).catch((error: unknown): WebTrouble => {
      linking.failed(structure, error);
      return "browserGone";
    });
    phone.page = null;
    tell({ kind: "ended", why });
    if (why === "loggedOut") forget(folder, structure, pairing, phone);
    const isGood = expected.has(why) || systemClock.now() - begunAt > goodLife;
    failures = isGood ? 0 : failures + 1;
    await wait(backOff(why, failures), signal);
  }
  tell({ kind: "ended", why: "stopped" });
}

async function oneLife(lives: Lives, folder: string, pairing: Pairing): Promise<WebTrouble> {
  const { linking, structure, wait, signal } = lives;
  const chrome = findChrome(lives.chromePath);
  if (chrome === null) return "noBrowser";
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = await clearStaleLock(profileOf({ folder, structure }), {
    host: hostname(),
    isHostAlive: (host) => isHostAlive(linking, host),
  });
  if (lock === "held") return "profileInUse";
  return liveOnce({
    open: linking.open ?? openClient,
    wish: { structure, folder, chrome },
    events: eventsOf(lives, pairing),
    vigil: vigil(linking.house.clock, linking.limits),
    failed: (error) => linking.failed(structure, error),
    ...{ wait, signal },
  });
}

function eventsOf({ linking, phone, events, tell, state }: Lives, pairing: Pairing): LifeEvents {
  const now = () => linking.house.clock.now();
  let scannedAt: Instant | null = null;
  return {
    ...events,
    qr: (qr) => tell({ kind: "qr", qr }),
    authenticated() {
      if (state() === "waitingForScan") scannedAt = now();
      tell({ kind: "authenticated" });
    },
    ready(account, page) {
      phone.pairedAt = pairing.of(account, scannedAt, now());
      scannedAt = null;
      events.ready(account, page);
      tell({ kind: "ready", account });
    },
  };
}

/** The phone was unlinked: its session opens nothing any more, and the next one is another pairing. */
function forget(folder: string, structure: string, pairing: Pairing, phone: Phone): void {
  rmSync(profileOf({ folder, structure }), { recursive: true, force: true, maxRetries: 4 });
  pairing.forget();
  phone.pairedAt = null;
}

async function isHostAlive({ house }: Linking, host: string): Promise<boolean> {
  const since = systemClock.now() - silentFor;
  const instances = await house.store.jobs.instances();
  return instances.some((one) => one.host === host && one.beatAt > since);
}
