import { isPublicHoliday } from "../base/holidays.ts";
import type { Days } from "../base/recurrence.ts";
import {
  addDays,
  after,
  at,
  dateIn,
  hour,
  type Instant,
  type LocalDate,
  minute,
  type Zone,
} from "../base/time.ts";
import { type BusyIndex, busyIndex } from "./busy-index.ts";
import { type Resource, roomResource, workerResource } from "./resources.ts";
import type { Because, Motif, SlotFacts } from "./slot-facts.ts";
import type { SiteFacts } from "./supply.ts";
import { type Away, type Stretch, timetable } from "./timetable.ts";
import { workerDays } from "./worker-days.ts";

/** What can be asked of one opening on one day. */
export interface DayLook {
  /** Why nothing at all is offered in it; null when its times are looked at one by one. */
  readonly refused: Because | null;
  refusalAt(start: Instant): Because | null;
}

/** The facts, sorted once for many questions about the days of a window. */
export interface SlotSearch {
  /** Lengths in minutes; `step` is from one offered time to the next, on quarters of an hour. */
  readonly minutes: { readonly appointment: number; readonly step: number };
  zoneOf(site: string): Zone;
  stretchesOn(date: LocalDate): readonly Stretch[];
  look(stretch: Stretch, date: LocalDate): DayLook;
  /** What a time takes: the worker, and where people come the first room that is free, else the first of all. */
  resourcesOf(of: Pick<Stretch, "worker" | "site">, start: Instant): readonly Resource[];
}

/** Makes the facts ready to be asked about a window of days. */
export function searchOf(facts: SlotFacts, window: Days): SlotSearch {
  const { motif, mode, zone, now } = facts;
  const openings = facts.openings.filter(
    ({ motifs, modes }) => motifs.includes(motif.id) && (modes?.includes(mode) ?? true),
  );
  const table = timetable({ ...facts, openings }, window);
  const days = workerDays(facts, facts);
  const length = motif.durationMinutes * minute;
  const times = timesOf(facts, days);
  const horizon = addDays(dateIn(zone, now), motif.horizonDays);
  return {
    minutes: {
      appointment: motif.durationMinutes,
      step: Math.ceil(withBuffers(motif) / 15) * 15,
    },
    zoneOf: (site) => siteOf(facts, site).zone,
    stretchesOn: table.stretchesOn,
    look(stretch, date) {
      const away = table.absencesOn(stretch.worker, date);
      const closed = dayRefusal(facts, stretch, date, away);
      const refused =
        closed ?? days.fullness(stretch.worker, date) ?? (date > horizon ? "horizon" : null);
      const hours = hoursAway(away, siteOf(facts, stretch.site).zone, date);
      const isAway = (start: Instant) =>
        hours.some(({ from, to }) => start < to && from < start + length);
      return {
        refused,
        refusalAt: (start) => (isAway(start) ? "absence" : times.refusalAt(stretch, start)),
      };
    },
    resourcesOf: times.resourcesOf,
  };
}

/** Minutes of an appointment with what is kept free around it. */
function withBuffers(motif: Motif): number {
  const { durationMinutes, bufferBeforeMinutes = 0, bufferAfterMinutes = 0 } = motif;
  return bufferBeforeMinutes + durationMinutes + bufferAfterMinutes;
}

/** A site as the file says, or as any site is. */
function siteOf({ sites, zone }: Pick<SlotFacts, "sites" | "zone">, site: string): SiteFacts {
  return sites.get(site) ?? { zone, holidays: "metropole", rooms: [site], coordinates: null };
}

function dayRefusal(
  facts: SlotFacts,
  { confirmed, isCancelled, isDeliberate, site }: Stretch,
  date: LocalDate,
  away: readonly Away[],
): Because | null {
  if (!confirmed && !facts.demonstration) return "unconfirmed";
  if (isCancelled) return "cancelled";
  if (facts.closures.some(({ from, to }) => from <= date && date <= to)) return "closure";
  if (!isDeliberate && isPublicHoliday(date, siteOf(facts, site).holidays)) return "holiday";
  return away.includes(null) ? "absence" : null;
}

/** Parts of the day, as instants. */
function hoursAway(away: readonly Away[], zone: Zone, date: LocalDate) {
  return away.flatMap((part) =>
    part ? [{ from: at(zone, date, part.from), to: at(zone, date, part.to) }] : [],
  );
}

/** Why single times are refused, and what they take. */
function timesOf(facts: SlotFacts, days: ReturnType<typeof workerDays>) {
  const { structure, motif, mode, now } = facts;
  const before = (motif.bufferBeforeMinutes ?? 0) * minute;
  const length = motif.durationMinutes * minute;
  const behind = (motif.bufferAfterMinutes ?? 0) * minute;
  const index = busyIndex(facts.busy);
  const soonest = after(now, motif.minimumNoticeHours * hour);
  const needsRoom = mode === "place";
  const goesThere = mode === "place" || mode === "home";
  const own = once((worker: string) => calendarOf(index, workerResource(structure, worker)));
  const rooms = once((site: string) =>
    siteOf(facts, site).rooms.map((room) => calendarOf(index, roomResource(structure, room))),
  );
  const refusalAt = ({ worker, site }: Worksite, start: Instant): Because | null => {
    const { isTaken } = own(worker);
    const places = needsRoom ? rooms(site) : null;
    const end = after(start, length);
    if (isTaken(start, end)) return "busy";
    if (places && !freeRoom(places, start, end)) return "room";
    if (before + behind > 0) {
      const [from, to] = [after(start, -before), after(end, behind)];
      if (isTaken(from, to)) return "buffer";
      if (places && !freeRoom(places, from, to)) return "buffer";
    }
    const where = mode === "home" ? null : site;
    if (goesThere && days.isTooFar(worker, where, start, end)) return "travel";
    return start < soonest || start <= now ? "notice" : null;
  };
  const resourcesOf = ({ worker, site }: Worksite, start: Instant): readonly Resource[] => {
    const { resource } = own(worker);
    if (!needsRoom) return [resource];
    const room = freeRoom(rooms(site), after(start, -before), after(start, length + behind));
    const taken = room ?? rooms(site)[0];
    return taken ? [resource, taken.resource] : [resource];
  };
  return { refusalAt, resourcesOf };
}

type Worksite = Pick<Stretch, "worker" | "site">;

/** One resource, and whether it is taken between two instants. */
interface Calendar {
  readonly resource: Resource;
  readonly isTaken: (from: Instant, to: Instant) => boolean;
}

function calendarOf(index: BusyIndex, resource: Resource): Calendar {
  return { resource, isTaken: index.of(resource) };
}

/** The first of the rooms of a site that is free all that time; nothing when every one is taken. */
function freeRoom(rooms: readonly Calendar[], from: Instant, to: Instant): Calendar | undefined {
  return rooms.find(({ isTaken }) => !isTaken(from, to));
}

/** Made once for each worker or site, however many times are asked. */
function once<Made>(make: (of: string) => Made): (of: string) => Made {
  const known = new Map<string, Made>();
  return (of) => {
    const found = known.get(of);
    if (found !== undefined) return found;
    const made = make(of);
    known.set(of, made);
    return made;
  };
}
