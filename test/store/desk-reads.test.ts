import { expect, test } from "vitest";
import { after, type Instant, instant, minute } from "../../src/base/time.ts";
import type { Value } from "../../src/store/database.ts";
import { deskReads } from "../../src/store/desk-reads.ts";
import { openPrisma } from "../../src/store/prisma-client.ts";
import {
  elsewhere,
  home,
  hoursAgo,
  tuesday,
  type World,
  waits,
  worker,
  world,
} from "../desk/desk-world.ts";

test("the queue: the most urgent first, then who waits longest; the other structure is not in it", async () => {
  const desk = world();
  const write = (
    who: string,
    urgency: "normal" | "high" | "immediate",
    hours: number,
    structure = home,
  ) =>
    desk.write({ who, text: who, structure, standing: waits(urgency, "human", hoursAgo(hours)) });
  await write("recent", "normal", 1);
  await write("old", "normal", 30);
  await write("danger", "immediate", 0.1);
  await write("eviction", "high", 2);
  await write("older eviction", "high", 5);
  await write("theirs", "immediate", 9, elsewhere);
  await desk.write({ who: "with the bot" });
  const rows = await desk.door.reads.queue(home);
  expect(rows.map(({ lastWords }) => lastWords)).toEqual(
    ["danger", "older eviction", "eviction", "old", "recent"].map((text) => ({
      kind: "text",
      text,
    })),
  );
  expect(await desk.door.reads.waiting(home)).toBe(5);
});

test("a row says who, what they last sent, on what, since when, and who has it", async () => {
  const desk = world();
  const lea = await worker(desk, "Léa");
  const id = await desk.write({
    who: "lina",
    firstName: "Lina",
    channel: "whatsapp",
    text: "bonjour",
    replies: [
      { text: "Tu fais quoi ?", options: [{ id: "visale.status.etudiant", label: "Études" }] },
    ],
  });
  await desk.write({
    who: "lina",
    channel: "whatsapp",
    content: { kind: "choice", option: "visale.status.etudiant" },
    standing: waits("high", "expulsion", hoursAgo(2)),
  });
  await desk.door.handOvers.takeOver(id, lea.id, tuesday);
  expect(await desk.door.reads.queue(home)).toEqual([
    {
      ...{
        conversation: id,
        firstName: "Lina",
        heldBy: "worker",
        workerId: lea.id,
        urgency: "high",
      },
      ...{
        need: "expulsion",
        waitingSince: hoursAgo(2),
        lastActivityAt: tuesday,
        channel: "whatsapp",
      },
      ...{ language: "fr", lastWords: { kind: "choice", label: "Études" } },
      filed: { snoozedUntil: null, assignedTo: null, labels: [] },
    },
  ]);
});

test("those the bot holds come by pages, the most recent first", async () => {
  const desk = world();
  for (const hours of [3, 1, 2])
    await desk.write({ who: `${hours}`, text: `${hours}`, at: hoursAgo(hours) });
  const texts = async (before: Instant) =>
    (await desk.door.reads.withBot(home, before, 2)).map(({ lastWords }) =>
      "text" in lastWords ? lastWords.text : "",
    );
  expect(await texts(after(tuesday, 1))).toEqual(["1", "2"]);
  expect(await texts(after(hoursAgo(2), 1))).toEqual(["3"]);
});

test("a file opens what is closed; another structure's and an erased one are not found", async () => {
  const desk = world();
  const id = await desk.write({
    who: "lina",
    firstName: "Lina",
    memory: { known: { age: { value: 19, at: tuesday } } },
    happenings: [
      { kind: "entered", flow: "visale", step: "intro" },
      { kind: "entered", flow: "visale", step: "intro" },
    ],
  });
  const file = await desk.door.reads.conversation(id, home, tuesday);
  expect(file).toMatchObject({
    firstName: "Lina",
    remindersStopped: false,
    flowsEntered: ["visale"],
    upcoming: [],
  });
  expect(file?.conversation.memory.known).toEqual({ age: { value: 19, at: tuesday } });
  expect(await desk.door.reads.conversation(id, elsewhere, tuesday)).toBeNull();
  await desk.write({ who: "lina", changes: [{ kind: "erase" }] });
  expect(await desk.door.reads.conversation(id, home, tuesday)).toBeNull();
});

test("a day of the agenda, in the order of time, without what was cancelled", async () => {
  const desk = world();
  await appointment(desk, "b", "2026-11-24T15:00:00Z", "booked", "Aya");
  await appointment(desk, "a", "2026-11-24T08:00:00Z", "proposed");
  await appointment(desk, "c", "2026-11-24T09:00:00Z", "cancelled");
  await appointment(desk, "d", "2026-11-25T08:00:00Z", "booked");
  const rows = await desk.door.reads.agenda(
    home,
    instant("2026-11-23T23:00:00Z"),
    instant("2026-11-24T23:00:00Z"),
  );
  expect(
    rows.map(({ id, status, firstName, confirmed }) => [id, status, firstName, confirmed]),
  ).toEqual([
    ["a", "proposed", null, false],
    ["b", "booked", "Aya", false],
  ]);
});

test("what became of an appointment is said once it has begun, and can be corrected", async () => {
  const desk = world();
  const lea = await worker(desk, "Léa");
  await appointment(desk, "begun", "2026-11-24T13:00:00Z", "booked");
  await appointment(desk, "later", "2026-11-24T15:00:00Z", "booked");
  await appointment(desk, "proposal", "2026-11-24T13:00:00Z", "proposed");
  const mark = (id: string, status: "seen" | "absent", structure = home) =>
    desk.door.markAppointment(id, lea.id, structure, status);
  expect(await mark("later", "seen")).toBe("tooEarly");
  expect(await mark("proposal", "seen")).toBe("gone");
  expect(await mark("begun", "seen", elsewhere)).toBe("gone");
  expect(await mark("none", "seen")).toBe("gone");
  expect(await mark("begun", "absent")).toBe("marked");
  expect(await mark("begun", "seen")).toBe("marked");
  expect(
    await desk.database.get("SELECT status, closedAt FROM Appointment WHERE id = 'begun'"),
  ).toEqual({ status: "seen", closedAt: tuesday });
  expect(
    await desk.database.all("SELECT value FROM Event WHERE kind = 'appointmentMarked' ORDER BY id"),
  ).toEqual([{ value: "absent" }, { value: "seen" }]);
  expect(await desk.database.all("SELECT what, workerId FROM Audit ORDER BY id")).toEqual([
    { what: "appointment.absent", workerId: lea.id },
    { what: "appointment.seen", workerId: lea.id },
  ]);
});

test("no reading of the desk goes through a whole table that grows", async () => {
  const desk = world();
  const asked: { text: string; values: readonly Value[] }[] = [];
  const keep =
    <Rest extends unknown[], Out>(
      read: (text: string, values?: readonly Value[], ...rest: Rest) => Out,
    ) =>
    (text: string, values: readonly Value[] = [], ...rest: Rest) => {
      asked.push({ text, values });
      return read(text, values, ...rest);
    };
  const { database } = desk;
  const watched = {
    get: keep((text, values) => database.get(text, values)),
    all: keep((text, values) => database.all(text, values)),
    run: (statement: Parameters<typeof database.run>[0]) => database.run(statement),
    batch: (statements: Parameters<typeof database.batch>[0]) => database.batch(statements),
    close: () => database.close(),
  };
  const id = await desk.write({ who: "lina", standing: waits("normal", "human", hoursAgo(1)) });
  const reads = deskReads(watched, openPrisma(watched), desk.cipher);
  await reads.queue(home);
  await reads.waiting(home);
  await reads.withBot(home, after(tuesday, 1), 2);
  await reads.conversation(id, home, tuesday);
  await reads.agenda(home, hoursAgo(9), tuesday);
  await desk.door.transcripts.of(id, { notes: true });
  const grown =
    /SCAN (main\.)?`?(Conversation|Inbound|Outgoing|Event|Appointment|Note|Person|Address|Audit|i|o)\b/;
  const scans: string[] = [];
  for (const { text, values } of asked) {
    const plan = await database.all(`EXPLAIN QUERY PLAN ${text}`, values);
    scans.push(
      ...plan
        .map((line) => String(line["detail"]))
        .filter((detail) => grown.test(detail))
        .map((detail) => `${detail} in ${text}`),
    );
  }
  expect(asked.length).toBeGreaterThan(9);
  expect(scans).toEqual([]);
});

async function appointment(
  desk: World,
  id: string,
  starts: string,
  status: string,
  firstName?: string,
): Promise<void> {
  const conversation = await desk.write({ who: id, ...(firstName ? { firstName } : {}) });
  const start = instant(starts);
  await desk.database.run({
    sql: `INSERT INTO Appointment (id, structure, personId, conversationId, site, worker, motif, mode, startsAt, endsAt,
      status, version, bookedVia, bookedAt, turnId) SELECT ?, structure, personId, id, 'ml-carvin', 'conseillere-1', 'premier',
      'place', ?, ?, ?, 1, 'chat', ?, 't' FROM Conversation WHERE id = ?`,
    values: [id, start, after(start, 45 * minute), status, tuesday, conversation],
  });
}
