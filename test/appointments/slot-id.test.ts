import { expect, test } from "vitest";
import { cellsOf } from "../../src/appointments/resources.ts";
import { parseSlotId, slotId } from "../../src/appointments/slot-id.ts";
import { timeIn } from "../../src/base/time.ts";
import { henincarvin, paris } from "./association.ts";

test("the id of a slot tells its site, worker and minute, in at most 40 bytes", () => {
  const start = paris("2026-11-24 14:30");
  const id = slotId({ site: "ml-carvin", worker: "conseillere-1", start });
  expect(id).toBe("ml-carvin~conseillere-1~2611241330");
  expect(parseSlotId(id)).toEqual({ site: "ml-carvin", worker: "conseillere-1", start });
  const structure = henincarvin();
  for (const { site, worker } of structure.openings)
    expect(slotId({ site, worker, start }).length).toBeLessThanOrEqual(40);
});

test.each([
  "",
  "ml-carvin",
  "a~b~2613011330",
  "a~b~2602301330",
  "a~b~2611242530",
  "a~b~c~2611241330",
])("“%s” is no slot", (id) => {
  expect(parseSlotId(id)).toBeNull();
});

test("an appointment of 45 minutes fills three quarters of an hour, four when it starts beside one", () => {
  const cells = (from: string, to: string) =>
    cellsOf(paris(`2026-11-24 ${from}`), paris(`2026-11-24 ${to}`)).map((cell) =>
      timeIn("Europe/Paris", cell),
    );
  expect(cells("14:30", "15:15")).toEqual(["14:30", "14:45", "15:00"]);
  expect(cells("14:40", "15:25")).toEqual(["14:30", "14:45", "15:00", "15:15"]);
  expect(cells("14:30", "14:30")).toEqual([]);
});
