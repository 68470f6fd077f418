import { expect, test } from "vitest";
import { propose } from "../../src/answering/propose.ts";
import { remind } from "../../src/answering/remind.ts";
import type { WorkerId } from "../../src/base/ids.ts";
import type { Content } from "../../src/base/message.ts";
import { hour, type Instant, minute } from "../../src/base/time.ts";
import { afterTemplate, reminderTemplate } from "../../src/channels/whatsapp-templates.ts";
import { nothingSaid } from "../../src/observatory/measures.ts";
import { deskRecords } from "../../src/store/desk-records.ts";
import { bookFor, type HouseUnderTest, meet, openHouse } from "../channels/house-under-test.ts";
import { structure } from "../world.ts";
import { whereabouts } from "./hand-made.ts";

const templates = { reminder: reminderTemplate, question: afterTemplate };

const nadia = "nadia" as WorkerId;
const blocked: Content = { kind: "reachable", reachable: false };
const people = ["Conversation", "Address", "Person", "Inbound", "Outgoing", "Note"];

async function erase(under: HouseUnderTest, person: string): Promise<void> {
  await under.say(person, "effacer mes données");
  await under.press(person, "mes-donnees.whatNow.erase");
  await under.press(person, "mes-donnees.sure.yesErase");
}

const erasedAt = (under: HouseUnderTest) =>
  under.rows("SELECT erasedAt FROM Conversation").map((row) => row["erasedAt"]);
const left = (under: HouseUnderTest) =>
  people.filter((table) => under.rows(`SELECT 1 FROM ${table}`).length > 0);
const association = (under: HouseUnderTest) => {
  const found = under.house.structures.get(structure);
  if (!found) throw new Error("no such structure");
  return found;
};

test("who blocks the bot just after being erased is forgotten all the same", async () => {
  const under = await openHouse();
  await meet(under, "lina");
  await erase(under, "lina");
  expect(await under.receive("lina", blocked)).toBe("seen");
  expect(erasedAt(under)).toEqual([under.now()]);
  under.pass(2 * minute);
  await under.jobs();
  expect(left(under)).toEqual([]);
  await under.close();
});

test.each([
  ["who was forgotten", true],
  ["who never wrote", false],
])("blocking the bot brings back nothing of somebody %s", async (_, met) => {
  const under = await openHouse();
  if (met) {
    await meet(under, "lina");
    await erase(under, "lina");
    under.pass(2 * minute);
    await under.jobs();
  }
  expect(await under.receive("lina", blocked)).toBe("seen");
  expect(await under.receive("lina", { kind: "reachable", reachable: true })).toBe("seen");
  await under.house.settled();
  expect(left(under)).toEqual([]);
  await under.close();
});

test("an old block that comes again does not silence somebody who wrote since", async () => {
  const under = await openHouse();
  const block = { ...{ id: "b", at: under.now(), content: blocked } } as const;
  const from = { channel: "telegram", account: "world", address: "lina" } as const;
  expect(await under.house.receive(structure, { ...block, from })).toBe("seen");
  under.pass(minute);
  await meet(under, "lina");
  expect(await under.house.receive(structure, { ...block, from })).toBe("seen");
  expect(under.rows("SELECT unreachableSince FROM Address")).toEqual([{ unreachableSince: null }]);
  // and a new one does
  expect(await under.receive("lina", blocked)).toBe("stored");
  expect(under.rows("SELECT unreachableSince FROM Address")).toEqual([
    { unreachableSince: under.now() },
  ]);
  await under.close();
});

test("a block that waits behind the erasure does not undo it", async () => {
  const under = await openHouse();
  await meet(under, "lina");
  await under.say("lina", "effacer mes données");
  await under.press("lina", "mes-donnees.whatNow.erase");
  await Promise.all([
    under.receive("lina", { kind: "choice", option: "mes-donnees.sure.yesErase" }),
    under.receive("lina", blocked),
  ]);
  await under.house.settled();
  expect(under.rows("SELECT 1 FROM Event WHERE kind = 'unreachable'")).toHaveLength(1);
  expect(erasedAt(under)).toEqual([under.now()]);
  await under.close();
});

const words: readonly Content[] = [
  { kind: "text", text: "bonjour" },
  { kind: "choice", option: "menu.menu.book" },
  { kind: "opened" },
  { kind: "media", media: "voice" },
  { kind: "edited", text: "bonsoir" },
];
test.each(words)("who speaks again ($kind) is known again", async (content) => {
  const under = await openHouse();
  await meet(under, "lina");
  await erase(under, "lina");
  expect(await under.say("lina", content)).toHaveLength(1);
  expect(erasedAt(under)).toEqual([null]);
  under.pass(48 * hour);
  await under.jobs();
  expect(under.rows("SELECT 1 FROM Address")).toHaveLength(1);
  await under.close();
});

test("what cannot be read is answered, and the person is forgotten all the same", async () => {
  const under = await openHouse();
  await meet(under, "lina");
  await erase(under, "lina");
  expect(await under.say("lina", { kind: "unsupported", what: "poll" })).toHaveLength(1);
  under.pass(2 * minute);
  await under.jobs();
  expect(left(under)).toEqual([]);
  await under.close();
});

test("nothing that we begin reaches somebody erased: no proposal, no reminder already in hand", async () => {
  const under = await openHouse();
  await meet(under, "lina");
  await bookFor(under, "lina", 2);
  const [first] = under.rows("SELECT MIN(dueAt) AS at FROM Reminder");
  under.setClock(Number(first?.["at"]) as Instant);
  const [due] = await under.house.store.reminders.due(under.now(), 10);
  if (!due) throw new Error("no reminder is due");
  const conversation = await under.conversation("lina");
  await erase(under, "lina");
  const before = under.rows("SELECT id FROM Outgoing");
  const { answering } = under.house;
  const writing = { conversation, others: [], templates };
  expect(await remind(answering, due, association(under), writing)).toBe("gone");
  const slot = "ml-carvin~conseillere-1~2612010830";
  expect(await propose(under.house, conversation, nadia, slot)).toBe("notYours");
  expect(under.rows("SELECT id FROM Outgoing")).toEqual(before);
  expect(under.rows("SELECT 1 FROM Appointment WHERE status = 'proposed'")).toEqual([]);
  expect(erasedAt(under)).toEqual([under.now()]);
  expect(await under.house.store.handOvers.takeOver(conversation, nadia, under.now())).toBe("gone");
  await under.close();
});

test("no private note is written about somebody erased, or about nobody", async () => {
  const under = await openHouse();
  await meet(under, "lina");
  const conversation = await under.conversation("lina");
  const { handOvers } = under.house.store;
  const note = (key: string) =>
    handOvers.note(conversation, nadia, key, "dort chez sa tante", under.now());
  expect(await note("before")).toBe("noted");
  expect(await note("before")).toBe("already");
  await erase(under, "lina");
  expect(await note("erased")).toBe("gone");
  under.pass(2 * minute);
  await under.jobs();
  expect(await note("swept")).toBe("gone");
  expect(left(under)).toEqual([]);
  await under.close();
});

test("a note that was left behind goes with the sweep, or at the latest with the messages", async () => {
  const under = await openHouse();
  await meet(under, "lina");
  const conversation = await under.conversation("lina");
  await erase(under, "lina");
  const leave = (about: string, key: string) =>
    under.house.database.connection.exec(
      `INSERT INTO Note (conversationId, workerId, key, textSealed, createdAt)
       VALUES ('${about}', 'nadia', '${key}', 'x', ${under.now()})`,
    );
  leave(conversation, "a");
  leave("nobody", "b");
  under.pass(2 * minute);
  await under.jobs();
  expect(under.rows("SELECT key FROM Note")).toEqual([{ key: "b" }]);
  under.setClock("2027-11-25T12:00:00+01:00");
  await under.jobs();
  expect(under.rows("SELECT key FROM Note")).toEqual([]);
  await under.close();
});

test("the trail says who read a file, and no longer whose, once the person is erased", async () => {
  const under = await openHouse();
  await meet(under, "lina");
  const conversation = await under.conversation("lina");
  const { database } = under.house.store;
  const records = deskRecords({ database, ids: under.house.ids, clock: under.house.clock });
  await records.noteReading(nadia, structure, conversation);
  await erase(under, "lina");
  expect(under.rows("SELECT workerId, what, conversationId FROM Audit")).toEqual([
    { workerId: "nadia", what: "conversation.read", conversationId: null },
  ]);
  // a reading that was under way is written after the erasure; the sweep finds it
  await records.noteReading(nadia, structure, conversation);
  under.pass(2 * minute);
  await under.jobs();
  expect(under.rows("SELECT conversationId FROM Audit")).toEqual([
    { conversationId: null },
    { conversationId: null },
  ]);
  expect(await whereabouts(database, [conversation])).toEqual([]);
  await under.close();
});

test("a stay in a home and an accompaniment stay counted, and are nobody's: neither a conversation nor a word", async () => {
  const under = await openHouse();
  await meet(under, "lina");
  const conversation = await under.conversation("lina");
  await under.house.store.stays.keep({
    ...{ exitReason: null, extendedOn: null, arrearsFrom: null, arrearsUntil: null },
    ...{ arrearsMonths: null, situationId: null },
    ...{ id: "s1", structure, conversation, kind: "alt", state: "in", places: 1, lodging: "h" },
    ...{ askedOn: "2026-01-05" as never, commissionOn: null, enteredOn: "2026-02-01" as never },
    ...{ dueOn: null, leftOn: null, exitTo: null, who: "Lina", note: "studio", version: 0 },
    ...{ by: nadia, now: under.now() },
  });
  await under.house.store.measures.keep({
    ...{ id: "m1", structure, conversation, situationId: null, kind: "fsl", form: "asl" },
    ...{ area: null, grant: "premiere", startedOn: "2026-01-05" as never, dueOn: null },
    ...{ endedOn: null, exitReasons: [], facts: nothingSaid, who: "Lina", note: "budget" },
    ...{ version: 0, by: nadia, now: under.now() },
  });
  await erase(under, "lina");
  expect(under.rows("SELECT conversationId, wordsSealed, enteredOn FROM Stay")).toEqual([
    { conversationId: null, wordsSealed: null, enteredOn: "2026-02-01" },
  ]);
  expect(under.rows("SELECT conversationId, wordsSealed, startedOn FROM Measure")).toEqual([
    { conversationId: null, wordsSealed: null, startedOn: "2026-01-05" },
  ]);
});
