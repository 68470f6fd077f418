import { afterEach, expect, test } from "vitest";
import { hour } from "../../src/base/time.ts";
import { runWhole } from "../../src/jobs/job.ts";
import { bookFor, type HouseUnderTest, meet, openHouse } from "../channels/house-under-test.ts";

const day = 24 * hour;
let under: HouseUnderTest;
afterEach(() => under.close());

/** How many messages of a conversation are kept: what was written, and what was answered. */
async function kept(person: string): Promise<{ heard: number; said: number }> {
  const id = await under.conversation(person);
  const count = (table: string) =>
    Number(
      under.rows(`SELECT COUNT(*) AS many FROM ${table} WHERE conversationId = '${id}'`)[0]?.[
        "many"
      ],
    );
  return { heard: count("Inbound"), said: count("Outgoing") };
}

/** Every day's jobs, as the server runs them. */
async function pass(days: number): Promise<void> {
  for (let nth = 0; nth < days; nth++) {
    under.pass(day);
    await under.jobs();
  }
}

const nothing = { heard: 0, said: 0 };

test("a question that led to nothing is erased after 30 days, not before; what was told in codes stays", async () => {
  under = await openHouse();
  await meet(under, "noor");
  await under.say("noor", "c koi visale");
  await pass(29);
  const before = await kept("noor");
  expect(before.heard).toBeGreaterThan(1);
  expect(before.said).toBeGreaterThan(1);
  await pass(3);
  expect(await kept("noor")).toEqual(nothing);
  // she comes back: she is known, and asked nothing again
  const [answer] = await under.say("noor", "c koi visale");
  expect(answer?.reply.text).toBe("Re-bonjour ! On continue où on s'était arrêtés ?");
  // and the thirty days begin again
  await pass(29);
  expect((await kept("noor")).heard).toBe(1);
  await pass(3);
  expect(await kept("noor")).toEqual(nothing);
});

test.each<[string, (person: string) => Promise<unknown>]>([
  ["who has an appointment", (person) => bookFor(under, person)],
  ["who waits for the team", (person) => under.say(person, "conseiller")],
  [
    "whom somebody of the team answered",
    async (person) => {
      const conversation = await under.conversation(person);
      await under.house.store.handOvers.takeOver(conversation, "ines" as never, under.now());
    },
  ],
])("%s keeps the texts", async (_, act) => {
  under = await openHouse();
  await meet(under, "noor");
  await act("noor");
  const before = await kept("noor");
  expect(before.said).toBeGreaterThan(0);
  await pass(40);
  expect((await kept("noor")).heard).toBe(before.heard);
});

test("who waited for the team and was given back to the robot unseen is looked at again", async () => {
  under = await openHouse();
  await meet(under, "noor");
  await under.say("noor", "conseiller");
  await pass(32);
  expect((await kept("noor")).heard).toBeGreaterThan(0);
  under.house.database.connection.exec(
    "UPDATE Conversation SET heldBy = 'bot', waitingSince = NULL",
  );
  await pass(32);
  expect(await kept("noor")).toEqual(nothing);
});

test("a purge reads no conversation twice: what it has looked at waits for its next turn", async () => {
  under = await openHouse();
  await meet(under, "noor");
  const waiting = () =>
    under.rows("SELECT id FROM Conversation WHERE textsSince IS NOT NULL").length;
  await pass(29);
  expect(waiting()).toBe(1);
  await pass(3);
  expect(waiting()).toBe(0);
  await under.say("noor", "c koi visale");
  expect(waiting()).toBe(1);
});

test("counted beforehand, nothing goes and nothing is marked as looked at", async () => {
  under = await openHouse();
  await meet(under, "noor");
  under.pass(32 * day);
  const purge = under.house.jobs.find(({ name }) => name === "purge");
  if (!purge) throw new Error("there is no such job");
  const counted = async () =>
    (await runWhole(purge, under.now(), true)).map(({ outcome }) => outcome);
  expect(await counted()).toContain("wouldRemove:texts:1");
  expect(await counted()).toContain("wouldRemove:texts:1");
  expect((await kept("noor")).heard).toBeGreaterThan(0);
});
