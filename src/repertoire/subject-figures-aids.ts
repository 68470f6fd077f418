import type { SubjectFigures } from "./subject-figure.ts";

/** The subjects of loans, guarantors and the association itself: the figures that their texts show. */
export const subjectFiguresAids: SubjectFigures = {};
