import type { Said, SaidValues } from "../base/message.ts";
import { saidPlain } from "../base/said.ts";
import type { Offered } from "../engine/conversation.ts";
import type { HelpPlace, Structure } from "../structure/schema.ts";
import { addressOf } from "./places.ts";

/** The other places that help, as buttons. */
export function helpPlaceButtons({ helpPlaces }: Structure): readonly Offered[] {
  return helpPlaces.map(({ id, name, shortName }) => ({
    key: id,
    label: saidPlain(name),
    short: saidPlain(shortName),
  }));
}

/**
 * What one finds in a place, for whom it is and how one gets in, last the number to call where nobody
 * sleeps; null for a place that is not listed.
 */
export function helpPlaceValues(structure: Structure, id: unknown): SaidValues | null {
  const place = structure.helpPlaces.find((one) => one.id === id);
  if (!place) return null;
  const { name, what, forWhom } = place;
  return {
    place: name,
    what,
    forWhom,
    how: [...waysTo(place), ...(place.dayOnly ? tonight(structure) : [])],
  };
}

/** Whether a text names one of the places that help; the text is normalised. */
export function namesHelpPlace(structure: Structure, normalised: string): boolean {
  const text = ` ${normalised} `;
  return namesOf(structure).some((name) => text.includes(` ${name} `));
}

/**
 * The same text with "ici" for each place that helps, with the little words before it ("à la boussole").
 * One word stays, or what is said of a place would be said of the person ("l'accueil de jour dans la
 * rue"). The text is normalised.
 */
export function withoutHelpPlaces(structure: Structure, normalised: string): string {
  const longestFirst = [...namesOf(structure)].sort((a, b) => b.length - a.length);
  if (longestFirst.length === 0) return normalised;
  const named = new RegExp(
    `(?<= )(?:(?:a|au|chez|dans|de|du|vers) )?(?:(?:l|la|le|les) )?(?:${longestFirst.join("|")})(?= )`,
    "g",
  );
  return ` ${normalised} `.replaceAll(named, "ici").trim();
}

/** How people name the places that help, without accents. */
export function namesOf({ helpPlaces }: Pick<Structure, "helpPlaces">): readonly string[] {
  return helpPlaces.flatMap(({ saidAs }) => saidAs);
}

/** One line each; where neither an address nor a telephone is known, the team is asked. */
function waysTo(place: HelpPlace): readonly Said[] {
  const { howToReach, address, openingHours, phone } = place;
  const known = [howToReach, address && addressOf(place), openingHours, phone].filter(
    (way) => way !== null,
  );
  const toAsk = address === null && phone === null ? [{ key: "autres-lieux:askTheTeam" }] : [];
  return [...known.map(saidPlain), ...toAsk];
}

/** Who has no bed is told the number to call, as the structure's own file gives it. */
function tonight({ emergencyNumbers }: Structure): readonly Said[] {
  const number = emergencyNumbers.find(({ id }) => id === "115")?.number;
  return number ? [{ key: "autres-lieux:tonight", values: { number } }] : [];
}
