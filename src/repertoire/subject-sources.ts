import type { SubjectSources } from "./subject-source.ts";
import { subjectSourcesAids } from "./subject-sources-aids.ts";
import { subjectSourcesRights } from "./subject-sources-rights.ts";
import { subjectSourcesSearch } from "./subject-sources-search.ts";
import { subjectSourcesTenancy } from "./subject-sources-tenancy.ts";

/** Every subject, with where what it says was read: `{{source}}` in its texts. */
export const subjectSources: SubjectSources = {
  ...subjectSourcesSearch,
  ...subjectSourcesTenancy,
  ...subjectSourcesRights,
  ...subjectSourcesAids,
};
