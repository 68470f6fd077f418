import type { SubjectSources } from "./subject-source.ts";

/** The subjects of rights, of shelter and of those who leave care: where each was read. */
export const subjectSourcesRights: SubjectSources = {};
