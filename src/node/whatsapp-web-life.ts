import type { Client } from "whatsapp-web.js";
import { minute, second } from "../base/time.ts";
import type { WebMessage } from "../channels/whatsapp-web-message.ts";
import { troubleOf, type WebTrouble } from "../channels/whatsapp-web-state.ts";
import type { BrowserWish, OpenClient } from "./whatsapp-web-library.ts";
import { type BrowserPage, inTime, pageOf, type Wait } from "./whatsapp-web-page.ts";
import { type Vigil, watchOver } from "./whatsapp-web-watch.ts";

/** What one life of a browser tells of. */
export interface LifeEvents {
  qr(code: string): void;
  authenticated(): void;
  ready(account: string, page: BrowserPage): void;
  message(message: WebMessage): void;
  edited(message: WebMessage, text: string, before: string): void;
  /** Somebody has another number: the id they had, and the notice of it. */
  moved(from: string, notice: WebMessage): void;
  ack(message: WebMessage, ack: number): void;
}

export interface Life {
  readonly open: OpenClient;
  readonly wish: Omit<BrowserWish, "isWanted" | "broke">;
  readonly events: LifeEvents;
  readonly wait: Wait;
  readonly vigil: Vigil;
  /** Given when it has to end. */
  readonly signal: AbortSignal;
  /** Told of what the library broke, by itself. */
  failed(error: unknown): void;
}

/** From the start to the first sign of WhatsApp, and from the scan until messages come, in milliseconds. */
const startWithin = 2 * minute;
const readyWithin = 3 * minute;
const closeWithin = 10 * second;

/**
 * Opens a browser, drives it until something ends it, and closes it: whatever happened, none of its
 * processes is left when this returns. Gives why it ended.
 */
export async function liveOnce(life: Life): Promise<WebTrouble> {
  const ended = Promise.withResolvers<WebTrouble>();
  const over = new AbortController();
  const end = (why: WebTrouble) => ended.resolve(why);
  life.signal.addEventListener("abort", () => end("stopped"), { signal: over.signal });
  if (life.signal.aborted) return "stopped";
  const client = await life.open({
    ...life.wish,
    isWanted: () => !over.signal.aborted,
    broke(error) {
      life.failed(error);
      end(troubleOf(error));
    },
  });
  const deadline = deadlines(life.wait, over.signal, end);
  listen(client, life, deadline, end);
  deadline(startWithin, "timeout");
  const starting = client.initialize().catch((reason: unknown) => {
    if (over.signal.aborted) return;
    life.failed(reason);
    end(troubleOf(reason));
  });
  const watching = watchOver({ client, ...life, signal: over.signal, end });
  try {
    return await ended.promise;
  } finally {
    over.abort();
    // a browser that is only just starting is closed once it has started
    if (!client.pupBrowser) await starting;
    await close(client, life.wait);
    await watching;
  }
}

type Deadline = (milliseconds: number, why: WebTrouble) => void;

/** One deadline at a time: a new one puts the last out of force, and one of zero is none. */
function deadlines(wait: Wait, over: AbortSignal, end: (why: WebTrouble) => void): Deadline {
  let current = new AbortController();
  over.addEventListener("abort", () => current.abort());
  return (milliseconds, why) => {
    current.abort();
    if (milliseconds === 0 || over.aborted) return;
    const mine = new AbortController();
    current = mine;
    void wait(milliseconds, mine.signal).then(() => {
      if (!mine.signal.aborted) end(why);
    });
  };
}

function listen(
  client: Client,
  { events, wait, vigil }: Life,
  deadline: Deadline,
  end: (why: WebTrouble) => void,
): void {
  client.on("qr", (code) => {
    deadline(0, "timeout");
    vigil.codeShown();
    events.qr(code);
  });
  client.on("authenticated", () => {
    deadline(readyWithin, "neverReady");
    // the code was used: asking for another one now would undo the pairing
    vigil.stirred();
    events.authenticated();
  });
  client.on("ready", () => {
    deadline(0, "neverReady");
    client.pupBrowser?.once("disconnected", () => end("browserGone"));
    events.ready(client.info.wid.user, pageOf(client, wait));
  });
  client.on("message_create", (message) => {
    vigil.stirred();
    events.message(message);
  });
  client.on("message_edit", (message, text, before) =>
    events.edited(message, String(text), String(before ?? "")),
  );
  client.on("contact_changed", (notice, from, _to, isPerson) => {
    if (isPerson.valueOf()) events.moved(String(from), notice);
  });
  client.on("message_ack", (message, ack) => events.ack(message, ack));
  client.on("auth_failure", () => end("refused"));
  client.on("disconnected", (reason) => end(troubleOf(reason)));
}

/**
 * Closes the browser, by force when it does not close by itself: it is given the time to write its
 * session down, which the library does not wait for.
 */
async function close(client: Client, wait: Wait): Promise<void> {
  const browser = client.pupBrowser?.process();
  const exit = new Promise<void>((resolve) => {
    if (!browser || browser.exitCode !== null || browser.signalCode !== null) resolve();
    browser?.once("exit", () => resolve());
  });
  await inTime(client.destroy(), closeWithin, wait).catch(() => undefined);
  await inTime(exit, closeWithin, wait).catch(() => browser?.kill("SIGKILL"));
  await exit;
  if (browser?.pid !== undefined) endGroup(browser.pid);
}

/** The browser leads a group of its own; what it left of it has nothing more to do. */
function endGroup(leader: number): void {
  try {
    process.kill(-leader, "SIGKILL");
  } catch {
    // nobody is left, as it should be
  }
}
