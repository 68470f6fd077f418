import { environment } from "../node/environment.ts";
import { type NodeHouse, openNodeHouse } from "../node/house.ts";
import { readSettings } from "../settings.ts";
import type { Structure } from "../structure.ts";

/** The house, opened to read and count, and the association it is about. Ends the process when it is none of ours. */
export async function openForReports(
  slug: string | undefined,
): Promise<{ readonly house: NodeHouse; readonly structure: Structure }> {
  const reading = readSettings(environment());
  if (reading.outcome === "refused") {
    console.error(reading.problems.join("\n"));
    process.exit(2);
  }
  const house = await openNodeHouse({
    settings: reading.settings,
    sends: false,
    broke: () => undefined,
  });
  const [first] = house.structures.values();
  const structure = slug === undefined ? first : house.structures.get(slug);
  if (!structure) {
    console.error(`Association inconnue ici : ${slug}. STRUCTURE dit lesquelles sont servies.`);
    await house.close();
    process.exit(2);
  }
  return { house, structure };
}
