import ar from "./ar.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import es from "./es.json" with { type: "json" };
import fr from "./fr.json" with { type: "json" };
import frVous from "./fr-vous.json" with { type: "json" };

/** That somebody whose language it is read a file aloud: which day, in what role, and which text it was then. */
export interface ReviewMark {
  /** The day, "2026-12-03". */
  readonly on: string;
  /** A role ("jeune", "travailleuse sociale"), never a name. */
  readonly by: string;
  /** The fingerprint of the file on that day: a text changed since was not read. */
  readonly text: string;
}

/** The marks of each file of each language and tone; null: never reviewed. Written by `npm run -s flows`. */
export const reviewMarks: Readonly<Record<string, Readonly<Record<string, ReviewMark | null>>>> = {
  fr,
  "fr-vous": frVous,
  en,
  es,
  ar,
};
