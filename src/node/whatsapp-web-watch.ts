import type { Client } from "whatsapp-web.js";
import { type Clock, minute, second } from "../base/time.ts";
import type { WebTrouble } from "../channels/whatsapp-web-state.ts";
import { memoryOfTree } from "./whatsapp-web-memory.ts";
import { inTime, pageOf, type Wait } from "./whatsapp-web-page.ts";

/** What is known of a browser between two looks at it. */
export interface Vigil {
  /** A code to scan was shown just now. */
  codeShown(): void;
  /** The code was scanned, or a message came or went, just now. */
  stirred(): void;
  /** How long ago, in milliseconds; null when not in this life. */
  codeAge(): number | null;
  quietFor(): number;
  readonly limits: WatchLimits;
}

export interface WatchLimits {
  /** Bytes of the browser and all its processes above which it is started afresh, once it is quiet. */
  readonly memory: number;
  /** Milliseconds without a message that count as quiet. */
  readonly quiet: number;
}

/** A page that keeps conversations takes about one gigabyte and grows for days. */
const usualLimits: WatchLimits = { memory: 2 * 1024 ** 3, quiet: 5 * minute };

const lookEvery = 30 * second;
const answersWithin = 20 * second;
/** WhatsApp shows a new code every 20 to 60 seconds, then waits to be asked for one. */
const codeIsOld = 90 * second;
const codeIsDead = 4 * minute;
/** Looks at which the page gave no answer. */
const mostSilences = 3;

export function vigil(clock: Clock, limits: WatchLimits = usualLimits): Vigil {
  let codeAt: number | null = null;
  let stirredAt: number = clock.now();
  return {
    limits,
    codeShown() {
      codeAt = clock.now();
    },
    stirred() {
      codeAt = null;
      stirredAt = clock.now();
    },
    codeAge: () => (codeAt === null ? null : clock.now() - codeAt),
    quietFor: () => clock.now() - stirredAt,
  };
}

interface Watching {
  readonly client: Client;
  readonly vigil: Vigil;
  readonly wait: Wait;
  readonly signal: AbortSignal;
  end(why: WebTrouble): void;
}

/** Looks at the browser now and then until the signal is given; ends what has gone bad in silence. */
export async function watchOver(watching: Watching): Promise<void> {
  const { client, vigil, wait, signal, end } = watching;
  let silences = 0;
  for (;;) {
    await wait(lookEvery, signal);
    if (signal.aborted) return;
    const pid = client.pupBrowser?.process()?.pid;
    const memory = pid === undefined ? null : memoryOfTree(pid);
    if (memory !== null && memory > vigil.limits.memory && vigil.quietFor() > vigil.limits.quiet) {
      return end("memory");
    }
    if (!client.pupPage || !client.info) {
      await lookAtCode(watching);
      continue;
    }
    silences = (await answers(client, wait)) ? 0 : silences + 1;
    if (silences >= mostSilences) return end("browserGone");
  }
}

async function lookAtCode({ client, vigil, wait, end }: Watching): Promise<void> {
  const age = vigil.codeAge();
  if (age === null || age < codeIsOld) return;
  if (age > codeIsDead) return end("codeExpired");
  await pageOf(client, wait)
    .renewCode()
    .catch(() => undefined);
}

/** Whether the page still answers at all: a line to WhatsApp that is down for a while is its own affair. */
async function answers(client: Client, wait: Wait): Promise<boolean> {
  return inTime(client.getState(), answersWithin, wait).then(
    () => true,
    () => false,
  );
}
