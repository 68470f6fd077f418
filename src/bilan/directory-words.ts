import type { DirectoryWords } from "../structure/directory-entry.ts";
import type { Structure } from "../structure/schema.ts";
import type { BilanWords } from "./printed.ts";

/** The sentences of the entry in the national directory, in the voice of the bilan. */
export function directoryWords({ say }: BilanWords, structure: Structure): DirectoryWords {
  const { name, area, audience } = structure;
  const { minAge, maxAge } = audience;
  return {
    structure: say("directoryStructure", { association: name, area }),
    service: say("directoryService"),
    publics:
      maxAge === null
        ? say("directoryAdults", { minAge })
        : say("directoryAges", { minAge, maxAge }),
    mobilisation: say("directoryMobilise"),
  };
}
