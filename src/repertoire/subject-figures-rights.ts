import type { SubjectFigures } from "./subject-figure.ts";

/** The subjects of rights, of shelter and of those who leave care: the figures that their texts show. */
export const subjectFiguresRights: SubjectFigures = {};
