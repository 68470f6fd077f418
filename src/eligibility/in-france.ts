import type { Situation } from "./situation.ts";
import { departementOf } from "./zones.ts";

// in France with its overseas départements, whose country codes some registers use
const covered = ["FR", "GP", "MQ", "GF", "RE", "YT"];
const overseasCollectivities = ["975", "977", "978", "984", "986", "987", "988"];

/**
 * Whether the dwelling is in mainland France or an overseas département, the field of the aids of Action Logement;
 * undefined when the country is not known.
 */
export function isInFrance({ country, home }: Situation): boolean | undefined {
  const code = home?.inseeCode;
  if (code && overseasCollectivities.includes(departementOf(code))) return false;
  if (country === null) return undefined;
  return country === undefined || covered.includes(country);
}
