import type { SubjectFigures } from "./subject-figure.ts";
import { subjectFiguresAids } from "./subject-figures-aids.ts";
import { subjectFiguresRights } from "./subject-figures-rights.ts";
import { subjectFiguresSearch } from "./subject-figures-search.ts";
import { subjectFiguresTenancy } from "./subject-figures-tenancy.ts";

/** The figures that the texts of subjects show, from dated tables. */
export const subjectFigures: SubjectFigures = {
  ...subjectFiguresSearch,
  ...subjectFiguresTenancy,
  ...subjectFiguresRights,
  ...subjectFiguresAids,
};
