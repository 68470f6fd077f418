import { expect, test } from "vitest";
import { propose } from "../../src/answering/propose.ts";
import type { WorkerId } from "../../src/base/ids.ts";
import { hour, instant, minute } from "../../src/base/time.ts";
import { bookFor, buttonsOf, type HouseUnderTest, meet, openHouse } from "./house-under-test.ts";

const nadia = "nadia" as WorkerId;
const lina = "lina";
const first = "ml-carvin~conseillere-1~2612010830";
const second = "ml-carvin~conseiller-2~2612031300";

async function offered(under: HouseUnderTest, slot: string): Promise<string> {
  const conversation = await under.conversation(lina);
  expect(await propose(under.house, conversation, nadia, slot)).toBe("proposed");
  await under.house.deliver(conversation);
  return buttonsOf(under.sent)[0] ?? "";
}

const agenda = (under: HouseUnderTest) =>
  under.rows("SELECT status FROM Appointment ORDER BY startsAt").map(({ status }) => status);
const standing = (under: HouseUnderTest) =>
  under.rows("SELECT heldBy, urgency, need, waitingSince FROM Conversation")[0];
const withBot = { heldBy: "bot", urgency: 0, need: null, waitingSince: null };
const textOf = (sent: HouseUnderTest["sent"]) => sent.map(({ reply }) => reply.text).join("\n");

test("a second tap on 'accept' says again what was done, without a second file nor a call", async () => {
  const under = await openHouse();
  await meet(under, lina);
  const accept = await offered(under, first);
  const once = await under.press(lina, accept);
  expect(once.filter(({ reply }) => reply.file)).toHaveLength(1);
  const twice = await under.press(lina, accept);
  expect(textOf(twice)).toContain("C'est confirmé : mardi 1er décembre à 9 h 30");
  expect(twice.filter(({ reply }) => reply.file)).toEqual([]);
  expect(standing(under)).toEqual(withBot);
  expect(under.rows("SELECT status, version FROM Appointment")).toEqual([
    { status: "booked", version: 2 },
  ]);
  await under.close();
});

test("accepted, then cancelled by the person: the old button takes nothing back", async () => {
  const under = await openHouse();
  await meet(under, lina);
  const accept = await offered(under, first);
  await under.press(lina, accept);
  await under.say(lina, "annuler mon rdv");
  await under.press(lina, "annuler.sure.yes");
  expect(textOf(await under.press(lina, accept))).toContain("n'est plus valable");
  expect(agenda(under)).toEqual(["cancelled"]);
  await under.close();
});

test("of two proposals one is accepted: the other ends with it, and its button says what is booked", async () => {
  const under = await openHouse();
  await meet(under, lina);
  const [one, other] = [await offered(under, first), await offered(under, second)];
  await under.press(lina, one);
  expect(agenda(under)).toEqual(["booked", "cancelled"]);
  expect(under.rows("SELECT DISTINCT appointmentId FROM Cell")).toHaveLength(1);
  expect(textOf(await under.press(lina, other))).toContain(
    "Tu as déjà un rendez-vous : mardi 1er décembre à 9 h 30.",
  );
  expect(agenda(under)).toEqual(["booked", "cancelled"]);
  expect(standing(under)).toEqual(withBot);
  await under.close();
});

test("who has an appointment already keeps it, is shown it, and the proposal stays", async () => {
  const under = await openHouse();
  await meet(under, lina);
  await bookFor(under, lina, 0);
  const accept = await offered(under, second);
  const said = await under.press(lina, accept);
  expect(textOf(said)).toContain("Tu as déjà un rendez-vous");
  expect(agenda(under).sort()).toEqual(["booked", "proposed"]);
  expect(textOf(await under.press(lina, buttonsOf(said)[0] ?? ""))).toContain("Ton rendez-vous :");
  expect(standing(under)).toEqual(withBot);
  await under.close();
});

test.each([
  ["a year long gone", "ml-carvin~conseillere-1~2001010300", "notOffered"],
  ["this morning, before now", "csc-evin~conseillere-1~2611260830", "notOffered"],
  ["in two hours, with no time left to decide", "ml-carvin~conseiller-2~2611261430", "notOffered"],
  ["in two hours and a quarter", "ml-carvin~conseiller-2~2611261445", "proposed"],
  ["a place and a worker nobody knows", "nowhere~nobody~2612011000", "notOffered"],
  ["the night", "ml-carvin~conseillere-1~2612010330", "notOffered"],
  ["another worker than the one who is there", "ml-carvin~conseiller-2~2612010830", "notOffered"],
  ["no slot at all", "mardi", "notOffered"],
  ["a time another person has", first, "taken"],
  ["a range that is not confirmed", second, "proposed"],
])("a worker proposes %s: %s is %s", async (_, slot, outcome) => {
  const under = await openHouse();
  under.setClock("2026-11-26T13:30:00+01:00");
  await meet(under, "karim");
  const karim = await under.conversation("karim");
  expect(await propose(under.house, karim, nadia, first)).toBe("proposed");
  await meet(under, lina);
  expect(await propose(under.house, await under.conversation(lina), nadia, slot)).toBe(outcome);
  expect(under.rows("SELECT id FROM Appointment")).toHaveLength(outcome === "proposed" ? 2 : 1);
  expect(under.rows("SELECT id FROM Appointment WHERE expiresAt <= bookedAt")).toEqual([]);
  await under.close();
});

test("a time is of the structure of the conversation, whichever this process names first", async () => {
  const under = await openHouse();
  await meet(under, lina);
  const [association] = under.house.structures.values();
  if (!association) throw new Error("no structure");
  const elsewhere = { ...association, slug: "ccas", openings: [] };
  const structures = new Map([["ccas", elsewhere], ...under.house.structures]);
  const conversation = await under.conversation(lina);
  const { answering, store } = under.house;
  const proposing = { answering, store, structures };
  expect(await propose(proposing, conversation, nadia, first)).toBe("proposed");
  expect(under.rows("SELECT structure FROM Appointment")).toEqual([
    { structure: association.slug },
  ]);
  under.house.database.connection.exec("UPDATE Address SET structure = 'ccas'");
  expect(await propose(proposing, conversation, nadia, second)).toBe("notOffered");
  under.house.database.connection.exec("UPDATE Address SET structure = 'not-served'");
  expect(await propose(proposing, conversation, nadia, second)).toBe("notOffered");
  await under.close();
});

test("a proposal cannot be accepted once its time to decide is over, swept or not", async () => {
  const under = await openHouse();
  await meet(under, lina);
  const accept = await offered(under, first);
  under.pass(72 * hour);
  expect(textOf(await under.press(lina, accept))).toContain("n'est plus valable");
  expect(agenda(under)).toEqual(["proposed"]);
  await under.close();
});

test("a proposal that expires comes back to the queue as a request, with the same commit", async () => {
  const under = await openHouse();
  await meet(under, lina);
  await offered(under, first);
  under.pass(72 * hour - minute);
  await under.jobs();
  expect(standing(under)).toEqual(withBot);
  const [before] = under.rows("SELECT revision FROM Conversation");
  under.pass(minute);
  await under.jobs();
  expect(agenda(under)).toEqual(["cancelled"]);
  const asked = { heldBy: "waiting", urgency: 1, need: "book_appointment" };
  expect(standing(under)).toEqual({ ...asked, waitingSince: under.now() });
  // a turn read before it, which would write that the bot holds it, has lost
  expect(under.rows("SELECT revision FROM Conversation")).toEqual([
    { revision: Number(before?.["revision"]) + 1 },
  ]);
  await under.close();
});

test.each([
  ["a worker follows the conversation", "worker", "UPDATE Conversation SET heldBy = 'worker'"],
  ["the person has left", "bot", "UPDATE Conversation SET erasedAt = 1"],
])("%s: an expired proposal calls nobody", async (_, heldBy, state) => {
  const under = await openHouse();
  await meet(under, lina);
  await offered(under, first);
  under.house.database.connection.exec(state);
  under.pass(73 * hour);
  expect(await under.house.store.retention.sweep(under.now())).toMatchObject({ proposals: 1 });
  const left = heldBy === "bot" ? [] : [{ heldBy, need: null }];
  expect(under.rows("SELECT heldBy, need FROM Conversation WHERE erasedAt IS NULL")).toEqual(left);
  expect(under.rows("SELECT id FROM Conversation WHERE heldBy = 'waiting'")).toEqual([]);
  await under.close();
});

test("an expired proposal asks for nothing while another time is booked or still open", async () => {
  const under = await openHouse();
  await meet(under, lina);
  await offered(under, first);
  under.pass(hour);
  await offered(under, second);
  under.pass(72 * hour - minute);
  await under.jobs();
  expect(agenda(under)).toEqual(["cancelled", "proposed"]);
  expect(standing(under)).toEqual(withBot);
  under.setClock(instant("2026-11-26T10:00:00+01:00"));
  await under.jobs();
  expect(standing(under)).toMatchObject({ heldBy: "waiting", need: "book_appointment" });
  await under.close();
});

test("a proposal's message is named after its appointment, so that sending can look at it again", async () => {
  const under = await openHouse();
  await meet(under, lina);
  await offered(under, first);
  const [visit] = under.rows("SELECT id FROM Appointment");
  expect(under.sent.at(-1)).toMatchObject({ kind: "receipt", turn: `${visit?.["id"]}.1.proposal` });
  await under.close();
});

test.each(["swept", "not swept yet"])(
  "a proposal that the network put off beyond its end, %s, never leaves",
  async (how) => {
    let busy = false;
    const under = await openHouse({
      mood: () =>
        busy
          ? { outcome: "tryLater", afterMilliseconds: hour, why: "429" }
          : { outcome: "delivered", networkId: null },
    });
    await meet(under, lina);
    busy = true;
    await offered(under, "siege-oignies~conseillere-1~2611231300");
    busy = false;
    const before = under.sent.length;
    under.setClock("2026-11-23T12:00:00+01:00");
    if (how === "swept") await under.house.store.retention.sweep(under.now());
    await under.house.deliver(await under.conversation(lina));
    expect(under.sent.slice(before)).toEqual([]);
    expect(
      under.rows("SELECT state, failure FROM Outgoing WHERE turnId LIKE '%.proposal'"),
    ).toEqual([{ state: "dropped", failure: "proposal closed" }]);
    await under.close();
  },
);
