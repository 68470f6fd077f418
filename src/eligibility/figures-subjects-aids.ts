import type { Figures } from "./bareme.ts";

/** The subjects of loans, guarantors and the association itself: the figures that no scheme has. */
export const subjectsAidsFigures = {} satisfies Figures;
