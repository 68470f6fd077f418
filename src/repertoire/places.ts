import type { AppointmentDetails } from "../appointments/details.ts";
import type { Said, SaidValues } from "../base/message.ts";
import { saidLines, saidMoment, saidPlain } from "../base/said.ts";
import type { Instant } from "../base/time.ts";
import type { Place, Structure } from "../structure/schema.ts";
import { saidMode, saidWhere } from "./way-to-meet.ts";

/** All the places of appointment, the head office last. */
export function placesOf(structure: Structure): readonly Place[] {
  return [...structure.sites, structure.siege];
}

export function placeById(structure: Structure, id: unknown): Place | undefined {
  return placesOf(structure).find((place) => place.id === id);
}

/** "189 avenue de la République, 62220 Carvin", with the parts that are known. */
export function addressOf({
  address,
  postcode,
  town,
}: Pick<Place, "address" | "postcode" | "town">): string {
  return [address, [postcode, town].filter(Boolean).join(" ")].filter(Boolean).join(", ");
}

/** How one gets in; where it is not known, the telephone, else that it is not known. */
export function accessOf({ contact }: Structure, { access }: Place): Said {
  if (access !== null) return saidPlain(access);
  return contact.phone === null
    ? { key: "lieux:accessUnknown" }
    : { key: "lieux:callFirst", values: { phone: contact.phone } };
}

/** A link that any phone opens as a map; it carries the address and nothing of the person. */
export function mapOf(place: Place): string {
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(addressOf(place))}`;
}

/** What the texts of an appointment may show: when, where, how to find it, what to bring. */
export function appointmentValues(
  structure: Structure,
  appointment: {
    readonly start: Instant;
    readonly site: string;
    readonly motif: string;
    readonly mode?: string;
    readonly details?: AppointmentDetails | null;
  },
): SaidValues {
  const motif = structure.motifs.find(({ id }) => id === appointment.motif);
  const mode = appointment.mode ?? motif?.mode ?? "place";
  const documents = motif?.documents ?? [];
  const toBring = mode === "place" ? "papers:toBring" : "papers:keepNear";
  const place = placeById(structure, appointment.site);
  const spot = place
    ? { place: place.name, site: place.name, address: addressOf(place), map: mapOf(place) }
    : { place: "", site: "", address: "", map: "" };
  return {
    when: saidMoment(appointment.start, structure.zone),
    toBring: { key: documents.length === 0 ? "papers:nothingToBring" : toBring },
    documents: saidLines(documents.map((paper) => ({ key: `papers:${paper}` }))),
    ...spot,
    ...(mode === "place" ? {} : { place: saidMode(mode) }),
    where: saidWhere(mode, place, spot, appointment.details ?? null),
  };
}
