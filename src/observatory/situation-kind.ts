/**
 * What a row of the observatory is. `contact`: somebody who asked, and of whom no situation was opened.
 * `household`: who is housed or accompanied by the association without having asked the CLLAJ: counted in
 * those chapters alone.
 */
export type SituationKind = "situation" | "contact" | "household";
