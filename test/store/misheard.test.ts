import { expect, test } from "vitest";
import { hour } from "../../src/base/time.ts";
import { type HouseUnderTest, meet, openHouse } from "../channels/house-under-test.ts";
import { structure } from "../world.ts";
import { whereabouts } from "./hand-made.ts";

const day = 24 * hour;
const kept = (under: HouseUnderTest) =>
  under.house.store.misheard.toGive(structure, under.now(), 10);
const textsOf = async (under: HouseUnderTest) => (await kept(under)).map(({ text }) => text);

async function houseWith(person: string): Promise<HouseUnderTest> {
  const under = await openHouse();
  await meet(under, person);
  return under;
}

test("what was not understood is kept masked and closed, once, with what it was taken for", async () => {
  const under = await houseWith("lina");
  await under.say("lina", "zzbrol zzfrumple au 06 12 34 56 78", "m1");
  // the network delivers it again
  await under.say("lina", "zzbrol zzfrumple au 06 12 34 56 78", "m1");
  expect(await kept(under)).toMatchObject([
    { text: "zzbrol zzfrumple au [phone]", language: "fr", guessed: [], reason: "unknown" },
  ]);
  expect(await whereabouts(under.house.database, ["zzbrol", "06 12 34", "[phone]"])).toEqual([]);
  await under.close();
});

test("a second failure in a row is kept as such, and what is understood is not kept", async () => {
  const under = await houseWith("lina");
  await under.say("lina", "zzbrol");
  under.pass(1000);
  await under.say("lina", "zzfrumple");
  await under.say("lina", "menu");
  expect((await kept(under)).map(({ text, reason }) => [text, reason])).toEqual([
    ["zzbrol", "unknown"],
    ["zzfrumple", "again"],
  ]);
  await under.close();
});

test("who says that it is not that teaches with the words before", async () => {
  const under = await houseWith("lina");
  await under.say("lina", "visale c koi");
  await under.say("lina", "non c'est pas ça");
  expect((await kept(under)).map(({ text, reason }) => [text, reason])).toEqual([
    ["visale c koi", "refused"],
  ]);
  await under.close();
});

test("an offer to change subject that is refused teaches with the words before", async () => {
  const under = await houseWith("lina");
  await under.say("lina", "visale c koi");
  await under.say("lina", "je veux un rendez-vous");
  await under.press("lina", "reprise.switch.noContinue");
  expect(await kept(under)).toMatchObject([
    { text: "je veux un rendez-vous", reason: "refused", guessed: ["book_appointment"] },
  ]);
  await under.close();
});

test("it goes with the person's data, and after thirty days by itself", async () => {
  const under = await houseWith("lina");
  await meet(under, "karim");
  await under.say("lina", "zzbrol");
  await under.say("karim", "zzfrumple");
  await under.say("lina", "effacer mes données");
  await under.press("lina", "mes-donnees.whatNow.erase");
  await under.press("lina", "mes-donnees.sure.yesErase");
  expect(await textsOf(under)).toEqual(["zzfrumple"]);
  under.pass(30 * day - hour);
  await under.jobs();
  expect(await textsOf(under)).toEqual(["zzfrumple"]);
  under.pass(2 * hour);
  // past its day it is not shown any more, even before the purge comes by
  expect(await textsOf(under)).toEqual([]);
  under.pass(6 * hour);
  await under.jobs();
  expect(under.rows("SELECT id FROM Misheard")).toEqual([]);
  await under.close();
});

test("a conversation that a worker holds teaches nothing: the bot is silent there", async () => {
  const under = await houseWith("lina");
  const { handOvers } = under.house.store;
  const nadia = "nadia" as Parameters<typeof handOvers.takeOver>[1];
  await handOvers.takeOver(await under.conversation("lina"), nadia, under.now());
  await under.say("lina", "zzbrol");
  expect(await kept(under)).toEqual([]);
  await under.close();
});
