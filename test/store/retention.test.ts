import { expect, test } from "vitest";
import type { WorkerId } from "../../src/base/ids.ts";
import { after, hour, type Instant, instant, isoOf } from "../../src/base/time.ts";
import { type Job, runWhole } from "../../src/jobs/job.ts";
import { limitsOf } from "../../src/jobs/retention.ts";
import { deskRecords } from "../../src/store/desk-records.ts";
import { bookFor, type HouseUnderTest, openHouse } from "../channels/house-under-test.ts";
import { mondayMorning, structure } from "../world.ts";
import { everything, whereabouts } from "./hand-made.ts";
import { purgeWhole } from "./purge-whole.ts";

function runIt(job: Job | undefined, ...given: [now: Instant, dryRun: boolean]) {
  if (!job) throw new Error("there is no such job");
  return runWhole(job, ...given);
}

const nadia = "nadia" as WorkerId;
const lina = "zzadresse-0612345678";
const marks = ["zzadresse", "zzprenom", "zzparole", "zznote", "zzreponse"];

/** Somebody who wrote, booked, gave a first name, was answered by a worker and had their file read. */
async function someone(under: HouseUnderTest): Promise<void> {
  await under.say(lina, { kind: "opened" });
  await under.press(lina, "accueil.language.french");
  await bookFor(under, lina, 1);
  await under.say(lina, "zzparole");
  const conversation = await under.conversation(lina);
  const { handOvers, database } = under.house.store;
  await handOvers.takeOver(conversation, nadia, under.now());
  await handOvers.answer(conversation, nadia, "k", { text: "zzreponse", options: [] }, under.now());
  await handOvers.note(conversation, nadia, "n", "zznote", under.now());
  await under.house.deliver(conversation);
  const records = deskRecords({ database, ids: under.house.ids, clock: under.house.clock });
  await records.noteReading(nadia, structure, conversation);
  // given back since: what a worker holds for a year goes back to the queue before anything is purged
  under.rows("UPDATE Conversation SET heldBy = 'bot', workerId = NULL RETURNING id");
}

const counts = (under: HouseUnderTest) =>
  Object.fromEntries(
    [
      "Conversation",
      "Person",
      "Address",
      "Inbound",
      "Outgoing",
      "Note",
      "Audit",
      "Cell",
      "Event",
      "Appointment",
    ].map((table) => [table, Number(under.rows(`SELECT COUNT(*) AS n FROM ${table}`)[0]?.["n"])]),
  );

test("each clock is the one of the structure's file, at midnight on the wall", async () => {
  const under = await openHouse();
  const association = under.house.structures.get(structure);
  if (!association) throw new Error("no such structure");
  const limits = limitsOf(association, instant("2026-11-23T09:00:00+01:00"));
  expect(Object.entries(limits).map(([kind, limit]) => [kind, isoOf(limit)])).toEqual([
    ["conversations", "2024-11-22T23:00:00.000Z"],
    ["messages", "2025-11-22T23:00:00.000Z"],
    ["texts", "2026-10-23T22:00:00.000Z"],
    ["appointments", "2024-11-22T23:00:00.000Z"],
    ["reminders", "2025-11-22T23:00:00.000Z"],
    ["audit", "2025-11-22T23:00:00.000Z"],
  ]);
  await under.close();
});

test("before its time nothing goes", async () => {
  const under = await openHouse();
  await someone(under);
  const before = counts(under);
  under.setClock("2027-11-22T23:00:00+01:00");
  await under.jobs();
  expect(counts(under)).toEqual(before);
  await under.close();
});

test("after twelve months the words and the trail go; who it is, and what was counted, stay", async () => {
  const under = await openHouse();
  await someone(under);
  const before = counts(under);
  under.setClock("2027-11-25T12:00:00+01:00");
  await under.jobs();
  expect(counts(under)).toEqual({ ...before, Inbound: 0, Outgoing: 0, Note: 0, Audit: 0 });
  await under.close();
});

test("after twenty-four months nothing that identifies remains; counts do", async () => {
  const under = await openHouse();
  await someone(under);
  const before = counts(under);
  const [{ personId, id } = { personId: "?", id: "?" }] = under.rows(
    "SELECT id, personId FROM Conversation",
  );
  expect(await whereabouts(under.house.database, marks)).toEqual([]);
  under.setClock("2028-11-27T12:00:00+01:00");
  await under.jobs();
  const gone = {
    Conversation: 0,
    Person: 0,
    Address: 0,
    Inbound: 0,
    Outgoing: 0,
    Note: 0,
    Audit: 0,
    Cell: 0,
  };
  expect(counts(under)).toEqual({ ...before, ...gone });
  expect(await whereabouts(under.house.database, [...marks, String(personId), String(id)])).toEqual(
    [],
  );
  await under.close();
});

test("a dry run says what would go, changes nothing, and a purge then removes just that", async () => {
  const under = await openHouse();
  await someone(under);
  under.setClock("2028-11-27T12:00:00+01:00");
  const purge = under.house.jobs.find(({ name }) => name === "purge");
  const before = await everything(under.house.database);
  const foretold = await runIt(purge, under.now(), true);
  expect(await everything(under.house.database)).toBe(before);
  const done = await runIt(purge, under.now(), false);
  expect(done.map(({ outcome }) => outcome)).toEqual(
    foretold.map(({ outcome }) => outcome.replace("wouldRemove", "removed")),
  );
  expect(foretold.map(({ outcome }) => outcome.split(":")[1])).toEqual(
    expect.arrayContaining(["conversations", "messages", "appointments", "audit"]),
  );
  // and the next time there is nothing left to say
  expect(await runIt(purge, under.now(), false)).toEqual([]);
  await under.close();
});

test("a message that waits for its answer is never purged, however old the conversation", async () => {
  const under = await openHouse();
  await someone(under);
  under.setClock("2028-11-27T12:00:00+01:00");
  const { conversations, retention } = under.house.store;
  const association = under.house.structures.get(structure);
  if (!association) throw new Error("no such structure");
  await conversations.accept(
    structure,
    {
      id: "late",
      from: { channel: "telegram", account: "world", address: lina },
      at: under.now(),
      content: { kind: "text", text: "bonjour" },
    },
    under.now(),
  );
  await purgeWhole(retention, structure, limitsOf(association, under.now()), under.now(), false);
  expect(under.rows("SELECT state FROM Inbound WHERE state = 'received'")).toHaveLength(1);
  await under.house.takeUpLeftovers();
  await under.house.settled();
  expect(under.rows("SELECT state FROM Inbound WHERE state = 'received'")).toHaveLength(0);
  await under.close();
});

test("one structure's clock removes nothing of another's", async () => {
  const under = await openHouse();
  await someone(under);
  const before = counts(under);
  const soon = after(under.now(), hour);
  const limits = {
    ...{
      conversations: soon,
      messages: soon,
      texts: soon,
      appointments: soon,
      reminders: soon,
      audit: soon,
    },
  };
  await purgeWhole(under.house.store.retention, "ccas-malakoff", limits, under.now(), false);
  expect(counts(under)).toEqual(before);
  await under.close();
});

test("reminders that were settled go after twelve months; one that is planned stays", async () => {
  const under = await openHouse();
  await someone(under);
  under.setClock("2026-12-05T12:00:00+01:00");
  await under.jobs();
  under.house.database.connection.exec(
    `INSERT INTO Reminder (appointmentId, version, step, dueAt, uselessAfter, state)
     SELECT id, 9, 'later', ${after(under.now(), 800 * 24 * hour)}, 9e15, 'planned' FROM Appointment`,
  );
  const settled = () => under.rows("SELECT step FROM Reminder WHERE settledAt IS NOT NULL").length;
  expect(settled()).toBeGreaterThan(0);
  under.setClock("2027-12-05T00:30:00+01:00");
  await under.jobs();
  expect(settled()).toBeGreaterThan(0);
  under.setClock("2027-12-06T00:30:00+01:00");
  await under.jobs();
  expect(under.rows("SELECT step FROM Reminder WHERE step NOT LIKE 'after%'")).toEqual([
    { step: "later" },
  ]);
  await under.close();
});

test("a message that no turn ever followed goes with its address, after twelve months", async () => {
  const under = await openHouse();
  const { conversations, retention } = under.house.store;
  const message = (person: string) => ({
    ...{ id: person, from: { channel: "telegram", account: "world", address: person } as const },
    ...{ at: under.now(), content: { kind: "text", text: "bonjour" } as const },
  });
  await conversations.accept(structure, message("lina"), under.now());
  await conversations.accept("ccas-malakoff", message("karim"), under.now());
  const association = under.house.structures.get(structure);
  if (!association) throw new Error("no such structure");
  const purge = () =>
    purgeWhole(retention, structure, limitsOf(association, under.now()), under.now(), false);
  under.setClock("2027-11-22T23:00:00+01:00");
  expect((await purge()).messages).toBe(0);
  under.setClock("2027-11-25T12:00:00+01:00");
  expect((await purge()).messages).toBe(1);
  expect(under.rows("SELECT structure FROM Address")).toEqual([{ structure: "ccas-malakoff" }]);
  expect(counts(under)).toMatchObject({ Inbound: 1, Address: 1 });
  await under.close();
});

test("an event already stored makes no address of its own", async () => {
  const under = await openHouse();
  await under.receive("lina", "bonjour", "the same");
  expect(await under.receive("karim", "bonjour", "the same")).toBe("seen");
  await under.house.settled();
  expect(counts(under)).toMatchObject({ Address: 1, Inbound: 1 });
  await under.close();
});

test("of signing in, nothing that expired stays: sessions, links, attempts an hour old", async () => {
  const under = await openHouse();
  const now = under.now();
  under.house.database.connection.exec(
    `INSERT INTO Session (id, token, userId, expiresAt, createdAt, updatedAt)
       VALUES ('old', 'a', 'w', ${now - 1}, 0, 0), ('new', 'b', 'w', ${now}, 0, 0);
     INSERT INTO Verification (id, identifier, value, expiresAt, createdAt, updatedAt)
       VALUES ('old', 'a', 'b', ${now - 1}, 0, 0), ('new', 'a', 'b', ${now}, 0, 0);
     INSERT INTO RateLimit (id, key, count, lastRequest)
       VALUES ('never', 'a', 1, 0), ('old', 'b', 1, ${now - hour - 1}), ('new', 'c', 1, ${now - hour})`,
  );
  const lines = await under.jobs();
  expect(lines.map(({ outcome }) => outcome)).toEqual([
    ...["removed:sessions:1", "removed:links:1", "removed:attempts:2"],
  ]);
  for (const table of ["Session", "Verification", "RateLimit"]) {
    expect([table, under.rows(`SELECT id FROM ${table}`)]).toEqual([table, [{ id: "new" }]]);
  }
  await under.close();
});

test("'delete my data', from the conversation itself: one receipt, then nothing that identifies", async () => {
  const under = await openHouse({ at: mondayMorning });
  await under.say(lina, { kind: "opened" });
  await under.press(lina, "accueil.language.french");
  await bookFor(under, lina, 1);
  await under.say(lina, "zzparole");
  const [{ personId, lookup } = { personId: "?", lookup: "?" }] = under.rows(
    "SELECT personId, lookup FROM Address",
  );
  await under.say(lina, "effacer mes données");
  await under.press(lina, "mes-donnees.whatNow.erase");
  const receipt = await under.press(lina, "mes-donnees.sure.yesErase");
  expect(receipt).toHaveLength(1);
  await under.jobs();
  expect(
    await whereabouts(under.house.database, [...marks, String(personId), String(lookup)]),
  ).toEqual([]);
  expect(counts(under)).toMatchObject({
    Conversation: 0,
    Person: 0,
    Address: 0,
    Inbound: 0,
    Outgoing: 0,
    Cell: 0,
    Appointment: 1,
  });
  // and somebody who comes back begins anew
  const [greeting] = await under.say(lina, { kind: "opened" });
  expect(greeting?.reply.options.map(({ id }) => id)).toContain("accueil.language.french");
  await under.close();
});
