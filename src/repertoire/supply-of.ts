import type { LaidDown } from "../appointments/laid-down.ts";
import type { Supply } from "../appointments/slot-facts.ts";
import type { Opening } from "../appointments/supply.ts";
import { timetable } from "../appointments/timetable.ts";
import { addDays, type Instant, type LocalDate, weekday } from "../base/time.ts";
import type { OfficeWeek } from "../escalation/promise.ts";
import { type LaidAs, readLaid, readPlaceWords } from "../structure/laid-schema.ts";
import type { Place, Structure } from "../structure/schema.ts";
import { keepSections } from "./edited-sections.ts";

/**
 * The openings of the file, with what the team laid down since: an opening of the same id stands in the
 * place of the file's, whatever the file says later.
 */
export function supplyOf(
  { openings }: Pick<Structure, "openings">,
  laid: readonly LaidDown[],
): Supply {
  const own = read("opening", laid);
  const replaced = new Set(own.map(({ id }) => id));
  return {
    openings: [...openings.filter(({ id }) => !replaced.has(id)), ...own],
    exceptions: read("exception", laid),
    absences: read("absence", laid),
    travel: read("travel", laid),
    dailyLimits: read("dailyLimit", laid),
  };
}

function read<Kind extends LaidDown["kind"]>(
  kind: Kind,
  laid: readonly LaidDown[],
): readonly LaidAs<Kind>[] {
  return laid
    .filter((one) => one.kind === kind)
    .flatMap(({ document }) => readLaid(kind, document) ?? []);
}

/** The places that a team uses for a while, as any place of the file. */
function laidPlaces(laid: readonly LaidDown[]): readonly Place[] {
  return laid
    .filter(({ kind }) => kind === "place")
    .flatMap(({ id, document, words }) => {
      const where = readLaid("place", document);
      const said = readPlaceWords(words);
      return where && said ? [placeFrom(id, where, said)] : [];
    });
}

const longestShortName = 24;

function placeFrom(
  id: string,
  { town, inseeCode, postcode }: LaidAs<"place">,
  { name, address }: { readonly name: string; readonly address: string | null },
): Place {
  const full = name.includes(town) ? name : `${name}, ${town}`;
  return {
    ...{ id, name: full, shortName: `${town}, ${name}`.slice(0, longestShortName), kind: "" },
    ...{ address, postcode, town, inseeCode, coordinates: null, access: null },
    ...{ source: {}, confirmed: true },
  };
}

const added = new WeakSet<Place>();

/**
 * Makes a structure know its places of a while: whoever holds it (the chat, the desk, the reminders, the
 * calendars) finds them among its sites. Those that are no more go.
 */
function keepPlaces(structure: Structure, places: readonly Place[]): void {
  const lasting = structure.sites.filter((site) => !added.has(site));
  for (const place of places) added.add(place);
  structure.sites.splice(0, structure.sites.length, ...lasting, ...places);
}

const lately = new WeakMap<Structure, readonly LaidDown[]>();

/** What a team laid down, as it was last read: its places are known to whoever holds the structure. */
export function keepLaid(structure: Structure, laid: readonly LaidDown[]): void {
  keepSections(structure, laid);
  keepPlaces(structure, laidPlaces(laid));
  lately.set(structure, laid);
}

/** The openings of the file and of the team, as they were last read: for what is decided without a read. */
export function openingsKnown(structure: Structure): readonly Opening[] {
  return supplyOf(structure, lately.get(structure) ?? []).openings;
}

/** The hours of the office, and until when the team said that it cannot answer, as it was last read. */
export function weekKnown(structure: Structure): Structure & Pick<OfficeWeek, "busyUntil"> {
  const [busy] = read("busy", lately.get(structure) ?? []);
  return busy ? { ...structure, busyUntil: busy.until as Instant } : structure;
}

/** So far ahead somebody may wait for a time. */
const waitedAhead = 60;

/** Where, and on which days of the week, somebody receives in the weeks that come, as it was last read. */
export function receivedAhead(structure: Structure, today: LocalDate) {
  const openings = openingsKnown(structure);
  const until = addDays(today, waitedAhead);
  const { stretchesOn } = timetable(
    { openings, exceptions: [], absences: [] },
    { from: today, until },
  );
  const sites = new Set<string>();
  const days = new Set<number>();
  for (let date = today; date <= until; date = addDays(date, 1)) {
    for (const { site } of stretchesOn(date)) {
      sites.add(site);
      days.add(weekday(date));
    }
  }
  return { sites, days };
}
