import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  after,
  dateIn,
  hour,
  type Instant,
  instant,
  isoOf,
  minute,
  timeIn,
} from "../../src/base/time.ts";
import { type Job, runWhole } from "../../src/jobs/job.ts";
import {
  bookFor,
  buttonsOf,
  type HouseUnderTest,
  meet,
  openHouse,
  type Sent,
} from "../channels/house-under-test.ts";

function runIt(job: Job | undefined, ...given: [now: Instant, dryRun: boolean]) {
  if (!job) throw new Error("there is no such job");
  return runWhole(job, ...given);
}

const zone = "Europe/Paris";
const lina = "lina";
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "trousseau-reminders-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A Thursday, a week before the appointment of most of these tests: Thursday 26 November at 14:00. */
const aWeekBefore = "2026-11-19T09:00:00+01:00";

function open(given: Parameters<typeof openHouse>[0] = {}): Promise<HouseUnderTest> {
  return openHouse({ at: aWeekBefore, ...given });
}

async function booked(under: HouseUnderTest, nth: number): Promise<void> {
  await meet(under, lina);
  await bookFor(under, lina, nth);
}

/** Runs the jobs at every quarter of an hour until then; gives what left, with its hour in Paris. */
async function live(under: HouseUnderTest, until: string): Promise<readonly string[]> {
  const before = under.sent.length;
  const end = instant(until);
  while (under.now() < end) {
    under.pass(15 * minute);
    await under.jobs();
  }
  return under.sent.slice(before).map(said);
}

const stepOf = ({ turn }: Sent): string => turn.split(".").at(-1) ?? "";
const said = (sent: Sent): string =>
  `${sent.kind} ${stepOf(sent)} ${dateIn(zone, sent.at)} ${timeIn(zone, sent.at)}`;

test("three days before, the day before, two hours before: at these very instants, once", async () => {
  const under = await open();
  await booked(under, 1); // Thursday 26 November, 14:00
  expect(await live(under, "2026-11-27T12:00:00+01:00")).toEqual([
    "reminder threeDays 2026-11-23 18:00",
    "reminder dayBefore 2026-11-25 18:00",
    "reminder twoHours 2026-11-26 12:00",
  ]);
  await under.close();
});

test("a reminder tells nobody who looks over the shoulder what it is about or where", async () => {
  const under = await open();
  await booked(under, 1);
  const association = under.house.structures.get("rencontres-et-loisirs");
  await live(under, "2026-11-26T13:00:00+01:00");
  const reminders = under.sent.filter(({ kind }) => kind === "reminder");
  expect(reminders).toHaveLength(3);
  const site = association?.sites.find(({ id }) => id === "ml-carvin");
  const telling = [site?.name, site?.address, site?.town, association?.name, association?.service]
    .concat(["CLLAJ", "Mission locale", "logement", "conseill", "association"])
    .filter((word) => typeof word === "string");
  for (const { reply } of reminders) {
    expect(telling.filter((word) => reply.text.toLowerCase().includes(word.toLowerCase()))).toEqual(
      [],
    );
  }
  // the place comes after a tap
  const how = buttonsOf(reminders).find((id) => id.includes(".how@")) ?? "";
  const [place] = await under.press(lina, how);
  expect(place?.reply.text.includes(site?.address ?? "?")).toBe(true);
  await under.close();
});

test.each([
  ["on Monday morning, for Tuesday morning", "2026-11-23T09:00:00+01:00", 0, ["dayBefore"]],
  ["on Monday evening, for Thursday", "2026-11-23T17:00:00+01:00", 0, ["dayBefore", "twoHours"]],
  ["on Wednesday noon, for Thursday", "2026-11-25T12:00:00+01:00", 0, ["twoHours"]],
])("booked late (%s): only what still makes sense", async (_, at, nth, steps) => {
  const under = await open({ at });
  await booked(under, nth);
  await live(under, "2026-11-27T09:00:00+01:00");
  expect(under.sent.filter(({ kind }) => kind === "reminder").map(stepOf)).toEqual(steps);
  await under.close();
});

test("moved: only the reminders of the new time; the old one's never leave", async () => {
  const under = await open();
  await booked(under, 1);
  await under.say(lina, "changer mon rdv");
  const shown = await under.press(lina, "deplacer.slot.more");
  const slot = buttonsOf(shown).find((id) => id.startsWith("deplacer.slot.ml-carvin")) ?? "";
  await under.press(lina, slot);
  await under.press(lina, "deplacer.confirm.yes");
  const rows = under.rows("SELECT id, status, startsAt FROM Appointment ORDER BY startsAt");
  expect(rows.map(({ status }) => status)).toEqual(["moved", "booked"]);
  await live(under, isoOf(after(Number(rows[1]?.["startsAt"]) as Instant, hour)));
  const turns = under.sent.filter(({ kind }) => kind === "reminder").map(({ turn }) => turn);
  expect(turns.map((turn) => turn.split(".")[0])).toEqual(turns.map(() => rows[1]?.["id"]));
  expect(turns.length).toBeGreaterThan(1);
  await under.close();
});

test("cancelled: none", async () => {
  const under = await open();
  await booked(under, 1);
  await under.say(lina, "annuler mon rdv");
  await under.press(lina, "annuler.sure.yes");
  expect(under.rows("SELECT status FROM Appointment")).toEqual([{ status: "cancelled" }]);
  expect(await live(under, "2026-11-27T09:00:00+01:00")).toEqual([]);
  await under.close();
});

test("stopped: none; resumed: those still to come", async () => {
  const under = await open();
  await booked(under, 1);
  await under.say(lina, "stop");
  await under.press(lina, "stop.sure.yesStop");
  expect(await live(under, "2026-11-24T09:00:00+01:00")).toEqual([]);
  await under.say(lina, "reprendre");
  expect(await live(under, "2026-11-27T09:00:00+01:00")).toEqual([
    "reminder dayBefore 2026-11-25 18:00",
    "reminder twoHours 2026-11-26 12:00",
  ]);
  await under.close();
});

test("the house was asleep at the hour of the eve: who has another that day is not told twice", async () => {
  const under = await open();
  await booked(under, 1);
  under.setClock("2026-11-25T21:07:00+01:00");
  await under.jobs();
  expect(await live(under, "2026-11-27T09:00:00+01:00")).toEqual([
    "reminder twoHours 2026-11-26 12:07",
  ]);
  await under.close();
});

/** Tuesday 1 December at 9:30: two hours before is too early, so the eve is the last one. */
const tuesdayMorning = 2;

test("asleep at the hour of the last one, in quiet hours it waits for the morning", async () => {
  const under = await open();
  await booked(under, tuesdayMorning);
  under.setClock("2026-11-30T21:07:00+01:00");
  await under.jobs();
  expect(await live(under, "2026-12-01T10:00:00+01:00")).toEqual([
    "reminder dayBefore 2026-12-01 08:37",
  ]);
  await under.close();
});

test("written before quiet hours and put off by the network, it waits for the morning; answers do not", async () => {
  let busy = false;
  const under = await open({
    mood: () =>
      busy
        ? { outcome: "tryLater", afterMilliseconds: 3 * hour, why: "429" }
        : { outcome: "delivered", networkId: null },
  });
  await booked(under, tuesdayMorning);
  under.setClock("2026-11-30T18:00:00+01:00");
  busy = true;
  await under.jobs();
  busy = false;
  const before = under.sent.length;
  under.setClock("2026-11-30T21:30:00+01:00");
  await under.jobs();
  expect(under.sent.length).toBe(before);
  expect((await under.say(lina, "bonjour")).map(({ kind }) => kind)).toEqual(["reply"]);
  expect((await live(under, "2026-12-01T08:59:00+01:00")).map((line) => line.slice(0, 29))).toEqual(
    ["reminder dayBefore 2026-12-01"],
  );
  expect(timeIn(zone, under.sent.at(-1)?.at ?? under.now()) >= "08:30").toBe(true);
  await under.close();
});

test.each(["cancelled", "moved"])(
  "%s while the network had it wait: it never leaves",
  async (how) => {
    let busy = false;
    const under = await open({
      mood: () =>
        busy
          ? { outcome: "tryLater", afterMilliseconds: 20 * minute, why: "429" }
          : { outcome: "delivered", networkId: null },
    });
    await booked(under, 1);
    under.setClock("2026-11-25T18:00:00+01:00");
    busy = true;
    await under.jobs();
    busy = false;
    const before = under.sent.length;
    if (how === "cancelled") {
      await under.say(lina, "annuler mon rdv");
      await under.press(lina, "annuler.sure.yes");
    } else
      under.house.database.connection.exec("UPDATE Appointment SET status = 'moved', version = 2");
    expect(under.rows(`SELECT id FROM Appointment WHERE status = '${how}'`)).toHaveLength(1);
    under.pass(20 * minute);
    await under.jobs();
    expect(under.sent.slice(before).filter(({ kind }) => kind === "reminder")).toEqual([]);
    expect(
      under.rows(
        "SELECT state, failure FROM Outgoing WHERE kind = 'reminder' AND turnId LIKE '%dayBefore'",
      ),
    ).toEqual([{ state: "dropped", failure: "appointment changed" }]);
    await under.close();
  },
);

test("put off by the network until it is too late, it is dropped", async () => {
  let busy = false;
  const under = await open({
    mood: () =>
      busy
        ? { outcome: "tryLater", afterMilliseconds: 15 * hour, why: "429" }
        : { outcome: "delivered", networkId: null },
  });
  await booked(under, 1);
  under.setClock("2026-11-23T18:00:00+01:00");
  busy = true;
  await under.jobs();
  under.setClock("2026-11-25T18:00:00+01:00");
  await under.jobs();
  busy = false;
  under.setClock("2026-11-26T13:00:00+01:00");
  await under.jobs();
  expect(
    under
      .rows("SELECT turnId, state, failure FROM Outgoing WHERE kind = 'reminder' ORDER BY id")
      .map(({ state, failure }) => `${state} ${failure}`),
  ).toEqual(["dropped too late", "dropped too late", "sent null"]);
  await under.close();
});

test("run twice, or by two processes at once: once each", async () => {
  const clock = { now: instant(aWeekBefore) };
  const file = join(folder, "two.db");
  const houses = [await open({ file, clock }), await open({ file, clock })];
  const [one, other] = houses as [HouseUnderTest, HouseUnderTest];
  await booked(one, 1);
  for (const at of [
    "2026-11-23T18:00:00+01:00",
    "2026-11-25T18:00:00+01:00",
    "2026-11-26T12:00:00+01:00",
  ]) {
    clock.now = instant(at);
    await Promise.all([one.jobs(), other.jobs(), one.jobs()]);
    await other.jobs();
  }
  const reminders = houses.flatMap(({ sent }) => sent.filter(({ kind }) => kind === "reminder"));
  expect(reminders.map(stepOf).sort()).toEqual(["dayBefore", "threeDays", "twoHours"]);
  for (const house of houses) await house.close();
});

test("two processes that pass the lease at once write one reminder all the same", async () => {
  const clock = { now: instant(aWeekBefore) };
  const file = join(folder, "race.db");
  const [one, other] = [await open({ file, clock }), await open({ file, clock })];
  await booked(one, 1);
  clock.now = instant("2026-11-23T18:00:00+01:00");
  const [first, second] = [one, other].map(({ house }) =>
    house.jobs.find(({ name }) => name === "reminders"),
  );
  const lines = (
    await Promise.all([runIt(first, clock.now, false), runIt(second, clock.now, false)])
  ).flat();
  await one.house.settled();
  await other.house.settled();
  expect(lines.map((line) => line?.outcome)).toContain("sent");
  expect(one.rows("SELECT COUNT(*) AS n FROM Outgoing WHERE kind = 'reminder'")).toEqual([
    { n: 1 },
  ]);
  expect([...one.sent, ...other.sent].filter(({ kind }) => kind === "reminder")).toHaveLength(1);
  await one.close();
  await other.close();
});

test("asleep for two days, the house sends nothing late", async () => {
  const under = await open();
  await booked(under, 1);
  under.setClock("2026-11-26T13:45:00+01:00"); // a quarter of an hour before
  const lines = await under.jobs();
  expect(under.sent.filter(({ kind }) => kind === "reminder")).toEqual([]);
  expect(lines.filter(({ job }) => job === "reminders").map(({ outcome }) => outcome)).toEqual([
    ...["skipped:late", "skipped:late", "skipped:late", "skipped:late"],
  ]);
  await under.close();
});

test("who blocked us gets none; who comes back gets the next", async () => {
  const under = await open();
  await booked(under, 1);
  await under.say(lina, { kind: "reachable", reachable: false });
  expect(await live(under, "2026-11-24T09:00:00+01:00")).toEqual([]);
  expect(under.rows("SELECT step, reason FROM Reminder WHERE state = 'skipped'")).toEqual([
    { step: "threeDays", reason: "unreachable" },
  ]);
  await under.say(lina, { kind: "reachable", reachable: true });
  expect((await live(under, "2026-11-25T19:00:00+01:00")).at(-1)).toBe(
    "reminder dayBefore 2026-11-25 18:00",
  );
  await under.close();
});

test("more reminders than a page, of a structure that is not served any more: the job ends, the others leave", async () => {
  const under = await open();
  await booked(under, 1);
  const [visit] = under.rows("SELECT * FROM Appointment");
  for (let stranger = 0; stranger < 60; stranger++) {
    under.house.database.connection
      .prepare(
        "INSERT INTO Appointment SELECT ?, 'gone', personId, conversationId, site, worker, motif, mode, startsAt, endsAt, status, version, confirmedAt, bookedVia, bookedAt, closedAt, expiresAt, turnId, anonymous, movedTo, closedBy, detailsSealed FROM Appointment WHERE id = ?",
      )
      .run(`stranger-${stranger}`, String(visit?.["id"]));
    under.house.database.connection
      .prepare(
        "INSERT INTO Reminder (appointmentId, version, step, dueAt, uselessAfter, state) VALUES (?, 1, 'threeDays', ?, ?, 'planned')",
      )
      .run(
        `stranger-${stranger}`,
        instant("2026-11-23T10:00:00+01:00"),
        Number(visit?.["startsAt"]),
      );
  }
  under.setClock("2026-11-23T18:00:00+01:00");
  const outcomes = (await under.jobs())
    .filter(({ job }) => job === "reminders")
    .map(({ outcome }) => outcome);
  expect(outcomes.filter((outcome) => outcome === "noSuchStructure")).toHaveLength(60);
  expect(outcomes.filter((outcome) => outcome === "sent")).toHaveLength(1);
  await under.close();
});
