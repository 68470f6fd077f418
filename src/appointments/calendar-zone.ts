import { tzlib_get_ical_block } from "timezones-ical-library";
import type { Zone } from "../base/time.ts";

/**
 * The zone as a calendar file describes it (RFC 5545, 3.6.5): when its clocks change, and by how much.
 * Null for a zone the library does not know. The library describes a zone that is another's twin under
 * the other's name (Indian/Reunion as Asia/Dubai): the events name ours, so the description does too.
 */
export function calendarZone(zone: Zone): string | null {
  const described = tzlib_get_ical_block(zone);
  if (typeof described === "string") return null;
  return described[0]?.replaceAll(/^(TZID|X-LIC-LOCATION):.*$/gm, `$1:${zone}`) ?? null;
}
