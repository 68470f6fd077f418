import type { Instant } from "../base/time.ts";
import type { OutlineStep } from "../engine/outline.ts";
import type { HappeningReads } from "../store/happening-reads.ts";
import type { MeasureRecords } from "../store/measure-store.ts";
import type { PrivateLinks } from "../store/private-links.ts";
import type { ReplayReads } from "../store/replay-reads.ts";
import type { StayRecords } from "../store/stay-store.ts";
import type { StepCounts } from "../store/step-counts.ts";
import type { Presence } from "./presence.ts";

/** A flow as its drawing shows it. */
export type DrawnFlow = readonly OutlineStep[];

/** What the desk reads and writes beside conversations. */
export interface DeskShelves {
  readonly stays: StayRecords;
  readonly measures: MeasureRecords;
  readonly replay: ReplayReads;
  readonly happenings: HappeningReads;
  readonly privateLinks: PrivateLinks;
  readonly presence: Presence;
  /** The steps of a flow, in French; null when there is no such flow. */
  drawn(flow: string): DrawnFlow | null;
  /** What happened at the steps of a flow between two instants, in numbers. */
  stepCounts(structure: string, flow: string, from: Instant, to: Instant): Promise<StepCounts>;
}
