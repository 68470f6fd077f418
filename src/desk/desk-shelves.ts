import type { HappeningReads } from "../store/happening-reads.ts";
import type { PrivateLinks } from "../store/private-links.ts";
import type { ReplayReads } from "../store/replay-reads.ts";
import type { StayRecords } from "../store/stay-store.ts";
import type { Presence } from "./presence.ts";

/** What the desk reads and writes beside conversations. */
export interface DeskShelves {
  readonly stays: StayRecords;
  readonly replay: ReplayReads;
  readonly happenings: HappeningReads;
  readonly privateLinks: PrivateLinks;
  readonly presence: Presence;
}
