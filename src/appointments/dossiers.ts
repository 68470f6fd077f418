import { addDays, type LocalDate } from "../base/time.ts";

/** What a file of the team is about. `cjm`: the end of a contract for a young adult of child protection. */
export const dossierKinds = [
  ...(["hlm", "dalo", "alt", "cjm", "fsl", "visale", "locapass"] as const),
  ...(["asll", "tremplins", "apl", "other"] as const),
] as const;
export type DossierKind = (typeof dossierKinds)[number];

/** Where it stands; the last three close it. */
export const dossierStates = [
  ...(["toPrepare", "paperMissing", "sent", "waiting"] as const),
  ...(["accepted", "refused", "dropped"] as const),
] as const;
export type DossierState = (typeof dossierStates)[number];

const ends: ReadonlySet<DossierState> = new Set(["accepted", "refused", "dropped"]);

export function isClosed(state: DossierState): boolean {
  return ends.has(state);
}

/** The person is told of a day so many days before. */
const toldBefore = 7;

/** Whether somebody is to be told of a day now: within the week before it, and never once it is over. */
export function isTimeToTell(nextOn: LocalDate, today: LocalDate): boolean {
  return today <= nextOn && nextOn <= addDays(today, toldBefore);
}
