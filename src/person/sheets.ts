import type { PersonId } from "../base/ids.ts";
import type { Instant, LocalDate } from "../base/time.ts";
import type { FactValue } from "./facts.ts";

/** What a sheet of the bilan logement holds: the answers, and each scheme's outcome in codes. */
export interface SheetContent {
  readonly answers: Readonly<Record<string, FactValue | null>>;
  readonly outcomes: Readonly<Record<string, string>>;
}

/** A sheet as it was kept. */
export interface Sheet {
  readonly id: string;
  readonly structure: string;
  readonly content: SheetContent;
  /** The day whose figures were used. */
  readonly figuresOn: LocalDate;
  readonly language: string;
  readonly createdAt: Instant;
  /** When the person gave it to the team to read; null until then. */
  readonly sharedAt: Instant | null;
}

/** Sheets as a turn reads them. What it wants written goes with the turn. */
export interface Sheets {
  /** The present sheet of a person, whichever of their conversations made it. */
  presentOf(person: PersonId, structure: string): Promise<Sheet | null>;
  /** The signed token of a link: the secret, and until when it opens the sheet. */
  tokenOf(secret: string, until: Instant): string;
}

/** How long a link to a sheet works, in days. */
export const sheetLinkDays = 7;
