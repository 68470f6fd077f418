import { expect, onTestFinished, test } from "vitest";
import { remind } from "../../src/answering/remind.ts";
import { type Instant, minute } from "../../src/base/time.ts";
import type { Delivery } from "../../src/channels/channel.ts";
import { afterTemplate, reminderTemplate } from "../../src/channels/whatsapp-templates.ts";
import {
  bookFor,
  delivered,
  type HouseUnderTest,
  meet,
  openHouse,
} from "../channels/house-under-test.ts";
import { everything } from "../store/hand-made.ts";
import { structure } from "../world.ts";

const templates = { reminder: reminderTemplate, question: afterTemplate };

const lina = "lina";

/** Lina's first reminder, found due, and what happens before it is written. */
async function foundDue(mood: () => Delivery = () => delivered) {
  const under = await openHouse({ mood, at: "2026-11-19T09:00:00+01:00" });
  onTestFinished(() => under.close());
  await meet(under, lina);
  await bookFor(under, lina, 1);
  const [first] = under.rows("SELECT dueAt FROM Reminder ORDER BY dueAt");
  under.setClock(Number(first?.["dueAt"]) as Instant);
  const [due] = await under.house.store.reminders.due(under.now(), 1);
  const association = under.house.structures.get(structure);
  if (!due || !association) throw new Error("nothing is due");
  const { conversation } = due.appointment;
  const writing = { conversation, others: [], templates };
  return { under, write: () => remind(under.house.answering, due, association, writing) };
}

const meanwhile: readonly [string, (under: HouseUnderTest) => Promise<unknown>][] = [
  [
    "the appointment was cancelled",
    async (under) => {
      await under.say(lina, "annuler mon rdv");
      await under.press(lina, "annuler.sure.yes");
    },
  ],
  [
    "the person stopped reminders",
    async (under) => {
      await under.say(lina, "stop");
      await under.press(lina, "stop.sure.yesStop");
    },
  ],
  [
    "the reminder was settled by another",
    async (under) => under.house.database.connection.exec("UPDATE Reminder SET state = 'skipped'"),
  ],
  [
    "the appointment was changed",
    async (under) =>
      under.house.database.connection.exec("UPDATE Appointment SET version = version + 1"),
  ],
  [
    "the person did not come",
    async (under) =>
      under.house.database.connection.exec("UPDATE Appointment SET status = 'absent'"),
  ],
];

test.each(meanwhile)(
  "%s since the reminder was found due: nothing is written, the conversation stays where it was",
  async (_, happens) => {
    const { under, write } = await foundDue();
    await happens(under);
    const before = await everything(under.house.database);
    expect(await write()).toBe("already");
    expect(await everything(under.house.database)).toBe(before);
  },
);

test("nothing happened since: it is written, once", async () => {
  const { under, write } = await foundDue();
  expect(await write()).toBe("sent");
  expect(await write()).toBe("already");
  expect(under.rows("SELECT COUNT(*) AS n FROM Outgoing WHERE kind = 'reminder'")).toEqual([
    { n: 1 },
  ]);
});

test("the person stopped reminders while the network had one wait: it never leaves", async () => {
  let down = false;
  const { under } = await foundDue(() =>
    down ? { outcome: "tryLater", afterMilliseconds: 10 * minute, why: "429" } : delivered,
  );
  down = true;
  await under.jobs();
  down = false;
  await under.say(lina, "stop");
  await under.press(lina, "stop.sure.yesStop");
  const before = under.sent.length;
  under.pass(10 * minute);
  await under.jobs();
  expect(under.sent.slice(before).map(({ kind }) => kind)).toEqual(["reply", "reply"]);
  expect(under.rows("SELECT state, failure FROM Outgoing WHERE kind = 'reminder'")).toEqual([
    { state: "dropped", failure: "reminders stopped" },
  ]);
});
