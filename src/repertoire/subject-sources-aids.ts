import type { SubjectSources } from "./subject-source.ts";

/** The subjects of loans, guarantors and the association itself: where each was read. */
export const subjectSourcesAids: SubjectSources = {};
