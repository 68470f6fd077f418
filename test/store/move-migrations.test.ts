import { expect, test } from "vitest";
import { migrateD1 } from "../../src/node/migrate-d1.ts";
import { files, migratedSqlite, openD1 } from "./move-world.ts";

const rooms = {
  name: "0001_rooms.sql",
  sql: `-- a comment; with a semicolon
    CREATE TABLE Room (name TEXT DEFAULT ';', note TEXT); /* another; one */
    CREATE TRIGGER kept AFTER INSERT ON Room BEGIN
      UPDATE Room SET note = 'a; b' WHERE name = NEW.name; DELETE FROM Room WHERE name = 'x';
    END;
    INSERT INTO Room (name) VALUES ('first');
    -- the end`,
};
const beds = { name: "0002_beds.sql", sql: "ALTER TABLE Room ADD COLUMN beds INTEGER" };

test("migrations are applied to D1 once each, in order, and noted as wrangler notes them", async () => {
  const d1 = await openD1();
  expect(await migrateD1(d1, [rooms])).toEqual(["0001_rooms.sql"]);
  expect(await migrateD1(d1, [rooms, beds])).toEqual(["0002_beds.sql"]);
  expect(await migrateD1(d1, [rooms, beds])).toEqual([]);
  expect(await d1.all("SELECT * FROM Room")).toEqual([{ name: "first", note: "a; b", beds: null }]);
  expect(await d1.all("SELECT id, name, typeof(applied_at) AS at FROM d1_migrations")).toEqual([
    { id: 1, name: "0001_rooms.sql", at: "text" },
    { id: 2, name: "0002_beds.sql", at: "text" },
  ]);

  // what only the rows of this very database refuse
  const broken = {
    name: "0003_broken.sql",
    sql: "CREATE TABLE Half (n); INSERT INTO Half SELECT json('{') FROM Room;",
  };
  await expect(migrateD1(d1, [rooms, beds, broken])).rejects.toThrow(/malformed JSON/);
  expect(await d1.all("SELECT name FROM sqlite_master WHERE name = 'Half'")).toEqual([]);
  expect(await d1.all("SELECT COUNT(*) AS n FROM d1_migrations")).toEqual([{ n: 2 }]);
});

test("the house has the same schema on D1 as on SQLite", async () => {
  const d1 = await openD1();
  await migrateD1(d1, files);
  const schema = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name";
  const ours = ({ tbl_name: table }: Readonly<Record<string, unknown>>) =>
    !/^(sqlite_|_cf_|d1_)/.test(String(table));
  expect((await d1.all(schema)).filter(ours)).toEqual(
    (await migratedSqlite().all(schema)).filter(ours),
  );
});
