import { crossCheck, type Problem } from "./cross-check.ts";
import { writtenOut } from "./own-texts.ts";
import { type Structure, structureSchema } from "./schema.ts";

export type StructureReading =
  | { readonly outcome: "read"; readonly structure: Structure }
  | { readonly outcome: "refused"; readonly problems: readonly Problem[] };

/**
 * Reads an association's file, already parsed from JSON.
 * Refused with all its problems at once, each with the place where it is.
 */
export function readStructure(json: unknown): StructureReading {
  const parsed = structureSchema.safeParse(json);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      path: issue.path.join("."),
      message: issue.message,
    }));
    return { outcome: "refused", problems };
  }
  const { texts } = parsed.data;
  const structure = texts ? { ...parsed.data, texts: writtenOut(texts) } : parsed.data;
  const problems = crossCheck(structure);
  return problems.length > 0 ? { outcome: "refused", problems } : { outcome: "read", structure };
}
