import { ownTextProblems } from "./own-texts.ts";
import type { Structure } from "./schema.ts";

/** What is wrong with a file, and where: "openings.3.site". */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** The longest `site` + `worker` for which the id of a slot stays under 40 bytes. */
const longestNames = 28;

/** Checks what no single field can tell: names that answer each other, ranges that make sense. */
export function crossCheck(structure: Structure): readonly Problem[] {
  return [
    ...repeatedIds(structure),
    ...openingProblems(structure),
    ...overlaps(structure),
    ...rangeProblems(structure),
    ...placeProblems(structure),
    ...schemeProblems(structure),
    ...unknownSources(structure),
    ...onCallProblems(structure),
    ...ownTextProblems(structure),
  ];
}

/** A shared mailbox is nobody's phone, and without hours nobody knows when it is night. */
function onCallProblems({ onCall, contact, officeHours }: Structure): Problem[] {
  if (!onCall) return [];
  const path = "onCall.email";
  return [
    ...(onCall.email === contact.email
      ? [{ path, message: "is the shared mailbox, not a person" }]
      : []),
    ...(officeHours.length === 0
      ? [{ path, message: "needs office hours, to know when it is closed" }]
      : []),
  ];
}

function repeatedIds(structure: Structure): Problem[] {
  const lists = {
    sites: [structure.siege, ...structure.sites].map(({ id }) => id),
    workers: structure.workers.map(({ id }) => id),
    openings: structure.openings.map(({ id }) => id),
    motifs: structure.motifs.map(({ id }) => id),
    helpPlaces: structure.helpPlaces.map(({ id }) => id),
    emergencyNumbers: structure.emergencyNumbers.map(({ id }) => id),
    territories: structure.territories.flatMap((one) => one.communes.map((c) => c.inseeCode)),
  };
  return Object.entries(lists).flatMap(([path, ids]) =>
    ids
      .filter((id, place) => ids.indexOf(id) !== place)
      .map((id) => ({ path, message: `"${id}" appears twice` })),
  );
}

function openingProblems({ siege, sites, workers, motifs, openings }: Structure): Problem[] {
  const places = new Set([siege, ...sites].map(({ id }) => id));
  const known = new Set(workers.map(({ id }) => id));
  const purposes = new Set(motifs.map(({ id }) => id));
  return openings.flatMap((opening, index) => {
    const found: Problem[] = [];
    const say = (field: string, message: string) =>
      found.push({ path: `openings.${index}.${field}`, message });
    if (!places.has(opening.site)) say("site", `unknown site "${opening.site}"`);
    if (!known.has(opening.worker)) say("worker", `unknown worker "${opening.worker}"`);
    for (const motif of opening.motifs)
      if (!purposes.has(motif)) say("motifs", `unknown motif "${motif}"`);
    if (opening.from >= opening.to) say("to", "ends before it starts");
    if (opening.validFrom && opening.validUntil && opening.validFrom > opening.validUntil)
      say("validUntil", "is over before it begins");
    if (opening.site.length + opening.worker.length > longestNames)
      say("site", `site and worker names are longer than ${longestNames} characters together`);
    return found;
  });
}

function overlaps({ openings }: Structure): Problem[] {
  return openings.flatMap((opening, index) =>
    openings.slice(0, index).flatMap((other): Problem[] => {
      const sameDays =
        opening.weekday === other.weekday &&
        (opening.validFrom ?? "") <= (other.validUntil ?? "9999") &&
        (other.validFrom ?? "") <= (opening.validUntil ?? "9999");
      if (!sameDays || opening.from >= other.to || other.from >= opening.to) return [];
      const path = `openings.${index}`;
      if (opening.worker === other.worker)
        return [{ path, message: `worker "${opening.worker}" is also in "${other.id}"` }];
      return [];
    }),
  );
}

function rangeProblems({ officeHours, closures, audience }: Structure): Problem[] {
  const hours = officeHours.flatMap(({ from, to }, index) =>
    from >= to ? [{ path: `officeHours.${index}.to`, message: "ends before it starts" }] : [],
  );
  const closed = closures.flatMap(({ from, to }, index) =>
    from > to ? [{ path: `closures.${index}.to`, message: "ends before it starts" }] : [],
  );
  const ages =
    audience.maxAge !== null && audience.minAge > audience.maxAge
      ? [{ path: "audience.maxAge", message: "is under the lowest age" }]
      : [];
  return [...hours, ...closed, ...ages];
}

function placeProblems(structure: Structure): Problem[] {
  const { siege, sites, nearestSites, territories } = structure;
  const places = [siege, ...sites];
  const ids = new Set(places.map(({ id }) => id));
  const communes = new Set(territories.flatMap((one) => one.communes.map((c) => c.inseeCode)));
  const unnamed = places
    .filter((place) => !place.name.includes(place.town))
    .map((place) => ({
      path: place === siege ? "siege.name" : `sites.${sites.indexOf(place)}.name`,
      message: `does not say "${place.town}"`,
    }));
  const near = Object.entries(nearestSites.byCommune).flatMap(([code, order]) => {
    const path = `nearestSites.byCommune.${code}`;
    const strangers = order.filter((id) => !ids.has(id));
    return [
      ...(communes.has(code) ? [] : [{ path, message: "unknown commune" }]),
      ...strangers.map((id) => ({ path, message: `unknown site "${id}"` })),
    ];
  });
  // the person is told who follows them there
  const alone = territories.flatMap((one, index) =>
    one.role === "neighbour" && !one.orientation
      ? [{ path: `territories.${index}.orientation`, message: "a neighbour is oriented somewhere" }]
      : [],
  );
  return [...unnamed, ...near, ...alone];
}

/** Every département grants the ASLL (law 90-449 of 31 May 1990, article 6), and every house offers it. */
function schemeProblems({ localSchemes }: Structure): Problem[] {
  return localSchemes.includes("asll")
    ? []
    : [{ path: "localSchemes", message: "does not name the ASLL, which is offered everywhere" }];
}

function unknownSources(structure: Structure): Problem[] {
  const cited = {
    source: structure.source,
    "siege.source": structure.siege.source,
    "contact.source": structure.contact.source,
    "asll.source": structure.asll.source,
    "localAid.source": structure.localAid?.source ?? {},
    ...Object.fromEntries(structure.sites.map((one, i) => [`sites.${i}.source`, one.source])),
    ...Object.fromEntries(
      structure.helpPlaces.map((one, i) => [`helpPlaces.${i}.source`, one.source]),
    ),
    ...Object.fromEntries(
      structure.territories.map((one, i) => [`territories.${i}.source`, one.source]),
    ),
    ...Object.fromEntries(
      structure.territories.map((one, i) => [
        `territories.${i}.orientation.source`,
        one.orientation?.source ?? {},
      ]),
    ),
    ...Object.fromEntries(
      structure.emergencyNumbers.map((one, i) => [`emergencyNumbers.${i}.source`, one.source]),
    ),
  };
  return Object.entries(cited).flatMap(([path, fields]) =>
    Object.entries(fields)
      .filter(([, key]) => key.split(", ").some((one) => !(one in structure.sourceList)))
      .map(([field, key]) => ({ path: `${path}.${field}`, message: `unknown source "${key}"` })),
  );
}
