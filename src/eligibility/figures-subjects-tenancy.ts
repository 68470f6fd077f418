import type { Figures } from "./bareme.ts";

/** The subjects of who lives in a home, or may lose it: the figures that no scheme has. */
export const subjectsTenancyFigures = {} satisfies Figures;
