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

/** What one finds in a place, for whom it is and how one gets in; null for a place that is not listed. */
export function helpPlaceValues({ helpPlaces }: Structure, id: unknown): SaidValues | null {
  const place = helpPlaces.find((one) => one.id === id);
  if (!place) return null;
  const { name, what, forWhom } = place;
  return { place: name, what, forWhom, how: waysTo(place) };
}

/** Whether a text names one of the places that help; the text is normalised. */
export function namesHelpPlace({ helpPlaces }: Structure, normalised: string): boolean {
  const text = ` ${normalised} `;
  return helpPlaces.some(({ saidAs }) => saidAs.some((name) => text.includes(` ${name} `)));
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
