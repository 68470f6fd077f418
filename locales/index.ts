import { en } from "./en/index.ts";
import { fr } from "./fr/index.ts";
import { frVous } from "./fr-vous/index.ts";

/** Languages offered, French first: it is the source and answers for what another lacks. */
export const locales = { fr, en };
export type Language = keyof typeof locales;

/**
 * Another tone of a language, named "<language>-<tone>": only what it says otherwise. It is not a
 * language: who hears it chose French.
 */
export const tones = { "fr-vous": frVous };

/** Files that speak to the team or to who runs the house, in one voice for all: no association rewrites them. */
export const filesOfTheTeam: readonly string[] = ["desk", "regles", "terminal"];

/** Pages of the team that speak French alone: other languages have no such file. */
export const frenchAlone: readonly string[] = ["regles"];
