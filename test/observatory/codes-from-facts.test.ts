import { expect, test } from "vitest";
import type { Instant } from "../../src/base/time.ts";
import { codesFrom } from "../../src/observatory/codes-from-facts.ts";
import { nothingDone } from "../../src/observatory/done-at-desk.ts";
import type { FactValue } from "../../src/person/facts.ts";

/** What somebody told, all on one day, and nothing else known of them. */
const told = (facts: Readonly<Record<string, FactValue | null>>) =>
  codesFrom({
    ...{ firstOn: "2026-03-02", lastOn: "2026-03-02", kept: [], hasAppointment: false },
    known: Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [name, { value, at: 0 as Instant }]),
    ),
    ...{ writtenOn: [], done: nothingDone, partner: null, link: null, areaOf: () => null },
    dayOf: () => "2026-03-02",
  });

test.each<
  [string, Readonly<Record<string, boolean | null>>, string | undefined, string | undefined]
>([
  ["in care, and it may be counted", { careLeaver: true, countCare: true }, "oui", "oui"],
  [
    "in care, and it may not",
    { careLeaver: true, countCare: false },
    "ne_souhaite_pas_repondre",
    "non",
  ],
  ["in care, and nobody asked", { careLeaver: true }, "ne_souhaite_pas_repondre", undefined],
  ["never in care", { careLeaver: false }, "non", undefined],
  ["asked and kept private", { careLeaver: null }, "ne_souhaite_pas_repondre", undefined],
  ["not asked at all", {}, undefined, undefined],
])("%s", (_, facts, ase, consent) => {
  const codes = told(facts);
  expect(codes.ase?.value).toBe(ase);
  expect(codes.sensitiveConsent?.value).toBe(consent);
});
