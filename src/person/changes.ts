import type { Instant, LocalDate } from "../base/time.ts";
import type { PaperState } from "./papers.ts";
import type { SheetContent } from "./sheets.ts";

/** What a turn wants written about the person, in the same commit. */
export type PersonChange =
  | { readonly kind: "nameFirst"; readonly firstName: string }
  | { readonly kind: "remindersStopped"; readonly stopped: boolean }
  /** Whether reminders say an hour alone. */
  | { readonly kind: "remindDiscreetly"; readonly discreet: boolean }
  | { readonly kind: "giveLinkCode"; readonly code: string; readonly expiresAt: Instant }
  /** This conversation becomes the person's who was given the code. */
  | { readonly kind: "joinByCode"; readonly code: string }
  /** A worker types the code of the desk: this phone is told of a danger at night. */
  | { readonly kind: "pairAlertPhone"; readonly code: string }
  | {
      readonly kind: "saveSheet";
      readonly sheet: string;
      readonly content: SheetContent;
      readonly figuresOn: LocalDate;
      readonly language: string;
      readonly expiresAt: Instant;
    }
  | { readonly kind: "shareSheet"; readonly sheet: string }
  /** A token that opens the sheet until then; a former one no longer does. Null: no token does. */
  | {
      readonly kind: "linkSheet";
      readonly sheet: string;
      readonly link: { readonly token: string; readonly until: Instant } | null;
    }
  | { readonly kind: "markPapers"; readonly papers: readonly string[]; readonly state: PaperState }
  /** Photos of papers are kept no more: those that were go at once. */
  | { readonly kind: "forgetPaperPhotos" }
  | { readonly kind: "erase" };
