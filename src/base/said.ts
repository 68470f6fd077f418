import type { Said } from "./message.ts";
import { type Instant, instant, type LocalDate, type Zone } from "./time.ts";

/** How an instant is said: "mardi 24 novembre à 14 h 30", "mar. 24/11 14 h 30", "mar. 24/11", the day, the hour, the month, the weekday. */
export type MomentStyle = "long" | "short" | "shortDay" | "day" | "time" | "month" | "weekday";

/** An instant, to be said in the person's language and the site's zone. */
export function saidMoment(at: Instant, zone: Zone, style: MomentStyle = "long"): Said {
  return { key: "@moment", values: { at, zone, style } };
}

/** A day of the calendar, with its weekday: "vendredi 27 novembre", "ven. 27/11"; or its weekday alone. */
export function saidDay(date: LocalDate, style: "day" | "shortDay" | "weekday" = "day"): Said {
  return saidMoment(instant(`${date}T12:00:00Z`), "UTC", style);
}

/** Several texts, one a line with a dash. */
export function saidLines(each: readonly Said[]): Said {
  return { key: "@lines", values: { each } };
}

/** Words that somebody wrote in several languages: those of the listener, else the French ones. */
export function saidInLanguages(words: Readonly<Record<string, string>>): Said {
  return { key: "@written", values: words };
}

/** Words that are the same in every language: a name, an address, a link. */
export function saidPlain(text: string): Said {
  return { key: "@plain", values: { text } };
}
