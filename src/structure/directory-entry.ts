import type { LocalDate } from "../base/time.ts";
import type { Place, Structure } from "./schema.ts";

/** The sentences of the entry, in French: the directory is read by the workers of other services. */
export interface DirectoryWords {
  readonly structure: string;
  readonly service: string;
  readonly publics: string;
  readonly mobilisation: string;
}

export interface DirectoryAsked {
  readonly words: DirectoryWords;
  /** The day the file of the structure was read: nothing says when each line of it changed. */
  readonly on: LocalDate;
  /** Where the web chat is; null where it is not public. */
  readonly chat: string | null;
}

const source = "trousseau";
const days = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const;
const housing = "logement-hebergement";

/**
 * The entry of an association in the national directory of services, in the vocabulary of data-inclusion, version 1
 * (schemas of gip-inclusion/data-inclusion-schema, read in November 2026): the structure, a service at
 * each place that is confirmed, and one at a distance. What the file does not know is left out, never guessed.
 */
export function directoryEntry(structure: Structure, { words, on, chat }: DirectoryAsked) {
  const { slug, name, contact, siege, sites, localSchemes, territories, audience } = structure;
  const id = `${source}--${slug}`;
  const reached = {
    ...(contact.phone ? { telephone: international(contact.phone) } : {}),
    ...(contact.email ? { courriel: contact.email } : {}),
  };
  const common = {
    ...{ source, structure_id: id, description: words.service, date_maj: on },
    type: "information",
    // a CLLAJ says of itself that it is free; of a municipal centre no source says so
    ...(audience.maxAge === null ? {} : { frais: "gratuit" }),
    thematiques: [
      `${housing}--sinformer-sur-les-demarches-liees-a-lacces-au-logement`,
      `${housing}--louer-un-logement`,
      `${housing}--se-maintenir-dans-le-logement`,
      ...(localSchemes.includes("alt")
        ? [`${housing}--rechercher-une-solution-dhebergement-temporaire`]
        : []),
    ],
    ...(audience.maxAge === null ? {} : { publics: ["jeunes"] }),
    publics_precisions: words.publics,
    zone_eligibilite: territories
      .filter(({ role }) => role === "served")
      .flatMap(({ communes }) => communes.map(({ inseeCode }) => inseeCode)),
    mobilisable_par: ["usagers", "professionnels"],
    mobilisation_precisions: words.mobilisation,
    ...reached,
    modes_mobilisation: [
      ...(chat ? ["utiliser-lien-mobilisation"] : []),
      ...(contact.phone ? ["telephoner"] : []),
      ...(contact.email ? ["envoyer-un-courriel"] : []),
    ],
    ...(chat ? { lien_mobilisation: chat } : {}),
  };
  const hours = openingHours(structure);
  return {
    structures: [
      {
        ...{ source, original_id: slug, id, nom: named(name), description: words.structure },
        ...{ date_maj: on, ...addressOf(siege), ...reached },
        ...(contact.website ? { site_web: webAddress(contact.website) } : {}),
        ...(hours ? { horaires_accueil: hours } : {}),
        ...(siege.kind === "CCAS" ? { reseaux_porteurs: ["ccas-cias"] } : {}),
      },
    ],
    services: [
      ...[siege, ...sites]
        .filter(({ confirmed }) => confirmed)
        .map((place) => ({
          ...{ ...common, id: `${id}--${place.id}`, ...addressOf(place) },
          nom: named(`${structure.service}, ${place.name}`),
          modes_accueil: ["en-presentiel"],
        })),
      {
        ...{ ...common, id: `${id}--a-distance`, nom: named(structure.service) },
        modes_accueil: ["a-distance"],
      },
    ],
  };
}

function addressOf({ town, postcode, inseeCode, address, coordinates }: Place) {
  return {
    ...{ commune: town, code_insee: inseeCode },
    ...(postcode ? { code_postal: postcode } : {}),
    ...(address ? { adresse: address } : {}),
    ...(coordinates ? { longitude: coordinates.lon, latitude: coordinates.lat } : {}),
  };
}

/** Between three and 150 characters, without a dot at the end. */
function named(name: string): string {
  return name.slice(0, 150).replace(/[.\s]+$/, "");
}

/** A French number as it is dialled from anywhere; a short one stays as it is. */
function international(phone: string): string {
  const digits = phone.replace(/\D/g, "");
  return digits.length === 10 && digits.startsWith("0") ? `+33${digits.slice(1)}` : digits;
}

function webAddress(website: string): string {
  return /^https?:/.test(website) ? website : `https://${website}`;
}

/** The office hours as maps write them: "Mo 09:00-17:00; Tu 09:00-17:00"; null where none are known. */
function openingHours({ officeHours }: Structure): string | null {
  const byDay = Map.groupBy(officeHours, ({ weekday }) => weekday);
  const lines = [...byDay]
    .toSorted(([one], [other]) => one - other)
    .map(([weekday, ranges]) => {
      const hours = ranges.map(({ from, to }) => `${from}-${to}`).toSorted();
      return `${days[weekday - 1]} ${hours.join(",")}`;
    });
  return lines.length > 0 ? [...lines, "PH off"].join("; ") : null;
}
