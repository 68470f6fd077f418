import { type Followed, type Resting, resting, shareOf } from "./resting.ts";

/** What a town asks of its households, each as a share of those of whom it is known. */
export function socialShares(own: readonly Followed[]): Record<string, Resting> {
  return {
    overIndebted: shareOf(own, ({ facts }) => isYes(facts.overIndebted)),
    evictionAtStart: shareOf(own, ({ facts }) => isYes(facts.evictionAtStart)),
    evictionSuspended: shareOf(
      own.filter(({ facts }) => facts.evictionAtStart === "oui"),
      ({ facts }) => (facts.evictionEnd === null ? null : facts.evictionEnd === "suspendue"),
    ),
    adherence: shareOf(own, ({ facts }) =>
      facts.adherence === null ? null : facts.adherence !== "non",
    ),
    publicTenants: shareOf(own, ({ situation }) =>
      situation?.housing ? situation.housing === "locataire_public" : null,
    ),
  };
}

/** What was cleared of the rent that was owed at the start, where both are known. */
export function clearedOf(
  own: readonly Followed[],
  means: readonly ("clearedByFsl" | "clearedByPlan" | "clearedByApl")[],
): Resting {
  const owing = own.filter(({ facts }) => (facts.debtAtStart ?? 0) > 0);
  const owed = owing.reduce((sum, { facts }) => sum + (facts.debtAtStart ?? 0), 0);
  const cleared = owing.reduce(
    (sum, { facts }) => sum + means.reduce((all, name) => all + (facts[name] ?? 0), 0),
    0,
  );
  return resting(owed === 0 ? null : cleared / owed, owing);
}

function isYes(code: string | null): boolean | null {
  return code === null ? null : code === "oui";
}
