import type { Figures } from "./bareme.ts";

/** The subjects of rights, of shelter and of those who leave care: the figures that no scheme has. */
export const subjectsRightsFigures = {} satisfies Figures;
