import type { SlotFacts } from "../../src/appointments/slot-facts.ts";
import type { Opening } from "../../src/appointments/supply.ts";
import { localTime } from "../../src/base/time.ts";
import { paris } from "./association.ts";

/** Tuesday mornings in Carvin. */
export const tuesday: Opening = {
  id: "mardi",
  worker: "conseillere-1",
  site: "ml-carvin",
  motifs: ["premier-rendez-vous"],
  weekday: 2,
  from: localTime("09:30"),
  to: localTime("12:00"),
  confirmed: true,
};

/** One opening, nothing taken; Sunday 22 November 2026, ten in the morning. */
export const given: SlotFacts = {
  structure: "rencontres-et-loisirs",
  openings: [tuesday],
  exceptions: [],
  absences: [],
  dailyLimits: [],
  travel: [],
  closures: [],
  sites: new Map(),
  busy: [],
  engagements: [],
  motif: {
    id: "premier-rendez-vous",
    durationMinutes: 45,
    minimumNoticeHours: 24,
    horizonDays: 28,
  },
  mode: "place",
  zone: "Europe/Paris",
  now: paris("2026-11-22 10:00"),
  demonstration: true,
};
