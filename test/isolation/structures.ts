import realFile from "../../prisma/structures/rencontres-et-loisirs.json" with { type: "json" };
import { readStructure, type Structure } from "../../src/structure.ts";

export const real = "rencontres-et-loisirs";
/** Its own hours in the afternoon, its own reminder, everything kept one month. */
export const blue = "maison-bleue";
/** The hours of the real one, the same ids of workers and places, everything kept four years. */
export const green = "maison-verte";

/** Three structures whose workers, places, motifs and ranges bear the same ids, and other names. */
export function threeStructures(): ReadonlyMap<string, Structure> {
  const ours = checked(realFile);
  const painted = [paint(ours, blue, "Bleu"), paint(ours, green, "Vert")] as const;
  const [inBlue, inGreen] = painted;
  const each = [ours, { ...inBlue, ...ownWaysOf(ours) }, { ...inGreen, retention: months(48) }];
  return new Map(each.map((structure) => [structure.slug, checked(structure)]));
}

/** What a page of this structure may hold and no other's may. */
export function markersOf({ slug, name, siege, sites }: Structure): readonly string[] {
  const places = [siege, ...sites];
  return [
    slug,
    name,
    ...places.flatMap((place) => [place.name, place.shortName, place.address ?? place.name]),
  ];
}

function paint(structure: Structure, slug: string, colour: string): Structure {
  const place = <Kind extends Structure["siege"]>(one: Kind, at: number): Kind => ({
    ...one,
    name: `Salon ${colour} de ${one.town}`,
    shortName: `${colour} ${one.town}`.slice(0, 24),
    address: `${at} rue du ${colour}`,
  });
  return {
    ...structure,
    slug,
    name: `Maison ${colour}`,
    service: `Accueil ${colour}`,
    siege: place(structure.siege, 0),
    sites: structure.sites.map((site, index) => place(site, index + 1)),
  };
}

function ownWaysOf({ openings, reminderPlan }: Structure) {
  return {
    openings: openings
      .filter(({ id }) => id === "c1-mardi-matin")
      .map((opening) => ({ ...opening, from: "14:00", to: "17:00" })),
    reminderPlan: {
      ...reminderPlan,
      weekBefore: null,
      threeDays: null,
      dayBefore: null,
      twoHours: { hoursBefore: 1 },
    },
    retention: months(1),
  };
}

function months(count: number): Structure["retention"] {
  return {
    conversationsMonthsAfterLastContact: count,
    messageTextsMonths: count,
    appointmentsMonths: count,
    remindersMonths: count,
    auditTrailMonths: count,
    confirmed: true,
  };
}

function checked(file: unknown): Structure {
  const reading = readStructure(file);
  if (reading.outcome === "refused") throw new Error(JSON.stringify(reading.problems));
  return reading.structure;
}
