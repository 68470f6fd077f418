import { environment } from "../node/environment.ts";
import { type NodeHouse, openNodeHouse } from "../node/house.ts";
import { readSettings, type Settings } from "../settings.ts";

/** The settings of this place; when they are refused, their problems are said and the process ends with 2. */
export function settingsHere(): Settings {
  const reading = readSettings(environment());
  if (reading.outcome === "read") return reading.settings;
  console.error(reading.problems.join("\n"));
  process.exit(2);
}

/** The house of this place, opened beside whatever serves it: it sends nothing. */
export function openHouseHere(): Promise<NodeHouse> {
  return openNodeHouse({ settings: settingsHere(), sends: false, broke: () => undefined });
}
