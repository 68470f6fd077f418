import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { LocalFigures } from "../eligibility/local-figures.ts";
import { localFiguresOf } from "../repertoire/local-figures-of.ts";
import { readStructure } from "../structure.ts";

const folder = fileURLToPath(new URL("../../prisma/structures", import.meta.url));

/** The local figures that an association wrote in its file; the reason when it cannot be read. */
export function readLocalFigures(
  slug: string,
): { readonly figures: LocalFigures } | { readonly refused: string } {
  const file = `${folder}/${slug}.json`;
  if (!/^[a-z0-9-]+$/.test(slug) || !existsSync(file)) {
    return { refused: `no file ${slug}.json in prisma/structures` };
  }
  const reading = readStructure(JSON.parse(readFileSync(file, "utf8")));
  if (reading.outcome === "read") return { figures: localFiguresOf(reading.structure) };
  const problems = reading.problems.map(({ path, message }) => `${path}: ${message}`);
  return { refused: [`${slug}.json cannot be read`, ...problems].join("\n") };
}
