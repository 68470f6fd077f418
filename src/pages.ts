import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import flowList from "../flows/index.ts";
import { handBack } from "./answering/hand-back.ts";
import type { Trousseau } from "./assemble.ts";
import type { ConversationId } from "./base/ids.ts";
import type { Message } from "./base/message.ts";
import type { WebChatDoor } from "./channels/web-chat-door.ts";
import { webChatRoutes } from "./channels/web-chat-routes.ts";
import type { LinkedPhone, SignIn } from "./desk/desk-door.ts";
import { deskRoutes } from "./desk/routes.tsx";
import { openSignIn } from "./desk/sign-in.ts";
import { type Assets, lookRoutes } from "./look/assets.ts";
import { securityHeaders } from "./look/security-headers.ts";
import { appointmentsByTeam } from "./pages/appointments-by-team.ts";
import { chatBells } from "./pages/chat-bells.ts";
import { slotFactsOf, timesFree } from "./pages/free-times.ts";
import { peopleOf } from "./pages/people-of.ts";
import { presenceOf } from "./pages/presence-of.ts";
import { remindersTold } from "./pages/reminders-told.ts";
import { guardedCalendars, guardedPartners, guardedSheets } from "./pages/secret-pages.ts";
import { whatIsCounted } from "./pages/what-is-counted.ts";
import type { Settings } from "./settings.ts";
import { alertPhones } from "./store/alert-phones.ts";
import { bilanCounts } from "./store/bilan-counts.ts";
import { channelRecords } from "./store/channel-health.ts";
import { deriveKey } from "./store/cipher.ts";
import { deskReads } from "./store/desk-reads.ts";
import { deskRecords } from "./store/desk-records.ts";
import { firstNames } from "./store/first-names.ts";
import type { PrismaClient } from "./store/prisma-client.ts";
import { mediaDaysOf } from "./structure/media-days.ts";
import type { Structure } from "./structure/schema.ts";
import { unfollowedDaysOf } from "./structure/unfollowed-days.ts";

/** What the pages are put together from. */
export interface PageParts {
  readonly house: Trousseau;
  /** All that are served, the first one first. */
  readonly structures: readonly Structure[];
  readonly settings: Settings;
  readonly secret: string;
  /** Over the house's own database. */
  readonly prisma: PrismaClient;
  /** The files of all pages. */
  readonly assets: Assets;
  /** Where a request comes from, as the platform sees it. */
  addressOf(context: Context): string;
  /** The phone that a structure linked by WhatsApp Web, where there can be one. */
  readonly phoneOf?: (structure: string) => LinkedPhone | null;
  /** Draws a text to be scanned, where something can. */
  readonly qr?: (text: string) => Promise<string>;
}

export interface Pages {
  /** Each structure's web chat, and where it is to be mounted; the first one's at "" too. */
  readonly chats: readonly { readonly base: string; readonly app: Hono }[];
  readonly desk: Hono;
  readonly look: Hono;
  /** The sheet of a bilan, for who has its link. */
  readonly sheets: Hono;
  /** The calendar of a worker or a site, for who has its address. */
  readonly calendars: Hono;
  /** The page of a partner, for who has its link. */
  readonly partners: Hono;
  readonly signIn: SignIn;
  /** Ends the live streams, so that a server that stops is not held by them. */
  closeStreams(): void;
}

const largestForm = 1024 * 1024;
const tooLarge = (context: Context) => context.json({ error: { code: "too_large" } }, 413);

/** The web chats and the desk, wired to the house. */
export function openPages(parts: PageParts): Pages {
  const { house, settings, secret } = parts;
  const { database } = house.store;
  const { assets } = parts;
  const chats = chatsOf(parts, assets);
  const signIn = openSignIn({
    database,
    secret: deriveKey(secret, "desk sessions"),
    publicUrl: settings.publicUrl,
    ids: house.ids,
  });
  const secure = settings.publicUrl.startsWith("https:");
  const desk = deskRoutes({
    ...signIn,
    ...alertPhones(database, house.store.cipher),
    ...house.store.calendarFeeds,
    ...house.store.agendaPhones,
    ...deskRecords({ database, ids: house.ids, clock: house.clock }),
    structures: house.structures,
    demonstration: house.demonstration,
    texts: house.texts,
    assets,
    clock: house.clock,
    ids: house.ids,
    live: house.live,
    flows: new Map(flowList.map((flow) => [flow.name, flow])),
    publicUrl: settings.publicUrl,
    bilanCounts: (structure) => bilanCounts(database, structure),
    reads: deskReads(database, parts.prisma, house.store.cipher),
    handOvers: house.store.handOvers,
    transcripts: house.store.transcripts,
    media: house.store.media,
    links: house.store.links,
    papers: house.store.papers,
    misheard: house.store.misheard,
    ...remindersTold(house),
    laidDown: house.store.laidDown,
    presence: presenceOf(house.structures),
    settingsChanged: () => house.placesKnown("now"),
    slotFacts: (slug, motif) => slotFactsOf(house, slug, motif),
    gatherings: house.store.gatherings,
    ...whatIsCounted(house),
    ...(parts.qr ? { qr: parts.qr } : {}),
    ...peopleOf(house),
    ...(house.ringers.mail ? { writeMail: house.ringers.mail.ring } : {}),
    filing: house.store.filing,
    calls: house.store.calls,
    bells: house.store.bells,
    pushKey: house.ringers.push?.publicKey ?? null,
    callList: house.store.callList,
    waitingLists: house.store.waitingLists,
    prescriptions: house.store.prescriptions,
    timesFree: (slug) => timesFree(house, slug),
    firstNamesOf: (people) => firstNames(parts.prisma, house.store.cipher, people),
    channels: channelRecords(database),
    phoneOf: parts.phoneOf ?? (() => null),
    addressOf: parts.addressOf,
    deliver: (conversation) => tellAndDeliver(house, conversation),
    async handBack(conversation, worker, to, seen) {
      const outcome = await handBack(house.answering, { conversation, worker, to, seen });
      tellAndDeliver(house, conversation);
      return outcome;
    },
    announce: (conversation, worker) => house.announce(conversation, worker),
    ...appointmentsByTeam(house, (conversation) => tellAndDeliver(house, conversation)),
  });
  const guarded = new Hono();
  guarded.use(securityHeaders({ secure }), bodyLimit({ maxSize: largestForm, onError: tooLarge }));
  guarded.use(async (_, next) => {
    await house.placesKnown();
    await next();
  });
  guarded.route("/", desk.app);
  return {
    chats,
    desk: guarded,
    look: lookRoutes(assets),
    sheets: guardedSheets(parts),
    calendars: guardedCalendars(parts),
    partners: guardedPartners(parts),
    signIn,
    closeStreams() {
      for (const chat of chats) chat.closeStreams();
      desk.closeStreams();
    },
  };
}

function chatsOf(parts: PageParts, assets: Assets) {
  return parts.structures.flatMap((structure, place) => {
    const door = webChatDoor(parts, structure);
    const bases = [...(place === 0 ? [""] : []), `/s/${structure.slug}`];
    return bases.map((base) => ({ base, ...webChatRoutes(door, assets, { base }) }));
  });
}

function tellAndDeliver(house: Trousseau, conversation: ConversationId): void {
  house.live.changed(conversation);
  house.background(house.deliver(conversation));
}

/** Stores a message of the web chat, and answers it before returning where nobody would do it afterwards. */
async function receiveHere(
  house: Trousseau,
  structure: string,
  message: Message,
  wait: boolean,
): Promise<"stored" | "seen"> {
  // an invocation that ends with its answer leaves nobody to answer after it
  const here = wait || house.handOver !== undefined;
  const outcome = await house.receive(structure, message, { here });
  const conversation = here
    ? await house.store.conversations.conversationOf(structure, message.from)
    : null;
  if (conversation) await house.answer(conversation);
  return outcome;
}

function webChatDoor({ house, settings, secret }: PageParts, structure: Structure): WebChatDoor {
  const account = structure.slug;
  const from = (address: string) => ({ channel: "web", account, address }) as const;
  return {
    structure,
    demonstration: house.demonstration,
    texts: house.texts,
    live: house.live,
    cookieSecret: deriveKey(secret, "web chat cookie"),
    secure: settings.publicUrl.startsWith("https:"),
    mediaDays: mediaDaysOf(structure),
    unfollowedDays: unfollowedDaysOf(structure),
    newAddress: () => house.ids.secret(),
    receive(address, id, content, wait) {
      // ids are made by pages: two persons may make the same one
      const message = {
        id: `${address}|${id}`,
        from: from(address),
        at: house.clock.now(),
        content,
      };
      const done = receiveHere(house, structure.slug, message, wait);
      // whoever closes the page meanwhile is answered all the same
      house.background(done);
      return done;
    },
    conversationOf: (address) =>
      house.store.conversations.conversationOf(structure.slug, from(address)),
    async languageOf(conversation) {
      return (
        (await house.store.conversations.pending(conversation))?.conversation.memory.language ??
        null
      );
    },
    bells: chatBells(house, settings, structure.slug),
    transcript: (conversation) => house.store.transcripts.of(conversation, { notes: false }),
  };
}
