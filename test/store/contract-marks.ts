import { expect, test } from "vitest";
import type { ConversationId, WorkerId } from "../../src/base/ids.ts";
import { after, hour, minute } from "../../src/base/time.ts";
import type { Database } from "../../src/store/database.ts";
import {
  book,
  everything,
  metBy,
  morning,
  readAgain,
  type Shelf,
  slug,
  storeOn,
  turnOn,
} from "./hand-made.ts";

const start = after(morning, 24 * hour);
const over = after(start, 45 * minute);

/** A worker of the team whose phone this is, and who keeps the agenda "w1". */
async function pairedWith(database: Database, store: Shelf, name: string, agenda = "w1") {
  const phone = await metBy(store, `phone of ${name}`);
  await database.run({
    sql: `INSERT INTO Worker (id, name, email, emailVerified, role, structure, createdAt, updatedAt, alertConversation)
          VALUES (?, ?, ?, 0, 'worker', ?, 0, 0, ?)`,
    values: [name, name, `${name}@example.org`, slug, phone],
  });
  await store.agendaPhones.chooseAgenda(
    name as WorkerId,
    { agenda, morningList: true, news: "none" },
    morning,
  );
  return phone;
}

/** Says from a phone what became of the appointment, once it is over. */
async function mark(store: Shelf, phone: ConversationId, status: "seen" | "absent", version = 1) {
  const pending = await readAgain(store, phone);
  const change = { kind: "markAppointment", id: "rdv" as never, version, status } as const;
  const turn = turnOn(store, pending, { changes: [change], replies: [], now: over });
  return (await store.conversations.commit(turn)).outcome;
}

/** What is written of the appointment's end. */
async function ends(database: Database) {
  const [row] = await database.all("SELECT status, closedAt FROM Appointment");
  const events = await database.all("SELECT value FROM Event WHERE kind = 'appointmentMarked'");
  const audit = await database.all("SELECT workerId, what FROM Audit ORDER BY id");
  return { row, events, audit };
}

/** What became of appointments, said from the worker's own phone. */
export function marksContract(open: () => Promise<Database>): void {
  const begin = async () => {
    const database = await open();
    const store = storeOn(database);
    const lina = await metBy(store, "lina");
    await book(store, lina, { start, id: "rdv" });
    return { database, store, lina };
  };

  test("a worker's phone marks an appointment of its agenda: status, event, audit line, once", async () => {
    const { database, store } = await begin();
    const phone = await pairedWith(database, store, "nadia");
    expect(await mark(store, phone, "seen")).toBe("committed");
    const after = await ends(database);
    expect(after).toEqual({
      row: { status: "seen", closedAt: over },
      events: [{ value: "seen" }],
      audit: [{ workerId: "nadia", what: "appointment.seen" }],
    });
    expect(await mark(store, phone, "absent")).toBe("conflict");
    expect(await ends(database)).toEqual(after);
  });

  test("two phones at once: one mark is written, the other turn is refused whole", async () => {
    const { database, store } = await begin();
    const phones = [
      await pairedWith(database, store, "nadia"),
      await pairedWith(database, store, "tom"),
    ] as const;
    const outcomes = await Promise.all([
      mark(store, phones[0], "seen"),
      mark(store, phones[1], "absent"),
    ]);
    expect([...outcomes].sort()).toEqual(["committed", "conflict"]);
    expect((await ends(database)).events).toHaveLength(1);
    expect((await ends(database)).audit).toHaveLength(1);
  });

  test.each([
    ["another agenda", "w2", 1],
    ["another version", "w1", 2],
  ])("of %s nothing is written", async (_, agenda, version) => {
    const { database, store } = await begin();
    const phone = await pairedWith(database, store, "nadia", agenda);
    const before = await everything(database);
    expect(await mark(store, phone, "seen", version)).toBe("conflict");
    expect(await everything(database)).toBe(before);
  });

  test("the person's own phone marks nothing, nor the phone of a worker who left", async () => {
    const { database, store, lina } = await begin();
    expect(await mark(store, lina, "seen")).toBe("conflict");
    const phone = await pairedWith(database, store, "nadia");
    await database.run({ sql: "UPDATE Worker SET disabledAt = 1", values: [] });
    expect(await mark(store, phone, "seen")).toBe("conflict");
    expect((await ends(database)).row).toEqual({ status: "booked", closedAt: null });
  });

  test("what is to be asked: once over, of the paired phone of its agenda, until it is marked or a day has passed", async () => {
    const { database, store } = await begin();
    const phone = await pairedWith(database, store, "nadia");
    await pairedWith(database, store, "tom", "w2");
    const asked = async (now: typeof over) =>
      (await store.agendaPhones.toMark(now, 10, 0)).map((one) => [one.worker, one.appointment]);
    expect(await asked(after(over, -1))).toEqual([]);
    expect(await asked(over)).toEqual([["nadia", "rdv"]]);
    expect(await store.agendaPhones.toMark(over, 10, 0)).toMatchObject([
      { conversation: phone, version: 1, start, turn: "rdv.1.status.nadia" },
    ]);
    expect(await asked(after(start, 24 * hour - 1))).toEqual([["nadia", "rdv"]]);
    expect(await asked(after(start, 24 * hour))).toEqual([]);
    await mark(store, phone, "seen");
    expect(await asked(over)).toEqual([]);
  });

  test("what an agenda's phone is told: what was booked or cancelled since it asked, of two days or of all, for sixteen hours", async () => {
    const { database, store } = await begin();
    await pairedWith(database, store, "nadia");
    const choose = (news: "none" | "soon" | "all") =>
      store.agendaPhones.chooseAgenda(
        "nadia" as WorkerId,
        { agenda: "w1", morningList: false, news },
        morning,
      );
    const told = async (now: typeof over) =>
      (await store.agendaPhones.toTell(now, 10, 0)).map(({ what, turn }) => `${what} ${turn}`);
    expect(await told(morning)).toEqual([]);
    await choose("soon");
    expect(await told(morning)).toEqual(["booked rdv.1.news.nadia"]);
    expect(await told(after(morning, 16 * hour - 1))).toHaveLength(1);
    expect(await told(after(morning, 16 * hour))).toEqual([]);
    await database.run({
      sql: "UPDATE Appointment SET startsAt = startsAt + ?, endsAt = endsAt + ?",
      values: [48 * hour, 48 * hour],
    });
    expect(await told(morning)).toEqual([]);
    await choose("all");
    expect(await told(morning)).toHaveLength(1);
    await database.run({
      sql: "UPDATE Appointment SET status = 'cancelled', version = 2",
      values: [],
    });
    expect(await told(morning)).toEqual([]);
    await database.run({
      sql: "INSERT INTO AppointmentEvent (appointmentId, version, what, by, at) VALUES ('rdv', 2, 'cancelled', 'person', ?)",
      values: [morning],
    });
    expect(await told(morning)).toEqual(["cancelled rdv.2.news.nadia"]);
    await choose("none");
    expect(await told(morning)).toEqual([]);
  });

  test("a list is owed from when it is asked for, and once told not before twelve hours; never when it is not asked for", async () => {
    const { database, store } = await begin();
    await pairedWith(database, store, "nadia");
    const { agendaPhones } = store;
    const nadia = "nadia" as WorkerId;
    const owed = async (now: typeof over) =>
      (await agendaPhones.toList(now, 10, 0)).map(({ worker }) => worker);
    expect(await owed(morning)).toEqual(["nadia"]);
    await agendaPhones.listed(nadia, morning);
    expect(await owed(after(morning, 12 * hour - 1))).toEqual([]);
    expect(await owed(after(morning, 12 * hour))).toEqual(["nadia"]);
    await agendaPhones.chooseAgenda(
      nadia,
      { agenda: "w1", morningList: false, news: "none" },
      morning,
    );
    await agendaPhones.listed(nadia, morning);
    expect(await owed(after(morning, 48 * hour))).toEqual([]);
    expect(await agendaPhones.agendaChoice(nadia)).toEqual({
      agenda: "w1",
      morningList: false,
      news: "none",
    });
  });
}
