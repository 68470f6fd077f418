import type { AppointmentId, PersonId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import type { Appointment } from "./appointment.ts";
import type { LaidDown } from "./laid-down.ts";
import type { Busy } from "./resources.ts";
import type { Engagement } from "./supply.ts";

/** The agenda, as booking reads it. What booking wants written goes with the turn (see changes.ts). */
export interface Diary {
  /**
   * When these resources (workers, rooms, persons) are taken between two instants. Somebody else's hold
   * takes them until it ends; that of `person` does not, nor does the appointment they are `leaving`.
   */
  busy(
    resources: readonly string[],
    from: Instant,
    to: Instant,
    seen: {
      readonly now: Instant;
      readonly person: PersonId | null;
      readonly leaving?: AppointmentId | null;
    },
  ): Promise<readonly Busy[]>;
  /** Where the workers of a structure are expected between two instants. */
  engagements(
    structure: string,
    from: Instant,
    to: Instant,
    leaving: AppointmentId | null,
  ): Promise<readonly Engagement[]>;
  /** What the team laid down beside the file of a structure, and is still kept. */
  laidDown(structure: string): Promise<readonly LaidDown[]>;
  /** The appointments of a person that have not begun: booked, or proposed by a worker. */
  upcomingOf(person: PersonId, now: Instant): Promise<readonly Appointment[]>;
  appointment(id: string): Promise<Appointment | null>;
  /** The last appointments of a person, whatever became of them, the last made first. */
  historyOf(person: PersonId): Promise<readonly Appointment[]>;
}
