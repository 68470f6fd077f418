import type { Instant } from "../base/time.ts";

/** What the team may lay down beside the structure's file. */
export type LaidKind =
  /** A range; of the id of one of the file it stands in its place. With a `date`, a day on site. */
  | "opening"
  /** One day on which an opening is not as usual. */
  | "exception"
  | "absence"
  /** A place used once or for a while. */
  | "place"
  | "travel"
  | "dailyLimit"
  /** Nobody can answer until then, though it is open. */
  | "busy"
  /** A part of the file that is written anew at the desk, by its name. */
  | "section"
  /** A dwelling for a while, with its places. */
  | "lodging"
  /** What a funder pays of a kind of accompaniment, for a while. */
  | "agreement";

/** One thing that was laid down, as it is stored: `document` is JSON, checked by who reads it. */
export interface LaidDown {
  readonly kind: LaidKind;
  readonly id: string;
  readonly document: string;
  /** What was typed freely, in JSON; null when nothing was. */
  readonly words: string | null;
  readonly madeBy: string;
  readonly madeAt: Instant;
}
