import { z } from "zod";
import { holidayRegions } from "../base/holidays.ts";
import {
  closure,
  motif,
  officeHours,
  openAppointments,
  opening,
  reminderPlan,
  worker,
} from "./agenda-schema.ts";
import { helpPlace } from "./help-place-schema.ts";
import { localFigure } from "./local-figure-schema.ts";
import { nearestSites, place, postcodeWarning, territory } from "./place-schema.ts";
import { day, saidAs, saidInLanguages, slug, source, zone } from "./words.ts";

/** A number to call. `null` where the sources give none: nothing is invented. */
const phoneNumber = z.strictObject({
  id: z.string().min(1),
  /** `emergency` numbers are shown before any other answer when a danger is seen. */
  use: z.enum(["emergency", "information"]),
  number: z.string().min(1).nullable(),
  name: z.string().min(1),
  useWhen: z.string().min(1),
  hours: z.string().min(1).nullable(),
  cost: z.string().min(1),
  priority: z.int().min(1).max(3),
  source,
  checkedOn: day,
  confirmed: z.boolean(),
});

/**
 * How long each kind of record is kept (RGPD, article 5): each has its own clock. The networks' own ids
 * have none: only a keyed hash of them is kept, with its message, and it goes with it.
 */
const retention = z.strictObject({
  conversationsMonthsAfterLastContact: z.int().positive(),
  messageTextsMonths: z.int().positive(),
  appointmentsMonths: z.int().positive(),
  remindersMonths: z.int().positive(),
  auditTrailMonths: z.int().positive(),
  /** Photos, documents and voice messages that were sent to the team; see `mediaDaysOf`. */
  mediaDays: z.int().positive().optional(),
  /** Texts of conversations that led to no appointment and to nobody; see `unfollowedDaysOf`. */
  unfollowedTextsDays: z.int().positive().optional(),
  /** Messages that were not understood, without anything personal; see `misheardDaysOf`. */
  misheardDays: z.int().positive().optional(),
  confirmed: z.boolean(),
});

/** One association, as its file describes it. Strict: a misspelled field is refused, not ignored. */
export const structureSchema = z.strictObject({
  slug,
  name: z.string().min(1),
  /** The name the assistant gives itself. */
  service: z.string().min(1),
  departement: z.string().regex(/^(\d{2}|2[AB]|97\d)$/),
  zone,
  /** Where it works, as its people say it: "Hénin-Carvin". */
  area: z.string().min(1),
  /** Both ages included; without an upper age, every adult is at home. */
  audience: z.strictObject({ minAge: z.int(), maxAge: z.int().nullable() }),
  tone: z.enum(["tu", "vous"]),
  languages: z.array(z.string().regex(/^[a-z]{2}$/)).min(1),
  /** Its own sentences, said instead of the common ones: language → key ("cllaj:what", "*:book") → sentence. */
  texts: z.record(z.string(), z.record(z.string(), z.string().trim().min(1))).optional(),
  siege: place,
  sites: z.array(place),
  nearestSites,
  /** Other places that help, to be oriented to; empty when the sources name none. */
  helpPlaces: z.array(helpPlace),
  territories: z.array(territory).min(1),
  postcodeWarnings: z.array(postcodeWarning),
  services: z.array(z.strictObject({ id: slug, name: z.string(), since: z.int().nullable() })),
  /** The schemes the assistant may decide or name here, by their id. */
  localSchemes: z.array(z.string().min(1)),
  /** Figures of the place that are published nowhere: with them, a rule that was in doubt decides. */
  localFigures: z.array(localFigure).optional(),
  /** An aid of this place alone, whose conditions no source gives: it is named, and the team tells the rest. */
  localAid: z.strictObject({ name: z.string().min(1), saidAs, source }).optional(),
  /** The ASLL here: whether somebody may ask for the measure to enter a dwelling by themselves. */
  asll: z.strictObject({ accessAlone: z.boolean(), source }),
  workers: z.array(worker).min(1),
  openings: z.array(opening),
  closures: z.array(closure),
  motifs: z.array(motif).min(1),
  /** Ready answers of its own for the team, by language; they may show what the common ones show. */
  cannedAnswers: z
    .array(
      z.strictObject({
        id: slug,
        title: z.string().trim().min(1).max(60),
        text: saidInLanguages(1000),
      }),
    )
    .optional(),
  /** One when the file does not say. */
  openAppointments: openAppointments.optional(),
  officeHours: z.array(officeHours),
  /** Whose phone is told of a danger while it is closed, by their address at the desk; absent: nobody's. */
  onCall: z.strictObject({ email: z.email() }).optional(),
  /** Those of the office; a site has those of its commune. */
  publicHolidays: z.enum(holidayRegions),
  contact: z.strictObject({
    email: z.email().nullable(),
    website: z.string().nullable(),
    phone: z.string().nullable(),
    source,
  }),
  emergencyNumbers: z.array(phoneNumber).min(1),
  reminderPlan,
  retention,
  /** key → title and date of the document. */
  sourceList: z.record(z.string(), z.string()),
  source,
});

export type Structure = z.infer<typeof structureSchema>;
export type Place = Structure["siege"];
export type HelpPlace = Structure["helpPlaces"][number];
