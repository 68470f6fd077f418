import type { AppointmentChange } from "../appointments/changes.ts";
import type { Diary } from "../appointments/diary.ts";
import type { GatheringChange, Gatherings } from "../appointments/gatherings.ts";
import type { OwnAgendas } from "../appointments/own-agendas.ts";
import type { PrescriptionChange } from "../appointments/prescription-changes.ts";
import type { Prescriptions } from "../appointments/prescriptions.ts";
import type { WaitingList } from "../appointments/waiting-list.ts";
import type { WaitingListChange } from "../appointments/waiting-list-changes.ts";
import type { AppointmentId, ConversationId, Ids, PersonId } from "../base/ids.ts";
import type { ChannelName, Said } from "../base/message.ts";
import type { Urgency } from "../base/urgency.ts";
import type { Asking, Performed } from "../engine/conversation.ts";
import type { HandOverChange } from "../escalation/hand-over.ts";
import type { PersonChange } from "../person/changes.ts";
import type { Links } from "../person/links.ts";
import type { Papers } from "../person/papers.ts";
import type { Sheets } from "../person/sheets.ts";
import type { Structure } from "../structure/schema.ts";

/** Everything an action may want written. */
export type Change =
  | AppointmentChange
  | HandOverChange
  | PersonChange
  | WaitingListChange
  | GatheringChange
  | PrescriptionChange;

/** What rules, actions and offers of one turn stand on. */
export interface Scene {
  readonly structure: Structure;
  /** On: opening ranges the association has not confirmed are bookable, and it is said. */
  readonly demonstration: boolean;
  readonly diary: Diary;
  readonly agendas: OwnAgendas;
  readonly waitingList: WaitingList;
  readonly gatherings: Gatherings;
  readonly prescriptions: Prescriptions;
  readonly links: Links;
  readonly sheets: Sheets;
  /** A text as the team reads it. */
  toTeam(said: Said): string;
  /** Where this house is reached, for links. */
  readonly publicUrl: string;
  /** Where the calendar file of an appointment is read; null while no phone can open this house. */
  calendarAddress(appointment: AppointmentId): string | null;
  /** Where somebody of the web chat says how to be told while its page is closed; null where nothing is offered. */
  readonly bellPage: string | null;
  readonly papers: Papers;
  readonly ids: Ids;
  readonly conversation: ConversationId;
  readonly person: PersonId;
  readonly channel: ChannelName;
  readonly urgency: Urgency;
}

export type Action = (
  scene: Scene,
  asking: Asking,
) => Promise<Performed<Change>> | Performed<Change>;

/** The value of a fact, or null when it is not known. */
export function known(asking: Asking, fact: string): unknown {
  return asking.memory.known[fact]?.value ?? null;
}
