import type { TurnId } from "../base/ids.ts";
import { saidLines, saidMoment } from "../base/said.ts";
import { dateIn, type Instant } from "../base/time.ts";
import type { AgendaNews, AgendaPhone, ToMark } from "../store/agenda-phones.ts";
import type { Structure } from "../structure/schema.ts";
import type { Answering } from "./answer.ts";
import { begin } from "./begin.ts";

type Told = "sent" | "already" | "gone";

/**
 * Asks a worker, on their own phone, what became of an appointment: an hour and three buttons, no name,
 * no subject, no place. The buttons name the appointment and its version.
 */
export function askStatus(answering: Answering, one: ToMark, { zone }: Structure): Promise<Told> {
  const isToday = dateIn(zone, one.start) === dateIn(zone, answering.clock.now());
  return told(answering, one, {
    turn: one.turn,
    step: "question",
    learnt: { subject: `${one.appointment}.${one.version}` },
    values: {
      which: isToday
        ? { key: "pointage:atTime", values: { when: saidMoment(one.start, zone, "time") } }
        : { key: "pointage:onDay", values: { when: saidMoment(one.start, zone) } },
    },
  });
}

/** Tells a worker, on their own phone, that an appointment was made, cancelled or moved: its hour alone. */
export function tellAgendaNews(
  answering: Answering,
  one: AgendaNews,
  { zone }: Structure,
): Promise<Told> {
  return told(answering, one, {
    turn: one.turn,
    step: one.what,
    learnt: {},
    values: { when: saidMoment(one.start, zone) },
  });
}

/** Lists the hours of the day's appointments to a worker, on their own phone. */
export function listMorning(
  answering: Answering,
  phone: AgendaPhone,
  starts: readonly Instant[],
  { zone }: Structure,
): Promise<Told> {
  const times = saidLines(starts.map((start) => saidMoment(start, zone, "time")));
  return told(answering, phone, {
    turn: `morning.${dateIn(zone, answering.clock.now())}.${phone.worker}`,
    step: "morning",
    learnt: {},
    values: { times },
  });
}

interface Telling extends Pick<Parameters<typeof begin>[1], "learnt"> {
  readonly turn: string;
  readonly step: string;
  readonly values: NonNullable<Parameters<typeof begin>[1]["values"]>;
}

async function told(
  answering: Answering,
  { conversation }: AgendaPhone,
  { turn, step, learnt, values }: Telling,
): Promise<Told> {
  const begun = await begin(answering, {
    ...{ conversation, turn: turn as TurnId, kind: "receipt", learnt, values },
    place: { flow: "pointage", step },
    changes: [],
  });
  if (begun.outcome === "committed") return "sent";
  return begun.outcome === "conflict" ? "already" : "gone";
}
