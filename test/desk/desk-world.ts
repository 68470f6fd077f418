import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import flows from "../../flows/index.ts";
import structureFile from "../../prisma/structures/rencontres-et-loisirs.json" with {
  type: "json",
};
import { type ConversationId, randomIds, type TurnId, type WorkerId } from "../../src/base/ids.ts";
import type { ChannelName, Content, WrittenReply } from "../../src/base/message.ts";
import { after, type Clock, hour, type Instant, instant } from "../../src/base/time.ts";
import { type Live, liveHere } from "../../src/channels/live.ts";
import { deskSources } from "../../src/desk/desk-assets.ts";
import type { DeskDoor, LinkedPhone, Role, SignIn } from "../../src/desk/desk-door.ts";
import { presenceHere } from "../../src/desk/presence.ts";
import type { AheadLine } from "../../src/desk/reminders-page.tsx";
import { openSignIn } from "../../src/desk/sign-in.ts";
import { type Happening, type Memory, nothingKnown } from "../../src/engine/conversation.ts";
import type { Standing } from "../../src/escalation/hand-over.ts";
import { loadAssets, lookSources } from "../../src/look/assets.ts";
import { drawnFlow } from "../../src/pages/what-is-counted.ts";
import { slotFactsFor } from "../../src/repertoire/agenda.ts";
import { usualMotif } from "../../src/repertoire/motifs.ts";
import { keepLaid } from "../../src/repertoire/supply-of.ts";
import { agendaPhones } from "../../src/store/agenda-phones.ts";
import { alertPhones } from "../../src/store/alert-phones.ts";
import { appointmentStore } from "../../src/store/appointment-store.ts";
import { bellStore } from "../../src/store/bell-store.ts";
import { bilanCounts } from "../../src/store/bilan-counts.ts";
import { calendarFeeds } from "../../src/store/calendar-feeds.ts";
import { callStore } from "../../src/store/call-store.ts";
import { channelRecords } from "../../src/store/channel-health.ts";
import { createCipher } from "../../src/store/cipher.ts";
import { conversationStore } from "../../src/store/conversation-store.ts";
import type { Change, TurnToCommit } from "../../src/store/conversations.ts";
import { deskReads } from "../../src/store/desk-reads.ts";
import { deskRecords } from "../../src/store/desk-records.ts";
import { dossierStore } from "../../src/store/dossier-store.ts";
import { filingStore } from "../../src/store/filing-store.ts";
import { firstNames } from "../../src/store/first-names.ts";
import { fridayReads } from "../../src/store/friday-reads.ts";
import { gatheringStore } from "../../src/store/gathering-store.ts";
import { handOverStore } from "../../src/store/hand-over-store.ts";
import { happeningReads } from "../../src/store/happening-reads.ts";
import { laidDownStore } from "../../src/store/laid-down-store.ts";
import { linkStore } from "../../src/store/link-store.ts";
import { liveBoard } from "../../src/store/live-board.ts";
import { measureStore } from "../../src/store/measure-store.ts";
import { mediaStore } from "../../src/store/media-store.ts";
import { migrate } from "../../src/store/migrate.ts";
import { migrationFiles } from "../../src/store/migration-files.ts";
import { misheardStore } from "../../src/store/misheard-store.ts";
import { NodeSqlite } from "../../src/store/node-sqlite.ts";
import { observatoryStore } from "../../src/store/observatory-store.ts";
import type { Announced } from "../../src/store/outgoing-store.ts";
import { paperStore } from "../../src/store/paper-store.ts";
import { peopleStore } from "../../src/store/people-store.ts";
import { personFile } from "../../src/store/person-file.ts";
import { prescriptionStore } from "../../src/store/prescription-store.ts";
import { openPrisma } from "../../src/store/prisma-client.ts";
import { privateLinks } from "../../src/store/private-links.ts";
import { replayReads } from "../../src/store/replay-reads.ts";
import { signedBilans } from "../../src/store/signed-bilans.ts";
import { stayStore } from "../../src/store/stay-store.ts";
import { stepCounts } from "../../src/store/step-counts.ts";
import { teamStore } from "../../src/store/team-store.ts";
import { callListStore } from "../../src/store/to-call-store.ts";
import { transcriptStore } from "../../src/store/transcript-store.ts";
import { waitingListStore } from "../../src/store/waiting-list-store.ts";
import { ownSentencesOf } from "../../src/structure/own-sentences.ts";
import { readStructure, type Structure } from "../../src/structure.ts";
import { openTexts } from "../../src/texts.ts";

const files = await migrationFiles(
  fileURLToPath(new URL("../../prisma/migrations", import.meta.url)),
);

const root = fileURLToPath(new URL("../..", import.meta.url));
/** The files of the pages, read once for all worlds. */
export const assets = await loadAssets(
  async (path) => new Uint8Array(await readFile(`${root}/${path}`)),
  [...lookSources, ...deskSources],
);

export const home = "rencontres-et-loisirs";
export const elsewhere = "ccas-malakoff";
/** A Tuesday at 14:30 in Paris, in office hours. */
export const tuesday = instant("2026-11-24T13:30:00Z");
export const password = "un mot de passe long";
export const publicUrl = "http://desk.test";

/** A clock that stands still until it is moved. */
function movableClock(start: Instant = tuesday): Clock & { to(at: Instant): void } {
  let present = start;
  return {
    now: () => present,
    to: (at) => {
      present = at;
    },
  };
}

function structure(): Structure {
  const reading = readStructure(structureFile);
  if (reading.outcome === "refused") throw new Error(JSON.stringify(reading.problems));
  return reading.structure;
}

/** Tells live, and how many are listening. */
function countedLive(): Live & { readonly watchers: () => number } {
  const live = liveHere();
  let count = 0;
  return {
    ...live,
    watch(name, callback, structure) {
      const stop = live.watch(name, callback, structure);
      count++;
      return () => {
        count--;
        stop();
      };
    },
    watchers: () => count,
  };
}

export type World = ReturnType<typeof world>;

/** A whole desk over a database in memory, with the real stores; nothing is sent to any network. */
export function world(options: { readonly publicUrl?: string } = {}) {
  const database = new NodeSqlite(":memory:");
  onTestFinished(() => database.close());
  migrate(database.connection, files, tuesday);
  const clock = movableClock();
  const ids = randomIds(clock.now);
  const cipher = createCipher("a secret of at least thirty-two characters");
  const live = countedLive();
  const prisma = openPrisma(database);
  const conversations = conversationStore(database, cipher, ids);
  const signIn: SignIn = openSignIn({
    database,
    ids,
    secret: "a secret of at least thirty-two characters",
    publicUrl: options.publicUrl ?? publicUrl,
  });
  const structures = new Map([
    [home, structure()],
    [elsewhere, { ...structure(), slug: elsewhere }],
  ]);
  const texts = openTexts({ strict: true, structures });
  const media = mediaStore(database, cipher);
  let phone: LinkedPhone | null = null;
  let announced: Announced = "announced";
  const handedBack: string[] = [];
  const proposed: unknown[] = [];
  const changed: unknown[] = [];
  const joined: unknown[] = [];
  const erased: string[] = [];
  const corrected: unknown[] = [];
  const ahead: AheadLine[] = [];
  const alarms: string[] = [];
  const factsOf = (slug: string) => {
    const served = { ...structure(), slug };
    const diary = appointmentStore(database, cipher);
    return slotFactsFor({ structure: served, diary, demonstration: true }, clock.now(), {
      motif: usualMotif(served),
    });
  };
  const door: DeskDoor = {
    ...signIn,
    ...alertPhones(database, cipher),
    ...calendarFeeds(database, cipher),
    ...agendaPhones(database),
    ...deskRecords({ database, ids, clock }),
    structures,
    demonstration: true,
    texts,
    assets,
    flows: new Map(flows.map((flow) => [flow.name, flow])),
    clock,
    ids,
    live,
    publicUrl: options.publicUrl ?? publicUrl,
    reads: deskReads(database, prisma, cipher),
    bilanCounts: (structure) => bilanCounts(database, structure),
    handOvers: handOverStore(database, cipher, ids),
    transcripts: transcriptStore(database, cipher),
    media,
    links: linkStore(database, cipher, ids),
    papers: paperStore(database, cipher),
    misheard: misheardStore(database, cipher),
    laidDown: laidDownStore(database, cipher),
    presence: presenceHere(),
    settingsChanged: async () => {
      for (const [slug, one] of structures) {
        keepLaid(one, await laidDownStore(database, cipher).laidDown(slug));
        texts.learn(slug, ownSentencesOf(one));
      }
    },
    slotFacts: (slug) => factsOf(slug),
    gatherings: gatheringStore(database, cipher),
    observatory: observatoryStore(database),
    signedBilans: signedBilans(database),
    liveBoard: (slug, from, to) => liveBoard(database, slug, from, to),
    drawn: (flow) => drawnFlow(new Map(flows.map((one) => [one.name, one])), flow),
    stepCounts: (...asked) => stepCounts(database, ...asked),
    calls: callStore(database, cipher),
    bells: bellStore(database, cipher),
    dossiers: dossierStore(database, cipher),
    stays: stayStore(database, cipher),
    measures: measureStore(database, cipher),
    replay: replayReads(database),
    happenings: happeningReads(database),
    privateLinks: privateLinks(database),
    friday: fridayReads(database),
    team: teamStore(database, cipher),
    people: peopleStore(database, cipher),
    wholeFile: (person) => personFile(database, cipher, person),
    joinPeople: async (asked) => {
      joined.push(asked);
      return "joined";
    },
    correctFact: async (asked) => {
      corrected.push(asked);
      return "corrected";
    },
    eraseFor: async (conversation) => {
      erased.push(conversation);
      return "erased";
    },
    filing: filingStore(database, cipher, ids),
    pushKey: null,
    callList: callListStore(database, cipher),
    remindersAhead: async () => ahead,
    reminderAlarms: async () => alarms,
    waitingLists: waitingListStore(database, cipher),
    prescriptions: prescriptionStore(database, cipher),
    timesFree: async () => [{ start: instant("2026-11-26T13:00:00Z") }],
    firstNamesOf: (people) => firstNames(prisma, cipher, people),
    channels: channelRecords(database),
    phoneOf: () => phone,
    announce: async () => announced,
    addressOf: () => "192.0.2.1",
    deliver: () => {},
    async handBack(conversation, worker, to) {
      const row = await database.get("SELECT workerId FROM Conversation WHERE id = ?", [
        conversation,
      ]);
      if (row?.["workerId"] !== worker) return "notYours";
      await database.run({
        sql: "UPDATE Conversation SET heldBy = 'bot', workerId = NULL, waitingSince = NULL, urgency = 0, epoch = epoch + 1 WHERE id = ? AND workerId = ?",
        values: [conversation, worker],
      });
      handedBack.push(to);
      return "done";
    },
    bookOnBehalf: async (...asked) => {
      proposed.push(asked);
      return "booked";
    },
    propose: async (...asked) => {
      proposed.push(asked);
      return "proposed";
    },
    cancelByService: async (...asked) => {
      changed.push(asked);
      return { outcome: "done", conversation: "c" as ConversationId };
    },
    giveVideoLink: async (...asked) => {
      changed.push(asked);
      return { outcome: "done", conversation: "c" as ConversationId };
    },
    proposable: async () => [
      {
        id: "ml-carvin~conseillere-1~2611261300",
        site: "ml-carvin",
        start: instant("2026-11-26T13:00:00Z"),
      },
      {
        id: "ml-carvin~conseillere-1~2611261400",
        site: "ml-carvin",
        start: instant("2026-11-26T14:00:00Z"),
      },
      {
        id: "ml-henin~conseillere-1~2611270900",
        site: "ml-henin",
        start: instant("2026-11-27T09:00:00Z"),
      },
    ],
  };

  return {
    database,
    clock,
    ids,
    cipher,
    live,
    prisma,
    conversations,
    door,
    signIn,
    handedBack,
    /** What the desk asked to be proposed, and changed of appointments. */
    proposed,
    changed,
    /** Who was made one, and who was erased. */
    joined,
    erased,
    corrected,
    /** What the reminders of the next days and their health are said to be. */
    ahead,
    alarms,
    media,
    write,
    /** Has WhatsApp Web stand so. */
    linkPhone(standing: LinkedPhone | null) {
      phone = standing;
    },
    /** What becomes of the next announcement that somebody answered. */
    announcementIs(outcome: Announced) {
      announced = outcome;
    },
    watchers: live.watchers,
  };

  /** Somebody writes and is answered, through the real receiving and committing. */
  async function write(told: Told): Promise<ConversationId> {
    const at = told.at ?? clock.now();
    const accepted = await conversations.accept(
      told.structure ?? home,
      {
        id: ids.next(),
        from: {
          channel: told.channel ?? "web",
          account: told.structure ?? home,
          address: told.who,
        },
        at,
        content: told.content ?? { kind: "text", text: told.text ?? "bonjour" },
      },
      at,
    );
    if (accepted.outcome === "seen") throw new Error("a new id was already seen");
    const pending = await conversations.pending(accepted.conversation);
    const message = pending?.messages[0];
    if (!pending || !message) throw new Error("what was accepted is not pending");
    const { conversation: before, isNew } = pending;
    const committed = await conversations.commit({
      turn: ids.next() as TurnId,
      before,
      isNew,
      memory: { ...nothingKnown, ...before.memory, language: "fr", ...told.memory },
      standing: { ...before, ...told.standing },
      answered: { order: message.order, outcome: "done" },
      speaks: true,
      replies: told.replies ?? [],
      kind: "reply",
      ...(told.keeps ? { keeps: told.keeps } : {}),
      ...(told.misheard ? { misheard: told.misheard } : {}),
      happenings: told.happenings ?? [],
      changes: told.changes ?? [],
      now: after(at, 1),
      sender: null,
    });
    if (committed.outcome !== "committed") throw new Error(committed.outcome);
    if (told.firstName) {
      await database.run({
        sql: "UPDATE Person SET firstNameSealed = ?, nameLookup = ? WHERE id = ?",
        values: [
          cipher.seal(told.firstName),
          cipher.lookup(`name|${told.firstName.toLowerCase()}`),
          before.person,
        ],
      });
    }
    live.changed(accepted.conversation);
    return accepted.conversation;
  }
}

export interface Told {
  readonly who: string;
  readonly text?: string;
  readonly content?: Content;
  readonly at?: Instant;
  readonly structure?: string;
  readonly channel?: ChannelName;
  readonly firstName?: string;
  readonly memory?: Partial<Memory>;
  readonly standing?: Partial<Standing>;
  readonly replies?: readonly WrittenReply[];
  readonly happenings?: readonly Happening[];
  readonly changes?: readonly Change[];
  readonly keeps?: NonNullable<TurnToCommit["keeps"]>;
  readonly misheard?: NonNullable<TurnToCommit["misheard"]>;
}

/** Waiting for somebody of the team since so many hours. */
export function waits(
  urgency: Standing["urgency"],
  need: string,
  since: Instant,
): Partial<Standing> {
  return { heldBy: "waiting", urgency, need, waitingSince: since };
}

export const hoursAgo = (count: number): Instant => after(tuesday, -count * hour);

/** A worker with a password, and the cookies of a session of theirs. */
export async function worker(
  { signIn }: Pick<World, "signIn">,
  name: string,
  at: string = home,
  role: Role = "worker",
): Promise<{ id: WorkerId; email: string; cookie: string }> {
  const email = `${name
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/[^a-z]/g, "")}@example.org`;
  const added = await signIn.addWorker({ email, name, role, structure: at, password });
  if (added.outcome !== "added") throw new Error(added.outcome);
  const entered = await signIn.enterWithPassword(
    new Request(`${publicUrl}/desk`),
    `198.51.100.${name.length}`,
    { email, password },
  );
  if (entered.outcome !== "in") throw new Error(entered.outcome);
  return { id: added.id, email, cookie: cookieOf(entered.cookies) };
}

/** The `cookie` header a browser would send after these `set-cookie`. */
export function cookieOf(cookies: readonly string[]): string {
  return cookies.map((cookie) => cookie.split(";")[0]).join("; ");
}
