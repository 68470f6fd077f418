import type { Said } from "../base/message.ts";
import {
  dateIn,
  type Instant,
  type LocalDate,
  minutesOf,
  timeIn,
  weekday,
  type Zone,
} from "../base/time.ts";
import type { Offered } from "../engine/conversation.ts";
import { daySaid } from "../understanding/day-said.ts";
import { fold } from "../understanding/normalise.ts";
import { type TimeSaid, timeSaid } from "../understanding/time-said.ts";

/** A time that is offered: its key, its day and its minutes since midnight. */
interface Time {
  readonly key: string;
  readonly day: LocalDate;
  readonly minutes: number;
}

/** What is refused, or left open, is not a choice. */
const open =
  /(?<![\p{L}])(?:pas|non|not|no|ni|sauf|except|avant|apres|before|after|antes|despues|ou|or|o|wla|ola|aw|machi|ماشي|ليس|لا|او|قبل)(?![\p{L}])/u;
const partsOfDay = /apres midi|(?:por|de|en) la manana|بعد الظهر/g;
const weekdayWord = /\ben huit\b|\d/;

/**
 * The offered time that a typed day or hour means ("demain 14h", "le 3", "vendredi matin", "2 pm",
 * "الخميس"), seen from `now`: its key, or null when none does, or several.
 */
export function hearSlot(
  text: string,
  offered: readonly Offered[],
  zone: Zone,
  now: Instant,
): string | null {
  const times = offered.flatMap(({ key, label }) => timeOf(key, label, zone));
  if (times.length === 0) return null;
  const folded = fold(text);
  const bare = folded.replace(partsOfDay, " ");
  if (open.test(bare)) return null;
  const day = daySaid(withoutParts(text), dateIn(zone, now));
  const time = timeSaid(text);
  if (day === null && time === null) return null;
  const onDay = day === null ? times : onThatDay(times, day, bare);
  const fitting = time === null ? onDay : atThatTime(onDay, time);
  const [only] = fitting;
  return fitting.length === 1 && only ? only.key : null;
}

/** "Por la mañana" is no tomorrow, "après-midi" is no "after". */
function withoutParts(text: string): string {
  return text
    .replace(/(?:por|de|en) la ma\p{L}\u0303?ana/giu, " ")
    .replace(/apr\p{L}s[- ]midi/giu, " ");
}

/** The very day; for a weekday alone, the first of its kind that is offered. */
function onThatDay(times: readonly Time[], day: LocalDate, folded: string): readonly Time[] {
  const exact = times.filter((time) => time.day === day);
  if (exact.length > 0 || weekdayWord.test(folded.replace(/\b\d{1,2} ?h\b.*/, ""))) return exact;
  const alike = times.filter((time) => weekday(time.day) === weekday(day) && time.day > day);
  return alike.filter((time) => time.day === alike[0]?.day);
}

function atThatTime(times: readonly Time[], said: TimeSaid): readonly Time[] {
  if (said.kind === "within")
    return times.filter(({ minutes }) => minutes >= said.from && minutes < said.to);
  const exact = times.filter(({ minutes }) => minutes === said.minutes);
  if (exact.length > 0 || !said.isWholeHour) return exact;
  // "14 h" for the only time that begins with it
  return times.filter(({ minutes }) => Math.floor(minutes / 60) * 60 === said.minutes);
}

function timeOf(key: string, label: Said, zone: Zone): Time[] {
  const at = label.values?.["at"];
  if (label.key === "@moment" && typeof at === "number") {
    const moment = at as Instant;
    return [{ key, day: dateIn(zone, moment), minutes: minutesOf(timeIn(zone, moment)) }];
  }
  const when = label.values?.["when"];
  const isText = typeof when === "object" && when !== null && "key" in when;
  return isText ? timeOf(key, when, zone) : [];
}
