import { after, type Instant, minute } from "../base/time.ts";

/** Long enough to read a message and tap, on a slow phone; short enough not to keep a time from others. */
const heldFor = 10 * minute;

/** Until when the time that somebody chose is kept for them while they confirm it. */
export function holdEnd(now: Instant): Instant {
  return after(now, heldFor);
}
