import type { fr } from "../fr/index.ts";

/** Spanish, file by file. */
export const es: Partial<typeof fr> = {};
