import type { Appointment } from "../appointments/appointment.ts";
import { roomResource, workerResource } from "../appointments/resources.ts";
import type { SlotFacts, Supply } from "../appointments/slot-facts.ts";
import type { SiteFacts } from "../appointments/supply.ts";
import { holidayRegionOf } from "../base/holidays.ts";
import { after, hour, type Instant } from "../base/time.ts";
import type { Structure } from "../structure/schema.ts";
import { type Motif, referentOf } from "./motifs.ts";
import { placesOf } from "./places.ts";
import type { Scene } from "./scene.ts";
import { keepLaid, supplyOf } from "./supply-of.ts";

/** A week before today: travel looks at whole days, and limits at whole weeks. */
const lookedBack = 7 * 24 * hour;

/** Whose appointment it is to be. */
interface Sought {
  readonly motif: Motif;
  /** The appointment being moved: its own time counts as free. */
  readonly leaving?: Appointment | null;
}

/** All that decides which times are free now for a motif; a follow-up is with the person's own worker alone. */
export async function slotFactsFor(
  scene: Pick<Scene, "structure" | "demonstration" | "diary"> & Partial<Pick<Scene, "person">>,
  now: Instant,
  { motif, leaving = null }: Sought,
): Promise<SlotFacts> {
  const { structure, diary, demonstration } = scene;
  const { slug, zone } = structure;
  const laid = await diary.laidDown(slug);
  // whoever made a place a moment ago, elsewhere, is followed at once
  keepLaid(structure, laid);
  const { closures } = structure;
  const supply = supplyOf(structure, laid);
  const sites = sitesOf(structure);
  const from = after(now, -lookedBack);
  const until = after(now, (motif.horizonDays + 2) * 24 * hour);
  const seen = { now, person: scene.person ?? null, leaving: leaving?.id ?? null };
  const [busy, engagements, own] = await Promise.all([
    diary.busy(resourcesOf(slug, supply, sites), from, until, seen),
    diary.engagements(slug, from, until, seen.leaving),
    motif.followUp && scene.person ? referentOf({ diary, person: scene.person }, now) : null,
  ]);
  const openings =
    motif.followUp && scene.person
      ? supply.openings.filter(({ worker }) => worker === own)
      : supply.openings;
  return {
    ...{ structure: slug, zone, now, demonstration, motif, mode: motif.mode },
    ...{ ...supply, openings, sites, closures, busy, engagements },
  };
}

/** What each place is to the agenda; its holidays are those of its commune. */
function sitesOf(structure: Structure): ReadonlyMap<string, SiteFacts> {
  return new Map(
    placesOf(structure).map(({ id, zone, inseeCode, rooms, coordinates }) => [
      id,
      {
        zone: zone ?? structure.zone,
        holidays: holidayRegionOf(inseeCode),
        rooms: rooms ?? [id],
        coordinates,
      },
    ]),
  );
}

/** Every worker and room that the openings name. */
function resourcesOf(
  slug: string,
  { openings, exceptions }: Supply,
  sites: ReadonlyMap<string, SiteFacts>,
): readonly string[] {
  const where = [
    ...openings.map(({ site }) => site),
    ...exceptions.flatMap(({ instead }) => (instead ? [instead.site] : [])),
  ];
  const rooms = where.flatMap((site) => sites.get(site)?.rooms ?? [site]);
  const names = [
    ...openings.map(({ worker }) => workerResource(slug, worker)),
    ...rooms.map((room) => roomResource(slug, room)),
  ];
  return [...new Set(names)];
}
