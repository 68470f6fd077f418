import { z } from "zod";
import { postcode, saidAs, slug, source } from "./words.ts";

/** Short enough to be read under a button, on the screen of a small phone. */
const plainWords = z.string().min(1).max(200);

/**
 * A place that helps with something else than what the structure does itself, and to which people are
 * oriented: nobody books anything there. `null` is unknown, never guessed: the team is asked.
 */
export const helpPlace = z.strictObject({
  id: slug,
  name: z.string().min(1),
  /** At most 24 characters: a row of a WhatsApp list. */
  shortName: z.string().min(1).max(24),
  /** What one finds there, in plain words. */
  what: plainWords,
  forWhom: plainWords,
  /** How one gets in: alone, with a paper, through a worker. */
  howToReach: plainWords.nullable(),
  address: z.string().min(1).nullable(),
  postcode: postcode.nullable(),
  town: z.string().min(1),
  phone: z.string().min(1).nullable(),
  openingHours: z.string().min(1).nullable(),
  /** Open in the day, and nobody sleeps there: the number for tonight is said with it. */
  dayOnly: z.boolean().optional(),
  saidAs,
  source,
  confirmed: z.boolean(),
});
