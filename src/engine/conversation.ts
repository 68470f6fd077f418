import type { Option, Reply, ReplyFile, Said, SaidValues } from "../base/message.ts";
import type { Instant } from "../base/time.ts";

/** A place in a conversation is a step name. */
export interface Place {
  readonly flow: string;
  readonly step: string;
}

/** A place to come back to, with the figures that its texts were showing. */
export interface Suspended extends Place {
  readonly values: SaidValues;
}

/** What was learnt, and when. `null`: it was asked and is not known, or was kept private. */
export interface Learnt {
  readonly value: unknown;
  readonly at: number;
  /** Set when the team corrected it, and not the person. */
  readonly byTeam?: true;
}

/** What the engine remembers of one person between two messages. Plain data: it is stored as it is. */
export interface Memory {
  /** Null before the person chose one. */
  readonly language: string | null;
  /** Where an answer is waited for; null between two conversations. */
  readonly place: Place | null;
  /** Where to come back after a side question. */
  readonly suspended: Suspended | null;
  readonly known: Readonly<Record<string, Learnt>>;
  /** The questions answered, oldest first, so that the person can go back. */
  readonly trail: readonly (Place & { readonly fact: string })[];
  /** What was last offered here, when it is not written in the flow (slots, communes). */
  readonly offered: readonly Offered[];
  /** Figures that the texts of this flow may show. */
  readonly values: SaidValues;
  /** The wish behind a "shall we switch?" or a first "which language?", while it is being asked. */
  readonly wish: string | null;
  readonly misunderstood: number;
  /** The fact last asked for: a question that changed meaning is asked again, never misread. */
  readonly asked: string | null;
  /** When "noted" was last said to somebody who waits for a worker. */
  readonly notedAt: number;
  readonly lastAt: number;
  /** What is kept, files too, was said to the person. Absent for who was told before files were kept. */
  readonly told?: boolean;
  /** The kinds of sensitive numbers that the person knows are not kept: each is said once. */
  readonly toldMasked?: readonly string[];
  /** Flows the person also spoke of, oldest first: offered one by one, until refused or begun. */
  readonly needs?: readonly string[];
  /** Insults in a row: the first two are answered. */
  readonly insults?: number;
  /** Languages that were offered once because the person wrote in them. */
  readonly languagesOffered?: readonly string[];
  /** A fingerprint of what was last said: the same is never said twice in a row. */
  readonly lastSaid?: string;
  /** The word on the side that was said last, by its key; null when it was something else. */
  readonly lastAside?: string | null;
  /** How the person writes, as far as it tells a machine that answers every message from a human. */
  readonly pace?: Pace;
}

/** What is kept of the last free texts: fingerprints of their words, never the words. */
export interface Pace {
  /** The last texts that differ, newest last, each as the fingerprints of its words. */
  readonly texts: readonly (readonly number[])[];
  /** How many in a row were one of those. */
  readonly alike: number;
  /** How many long ones in a row came faster than anybody types. */
  readonly rushed: number;
  /** When the last one was sent. */
  readonly at: number;
  /** It was taken for a machine, and nothing is answered until something else comes. */
  readonly silent?: true;
  /** The team was told of it. */
  readonly told?: true;
}

/** One thing offered by name, such as a slot or a commune: its key, what it is called, what it means. */
export interface Offered {
  readonly key: string;
  readonly label: Said;
  readonly short?: Said;
  /** The value that the choice teaches; the key itself when absent. */
  readonly value?: unknown;
}

export const nothingKnown: Memory = {
  language: null,
  place: null,
  suspended: null,
  known: {},
  trail: [],
  offered: [],
  values: {},
  wish: null,
  misunderstood: 0,
  asked: null,
  notedAt: 0,
  lastAt: 0,
};

/** What happened in a turn, in codes: counters and the activity report read these. */
export interface Happening {
  readonly kind: string;
  readonly flow?: string;
  readonly step?: string;
  readonly value?: string;
}

/** One message in, one turn out. `changes` are what actions want written together with it. */
export interface Turn<Change> {
  readonly memory: Memory;
  readonly replies: readonly Reply[];
  readonly happenings: readonly Happening[];
  readonly changes: readonly Change[];
  /** What the flow made of the file that was sent; absent when it is kept, or not, as anywhere else. */
  readonly filePlace?: { readonly isKept: boolean; readonly about: string | null };
}

/** What an action or an offer may look at. */
export interface Asking {
  readonly memory: Memory;
  readonly now: Instant;
  /** The person waits for a worker, who will read what is written meanwhile. */
  readonly waiting: boolean;
}

/** What an action answers: the arrow to follow, and what it teaches, says or wants written. */
export interface Performed<Change> {
  readonly outcome: string;
  readonly values?: SaidValues;
  readonly learnt?: Readonly<Record<string, unknown>>;
  readonly forget?: readonly string[];
  readonly changes?: readonly Change[];
  readonly file?: ReplyFile;
  readonly language?: string;
  /** Another flow to go to, by `goTo: "@wish"`. */
  readonly wish?: string;
  /** Numbers to count, each under its name: they name nobody. */
  readonly counts?: Readonly<Record<string, number>>;
  /** Begin again as if nothing was ever said (after an erasure). */
  readonly reset?: true;
}

/** What an offer proposes; an empty list follows the arrow `none`. `extra` are fixed choices after it. */
export interface Proposed {
  readonly offered: readonly Offered[];
  readonly values?: SaidValues;
}

export type { Option, Reply };
