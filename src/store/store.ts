import type { Diary } from "../appointments/diary.ts";
import type { Ids } from "../base/ids.ts";
import { type AgendaPhones, agendaPhones } from "./agenda-phones.ts";
import { appointmentStore } from "./appointment-store.ts";
import { type BellRecords, bellStore } from "./bell-store.ts";
import { type CalendarFeeds, calendarFeeds } from "./calendar-feeds.ts";
import { type Calls, callStore } from "./call-store.ts";
import type { Cipher } from "./cipher.ts";
import { conversationStore } from "./conversation-store.ts";
import type { Conversations } from "./conversations.ts";
import type { Database } from "./database.ts";
import { type DossierRecords, dossierStore } from "./dossier-store.ts";
import { type EventLinks, eventLinks } from "./event-links.ts";
import { type FilingRecords, filingStore } from "./filing-store.ts";
import { type GatheringRecords, gatheringStore } from "./gathering-store.ts";
import { type HandOvers, handOverStore } from "./hand-over-store.ts";
import { type HappeningReads, happeningReads } from "./happening-reads.ts";
import { type IdleRecords, idleStore } from "./idle-store.ts";
import { type JobRecords, jobStore } from "./job-store.ts";
import { type LaidDownRecords, laidDownStore } from "./laid-down-store.ts";
import { type LinkRecords, linkStore } from "./link-store.ts";
import { type MeasureRecords, measureStore } from "./measure-store.ts";
import { type MediaRecords, mediaStore } from "./media-store.ts";
import { type MisheardRecords, misheardStore } from "./misheard-store.ts";
import { type ObservatoryRecords, observatoryStore } from "./observatory-store.ts";
import { type OutgoingMessages, outgoingStore } from "./outgoing-store.ts";
import { type PaperRecords, paperStore } from "./paper-store.ts";
import { type PeopleRecords, peopleStore } from "./people-store.ts";
import { type PersonTraces, personTraces } from "./person-traces.ts";
import { type PrescriptionRecords, prescriptionStore } from "./prescription-store.ts";
import { type PrivateLinks, privateLinks } from "./private-links.ts";
import { type Reminders, reminderStore } from "./reminder-store.ts";
import { type ReplayReads, replayReads } from "./replay-reads.ts";
import { type Retention, retentionStore } from "./retention-store.ts";
import { type SheetRecords, sheetStore } from "./sheet-store.ts";
import { type SignedBilans, signedBilans } from "./signed-bilans.ts";
import { type StayRecords, stayStore } from "./stay-store.ts";
import { type Structures, structureStore } from "./structure-store.ts";
import { type TeamRecords, teamStore } from "./team-store.ts";
import { type CallList, callListStore } from "./to-call-store.ts";
import { type Transcripts, transcriptStore } from "./transcript-store.ts";
import { type WaitingLists, waitingListStore } from "./waiting-list-store.ts";

/** The sum of what the rooms asked for, on any database behind the port. */
export interface Store {
  readonly database: Database;
  readonly cipher: Cipher;
  readonly conversations: Conversations;
  readonly outgoing: OutgoingMessages;
  readonly diary: Diary;
  readonly reminders: Reminders;
  readonly handOvers: HandOvers;
  readonly transcripts: Transcripts;
  readonly jobs: JobRecords;
  readonly retention: Retention;
  readonly structures: Structures;
  readonly media: MediaRecords;
  readonly links: LinkRecords;
  readonly sheets: SheetRecords;
  readonly papers: PaperRecords;
  readonly misheard: MisheardRecords;
  readonly bells: BellRecords;
  readonly idle: IdleRecords;
  readonly dossiers: DossierRecords;
  readonly stays: StayRecords;
  readonly measures: MeasureRecords;
  readonly replay: ReplayReads;
  readonly happenings: HappeningReads;
  readonly privateLinks: PrivateLinks;
  readonly team: TeamRecords;
  readonly people: PeopleRecords;
  readonly filing: FilingRecords;
  readonly calls: Calls;
  readonly calendarFeeds: CalendarFeeds;
  readonly eventLinks: EventLinks;
  readonly agendaPhones: AgendaPhones;
  readonly waitingLists: WaitingLists;
  readonly gatherings: GatheringRecords;
  readonly callList: CallList;
  readonly prescriptions: PrescriptionRecords;
  readonly laidDown: LaidDownRecords;
  readonly observatory: ObservatoryRecords;
  readonly traces: PersonTraces;
  readonly signedBilans: SignedBilans;
}

export function openStore(database: Database, cipher: Cipher, ids: Ids): Store {
  return {
    database,
    cipher,
    conversations: conversationStore(database, cipher, ids),
    outgoing: outgoingStore(database, cipher),
    diary: appointmentStore(database, cipher),
    reminders: reminderStore(database),
    handOvers: handOverStore(database, cipher, ids),
    transcripts: transcriptStore(database, cipher),
    jobs: jobStore(database),
    retention: retentionStore(database),
    structures: structureStore(database),
    media: mediaStore(database, cipher),
    links: linkStore(database, cipher, ids),
    sheets: sheetStore(database, cipher),
    papers: paperStore(database, cipher),
    misheard: misheardStore(database, cipher),
    bells: bellStore(database, cipher),
    idle: idleStore(database),
    dossiers: dossierStore(database, cipher),
    stays: stayStore(database, cipher),
    measures: measureStore(database, cipher),
    replay: replayReads(database),
    happenings: happeningReads(database),
    privateLinks: privateLinks(database),
    team: teamStore(database, cipher),
    people: peopleStore(database, cipher),
    filing: filingStore(database, cipher, ids),
    calls: callStore(database, cipher),
    calendarFeeds: calendarFeeds(database, cipher),
    eventLinks: eventLinks(cipher),
    agendaPhones: agendaPhones(database),
    laidDown: laidDownStore(database, cipher),
    waitingLists: waitingListStore(database, cipher),
    callList: callListStore(database, cipher),
    prescriptions: prescriptionStore(database, cipher),
    gatherings: gatheringStore(database, cipher),
    observatory: observatoryStore(database),
    traces: personTraces(database, cipher),
    signedBilans: signedBilans(database),
  };
}
