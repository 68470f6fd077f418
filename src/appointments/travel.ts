import type { Coordinates, TravelOverride } from "./supply.ts";

/** What is known of the way between sites. */
export interface Ways {
  readonly travel: readonly TravelOverride[];
  readonly sites: ReadonlyMap<string, { readonly coordinates: Coordinates | null }>;
}

/** Minutes of a way, and what they rest on. */
export interface Way {
  readonly minutes: number;
  /** `written` by the team, computed from the `distance`, or `unknown`: then a default stands for it. */
  readonly restsOn: "written" | "distance" | "unknown";
}

// our own assumptions, which the team overrides: roads are a third longer than the flight of a bird, a
// car does 40 km/h in a built-up area, and five minutes go to parking and walking in
const roadsPerFlight = 4 / 3;
const kilometresAnHour = 40;
const arriving = 5;
/** Kept for a way of which nothing is known. */
export const unknownWay = 30;

const earthRadius = 6371;

/** How long a worker needs from one site to another. */
export function wayBetween({ travel, sites }: Ways, one: string, other: string): Way {
  if (one === other) return { minutes: 0, restsOn: "written" };
  const written = travel.find(({ between }) => between.includes(one) && between.includes(other));
  if (written) return { minutes: written.minutes, restsOn: "written" };
  const here = sites.get(one)?.coordinates ?? null;
  const there = sites.get(other)?.coordinates ?? null;
  if (!here || !there) return { minutes: unknownWay, restsOn: "unknown" };
  const road = kilometresBetween(here, there) * roadsPerFlight;
  return { minutes: Math.ceil((road / kilometresAnHour) * 60 + arriving), restsOn: "distance" };
}

/** Kilometres as the crow flies (haversine, on a sphere of 6 371 km). */
export function kilometresBetween(one: Coordinates, other: Coordinates): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2;
  const chord =
    half(other.lat - one.lat) +
    Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * half(other.lon - one.lon);
  return 2 * earthRadius * Math.asin(Math.sqrt(chord));
}
