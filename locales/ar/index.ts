import type { fr } from "../fr/index.ts";
import canned from "./canned.json" with { type: "json" };

/** Arabic, file by file. */
export const ar: Partial<typeof fr> = { canned };
