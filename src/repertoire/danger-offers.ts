import { nearestSites } from "../appointments/nearest-sites.ts";
import { offerSlots, rankSlots } from "../appointments/offer.ts";
import { freeSlots } from "../appointments/slots.ts";
import { saidDay, saidMoment, saidPlain } from "../base/said.ts";
import {
  addDays,
  addMonths,
  after,
  dateIn,
  hour,
  type Instant,
  type LocalDate,
  localDate,
  weekday,
  type Zone,
} from "../base/time.ts";
import type { Asking, Proposed } from "../engine/conversation.ts";
import { daySaid } from "../understanding/day-said.ts";
import { slotFactsFor } from "./agenda.ts";
import { chosenMotif } from "./motifs.ts";
import { placeById, placesOf } from "./places.ts";
import type { Scene } from "./scene.ts";

/** Who must leave soon is seen within this. */
const soonEnough = 48 * hour;
const slotsAtOnce = 3;
const friday = 5;

/** The offer in which the day of a departure is chosen, or written. */
export const leavingDay = "leavingDay";

/** The days that are said most: tomorrow, the end of the week, the end of the month. */
export function leavingDays(today: LocalDate): Proposed {
  const days = [addDays(today, 1), nextFriday(today), lastOfMonth(today)];
  const each = [...new Set(days)].filter((day) => day > today).sort();
  return {
    offered: each.map((day) => ({
      key: day,
      label: saidDay(day),
      short: saidDay(day, "shortDay"),
      value: day,
    })),
  };
}

/** The day that a typed answer means; null when it names none. */
export function hearLeavingDay(text: string, zone: Zone, now: Instant): LocalDate | null {
  return daySaid(text, dateIn(zone, now));
}

/** Free times of the next two days, wherever they are; none leaves it to the team. */
export async function soonSlots(scene: Scene, asking: Asking, commune: string): Promise<Proposed> {
  const { structure } = scene;
  const facts = await slotFactsFor(scene, asking.now, { motif: chosenMotif(scene, asking) });
  const until = after(asking.now, soonEnough);
  const free = freeSlots(facts, {}).slots.filter(({ start }) => start <= until);
  const times = new Set<number>();
  const near = nearestSites(structure, { inseeCode: commune }, placesOf(structure).length);
  // on a narrow screen a time is shown without its place: each time once, at the nearest
  const ranked = rankSlots(free, { sitesByNearness: near.map(({ id }) => id) }).filter(
    ({ start }) => !times.has(start) && times.add(start),
  );
  return {
    offered: offerSlots(ranked, slotsAtOnce, 0).slots.map((slot) => ({
      key: slot.id,
      label: {
        key: "facts:slotAt",
        values: {
          when: saidMoment(slot.start, structure.zone),
          site: saidPlain(placeById(structure, slot.site)?.shortName ?? ""),
        },
      },
      short: saidMoment(slot.start, structure.zone, "short"),
    })),
  };
}

function nextFriday(today: LocalDate): LocalDate {
  const ahead = (friday - weekday(today) + 7) % 7;
  return addDays(today, ahead === 0 ? 7 : ahead);
}

function lastOfMonth(today: LocalDate): LocalDate {
  return addDays(addMonths(localDate(`${today.slice(0, 7)}-01`), 1), -1);
}
