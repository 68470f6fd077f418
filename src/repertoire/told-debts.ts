import type { Asking } from "../engine/conversation.ts";

/** A person who asks about a debt of rent of the dwelling they live in: what need not be asked is told. */
export function withRentDebt(asking: Asking): Asking {
  return told(asking, { mainHome: true, rentArrearsMonths: someDebt });
}

/**
 * The same for water, energy or telephone. The plan is the supplier's, and the part they can pay is the
 * one that the question names: all, or nothing, decides as any part above or under it.
 */
export function withEnergyDebt(asking: Asking): Asking {
  const { energyPlanTried, energySharePaid } = asking.memory.known;
  const share = energySharePaid?.value;
  return told(asking, {
    mainHome: true,
    energyDebt: someDebt,
    paymentPlanNegotiated: energyPlanTried?.value ?? null,
    canPayShare: typeof share === "boolean" ? Number(share) : null,
  });
}

/** Whether there is a debt decides, never how much: any number above zero says the same. */
const someDebt = 1;

function told(asking: Asking, facts: Readonly<Record<string, unknown>>): Asking {
  // whoever asks about a debt now has one, whatever was answered to a wider question
  const { debts: _, ...known } = asking.memory.known;
  const answers = Object.entries(facts).map(([fact, value]) => [fact, { value, at: asking.now }]);
  return {
    ...asking,
    memory: { ...asking.memory, known: { ...known, ...Object.fromEntries(answers) } },
  };
}
