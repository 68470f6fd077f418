import type { fr } from "../fr/index.ts";

/** Arabic, file by file. */
export const ar: Partial<typeof fr> = {};
