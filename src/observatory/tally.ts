/** People informed or oriented on a day, of whom no situation was opened. */
interface Contacts {
  readonly record: "contacts";
  readonly id: string;
  readonly structure: string;
  readonly year: number;
  readonly on: string | null;
  readonly persons: number;
}

/** People who came to a workshop, or were met at an event. */
export interface Gathered {
  readonly record: "workshop" | "event";
  readonly id: string;
  readonly structure: string;
  readonly year: number;
  readonly on: string | null;
  readonly persons: number;
  /** Of whom a situation is open: they are counted there already. */
  readonly withFile: number | null;
  readonly qpv: number | null;
  /** Where it was, and what it was ("workshop", "forum", "street"), where it is known. */
  readonly site?: string | undefined;
  readonly kind?: string | undefined;
}

/** A former year of which the total figures alone are known. */
export interface PublishedYear {
  readonly record: "year";
  readonly id: string;
  readonly structure: string;
  readonly year: number;
  /** Young people who asked, as printed that year. */
  readonly asked: number | null;
  readonly withFile: number | null;
  readonly withoutFile: number | null;
  readonly workshopPeople: number | null;
  readonly qpv: number | null;
  /** The share of those with few or no resources, between 0 and 1. */
  readonly underLowIncome: number | null;
}

/** People counted without being followed, in numbers alone; and whole former years, as they were published. */
export type Tally = Contacts | Gathered | PublishedYear;
