import { addMonths, at, type Instant, type LocalDate } from "../base/time.ts";
import type { LaidAs } from "../structure/laid-schema.ts";
import type { Structure } from "../structure/schema.ts";

/** What was laid down is kept so long after its last day, to explain what was offered then. */
const keptMonths = 12;

/** From when something with a last day may go; without one it is in force until it is taken away. */
export function laidExpiry(
  { zone }: Pick<Structure, "zone">,
  last: LocalDate | null | undefined,
): Instant | null {
  return last ? at(zone, addMonths(last, keptMonths), "00:00") : null;
}

/**
 * The last day of an opening. One that stands in the place of one of the file has none, even when it is
 * stopped: without it the file's would come back.
 */
export function lastDayOf(
  { openings }: Pick<Structure, "openings">,
  { id, date, validUntil }: LaidAs<"opening">,
): LocalDate | null {
  if (openings.some((one) => one.id === id)) return null;
  return date ?? validUntil ?? null;
}
