import { isPublicHoliday } from "../base/holidays.ts";
import { after, dateIn, type Instant, timeIn, weekday, type Zone } from "../base/time.ts";
import { isQuiet, type QuietHours } from "./quiet-hours.ts";
import { offerLasts } from "./waiting-list.ts";

/**
 * Whether an offer may begin at this moment: it begins and ends outside quiet hours, on no Sunday and no
 * public holiday. A time that is freed at night is offered in the morning, if it is not too near then.
 */
export function mayOfferAt(now: Instant, zone: Zone, quiet: QuietHours): boolean {
  return [now, after(now, offerLasts)].every((moment) => {
    const day = dateIn(zone, moment);
    const isDayOff = weekday(day) === 7 || isPublicHoliday(day);
    return !isDayOff && !isQuiet(quiet, timeIn(zone, moment));
  });
}
