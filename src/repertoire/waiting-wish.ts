import { nearestSites } from "../appointments/nearest-sites.ts";
import type { Slot } from "../appointments/slots.ts";
import { suits, type WaitingKind, type WaitingWish } from "../appointments/waiting-list.ts";
import type { Said } from "../base/message.ts";
import { saidDay, saidPlain } from "../base/said.ts";
import { after, dateIn, hour, localDate } from "../base/time.ts";
import type { Asking } from "../engine/conversation.ts";
import { bookedOf } from "./meant-appointment.ts";
import { chosenMotif, motifById } from "./motifs.ts";
import { placeById, placesOf } from "./places.ts";
import { known, type Scene } from "./scene.ts";
import { receivedAhead } from "./supply-of.ts";
import { timesToOffer } from "./times-to-offer.ts";

/** What this conversation has learnt of a wish, on the way to the list. */
export const wishFacts = {
  places: "waitingPlaces",
  days: "waitingDays",
  half: "availability",
  phone: "phonePossible",
} as const;

const halves = ["morning", "afternoon", "anyTime"] as const;

/** The wish as it was told; what was not told suits. */
export function wishToldTo(asking: Asking): WaitingWish {
  const half = halves.find((one) => one === known(asking, wishFacts.half));
  return {
    sites: placesTold(asking),
    days: daysTold(asking),
    half: half ?? "anyTime",
    phone: known(asking, wishFacts.phone) === true,
  };
}

/** The places that were told, by their id; null when any would do. */
export function placesTold(asking: Asking): readonly string[] | null {
  const told = known(asking, wishFacts.places);
  return Array.isArray(told) ? told.filter((one) => typeof one === "string") : null;
}

/** The days of the week that were told, 1 for Monday; null when any would do. */
export function daysTold(asking: Asking): readonly number[] | null {
  const told = known(asking, wishFacts.days);
  return Array.isArray(told) ? told.filter((one) => typeof one === "number") : null;
}

/** What is free now and suits. */
interface Fitting {
  readonly kind: WaitingKind;
  readonly motif: string;
  /** Times that may be booked; for who would come sooner, those before their appointment. */
  readonly bookable: readonly Slot[];
  /** Those, and the nearer ones that only a freed time may be. */
  readonly free: readonly Slot[];
}

/** What is free now and suits somebody, by the wish they told. */
export async function fittingNow(
  scene: Scene,
  asking: Asking,
  wish: WaitingWish,
): Promise<Fitting> {
  const [booked] = await bookedOf(scene, asking);
  const { zone } = scene.structure;
  // who would come sooner comes for the same
  const motif = booked ? motifById(scene.structure, booked.motif) : chosenMotif(scene, asking);
  const offered = await timesToOffer(scene, asking.now, motif);
  const free = offered.filter(
    (slot) => suits(wish, slot, zone) && (!booked || slot.end <= booked.start),
  );
  const soonest = after(asking.now, motif.minimumNoticeHours * hour);
  const bookable = free.filter(({ start }) => start >= soonest);
  return { kind: booked ? "earlier" : "first", motif: motif.id, bookable, free };
}

/** Places where somebody may be received, the nearest first; those chosen already are left out. */
export function placesToWaitFor(
  { structure }: Scene,
  asking: Asking,
  commune: { readonly inseeCode: string },
) {
  const chosen = placesTold(asking) ?? [];
  const open = receivedAhead(structure, dateIn(structure.zone, asking.now)).sites;
  return nearestSites(structure, commune, placesOf(structure).length)
    .filter(({ id }) => open.has(id) && !chosen.includes(id))
    .slice(0, placesAtOnce);
}

const placesAtOnce = 6;

/** Days of the week on which somebody receives; those chosen already are left out. */
export function daysToWaitFor({ structure }: Scene, asking: Asking): readonly number[] {
  const chosen = daysTold(asking) ?? [];
  const open = receivedAhead(structure, dateIn(structure.zone, asking.now)).days;
  return [...open].filter((day) => !chosen.includes(day)).sort();
}

/** A day of the week, in words. */
export function saidWeekday(day: number): Said {
  // the first of January 2024 was a Monday
  return saidDay(localDate(`2024-01-0${day}`), "weekday");
}

/** A wish as its owner reads it: places, days, half-days, and whether the telephone would do. */
export function wishLines(
  { structure }: Pick<Scene, "structure">,
  wish: WaitingWish,
): readonly Said[] {
  const { sites, days, half, phone } = wish;
  return [
    ...(sites === null
      ? [{ key: "liste-attente:whichPlace_anywhere" }]
      : sites.map((site) => saidPlain(placeById(structure, site)?.name ?? site))),
    ...(days === null ? [{ key: "liste-attente:whichDay_anyDay" }] : days.map(saidWeekday)),
    { key: `facts:availability_${half}` },
    ...(phone ? [{ key: "liste-attente:byPhoneToo" }] : []),
  ];
}
