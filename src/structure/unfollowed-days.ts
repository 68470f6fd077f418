import type { Structure } from "./schema.ts";

/** Long enough to come back to a question; short, for nobody of the team ever had to read it. */
const usualDays = 30;

/** How many days the texts of a conversation that led to no appointment and to nobody are kept. */
export function unfollowedDaysOf({ retention }: Pick<Structure, "retention">): number {
  return retention.unfollowedTextsDays ?? usualDays;
}
