import type { Mode } from "./details.ts";
import type { NamedSlot } from "./slot-id.ts";

/** A time that a worker opens for one person: outside the ranges, and as near as they like. */
export interface UrgentTime extends NamedSlot {
  readonly mode: Mode;
}
