import { setTimeout as pause } from "node:timers/promises";
import type { Trousseau } from "../assemble.ts";
import { whatsAppWebChannel } from "../channels/whatsapp-web.ts";
import {
  takeWebAck,
  takeWebEdit,
  takeWebMessage,
  takeWebMove,
  type WebDoor,
} from "../channels/whatsapp-web-door.ts";
import { ownWords } from "../channels/whatsapp-web-own.ts";
import {
  notYetConnected,
  standingAfter,
  type WebEvent,
  type WebStanding,
} from "../channels/whatsapp-web-state.ts";
import type { Settings } from "../settings.ts";
import { putOnCallList } from "../store/call-list.ts";
import { lastHeardAt } from "../store/last-heard-at.ts";
import { idsKnownBy } from "./whatsapp-web-ids.ts";
import type { OpenClient } from "./whatsapp-web-library.ts";
import type { LifeEvents } from "./whatsapp-web-life.ts";
import { keepLiving } from "./whatsapp-web-lives.ts";
import type { BrowserPage, UnreadChat, Wait } from "./whatsapp-web-page.ts";
import { scanUnread } from "./whatsapp-web-scan.ts";
import type { WatchLimits } from "./whatsapp-web-watch.ts";

/** One structure's phone, linked by WhatsApp Web. */
export interface WhatsAppWebConnection {
  readonly structure: string;
  /** For administrators: the code to scan is a secret while it lasts. */
  state(): WebStanding;
  /** Closes the browser, and resolves once what was received is stored. */
  stop(): Promise<void>;
}

/** What linking a phone stands on. */
export interface Linking {
  readonly house: Pick<
    Trousseau,
    "connect" | "receive" | "heard" | "spokenOnPhone" | "moved" | "clock" | "store"
  >;
  readonly settings: Pick<Settings, "structures" | "whatsappWebOf" | "databasePath">;
  failed(structure: string, error: unknown): void;
  /** Told of each change of a phone's standing. */
  changed?(structure: string, standing: WebStanding): void;
  readonly wait?: Wait;
  chance?(): number;
  readonly open?: OpenClient;
  readonly limits?: WatchLimits;
}

const patiently: Wait = (milliseconds, signal) =>
  pause(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);

/** Links the phone of each structure that wants it; network troubles never stop the start. */
export function linkPhones(linking: Linking): readonly WhatsAppWebConnection[] {
  const { structures, whatsappWebOf } = linking.settings;
  return structures.flatMap((structure) => {
    const wanted = whatsappWebOf.get(structure);
    return wanted ? [linkPhone(linking, structure, wanted.chromePath)] : [];
  });
}

function linkPhone(
  linking: Linking,
  structure: string,
  chromePath: string | null,
): WhatsAppWebConnection {
  const { house, wait = patiently, chance = Math.random } = linking;
  const stopping = new AbortController();
  const phone: Phone = { page: null, pairedAt: null };
  let standing = notYetConnected(house.clock.now());
  const tell = (event: WebEvent) => {
    standing = standingAfter(standing, event, house.clock.now());
    linking.changed?.(structure, standing);
  };
  const own = ownWords();
  const door = doorOf(linking, structure, phone, own);
  const failed = (error: unknown) => linking.failed(structure, error);
  const inbox = oneAfterTheOther(failed);
  house.connect(
    whatsAppWebChannel({
      ...{ account: structure, clock: house.clock, own, chance },
      page: () => phone.page,
      lastHeardAt: (conversation) => lastHeardAt(house.store.database, conversation),
      haveCalled: (conversation) =>
        putOnCallList(house.store.database, conversation, house.clock.now()),
      wait: (milliseconds) => wait(milliseconds, stopping.signal),
    }),
  );
  const living = keepLiving({
    ...{ linking, structure, chromePath, wait, phone, tell },
    signal: stopping.signal,
    state: () => standing.state,
    events: eventsInto({ take: inbox.take, door, phone, wait, failed }),
  });
  return {
    structure,
    state: () => standing,
    async stop() {
      stopping.abort();
      await living;
      await inbox.emptied();
    },
  };
}

/** What is true of the phone at this moment. */
export interface Phone {
  page: BrowserPage | null;
  pairedAt: WebDoorInstant;
}
type WebDoorInstant = ReturnType<WebDoor["pairedAt"]>;

function doorOf(linking: Linking, structure: string, phone: Phone, own: WebDoor["own"]): WebDoor {
  const { house } = linking;
  return {
    ...{ account: structure, clock: house.clock, own },
    pairedAt: () => phone.pairedAt,
    isKnown: async (address) =>
      (await house.store.conversations.conversationOf(structure, address)) !== null,
    otherIds: idsKnownBy(() => phone.page, house.clock),
    receive: (message) => house.receive(structure, message),
    spokenOnPhone: (words) => house.spokenOnPhone(structure, "whatsapp-web", structure, words),
    heard: (status) => house.heard(structure, structure, status),
    moved: (address, at) => house.moved(structure, address, at),
  };
}

type Take = (work: () => Promise<unknown>) => void;

interface Inbox {
  readonly take: Take;
  readonly door: WebDoor;
  readonly phone: Phone;
  readonly wait: Wait;
  failed(error: unknown): void;
}

/** Everything that comes in goes through one door, one after the other: order is kept. */
function eventsInto(inbox: Inbox): Omit<LifeEvents, "qr" | "authenticated"> {
  const { take, door, phone } = inbox;
  return {
    ready: (_, page) => {
      phone.page = page;
      take(async () => scanFrom(inbox, page, await page.unreadChats()));
    },
    message: (message) => take(() => takeWebMessage(door, message)),
    edited: (message, text, before) => take(() => takeWebEdit(door, message, text, before)),
    moved: (from, message) => take(() => takeWebMove(door, from, message)),
    ack: (message, ack) => take(() => takeWebAck(door, message, ack)),
  };
}

/** What one look had no time for is read after what came in meanwhile, while the page is the same. */
async function scanFrom(inbox: Inbox, page: BrowserPage, chats: readonly UnreadChat[]) {
  const left = await scanUnread({ ...inbox, page }, chats);
  if (left.length > 0 && inbox.phone.page === page) {
    inbox.take(() => scanFrom(inbox, page, left));
  }
}

function oneAfterTheOther(failed: (error: unknown) => void) {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    take(work: () => Promise<unknown>): void {
      tail = tail.then(work).catch(failed);
    },
    emptied: () => tail,
  };
}
