import { z } from "zod";
import { inseeCode, postcode, slug, source, zone } from "./words.ts";

const coordinates = z.strictObject({ lat: z.number(), lon: z.number() }).nullable();

/** A place where appointments are given; `null` is unknown, never guessed. */
export const place = z.strictObject({
  id: slug,
  /** Contains the commune, so that a button says where it leads. */
  name: z.string().min(1),
  /** At most 24 characters: a row of a WhatsApp list. */
  shortName: z.string().min(1).max(24),
  kind: z.string().min(1),
  address: z.string().min(1).nullable(),
  postcode: postcode.nullable(),
  town: z.string().min(1),
  inseeCode,
  coordinates,
  /** How one gets in, in plain words. */
  access: z.string().min(1).nullable(),
  transport: z
    .strictObject({ bus: z.string().optional(), train: z.string().optional() })
    .optional(),
  /** The rooms lent there, by an id; places that name one room share it. One of its own when not said. */
  rooms: z.array(slug).min(1).optional(),
  /** Its own clock, where it is not the structure's. */
  zone: zone.optional(),
  source,
  /** False until the association has checked the address. */
  confirmed: z.boolean(),
});

const commune = z.strictObject({
  name: z.string().min(1),
  inseeCode,
  postcodes: z.array(postcode).min(1),
  population: z.int().nullable(),
  /** The zone of housing benefits (arrêté du 17 mars 1978), which also sets the ceilings of Visale. */
  aplZone: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  coordinates,
});

/** `served`: young people of these communes are followed; `neighbour`: informed and oriented. */
export const territory = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  role: z.enum(["served", "neighbour"]),
  communes: z.array(commune).min(1),
  /** Who follows the young people of a neighbour territory. */
  orientation: z
    .strictObject({ id: slug, name: z.string(), minAge: z.int(), maxAge: z.int(), source })
    .optional(),
  source,
});

/** One postcode, several communes: the commune is asked. */
export const postcodeWarning = z.strictObject({
  postcode,
  communes: z.array(z.string()).min(2),
  note: z.string(),
});

/** For each commune, the places from the nearest on. Places left out come after, in the file's order. */
export const nearestSites = z.strictObject({
  confirmed: z.boolean(),
  note: z.string(),
  byCommune: z.record(inseeCode, z.array(slug)),
});
