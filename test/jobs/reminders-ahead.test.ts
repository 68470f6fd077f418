import { expect, test } from "vitest";
import { after, hour, isoOf } from "../../src/base/time.ts";
import { remindersTold } from "../../src/pages/reminders-told.ts";
import { bookFor, type HouseUnderTest, meet, openHouse } from "../channels/house-under-test.ts";
import { structure } from "../world.ts";

const lina = "lina";

async function booked(): Promise<HouseUnderTest> {
  const under = await openHouse({ at: "2026-11-19T09:00:00+01:00" });
  await meet(under, lina);
  await bookFor(under, lina, 1); // Thursday 26 November, 14:00
  return under;
}

/** What is told of the next two days. */
async function told(under: HouseUnderTest) {
  const lines = await remindersTold(under.house).remindersAhead(structure);
  return lines.map(({ step, at, outcome, why, channel }) =>
    [step, isoOf(at).slice(5, 16), outcome, why ?? channel].filter(Boolean).join(" "),
  );
}

test("the next two days are told as they will be, and nothing is written", async () => {
  const under = await booked();
  expect(await told(under)).toEqual([]);
  under.setClock("2026-11-24T18:30:00+01:00");
  await under.jobs();
  const before = under.rows("SELECT * FROM Reminder");
  expect(await told(under)).toEqual([
    "callList 11-25T08:00 lookWhoToCall",
    "dayBefore 11-25T17:00 send telegram",
    "twoHours 11-26T11:00 send telegram",
  ]);
  expect(under.rows("SELECT * FROM Reminder")).toEqual(before);
  await under.close();
});

test("who said that they come is not told again on the eve", async () => {
  const under = await booked();
  under.setClock("2026-11-23T18:00:00+01:00");
  await under.jobs();
  await under.press(lina, "rappel.threeDaysMissing.come");
  under.setClock("2026-11-24T18:30:00+01:00");
  expect(await told(under)).toContain("dayBefore 11-25T17:00 skip confirmed");
  await under.close();
});

test("who missed one before, and did not answer, is on the list of calls until they say that they come", async () => {
  const under = await booked();
  const conversation = await under.conversation(lina);
  under.setClock("2026-11-23T18:00:00+01:00");
  await under.jobs();
  under.rows(
    `INSERT INTO Appointment SELECT 'earlier', structure, personId, conversationId, site, worker, motif, mode, ${after(under.now(), -9 * 24 * hour)}, ${after(under.now(), -9 * 24 * hour + hour)}, 'absent', version, confirmedAt, bookedVia, bookedAt, closedAt, expiresAt, 'turn-earlier', anonymous, movedTo, closedBy, detailsSealed FROM Appointment RETURNING id`,
  );
  under.setClock("2026-11-25T09:00:00+01:00");
  await under.jobs();
  const { callList } = under.house.store;
  expect(await callList.toCall(structure, under.now())).toMatchObject([
    { conversation, reasons: ["missedBefore", "noReply"] },
  ]);
  under.setClock("2026-11-25T18:00:00+01:00");
  await under.jobs();
  await under.press(lina, "rappel.dayBeforeMissing.come");
  expect(await callList.toCall(structure, under.now())).toEqual([]);
  await under.close();
});
