import type { fr } from "../fr/index.ts";
import canned from "./canned.json" with { type: "json" };

/** Spanish, file by file. */
export const es: Partial<typeof fr> = { canned };
