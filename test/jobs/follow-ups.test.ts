import { expect, test } from "vitest";
import { planFollowUps } from "../../src/appointments/follow-ups.ts";
import type { WorkerId } from "../../src/base/ids.ts";
import {
  after,
  dateIn,
  hour,
  type Instant,
  instant,
  timeIn,
  weekday,
} from "../../src/base/time.ts";
import type { Delivery } from "../../src/channels/channel.ts";
import { reminderPlanOf, whereOf } from "../../src/repertoire/reminders-for.ts";
import { henincarvin } from "../appointments/association.ts";
import { bookFor, type HouseUnderTest, meet, openHouse } from "../channels/house-under-test.ts";

const zone = "Europe/Paris";
const where = whereOf(henincarvin(), "siege");
const plan = reminderPlanOf(henincarvin(), "premier-rendez-vous");
const lina = "lina";

async function booked(): Promise<HouseUnderTest> {
  const under = await openHouse();
  await meet(under, lina);
  await bookFor(under, lina, 1); // Thursday 26 November, 14:00
  return under;
}

/** Runs the jobs at an hour of Paris; what became of the question, and what left. */
async function asked(under: HouseUnderTest, at: string) {
  const before = under.sent.length;
  under.setClock(at);
  const lines = await under.jobs();
  const about = lines.filter(({ step }) => step === "after30Days").map(({ outcome }) => outcome);
  return { about, left: under.sent.slice(before).map(({ reply }) => reply.text) };
}

const question = "Bonjour, l'équipe prend de tes nouvelles. As-tu trouvé ce que tu cherchais ?";

test.each([
  ["2026-11-26T14:00:00+01:00", "2026-12-26", "10:00"],
  // 20 December is a Sunday
  ["2026-11-20T09:00:00+01:00", "2026-12-21", "10:00"],
  // 25 December is a holiday
  ["2026-11-25T09:00:00+01:00", "2026-12-26", "10:00"],
  // summer time begins on 28 March 2027
  ["2027-02-27T09:00:00+01:00", "2027-03-30", "10:00"],
])("after %s the question is for %s at %s", (start, date, time) => {
  const times = { start: instant(start), end: after(instant(start), hour) };
  const planned = planFollowUps(times, plan.quietHours, where).find(
    ({ step }) => step === "after30Days",
  );
  const dueAt = planned?.dueAt ?? times.start;
  expect([planned?.step, dateIn(zone, dueAt), timeIn(zone, dueAt)]).toEqual([
    "after30Days",
    date,
    time,
  ]);
  expect(weekday(dateIn(zone, dueAt))).not.toBe(7);
  expect((planned?.uselessAfter ?? 0) - dueAt).toBe(14 * 24 * hour);
});

test("thirty days after the appointment it is asked, once, and the answer is kept with its day", async () => {
  const under = await booked();
  expect((await asked(under, "2026-12-26T09:59:00+01:00")).about).toEqual([]);
  expect(await asked(under, "2026-12-26T10:00:00+01:00")).toEqual({
    about: ["sent"],
    left: [question],
  });
  expect(await asked(under, "2026-12-26T10:05:00+01:00")).toEqual({ about: [], left: [] });
  await under.press(lina, "suivi.question.notYet");
  const pending = await under.house.answering.conversations.pending(await under.conversation(lina));
  expect(pending?.conversation.memory.known["housingOutcome"]).toEqual({
    value: "notYet",
    at: under.now(),
  });
  await under.close();
});

test.each([
  ["cancelled", "skipped:cancelled"],
  ["absent", "skipped:missed"],
  ["excused", "skipped:cancelled"],
])("an appointment that is %s is asked about never: %s", async (status, outcome) => {
  const under = await booked();
  under.rows(`UPDATE Appointment SET status = '${status}' RETURNING id`);
  expect(await asked(under, "2026-12-26T10:00:00+01:00")).toEqual({ about: [outcome], left: [] });
  await under.close();
});

test("one that was kept, as a worker wrote down, is asked about", async () => {
  const under = await booked();
  under.rows("UPDATE Appointment SET status = 'seen' RETURNING id");
  const { about, left } = await asked(under, "2026-12-26T10:00:00+01:00");
  expect([about, left]).toEqual([["sent"], [question]]);
  await under.close();
});

test("with another appointment ahead nobody is asked", async () => {
  const under = await booked();
  under.setClock("2026-12-20T10:00:00+01:00");
  await bookFor(under, lina, 1);
  const ahead = instant("2027-01-05T10:00:00+01:00");
  under.rows(
    `UPDATE Appointment SET startsAt = ${ahead} WHERE startsAt > ${under.now()} RETURNING id`,
  );
  const { about, left } = await asked(under, "2026-12-26T10:00:00+01:00");
  expect([about, left.includes(question)]).toEqual([["skipped:anotherAhead"], false]);
  await under.close();
});

test("while the team has the conversation the question waits; after two weeks it is not asked any more", async () => {
  const under = await booked();
  const conversation = await under.conversation(lina);
  const nadia = "nadia" as WorkerId;
  await under.house.store.handOvers.takeOver(conversation, nadia, under.now());
  // put aside, so that it does not go back to the queue by itself
  const structure = "rencontres-et-loisirs";
  const filing = { conversation, structure, by: nadia, now: under.now() };
  await under.house.store.filing.snooze(filing, instant("2027-02-01T07:00:00+01:00"));
  expect(await asked(under, "2026-12-26T10:00:00+01:00")).toEqual({ about: ["putOff"], left: [] });
  expect(await asked(under, "2026-12-27T10:00:00+01:00")).toEqual({ about: ["putOff"], left: [] });
  const { about, left } = await asked(under, "2027-01-10T10:00:00+01:00");
  expect([about, left]).toEqual([["skipped:late"], []]);
  await under.close();
});

test("in quiet hours the question waits for the morning", async () => {
  const under = await booked();
  const { about } = await asked(under, "2026-12-26T22:00:00+01:00");
  expect(about).toEqual(["putOff"]);
  expect(await asked(under, "2026-12-27T06:00:00+01:00")).toEqual({ about: [], left: [] });
  const [planned] = under.rows("SELECT dueAt FROM Reminder WHERE step = 'after30Days'");
  under.setClock(Number(planned?.["dueAt"]) as Instant);
  await under.jobs();
  expect(under.sent.at(-1)?.reply.text).toBe(question);
  await under.close();
});

test("who asked for no reminders, or not to be asked again, is left in peace", async () => {
  const stopped = await booked();
  await stopped.say(lina, "stop");
  await stopped.press(lina, "stop.sure.yesStop");
  expect((await asked(stopped, "2026-12-26T10:00:00+01:00")).about).toEqual(["skipped:stopped"]);
  await stopped.close();

  const under = await booked();
  await asked(under, "2026-12-26T10:00:00+01:00");
  await under.press(lina, "suivi.question.noMore");
  await bookFor(under, lina, 1);
  const [next] = under.rows(
    "SELECT dueAt FROM Reminder WHERE state = 'planned' AND step = 'after30Days'",
  );
  under.setClock(Number(next?.["dueAt"]) as Instant);
  const lines = await under.jobs();
  expect(lines.map(({ step, outcome }) => [step, outcome])).toContainEqual([
    "after30Days",
    "skipped:stopped",
  ]);
  await under.close();
});

test("what the network holds for a time does not leave once a worker has taken over", async () => {
  const down: Delivery = { outcome: "tryLater", why: "down", afterMilliseconds: null };
  let isDown = false;
  const under = await openHouse({
    mood: () => (isDown ? down : { outcome: "delivered", networkId: null }),
  });
  await meet(under, lina);
  await bookFor(under, lina, 1);
  isDown = true;
  await asked(under, "2026-12-26T10:00:00+01:00");
  const conversation = await under.conversation(lina);
  await under.house.store.handOvers.takeOver(conversation, "nadia" as WorkerId, under.now());
  isDown = false;
  const before = under.sent.length;
  under.setClock("2026-12-26T11:00:00+01:00");
  await under.jobs();
  expect(under.sent.slice(before).map(({ reply }) => reply.text)).not.toContain(question);
  const [row] = under.rows("SELECT state, failure FROM Outgoing ORDER BY id DESC LIMIT 1");
  expect(row).toEqual({ state: "dropped", failure: "owner changed" });
  await under.close();
});
