import { expect, onTestFinished, test } from "vitest";
import { minute } from "../../src/base/time.ts";
import { openWorld, structure, type World } from "../world.ts";

const nine = "mardi 24 novembre à 9 h 30";
const choices = ["place.anywhere", "half.anyTime", "day.anyDay", "phone.no", "someFit.join"];

async function opened(): Promise<World> {
  const world = await openWorld();
  onTestFinished(() => world.close());
  return world;
}

async function press(world: World, who: string, option: string) {
  return world.say(who, { kind: "choice", option });
}

async function waits(world: World, who: string) {
  await world.say(who, "bonjour");
  await world.say(who, "liste d'attente");
  for (const choice of choices) await press(world, who, `liste-attente.${choice}`);
}

/** Books the first time at Carvin, Tuesday at 9:30. */
async function books(world: World, who: string) {
  await world.say(who, "rdv");
  await world.say(who, "carvin");
  await world.press(who, "Mission locale de Carvin");
  await world.press(who, nine);
  await world.press(who, "Confirmer");
}

async function cancels(world: World, who: string) {
  await press(world, who, "mon-rendez-vous.whatNow.cancel");
  await press(world, who, "annuler.sure.yes");
}

const offered = (world: World, who: string) =>
  world.received(who).some(({ text }) => text.includes(nine));

async function aMinuteLater(world: World) {
  world.pass(minute);
  await world.jobs();
}

test("a freed time goes from one to the next: refused at once, unanswered after half an hour, then taken", async () => {
  const world = await opened();
  await books(world, "karim");
  for (const who of ["ines", "noe", "mila"]) {
    await waits(world, who);
    world.pass(minute);
  }
  await cancels(world, "karim");
  await aMinuteLater(world);
  expect(["ines", "noe", "mila"].map((who) => offered(world, who))).toEqual([true, false, false]);
  await world.jobs();
  expect(offered(world, "noe")).toBe(false);
  await press(world, "ines", "place-libre.offer.notNow");
  await aMinuteLater(world);
  expect(["noe", "mila"].map((who) => offered(world, who))).toEqual([true, false]);
  world.pass(30 * minute);
  await world.jobs();
  await aMinuteLater(world);
  expect(["noe", "mila"].map((who) => offered(world, who))).toEqual([false, true]);
  const [reply] = await press(world, "mila", "place-libre.offer.take");
  expect(reply?.text).toContain(`C'est confirmé : ${nine}`);
  const booked = await world.house.database.all(
    "SELECT id FROM Appointment WHERE status = 'booked'",
  );
  expect(booked).toHaveLength(1);
  const left = await world.house.store.waitingLists.standing(structure, world.now());
  expect(left.map(({ entry, passedBecause }) => [entry.kind, passedBecause])).toEqual([
    ["first", "nothingFits"],
    ["first", "noAnswerToday"],
  ]);
});

test("an appointment that makes room for an earlier one is offered in its turn", async () => {
  const world = await opened();
  await books(world, "karim");
  await world.say("lea", "rdv");
  await world.say("lea", "carvin");
  await world.press("lea", "Mission locale de Carvin");
  await world.press("lea", "jeudi 26 novembre à 14 h");
  await world.press("lea", "Confirmer");
  await world.press("lea", "Passer");
  await waits(world, "lea");
  world.pass(minute);
  await waits(world, "noe");
  await cancels(world, "karim");
  await aMinuteLater(world);
  expect([offered(world, "lea"), offered(world, "noe")]).toEqual([true, false]);
  await press(world, "lea", "place-libre.earlier.take");
  await aMinuteLater(world);
  const texts = world.received("noe").map(({ text }) => text);
  expect(texts.some((text) => text.includes("jeudi 26 novembre à 14 h"))).toBe(true);
});

test.each([
  [
    "a worker speaks with them",
    "UPDATE Conversation SET heldBy = 'worker', workerId = 'w'",
    "held",
  ],
  ["they asked for silence", "UPDATE Person SET remindersStopped = 1", "stopped"],
  ["they blocked us", "UPDATE Address SET unreachableSince = 1", "unreachable"],
  ["they are in danger", "UPDATE Conversation SET heldBy = 'waiting', urgency = 3", "danger"],
])("nothing is offered while %s, and the desk says why", async (_, sql, because) => {
  const world = await opened();
  await books(world, "karim");
  await waits(world, "ines");
  await cancels(world, "karim");
  await world.house.database.run({ sql, values: [] });
  await aMinuteLater(world);
  expect(offered(world, "ines")).toBe(false);
  const [listed] = await world.house.store.waitingLists.standing(structure, world.now());
  expect([listed?.barred, listed?.passedBecause]).toEqual([because, because]);
});

test("two runs at once offer a time once", async () => {
  const world = await opened();
  await books(world, "karim");
  await waits(world, "ines");
  world.pass(minute);
  await waits(world, "noe");
  await cancels(world, "karim");
  world.pass(minute);
  await Promise.all([world.jobs(), world.jobs()]);
  expect([offered(world, "ines"), offered(world, "noe")]).toEqual([true, false]);
});
