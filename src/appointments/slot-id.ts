import { at, type Instant, isoOf, localDate, localTime } from "../base/time.ts";

/** What the id of a slot says by itself, days later, without any table. */
export interface NamedSlot {
  readonly site: string;
  readonly worker: string;
  readonly start: Instant;
}

/**
 * The id of a slot: site, worker and minute in UTC, "ml-carvin~conseillere-1~2611241330".
 * At most 40 bytes, as site and worker names have at most 28 together (checked in the file).
 */
export function slotId(slot: NamedSlot): string {
  return slotIdOf(slot, slotMinute(slot.start));
}

/** The same, for who has written the minute already. */
export function slotIdOf({ site, worker }: Omit<NamedSlot, "start">, minuteOf: string): string {
  return `${site}~${worker}~${minuteOf}`;
}

/** The last part of the id of a slot: the minute in UTC, "2611241330". */
export function slotMinute(start: Instant): string {
  // "2026-11-24T13:30:00.000Z"
  const iso = isoOf(start);
  return (
    iso.slice(2, 4) + iso.slice(5, 7) + iso.slice(8, 10) + iso.slice(11, 13) + iso.slice(14, 16)
  );
}

/** Reads the id of a slot, or gives null when it is none. */
export function parseSlotId(id: string): NamedSlot | null {
  const found = /^([a-z0-9-]+)~([a-z0-9-]+)~(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(id);
  const [, site, worker, year, month, day, hours, minutes] = found ?? [];
  if (site === undefined || worker === undefined) return null;
  try {
    const date = localDate(`20${year}-${month}-${day}`);
    return { site, worker, start: at("UTC", date, localTime(`${hours}:${minutes}`)) };
  } catch {
    return null;
  }
}
