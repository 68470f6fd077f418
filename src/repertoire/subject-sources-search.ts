import type { SubjectSources } from "./subject-source.ts";

/** The subjects of who looks for a home: where each was read. */
export const subjectSourcesSearch: SubjectSources = {};
