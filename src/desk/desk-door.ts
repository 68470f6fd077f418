import type { Context } from "hono";
import type { SlotFacts } from "../appointments/slot-facts.ts";
import type { ConversationId, Ids, WorkerId } from "../base/ids.ts";
import type { Clock, Instant } from "../base/time.ts";
import type { Notice, Rung } from "../channels/bells.ts";
import type { Live } from "../channels/live.ts";
import type { WebStanding } from "../channels/whatsapp-web-state.ts";
import type { Flow } from "../engine/flow.ts";
import type { Assets } from "../look/assets.ts";
import type { AgendaPhones } from "../store/agenda-phones.ts";
import type { AlertPhones } from "../store/alert-phones.ts";
import type { BellRecords } from "../store/bell-store.ts";
import type { BilanCounts } from "../store/bilan-counts.ts";
import type { CalendarFeeds } from "../store/calendar-feeds.ts";
import type { Calls } from "../store/call-store.ts";
import type { ChannelRecords } from "../store/channel-health.ts";
import type { DeskReads } from "../store/desk-reads.ts";
import type { DeskRecords } from "../store/desk-records.ts";
import type { DossierRecords } from "../store/dossier-store.ts";
import type { FilingRecords } from "../store/filing-store.ts";
import type { FridayReads } from "../store/friday-reads.ts";
import type { GatheringRecords } from "../store/gathering-store.ts";
import type { HandOvers } from "../store/hand-over-store.ts";
import type { LaidDownRecords } from "../store/laid-down-store.ts";
import type { LinkRecords } from "../store/link-store.ts";
import type { LiveBoard } from "../store/live-board.ts";
import type { MediaRecords } from "../store/media-store.ts";
import type { MisheardRecords } from "../store/misheard-store.ts";
import type { ObservatoryRecords } from "../store/observatory-store.ts";
import type { Announced } from "../store/outgoing-store.ts";
import type { PaperRecords } from "../store/paper-store.ts";
import type { PeopleRecords } from "../store/people-store.ts";
import type { WholeFile } from "../store/person-file.ts";
import type { PrescriptionRecords } from "../store/prescription-store.ts";
import type { SignedBilans } from "../store/signed-bilans.ts";
import type { TeamRecords } from "../store/team-store.ts";
import type { CallList } from "../store/to-call-store.ts";
import type { Transcripts } from "../store/transcript-store.ts";
import type { WaitingLists } from "../store/waiting-list-store.ts";
import type { Structure } from "../structure/schema.ts";
import type { Texts } from "../texts.ts";
import type { AppointmentsByTeam } from "./appointments-by-team.ts";
import type { Entry, SecondFactor } from "./at-the-door.ts";
import type { DeskShelves } from "./desk-shelves.ts";
import type { AheadLine } from "./reminders-page.tsx";

/** A volunteer sees the agenda and the workshops in codes: no conversation, no name. */
export type Role = "worker" | "manager" | "admin" | "volunteer";

export const roles = ["worker", "manager", "admin", "volunteer"] as const satisfies readonly Role[];

/** Who is signed in. A worker sees the conversations of their structure only. */
export interface SignedIn {
  readonly id: WorkerId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly structure: string;
  /** A password alone does not sign them in. */
  readonly hasSecondFactor: boolean;
  /** Signed in a moment ago: may choose a new password without the old one. */
  readonly fresh: boolean;
  /** `set-cookie` headers to send along: the session rolls while it is used. */
  readonly cookies: readonly string[];
}

export interface NewWorker {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly structure: string;
  readonly password?: string;
}

/** The door itself, made by `openSignIn`. `address` is where the request comes from, as the platform sees it. */
export interface SignIn extends SecondFactor {
  /** Who this request is signed in as, or null. */
  signedIn(request: Request): Promise<SignedIn | null>;
  /** The sign-in library's own addresses, under /desk/auth/*. */
  authenticate(request: Request, address: string): Promise<Response>;
  enterWithPassword(
    request: Request,
    address: string,
    given: { readonly email: string; readonly password: string },
  ): Promise<Entry>;
  /** Uses up a one-time link. */
  enterWithLink(request: Request, address: string, token: string): Promise<Entry>;
  /** Ends the session; the `set-cookie` headers that forget it. */
  leave(request: Request, address: string): Promise<readonly string[]>;
  /** Without a password, the link signs in once, within a day. */
  addWorker(
    worker: NewWorker,
  ): Promise<
    | { readonly outcome: "added"; readonly id: WorkerId; readonly link: string | null }
    | { readonly outcome: "exists" | "badAddress" | "passwordTooShort" }
  >;
  /** Another one-time link for a worker already known, else null. */
  newLink(email: string): Promise<string | null>;
  /** Keeps a new password and closes all sessions of the worker. */
  setPassword(worker: WorkerId, password: string): Promise<"set" | "tooShort">;
}

/** The phone that a structure linked by WhatsApp Web, as the desk shows it. */
export interface LinkedPhone {
  standing(): WebStanding;
  /** The code to scan, drawn; null when none is to be scanned. A secret while it lasts. */
  qr(): Promise<string | null>;
}

/**
 * What the desk's pages need of the house. Assembled in src/pages.ts: `openSignIn` and `deskRecords`
 * are spread into it.
 */
export interface DeskDoor
  extends DeskShelves,
    AppointmentsByTeam,
    SignIn,
    DeskRecords,
    AlertPhones,
    AgendaPhones,
    CalendarFeeds {
  readonly structures: ReadonlyMap<string, Structure>;
  readonly demonstration: boolean;
  readonly texts: Texts;
  /** The files of the pages: `lookSources` and `deskSources`, served by `lookRoutes`. */
  readonly assets: Assets;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly live: Live;
  /** The flows, to say in words at which question a conversation will go on. */
  readonly flows: ReadonlyMap<string, Flow>;
  /** The public address of the site, for the origin check of forms. */
  readonly publicUrl: string;
  readonly reads: DeskReads;
  /** What the bilans logement of a structure took. */
  bilanCounts(structure: string): Promise<BilanCounts>;
  readonly handOvers: HandOvers;
  readonly transcripts: Transcripts;
  readonly media: Pick<MediaRecords, "open">;
  readonly links: Pick<LinkRecords, "undo">;
  readonly papers: Pick<PaperRecords, "mark">;
  readonly misheard: Omit<MisheardRecords, "toLearn" | "learnt">;
  readonly channels: ChannelRecords;
  /** What the team laid down beside its file. */
  readonly laidDown: LaidDownRecords;
  /** What was written anew is said from now on. */
  settingsChanged(): Promise<void>;
  /** All that decides which times are free; null for a structure that is not served. */
  slotFacts(structure: string, motif: string | null): Promise<SlotFacts | null>;
  readonly gatherings: GatheringRecords;
  /** The bilans that were signed. */
  readonly signedBilans: SignedBilans;
  /** What happened in a structure between two instants, in numbers. */
  liveBoard(structure: string, from: Instant, to: Instant): Promise<LiveBoard>;
  /** Draws a text to be scanned, where something can. */
  readonly qr?: (text: string) => Promise<string>;
  /** What the bilan counts. */
  readonly observatory: ObservatoryRecords;
  readonly callList: Pick<CallList, "toCall" | "called">;
  /** What the next two days will send on their own, each as it would be decided at its hour. */
  remindersAhead(structure: string): Promise<readonly AheadLine[]>;
  /** What is wrong with the reminders of the whole house, by the codes of `appels:alarm_…`. */
  reminderAlarms(): Promise<readonly string[]>;
  readonly waitingLists: Pick<WaitingLists, "standing" | "setBand" | "remove">;
  readonly prescriptions: Pick<
    PrescriptionRecords,
    "makeLink" | "revokeLink" | "prescribersOf" | "requestsOf" | "orient"
  >;
  /** Times that may be offered to who waits, the earliest first. */
  timesFree(structure: string): Promise<readonly { readonly start: Instant }[]>;
  /** The first names that were given, by person. */
  firstNamesOf(people: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The phone of a structure; null when it linked none. */
  phoneOf(structure: string): LinkedPhone | null;
  /** Where a request comes from, as the platform sees it; never a header that anyone can write. */
  addressOf(context: Context): string;
  readonly dossiers: Pick<DossierRecords, "keep" | "of" | "open" | "one">;
  /** What is left to do at the end of the week. */
  readonly friday: FridayReads;
  readonly team: TeamRecords;
  /** Writes an e-mail; absent where none can be written. */
  readonly writeMail?: (to: string, notice: Notice) => Promise<Rung>;
  readonly people: PeopleRecords;
  /** Everything that is kept of somebody, to be given to them; null when there is nothing. */
  wholeFile(person: string): Promise<WholeFile | null>;
  /** Makes one person of two. */
  joinPeople(asked: {
    readonly structure: string;
    readonly kept: ConversationId;
    readonly joined: ConversationId;
  }): Promise<"joined" | "same" | "clash" | "gone">;
  /** Corrects an answer of a person; null forgets it. */
  correctFact(asked: {
    readonly conversation: ConversationId;
    readonly structure: string;
    readonly fact: string;
    readonly value: unknown;
  }): Promise<"corrected" | "gone">;
  /** Erases the person of a conversation, at their wish. */
  eraseFor(conversation: ConversationId): Promise<"erased" | "alertOpen" | "gone">;
  /** How the team sorts its conversations. */
  readonly filing: FilingRecords;
  readonly calls: Pick<Calls, "calledWhen" | "chooseCalls">;
  /** Where workers are rung, and the key that browsers are asked with; null where they are not rung. */
  readonly bells: Pick<BellRecords, "add" | "of" | "silence">;
  readonly pushKey: string | null;
  /** Sends what a worker's act has queued (an answer, a hand-back), without waiting for it. */
  deliver(conversation: ConversationId): void;
  /**
   * Gives the conversation back to the bot: at the step it was at, at the menu, or closed (silent).
   * `seen` is the last message of the person the worker saw: `stale` when another came since.
   */
  handBack(
    conversation: ConversationId,
    worker: WorkerId,
    to: "step" | "menu" | "closed",
    seen: number,
  ): Promise<"done" | "notYours" | "stale">;
  /**
   * Where free text is taken no more, has an approved text tell the person that somebody answered.
   * `already`: it was sent since they last wrote. `again`: it was refused, and is tried once more.
   */
  announce(conversation: ConversationId, worker: WorkerId): Promise<Announced | "notYours">;
}
