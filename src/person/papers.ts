import type { PersonId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";

/** Where somebody stands with a paper: `cannot` is "I can't get it", which the team was told. */
const paperStates = ["have", "cannot", "notYet"] as const;
export type PaperState = (typeof paperStates)[number];

/** A paper as it was last ticked, by the person or by a worker. */
export interface PaperMark {
  readonly state: PaperState;
  readonly by: "person" | "worker";
  readonly at: Instant;
}

/** The papers of a person by their codes; one that was never spoken of is absent. */
export type PaperMarks = ReadonlyMap<string, PaperMark>;

/** The papers of people, as a turn reads them. */
export interface Papers {
  /** What was last said of each paper, in any conversation of the person. */
  marksOf(person: PersonId): Promise<PaperMarks>;
  /** The rules that were decided in their conversations ("visale"): what they sought. */
  decidedFor(person: PersonId): Promise<ReadonlySet<string>>;
}
