import { expect, test } from "vitest";
import type { Instant } from "../../src/base/time.ts";
import type { Asking, Memory } from "../../src/engine/conversation.ts";
import { withEnergyDebt, withRentDebt } from "../../src/repertoire/told-debts.ts";

const now = 1_795_000_000_000 as Instant;

function asking(known: Readonly<Record<string, unknown>>): Asking {
  const answers = Object.entries(known).map(([fact, value]) => [fact, { value, at: 1 }]);
  const memory = { known: Object.fromEntries(answers) } as unknown as Memory;
  return { memory, now, waiting: false };
}

function told({ memory }: Asking): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(memory.known).map(([fact, { value }]) => [fact, value]));
}

test("who asks about a debt of rent has one, in the dwelling they live in", () => {
  expect(told(withRentDebt(asking({ rentPaymentResumed: true })))).toEqual({
    rentPaymentResumed: true,
    mainHome: true,
    rentArrearsMonths: 1,
  });
});

test("a wider answer given before says nothing against the debt that is asked about now", () => {
  expect(told(withRentDebt(asking({ debts: "energy" })))).not.toHaveProperty("debts");
  expect(told(withEnergyDebt(asking({ debts: "none" })))).toMatchObject({ energyDebt: 1 });
});

test.each([
  [{ energyPlanTried: true, energySharePaid: true }, true, 1],
  [{ energyPlanTried: false, energySharePaid: false }, false, 0],
  [{ energyPlanTried: null, energySharePaid: null }, null, null],
  [{}, null, null],
])("%j: plan with the supplier %s, part paid %s", (known, plan, share) => {
  const facts = told(withEnergyDebt(asking(known)));
  expect([facts["paymentPlanNegotiated"], facts["canPayShare"]]).toEqual([plan, share]);
});

test("a plan made with the landlord is not one made with the supplier", () => {
  const facts = told(withEnergyDebt(asking({ paymentPlanNegotiated: true })));
  expect(facts["paymentPlanNegotiated"]).toBe(null);
});
