import { z } from "zod";
import { type LocalDate, type LocalTime, localDate, localTime, type Zone } from "../base/time.ts";

/** A short name used in links and buttons: lower case, digits and single hyphens. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case letters, digits, hyphens");

/** A day of the calendar, "2026-11-24". */
export const day = z.string().transform((text, context): LocalDate => {
  try {
    return localDate(text);
  } catch {
    context.addIssue({ code: "custom", message: `not a day of the calendar: ${text}` });
    return z.NEVER;
  }
});

/** An hour on the wall, "09:00". */
export const wallTime = z.string().transform((text, context): LocalTime => {
  try {
    return localTime(text);
  } catch {
    context.addIssue({ code: "custom", message: `not an hour of the day: ${text}` });
    return z.NEVER;
  }
});

/** A time zone this machine knows, "Europe/Paris"; never a mere offset, which forgets the summer. */
export const zone = z.string().refine((name: Zone) => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return /^[A-Z]/.test(name);
  } catch {
    return false;
  }
}, "not a time zone");

/** 1 for Monday to 7 for Sunday. */
export const weekdayNumber = z.int().min(1).max(7);

export const inseeCode = z.string().regex(/^(\d{2}|2[AB])\d{3}$/, "five characters");
export const postcode = z.string().regex(/^\d{5}$/, "five digits");

/** Which document each field was read in: field → key of the file's `sourceList`. */
export const source = z.record(z.string(), z.string());

/** How people name a thing when they write, without accents: "boussole", "epicerie sociale". */
export const saidAs = z
  .array(z.string().regex(/^[a-z0-9]+( [a-z0-9]+)*$/, "plain words, no accents"))
  .min(1);

/** The same words in several languages, French among them: it answers for those that are missing. */
export function saidInLanguages(most: number) {
  return z
    .record(z.string().regex(/^[a-z]{2}$/), z.string().trim().min(1).max(most))
    .refine(({ fr }) => fr !== undefined, "is said in French at least");
}
