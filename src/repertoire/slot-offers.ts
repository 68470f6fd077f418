import type { Appointment } from "../appointments/appointment.ts";
import type { Mode } from "../appointments/details.ts";
import { fillsHole } from "../appointments/fills-hole.ts";
import { lastWorkerIn } from "../appointments/last-worker.ts";
import { nearestSites } from "../appointments/nearest-sites.ts";
import { offerSlots, type Preference, rankSlots } from "../appointments/offer.ts";
import { parseSlotId } from "../appointments/slot-id.ts";
import { freeSlots, type Slot } from "../appointments/slots.ts";
import { saidMoment, saidPlain } from "../base/said.ts";
import type { Instant } from "../base/time.ts";
import type { Asking, Proposed } from "../engine/conversation.ts";
import { slotFactsFor } from "./agenda.ts";
import { allowanceFor, inTheWay } from "./appointment-allowance.ts";
import { lostSlot } from "./book-slot.ts";
import { communeOf } from "./commune-of.ts";
import { bookedOf } from "./meant-appointment.ts";
import { chosenMotif } from "./motifs.ts";
import { placeById, placesOf } from "./places.ts";
import { known, type Scene } from "./scene.ts";
import { slotPageAt } from "./slot-page.ts";
import { chosenMode, keyOfMode, modesOf, saidMode } from "./way-to-meet.ts";

const slotsAtOnce = 3;
const sitesAtOnce = 3;

/**
 * The nearest sites that have a free time, then the ways to meet without coming; when no time is free,
 * nothing is offered.
 */
export async function offeredSites(scene: Scene, asking: Asking): Promise<Proposed> {
  const motif = chosenMotif(scene, asking);
  const facts = await slotFactsFor(scene, asking.now, { motif });
  const freeBy = (mode: Mode) => freeSlots({ ...facts, mode }, {}).slots;
  const near = nearestSites(scene.structure, communeOf(asking), placesOf(scene.structure).length);
  const ways = modesOf(motif);
  const open = new Set(ways.includes("place") ? freeBy("place").map(({ site }) => site) : []);
  const places = near.filter((place) => open.has(place.id));
  const away = ways.filter((mode) => mode !== "place" && freeBy(mode).length > 0);
  return {
    offered: [
      ...places.slice(0, sitesAtOnce).map((place) => ({
        key: place.id,
        label: saidPlain(place.name),
        short: saidPlain(place.shortName),
      })),
      ...away.map((mode) => ({ key: keyOfMode(mode), label: saidMode(mode) })),
    ],
  };
}

/** Free times of the site that was chosen: a page of them, or the nearest ones to a time that was lost. */
export async function offeredSlots(scene: Scene, asking: Asking): Promise<Proposed> {
  const { structure } = scene;
  const site = String(known(asking, "site"));
  const motif = chosenMotif(scene, asking);
  const mode = chosenMode(asking, motif);
  const isAway = mode !== "place";
  const leaving = await scene.diary.appointment(String(known(asking, "appointment")));
  const facts = { ...(await slotFactsFor(scene, asking.now, { motif, leaving })), mode };
  // the time one already has is no other time
  const isOther = ({ start }: Slot) =>
    start !== leaving?.start || (leaving.site !== site && !isAway);
  const others = (await bookedOf(scene, asking)).filter(({ id }) => id !== leaving?.id);
  const isAllowed = ({ start }: Slot) => isFreeDay(scene, { others, motif: motif.id }, start);
  const free = freeSlots(facts, isAway ? {} : { sites: [site] }).slots.filter(
    (slot) => isOther(slot) && isAllowed(slot),
  );
  const other = isAway ? onceEach(free) : free;
  const lost = parseSlotId(String(known(asking, lostSlot)));
  const lastWorker = lastWorkerIn(await scene.diary.historyOf(scene.person), asking.now);
  const preference = { sitesByNearness: [site], lastWorker, fillsHole: fillsHole(facts) };
  const shown =
    lost && (isAway || lost.site === site)
      ? nearestTo(lost.start, other)
      : pageOf(slotPageAt(asking, site), other, preference);
  return {
    offered: shown.map((slot) => ({
      key: slot.id,
      label: saidMoment(slot.start, structure.zone),
      short: saidMoment(slot.start, structure.zone, "short"),
    })),
    values: {
      site: isAway ? saidMode(mode) : (placeById(structure, site)?.name ?? ""),
    },
  };
}

/** Each hour once, whoever calls: where the worker sits is nothing to who is called. */
function onceEach(slots: readonly Slot[]): readonly Slot[] {
  const times = new Set<Instant>();
  return slots.filter(({ start }) => !times.has(start) && times.add(start));
}

/** Whether none of these is an appointment of the same motif on that day. */
function isFreeDay(
  { structure }: Scene,
  { others, motif }: { readonly others: readonly Appointment[]; readonly motif: string },
  start: Instant,
): boolean {
  if (others.length === 0) return true;
  const allowance = { ...allowanceFor(structure, start), open: others.length + 1 };
  return inTheWay(others, allowance, motif) === null;
}

/** A page of times to show at a site; after the last one, the first again. */
function pageOf(page: number, slots: readonly Slot[], preference: Preference): readonly Slot[] {
  const ranked = rankSlots(slots, preference);
  const pages = Math.max(1, Math.ceil(ranked.length / slotsAtOnce));
  return offerSlots(ranked, slotsAtOnce, page % pages, preference.lastWorker ?? null).slots;
}

/** Who wanted half past two is shown what is nearest to it, in the order of time. */
function nearestTo(wanted: Instant, slots: readonly Slot[]): readonly Slot[] {
  const distance = ({ start }: Slot) => Math.abs(start - wanted);
  return slots
    .toSorted((one, other) => distance(one) - distance(other) || one.start - other.start)
    .slice(0, slotsAtOnce)
    .toSorted((one, other) => one.start - other.start);
}
