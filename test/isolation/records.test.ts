import { expect, test } from "vitest";
import { runAllJobs } from "../../src/jobs/clockwork.ts";
import { pressUpdate, textUpdate } from "../stand-in/updates.ts";
import { ownership, rowsOf, tablesOf } from "./ownership.ts";
import { blue, green, real } from "./structures.ts";
import { bots, type ThreeHouses, threeHouses } from "./three-houses.ts";
import { visitorAt } from "./visitor.ts";

const tablesWithRows = async (houses: ThreeHouses, slug: string) =>
  Object.entries(await rowsOf(houses.house.database, slug))
    .filter(([, rows]) => rows.length > 0)
    .map(([table]) => table);

test("every row belongs to a structure: each table names one, or what does, or is the whole house's", async () => {
  const houses = await threeHouses();
  const tables = await tablesOf(houses.house.database);
  expect([...tables.keys()].toSorted()).toEqual(Object.keys(ownership).toSorted());
  const lost = Object.entries(ownership)
    .filter(([table, owner]) => "column" in owner && !tables.get(table)?.includes(owner.column))
    .map(([table]) => table);
  expect(lost).toEqual([]);
  // a table with a column for its structure is never called the whole house's
  const shared = Object.entries(ownership)
    .filter(([table, owner]) => "whole" in owner && tables.get(table)?.includes("structure"))
    .map(([table]) => table);
  expect(shared).toEqual([]);
});

test("retention is each structure's own: what one forgets after a month, another keeps", async () => {
  const houses = await threeHouses();
  await visitorAt(houses, `/s/${blue}`).book("Bleuette");
  await visitorAt(houses, `/s/${green}`).book("Verdun");
  await visitorAt(houses, "").book("Lina");
  for (const slug of [blue, green]) {
    const worker = await houses.worker(slug, slug === blue ? "Azur" : "Verdiane");
    const row = await houses.house.database.get("SELECT id FROM Conversation WHERE structure = ?", [
      slug,
    ]);
    const address = `/desk/conversations/${row?.["id"]}`;
    await worker.post(`${address}/prendre`, {});
    await worker.post(`${address}/note`, { texte: "une note", cle: slug });
  }
  // sessions were opened by the machine's own clock, which this test does not set
  await houses.house.database.run({
    sql: "UPDATE Session SET expiresAt = ?",
    values: [houses.now()],
  });
  // the reminders of the time that passed are settled first
  // and whom a worker took and did not answer is back in the queue, called for, and told
  for (const day of ["25", "26", "27"]) {
    houses.setClock(`2026-11-${day}T12:00:00+01:00`);
    for (let pass = 0; pass < 2; pass++) await runAllJobs(houses.house, houses.now(), false);
    await houses.house.settled();
  }
  // and the question after the appointment, which waits for longer than a month
  await houses.house.database.run({
    sql: "UPDATE Reminder SET state = 'sent', settledAt = ? WHERE state = 'planned'",
    values: [houses.now()],
  });
  houses.setClock("2027-02-01T09:00:00+01:00");
  // a mark of the purge itself: the texts of these conversations were looked at, and stay
  await houses.house.database.run({
    sql: "UPDATE Conversation SET textsSince = NULL WHERE structure <> ?",
    values: [blue],
  });
  const kept = await rowsOf(houses.house.database, green);
  const keptHere = await rowsOf(houses.house.database, real);
  const lines = await runAllJobs(houses.house, houses.now(), false);
  expect(new Set(lines.flatMap(({ job, about }) => (job === "purge" ? [about] : [])))).toEqual(
    new Set([blue]),
  );
  expect(await rowsOf(houses.house.database, green)).toEqual(withoutSessions(kept));
  expect(await rowsOf(houses.house.database, real)).toEqual(withoutSessions(keptHere));
  // the anonymous counts of the appointment and of the situation, and the team, stay
  expect(await tablesWithRows(houses, blue)).toEqual([
    ...["Structure", "Event", "Appointment", "Worker", "Situation", "AppointmentEvent", "Account"],
  ]);
});

test("who has everything deleted at one structure is still known at another", async () => {
  const houses = await threeHouses();
  const { database } = houses.house;
  const tell = async (slug: typeof real | typeof green, id: number, said: string) => {
    const { secret } = bots[slug];
    const update = /^[a-z-]+\./.test(said) ? pressUpdate(id, 77, said) : textUpdate(id, 77, said);
    await houses.update(`/webhooks/telegram/${slug}`, secret, update);
  };
  for (const slug of [real, green] as const) {
    await tell(slug, 1, "/start");
    await tell(slug, 2, "accueil.language.french");
    await tell(slug, 3, "menu");
  }
  await runAllJobs(houses.house, houses.now(), false);
  const known = await rowsOf(database, green);
  await tell(real, 4, "supprimer mes données");
  await tell(real, 5, "mes-donnees.whatNow.erase");
  await tell(real, 6, "mes-donnees.sure.yesErase");
  const [conversation] = (await rowsOf(database, real))["Conversation"] ?? [];
  expect(conversation).toMatchObject({ erasedAt: houses.now() });
  houses.setClock("2026-11-25T09:00:00+01:00");
  await runAllJobs(houses.house, houses.now(), false);
  expect(await rowsOf(database, green)).toEqual(known);
  // the count of who asked stays, and is nobody's
  expect(await tablesWithRows(houses, real)).toEqual(["Structure", "Event", "Situation"]);
  expect((await rowsOf(database, real))["Situation"]).toMatchObject([{ personId: null }]);
  expect(houses.api.texts(77).length).toBeGreaterThan(4);
});

/** A session's own hour is the house's, and passes. */
function withoutSessions(rows: Awaited<ReturnType<typeof rowsOf>>) {
  return { ...rows, Session: [] };
}
