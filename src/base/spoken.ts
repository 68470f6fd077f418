import type { MomentStyle } from "./said.ts";
import { type Instant, partsIn, type Zone } from "./time.ts";

const names = new Map<string, Intl.DateTimeFormat>();

/** How a language puts a day, a month and an hour together. */
interface Phrasing {
  day(weekday: string, day: number, month: string): string;
  moment(date: string, time: string): string;
}

const english: Phrasing = {
  day: (weekday, day, month) => `${weekday} ${day} ${month}`,
  moment: (date, time) => `${date} at ${time}`,
};
const phrasings: Readonly<Record<string, Phrasing>> = {
  fr: {
    day: (weekday, day, month) => `${weekday} ${day === 1 ? "1er" : day} ${month}`,
    moment: (date, time) => `${date} à ${time}`,
  },
  en: english,
  es: {
    day: (weekday, day, month) => `${weekday} ${day} de ${month}`,
    moment: (date, time) => `${date} a ${/^1\b/.test(time) ? "la" : "las"} ${time}`,
  },
  ar: {
    day: (weekday, day, month) => `${weekday} ${day} ${month}`,
    moment: (date, time) => `${date} الساعة ${time}`,
  },
};

/**
 * An instant in words: "mardi 24 novembre à 14 h 30" in French, "martes 24 de noviembre a las 14:30" in
 * Spanish, "Tuesday 24 November at 14:30" in English and in a language that is not ours.
 */
export function spokenMoment(
  at: Instant,
  zone: Zone,
  language: string,
  style: MomentStyle,
): string {
  const { hours, minutes, day, month } = partsIn(zone, at);
  const phrasing = phrasings[language] ?? english;
  const time =
    language === "fr"
      ? `${hours} h${minutes === 0 ? "" : ` ${two(minutes)}`}`
      : `${hours}:${two(minutes)}`;
  if (style === "time") return time;
  if (style === "month") return word(at, zone, language, { month: "long", year: "numeric" });
  if (style === "short" || style === "shortDay") {
    const date = `${word(at, zone, language, { weekday: "short" })} ${day}/${two(month)}`;
    return style === "short" ? `${date} ${time}` : date;
  }
  const weekday = word(at, zone, language, { weekday: "long" });
  if (style === "weekday") return weekday;
  const date = phrasing.day(weekday, day, word(at, zone, language, { month: "long" }));
  return style === "day" ? date : phrasing.moment(date, time);
}

function word(at: Instant, zone: Zone, language: string, part: Intl.DateTimeFormatOptions): string {
  const key = `${language}|${zone}|${Object.entries(part).flat().join()}`;
  let format = names.get(key);
  if (!format) {
    // digits as they are written in France, the calendar of the papers
    const way = { numberingSystem: "latn", calendar: "gregory", timeZone: zone } as const;
    format = new Intl.DateTimeFormat(language, { ...part, ...way });
    names.set(key, format);
  }
  return format.format(at);
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
