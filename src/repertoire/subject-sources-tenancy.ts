import type { SubjectSources } from "./subject-source.ts";

/** The subjects of who lives in a home, or may lose it: where each was read. */
export const subjectSourcesTenancy: SubjectSources = {};
