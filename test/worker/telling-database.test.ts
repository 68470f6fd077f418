import { expect, test } from "vitest";
import { sql } from "../../src/store/database.ts";
import { NodeSqlite } from "../../src/store/node-sqlite.ts";
import { tellingDatabase } from "../../src/worker/telling-database.ts";

test("it tells once, at the statement that was agreed upon, each of a batch counted, and changes no answer", async () => {
  const told: number[] = [];
  let given = 0;
  const real = new NodeSqlite(":memory:");
  const database = tellingDatabase(6, () => told.push(given))(real);
  const one = "SELECT 1 AS one";
  given = 1;
  expect(await database.get(one)).toEqual({ one: 1 });
  given = 2;
  expect(await database.all(one)).toEqual([{ one: 1 }]);
  given = 3;
  expect(await database.run(sql(one))).toMatchObject({ outcome: "written" });
  given = 5;
  expect(await database.batch([sql(one), sql(one)])).toMatchObject({ outcome: "written" });
  expect(told).toEqual([]);
  given = 7;
  await database.batch([sql(one), sql(one)]);
  expect(told).toEqual([7]);
  given = 8;
  await database.get(one);
  expect(told).toEqual([7]);
  await database.close();
});
