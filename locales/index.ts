import { en } from "./en/index.ts";
import { fr } from "./fr/index.ts";

/** Languages offered, French first: it is the source and answers for what another lacks. */
export const locales = { fr, en };
export type Language = keyof typeof locales;
