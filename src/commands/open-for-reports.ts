import type { NodeHouse } from "../node/house.ts";
import type { Structure } from "../structure.ts";
import { openHouseHere } from "./settings-here.ts";

/** The house, opened to read and count, and the association it is about. Ends the process when it is none of ours. */
export async function openForReports(
  slug: string | undefined,
): Promise<{ readonly house: NodeHouse; readonly structure: Structure }> {
  const house = await openHouseHere();
  const [first] = house.structures.values();
  const structure = slug === undefined ? first : house.structures.get(slug);
  if (!structure) {
    console.error(`Association inconnue ici : ${slug}. STRUCTURE dit lesquelles sont servies.`);
    await house.close();
    process.exit(2);
  }
  return { house, structure };
}
