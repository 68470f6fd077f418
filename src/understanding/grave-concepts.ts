import type { DangerKind } from "./danger-ids.ts";

/** What each danger is told with: a message without any of it is rarely about that danger. */
export const graveConcepts: Readonly<Record<DangerKind, ReadonlySet<string>>> = {
  suicide: new Set(
    "die live tired burden farewell give_away veins no_hope notice_gone third_danger".split(" "),
  ),
  violence: new Set("hit forced threat bruise push follow sexual thrown_out".split(" ")),
  minor_in_danger: new Set("minor_age school child birth_year ran_away ase".split(" ")),
  emergency_shelter: new Set(
    `outside sleep thrown_out must_leave nowhere cold_bags emergency_number hosting_ends not_let_in
    sofa_surf`.split(/\s+/),
  ),
};
