import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Client } from "whatsapp-web.js";
import type { NetworkStatus, PhoneWords } from "../../src/channels/channel.ts";
import type { WebStanding } from "../../src/channels/whatsapp-web-state.ts";
import { linkPhones, type WhatsAppWebConnection } from "../../src/node/whatsapp-web.ts";
import { type OpenClient, openClient } from "../../src/node/whatsapp-web-library.ts";
import type { WatchLimits } from "../../src/node/whatsapp-web-watch.ts";
import { type HouseUnderTest, openHouse } from "../channels/house-under-test.ts";
import { settingsWith } from "../world.ts";

const chrome = "/usr/bin/chromium";
/** Whether there is a browser to test with. */
export const hasChrome = existsSync(chrome);

const page = {
  version: "stand-in",
  path: fileURLToPath(new URL("./whatsapp-page", import.meta.url)),
};

/** One message the page's phone sent. */
export interface SentByPhone {
  readonly chat: string;
  readonly text: string;
  readonly id: string;
}

/** The real house, the real library and a real browser, on a page that stands in for WhatsApp Web. */
export interface LinkedPhone {
  readonly under: HouseUnderTest;
  readonly folder: string;
  readonly connection: WhatsAppWebConnection;
  readonly standings: readonly WebStanding[];
  readonly statuses: readonly NetworkStatus[];
  readonly typed: readonly PhoneWords[];
  readonly failures: readonly unknown[];
  /** Pauses asked for, in milliseconds, save the long ones that only guard. */
  readonly pauses: readonly number[];
  client(): Client;
  /** Runs something in the page. */
  inPage<T>(work: string): Promise<T>;
  /** The messages the phone sent, once there are as many. */
  sent(count: number): Promise<readonly SentByPhone[]>;
  /** Resolves once it stood like that, now or before. */
  stood(fits: (standing: WebStanding) => boolean): Promise<void>;
  /** Resolves at the next standing that fits (or the present one). */
  standing(fits: (standing: WebStanding) => boolean): Promise<WebStanding>;
  /** Resolves once something is true of what was kept here. */
  until(holds: () => boolean): Promise<void>;
  /** Processes of a browser that has this session open. */
  browsers(): readonly number[];
  /** The same, once the system has cleared away those that were ended. */
  browsersLeft(): Promise<readonly number[]>;
  stop(): Promise<void>;
}

export interface LinkedOptions {
  readonly folder?: string;
  readonly under?: HouseUnderTest;
  /** False: WhatsApp's own address, which no name leads to. */
  readonly onStandIn?: boolean;
  readonly chromePath?: string;
  readonly limits?: WatchLimits;
  /** Instead of the usual waiting: short pauses pass at once, long ones never do. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** Pauses of the pace and after a failure pass at once; what only guards against silence never ends. */
const longestPause = 8_000;

export async function linkPhone(options: LinkedOptions = {}): Promise<LinkedPhone> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), "linked-phone-"));
  const under = options.under ?? (await openHouse());
  const clients: Client[] = [];
  const standings: WebStanding[] = [];
  const statuses: NetworkStatus[] = [];
  const typed: PhoneWords[] = [];
  const failures: unknown[] = [];
  const pauses: number[] = [];
  const watchers = new Set<() => void>();
  const keep = <T>(list: T[], one: T) => {
    list.push(one);
    for (const look of watchers) look();
  };
  const until = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!holds()) return;
        watchers.delete(look);
        resolve();
      };
      watchers.add(look);
      look();
    });
  const open: OpenClient = async (wish) => {
    const { onStandIn = true } = options;
    const client = await openClient({ ...wish, ...(onStandIn ? { page } : {}) });
    if (!onStandIn) loseNames(client);
    clients.push(client);
    return client;
  };
  const passing = (milliseconds: number, signal: AbortSignal) => {
    if (milliseconds <= longestPause) {
      keep(pauses, milliseconds);
      return Promise.resolve();
    }
    return new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener("abort", () => resolve());
    });
  };
  const [connection] = linkPhones({
    house: {
      ...under.house,
      async heard(slug, account, status) {
        await under.house.heard(slug, account, status);
        keep(statuses, status);
      },
      async spokenOnPhone(slug, channel, account, words) {
        const outcome = await under.house.spokenOnPhone(slug, channel, account, words);
        keep(typed, words);
        return outcome;
      },
    },
    settings: settingsWith({
      DATABASE_URL: `file:${folder}/trousseau.db`,
      WHATSAPP_WEB: "on",
      CHROME_PATH: options.chromePath ?? chrome,
    }),
    failed: (_, error) => keep(failures, error),
    changed: (_, standing) => keep(standings, standing),
    wait: options.wait ?? passing,
    chance: () => 0.5,
    open,
    ...(options.limits ? { limits: options.limits } : {}),
  });
  if (!connection) throw new Error("nothing is linked");
  const client = () => {
    const last = clients.at(-1);
    if (!last) throw new Error("no browser was opened");
    return last;
  };
  const inPage = async <T>(work: string) => (await client().pupPage?.evaluate(work)) as T;
  const browsers = () => processesWith(join(folder, "whatsapp-web"));
  return {
    ...{ under, folder, connection, standings, statuses, typed, failures, pauses, until },
    client,
    inPage,
    sent: (count) => inPage(`standIn.whenSent(${count})`),
    stood: (fits) => until(() => standings.some(fits)),
    async standing(fits) {
      await until(() => fits(connection.state()));
      return connection.state();
    },
    browsers,
    async browsersLeft() {
      for (let look = 0; look < 500 && browsers().length > 0; look++) await setImmediate();
      return browsers();
    },
    stop: () => connection.stop(),
  };
}

/** The browser finds no address any more, as on a machine without a network. */
function loseNames(client: Client): void {
  if (!("options" in client)) throw new Error("the library keeps its options elsewhere");
  const options = client.options as { puppeteer: { args: string[] } };
  options.puppeteer.args.push("--host-resolver-rules=MAP * ~NOTFOUND");
}

/** Clears what a test left on the disk. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 4 });
}

function processesWith(text: string): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(text);
      } catch {
        return false; // it ended meanwhile
      }
    });
}
