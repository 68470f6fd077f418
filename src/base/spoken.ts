import type { MomentStyle } from "./said.ts";
import { type Instant, partsIn, type Zone } from "./time.ts";

const names = new Map<string, Intl.DateTimeFormat>();

/** An instant in words: "mardi 24 novembre à 14 h 30" in French, "Tuesday 24 November at 14:30" else. */
export function spokenMoment(
  at: Instant,
  zone: Zone,
  language: string,
  style: MomentStyle,
): string {
  const { hours, minutes, day, month } = partsIn(zone, at);
  const french = language === "fr";
  const time = french
    ? `${hours} h${minutes === 0 ? "" : ` ${two(minutes)}`}`
    : `${hours}:${two(minutes)}`;
  if (style === "time") return time;
  if (style === "month") return word(at, zone, language, { month: "long", year: "numeric" });
  if (style === "short") {
    return `${word(at, zone, language, { weekday: "short" })} ${day}/${two(month)} ${time}`;
  }
  const weekday = word(at, zone, language, { weekday: "long" });
  const dayNumber = french && day === 1 ? "1er" : day;
  const date = `${weekday} ${dayNumber} ${word(at, zone, language, { month: "long" })}`;
  if (style === "day") return date;
  return `${date} ${french ? "à" : "at"} ${time}`;
}

function word(at: Instant, zone: Zone, language: string, part: Intl.DateTimeFormatOptions): string {
  const key = `${language}|${zone}|${Object.entries(part).flat().join()}`;
  let format = names.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(language, { ...part, timeZone: zone });
    names.set(key, format);
  }
  return format.format(at);
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
