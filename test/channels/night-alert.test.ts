import { afterEach, beforeEach, expect, test } from "vitest";
import type { WorkerId } from "../../src/base/ids.ts";
import { after, minute } from "../../src/base/time.ts";
import { alertPhones } from "../../src/store/alert-phones.ts";
import { sql } from "../../src/store/database.ts";
import type { Structure } from "../../src/structure.ts";
import { openWorld, structure, type World } from "../world.ts";

const nadia = "worker-nadia" as WorkerId;
const email = "nadia@exemple.fr";
const night = "2026-11-24T02:00:00+01:00";
const day = "2026-11-24T10:00:00+01:00";
const words = "Une personne est en danger. Ouvre le bureau.";

let world: World;

beforeEach(async () => {
  world = await openWorld({ at: night });
  await world.house.store.database.run(
    sql(
      `INSERT INTO Worker (id, name, email, emailVerified, role, structure, createdAt, updatedAt)
       VALUES (?, 'Nadia', ?, 1, 'worker', ?, 0, 0)`,
      ...[nadia, email, structure],
    ),
  );
});
afterEach(() => world.close());

/** The structure names Nadia; its file as shipped names nobody. */
function nameOnCall(): void {
  const structures = world.house.structures as Map<string, Structure>;
  const found = structures.get(structure);
  if (!found) throw new Error("no structure");
  structures.set(structure, { ...found, onCall: { email } });
}

function phones() {
  const { database, cipher } = world.house.store;
  return alertPhones(database, cipher);
}

async function pair(code = "ABCD2345"): Promise<void> {
  await phones().giveAlertCode(nadia, code, after(world.now(), 15 * minute));
  await world.say("nadia", "alerte abcd-2345");
}

/** What her phone received without having asked. */
async function alerts(): Promise<readonly string[]> {
  await world.jobs();
  return world.received("nadia").map(({ text }) => text);
}

test("at night the phone of who is on call is told once, in words that say nothing", async () => {
  nameOnCall();
  await pair();
  expect(await phones().hasAlertPhone(nadia)).toBe(true);
  const [answer] = await world.say("lina", "je dors dehors ce soir");
  expect(answer?.text).toContain("Je tente de prévenir une personne d'astreinte");
  expect(await alerts()).toEqual([words]);
  await world.say("lina", "je veux mourir");
  expect(await alerts()).toEqual([]);
});

test("the same message of the network, brought twice, alerts once", async () => {
  nameOnCall();
  await pair();
  await world.say("lina", "je veux mourir", "m-1");
  await world.say("lina", "je veux mourir", "m-1");
  expect(await alerts()).toEqual([words]);
});

test("somebody else in danger is another alert", async () => {
  nameOnCall();
  await pair();
  await world.say("lina", "je dors dehors ce soir");
  await world.say("karim", "mon père me frappe");
  expect(await alerts()).toEqual([words, words]);
});

test("while a worker holds the conversation at night, danger in it alerts too", async () => {
  nameOnCall();
  await pair();
  await world.say("lina", "conseiller");
  const conversation = await world.conversation("lina");
  await world.house.store.handOvers.takeOver(conversation, nadia, world.now());
  await world.say("lina", "je veux mourir");
  expect(await alerts()).toEqual([words]);
});

test("in the day nobody is woken, nor for what is no danger", async () => {
  nameOnCall();
  await pair();
  await world.say("lina", "conseiller");
  expect(await alerts()).toEqual([]);
  world.setClock(day);
  await world.say("lina", "je dors dehors ce soir");
  expect(await alerts()).toEqual([]);
});

test("the file names nobody: nobody is told, and the person reads that nobody reads", async () => {
  await pair();
  const [answer] = await world.say("lina", "je dors dehors ce soir");
  expect(answer?.text).toContain("personne ne lit tes messages avant 9 h aujourd'hui");
  expect(await alerts()).toEqual([]);
});

test.each(["alerte WXYZ-6789", "ABCD-2345", "alerte"])("« %s » pairs no phone", async (typed) => {
  nameOnCall();
  await phones().giveAlertCode(nadia, "ABCD2345", after(world.now(), 15 * minute));
  await world.say("nadia", typed);
  expect(await phones().hasAlertPhone(nadia)).toBe(false);
});

test("a code serves once, and not after its time", async () => {
  await phones().giveAlertCode(nadia, "ABCD2345", after(world.now(), 15 * minute));
  world.pass(16 * minute);
  await world.say("nadia", "alerte ABCD-2345");
  expect(await phones().hasAlertPhone(nadia)).toBe(false);
  await pair();
  await world.say("somebody", "alerte ABCD-2345");
  nameOnCall();
  await world.say("lina", "je dors dehors ce soir");
  expect(await alerts()).toEqual([words]);
  expect(world.received("somebody")).toEqual([]);
});

test("a phone that is forgotten is told nothing", async () => {
  nameOnCall();
  await pair();
  await phones().forgetAlertPhone(nadia);
  await world.say("lina", "je dors dehors ce soir");
  expect(await alerts()).toEqual([]);
});
