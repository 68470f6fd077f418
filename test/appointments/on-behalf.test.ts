import { expect, onTestFinished, test } from "vitest";
import { bookOnBehalf } from "../../src/answering/book-on-behalf.ts";
import { proposableTimes } from "../../src/answering/proposable-times.ts";
import type { WorkerId } from "../../src/base/ids.ts";
import { openWorld, structure } from "../world.ts";

const nadia = "nadia" as WorkerId;
const tom = "tom" as WorkerId;

async function agreed() {
  const world = await openWorld();
  onTestFinished(() => world.close());
  const { house } = world;
  await world.say("lina", "bonjour");
  await world.say("karim", "bonjour");
  const [first, second] = await proposableTimes(house, structure, null);
  const book = async (who: string, slot = first?.id ?? "", replaces: Booked | null = null) =>
    bookOnBehalf(house, await world.conversation(who), nadia, { slot, motif: null, replaces });
  return { world, house, book, first, second };
}
type Booked = NonNullable<Parameters<typeof bookOnBehalf>[3]["replaces"]>;

const standing = async ({ house }: Awaited<ReturnType<typeof agreed>>) =>
  house.database.all(
    "SELECT id, version, status, bookedVia, startsAt FROM Appointment ORDER BY id",
  );

test("what was agreed on elsewhere is booked at once, with its reminders, told, and in the audit trail", async () => {
  const at = await agreed();
  expect(await at.book("lina")).toBe("booked");
  await at.house.deliver(await at.world.conversation("lina"));
  expect(at.world.received("lina").map(({ text }) => text)).toEqual([
    expect.stringContaining("L'équipe a pris ce rendez-vous pour toi"),
  ]);
  expect(await standing(at)).toMatchObject([{ status: "booked", bookedVia: "desk" }]);
  const reminders = await at.house.database.all("SELECT step FROM Reminder");
  expect(reminders.length).toBeGreaterThan(0);
  const trail = await at.house.database.all("SELECT what FROM Audit WHERE workerId = 'nadia'");
  expect(trail).toContainEqual({ what: "appointment.bookedOnBehalf" });
});

test("a time that somebody has is taken, and nothing is written for the second", async () => {
  const at = await agreed();
  await at.book("lina");
  expect(await at.book("karim")).toBe("taken");
  expect(await standing(at)).toHaveLength(1);
});

test("moving leaves the former one in the same commit; one that changed since is not replaced", async () => {
  const at = await agreed();
  await at.book("lina");
  const [one] = await standing(at);
  const replaces = { id: String(one?.["id"]), version: 1 } as Booked;
  expect(await at.book("lina", at.second?.id, { ...replaces, version: 7 })).toBe("taken");
  expect(await at.book("karim", at.second?.id, replaces)).toBe("taken");
  expect(await at.book("lina", at.second?.id, replaces)).toBe("booked");
  const states = (await standing(at)).map(({ status }) => status).sort();
  expect(states).toEqual(["booked", "moved"]);
});

test("a conversation that a colleague holds is left alone", async () => {
  const at = await agreed();
  const conversation = await at.world.conversation("lina");
  await at.house.store.handOvers.takeOver(conversation, tom, at.world.now());
  expect(await at.book("lina")).toBe("notYours");
  expect(await standing(at)).toEqual([]);
});
