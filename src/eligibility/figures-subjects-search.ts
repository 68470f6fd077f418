import type { Figures } from "./bareme.ts";

/** The subjects of who looks for a home: the figures that no scheme has. */
export const subjectsSearchFigures = {} satisfies Figures;
