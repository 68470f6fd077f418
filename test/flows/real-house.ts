import flows from "../../flows/index.ts";
import { offeredLanguages } from "../../locales/index.ts";
import rueil from "../../prisma/structures/ccas-rueil-malmaison.json" with { type: "json" };
import json from "../../prisma/structures/rencontres-et-loisirs.json" with { type: "json" };
import type { Appointment } from "../../src/appointments/appointment.ts";
import type { Diary } from "../../src/appointments/diary.ts";
import type { OwnGathering } from "../../src/appointments/gatherings.ts";
import type { GivenRequest } from "../../src/appointments/prescriptions.ts";
import type { WaitingEntry } from "../../src/appointments/waiting-list.ts";
import type { AppointmentId, ConversationId, PersonId } from "../../src/base/ids.ts";
import type { Reply, Said } from "../../src/base/message.ts";
import { after, hour, type Instant, instant } from "../../src/base/time.ts";
import type { House } from "../../src/engine/house.ts";
import type { Links } from "../../src/person/links.ts";
import { houseFor } from "../../src/repertoire/house.ts";
import type { Change } from "../../src/repertoire/scene.ts";
import { readStructure, type Structure } from "../../src/structure.ts";
import { openTexts } from "../../src/texts.ts";
import { withMotifs } from "../appointments/with-motifs.ts";

/** A Tuesday afternoon, when the office is open. */
export const now: Instant = instant("2026-11-24T13:30:00Z");
const person = "p1" as PersonId;
const conversation = "c1" as ConversationId;

/** An appointment of the person, in two days. */
export const appointment: Appointment = {
  id: "0123456789abcdefghjkmnpqrs" as AppointmentId,
  person,
  conversation,
  structure: "rencontres-et-loisirs",
  site: "ml-carvin",
  worker: "conseillere-1",
  motif: "premier-rendez-vous",
  mode: "place",
  details: null,
  start: after(now, 48 * hour),
  end: after(now, 49 * hour),
  status: "booked",
  version: 1,
  createdAt: now,
  expiresAt: null,
  bookedVia: "chat",
  movedTo: null,
  closedBy: null,
};

/** What is different in a world of the walker. */
export interface World {
  /** The house of a CCAS, which says *vous*, has one place and no hours. */
  readonly isCcas?: true;
  readonly appointments?: readonly Appointment[];
  /** No hours that anybody could book. */
  readonly closed?: true;
  /** Several things to come for, each with its own words. */
  readonly severalMotifs?: true;
  readonly urgency?: "none" | "immediate";
  /** What a code that is typed would do. */
  readonly linkTried?: Awaited<ReturnType<Links["tried"]>>;
  readonly wrongCodes?: number;
  /** Where the person stands on the waiting list. */
  readonly waiting?: WaitingEntry;
  /** What a partner asked for this person, and what they share with it. */
  readonly request?: GivenRequest;
  /** Workshops that one may register for. */
  readonly gatherings?: readonly OwnGathering[];
}

/** The house the young people meet, over a diary that holds these appointments and never changes. */
export function realHouse({
  isCcas,
  appointments = [],
  closed,
  severalMotifs,
  urgency = "none",
  linkTried = "joins",
  wrongCodes = 0,
  waiting,
  gatherings,
  request,
}: World): House<Change> {
  const structure = isCcas
    ? readAs(rueil)
    : severalMotifs
      ? withMotifs(association())
      : association();
  const diary: Diary = {
    busy: async () => [],
    engagements: async () => [],
    laidDown: async () => [],
    upcomingOf: async () => appointments,
    appointment: async (id) => appointments.find((one) => one.id === id) ?? null,
    historyOf: async () => appointments,
  };
  const links: Links = {
    tried: async () => linkTried,
    wrongSince: async () => wrongCodes,
    alertElsewhere: async () => false,
  };
  let count = 0;
  const next = () => `id${String(count++).padStart(24, "0")}`;
  return houseFor(
    {
      structure: closed ? { ...structure, openings: [] } : structure,
      demonstration: true,
      diary,
      agendas: { agendaOf: async () => null },
      links,
      sheets: { presentOf: async () => null, tokenOf: (secret) => secret },
      publicUrl: "http://127.0.0.1:3000",
      calendarAddress: () => null,
      bellPage: null,
      toTeam: ({ key }) => key,
      prescriptions: {
        requestOf: async () => request ?? null,
        wrongSince: async () => 0,
        sharedOf: async () => (request ? [request] : []),
      },
      waitingList: { entryOf: async () => waiting ?? null },
      gatherings: { coming: async () => gatherings ?? [] },
      papers: { marksOf: async () => new Map(), decidedFor: async () => new Set() },
      ids: { next, secret: next },
      conversation,
      person,
      channel: "telegram",
      urgency,
    },
    new Map(flows.map((flow) => [flow.name, flow])),
    // they throw when a sentence or a figure is missing
    openTexts({ strict: true, structures: new Map([[structure.slug, structure]]) }),
  );
}

/** Says a reply in every language; throws when a text or a figure is missing. */
export function written(house: House<Change>, reply: Reply, language: string): string {
  const labels = reply.options.flatMap(({ label, short }) => (short ? [label, short] : [label]));
  for (const spoken of offeredLanguages) {
    for (const text of [...labels, ...reply.texts]) sayOnce(house, text, spoken);
  }
  return reply.texts.map((text) => sayOnce(house, text, language)).join("\n\n");
}

/** What a house has said: the same sentence with the same values is the same, and is made once. */
const saidBy = new WeakMap<House<Change>, Map<string, string>>();

function sayOnce(house: House<Change>, text: Said, language: string): string {
  const said = saidBy.get(house) ?? new Map<string, string>();
  saidBy.set(house, said);
  const key = `${language} ${JSON.stringify(text)}`;
  const known = said.get(key);
  if (known !== undefined) return known;
  const sentence = house.words(text, language);
  said.set(key, sentence);
  return sentence;
}

/** The association the house stands for. */
export function association(): Structure {
  return readAs(json);
}

function readAs(file: unknown): Structure {
  const reading = readStructure(file);
  if (reading.outcome === "refused") throw new Error(JSON.stringify(reading.problems));
  return reading.structure;
}
