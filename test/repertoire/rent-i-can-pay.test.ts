import { expect, test } from "vitest";
import { instant } from "../../src/base/time.ts";
import type { Asking } from "../../src/engine/conversation.ts";
import { rentICanPay } from "../../src/repertoire/rent-i-can-pay.ts";

const paris = { structure: { zone: "Europe/Paris" } };

function asked(resources: number | null | undefined, at: string): Asking {
  const now = instant(at);
  const known = resources === undefined ? {} : { monthlyResources: { value: resources, at: now } };
  return { memory: { known }, now } as unknown as Asking;
}

test.each([
  [620, "2026-11-23T08:00:00Z", { outcome: "half", values: { resources: 620, most: 310 } }],
  [621, "2026-11-23T08:00:00Z", { outcome: "half", values: { resources: 621, most: 310 } }],
  [0, "2026-11-23T08:00:00Z", { outcome: "half", values: { resources: 0, most: 0 } }],
  // 1365 € is the lowest ceiling since 6 January 2026
  [2731, "2026-11-23T08:00:00Z", { outcome: "half", values: { resources: 2731, most: 1365 } }],
  [2732, "2026-11-23T08:00:00Z", { outcome: "ceiling", values: { resources: 2732, most: 1366 } }],
  // 1300 € before
  [2602, "2025-11-23T08:00:00Z", { outcome: "ceiling", values: { resources: 2602, most: 1301 } }],
  [null, "2026-11-23T08:00:00Z", { outcome: "unknown" }],
  [undefined, "2026-11-23T08:00:00Z", { outcome: "unknown" }],
  // no share of the income is known for that year
  [620, "2015-11-23T08:00:00Z", { outcome: "unknown" }],
])("with %s € a month on %s, the rent that Visale accepts is %j", (resources, at, verdict) => {
  expect(rentICanPay(paris, asked(resources, at))).toEqual(verdict);
});
