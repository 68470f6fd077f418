import type { SubjectFigures } from "./subject-figure.ts";

/** The subjects of who looks for a home: the figures that their texts show. */
export const subjectFiguresSearch: SubjectFigures = {};
