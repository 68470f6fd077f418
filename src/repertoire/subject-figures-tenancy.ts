import type { SubjectFigures } from "./subject-figure.ts";

/** The subjects of who lives in a home, or may lose it: the figures that their texts show. */
export const subjectFiguresTenancy: SubjectFigures = {};
