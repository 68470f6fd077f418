import type { Structure } from "./schema.ts";

/** Long enough for a worker to look at them once a month; short, for they are words of people. */
const usualDays = 30;

/** How many days messages that were not understood are kept, masked, for the team. */
export function misheardDaysOf({ retention }: Pick<Structure, "retention">): number {
  return retention.misheardDays ?? usualDays;
}
