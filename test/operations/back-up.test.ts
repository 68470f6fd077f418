import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { backUp } from "../../src/node/back-up.ts";
import { bookFor, meet, openHouse } from "../channels/house-under-test.ts";

const at = "2026-11-23T20:15:00.000Z";

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "trousseau-backup-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

test("a copy made while people write is whole: restored, it is the house of that moment", async () => {
  const path = folder();
  const under = await openHouse({ file: join(path, "running.db") });
  await meet(under, "lina");
  await bookFor(under, "lina", 1);
  const before = under.rows("SELECT * FROM Appointment");
  // the copy is asked for in the middle of a turn of somebody else
  const turn = under.say("karim", "bonjour");
  const made = backUp(under.house.database, { to: join(path, "copy.db"), keep: null, at });
  await turn;
  expect(made.outcome).toBe("made");
  expect(statSync(join(path, "copy.db")).mode & 0o777).toBe(0o600);
  await under.close();

  const restored = await openHouse({ file: join(path, "copy.db") });
  const lina = await restored.house.store.conversations.pending(
    await restored.conversation("lina"),
  );
  expect(lina?.conversation.memory.known["commune"]).toBeDefined();
  expect(before).toMatchObject([{ status: "booked" }]);
  expect(restored.rows("SELECT * FROM Appointment")).toEqual(before);
  await restored.say("lina", "menu");
  expect(restored.sent.length).toBeGreaterThan(0);
  await restored.close();
});

test("what somebody had erased is not in a later copy, not even in its free pages", async () => {
  const path = folder();
  const under = await openHouse({ file: join(path, "running.db") });
  await under.house.database.run({
    sql: "INSERT INTO Prescriber (id, structure, name, kind, linkLookup, madeBy, createdAt, expiresAt) VALUES ('p', 's', ?, 'ccas', 'l', 'n', 1, 2)",
    values: ["zz-a-marked-name ".repeat(2_000)],
  });
  await under.house.database.run({ sql: "DELETE FROM Prescriber", values: [] });
  backUp(under.house.database, { to: join(path, "copy.db"), keep: null, at });
  expect(readFileSync(join(path, "copy.db")).includes("zz-a-marked-name")).toBe(false);
  await under.close();
});

test("a copy never takes the place of a file, and of a folder's copies the newest stay", async () => {
  const path = folder();
  const under = await openHouse({ file: join(path, "running.db") });
  const copies = join(path, "copies/");
  writeFileSync(join(path, "there.db"), "mine");
  expect(backUp(under.house.database, { to: join(path, "there.db"), keep: null, at })).toEqual({
    ...{ outcome: "exists", path: join(path, "there.db") },
  });
  for (const day of ["20", "21", "22", "23"])
    backUp(under.house.database, { to: copies, keep: 2, at: `2026-11-${day}T20:15:00.000Z` });
  writeFileSync(join(copies, "notes.txt"), "mine");
  expect(readdirSync(copies).toSorted()).toEqual([
    ...["notes.txt", "trousseau-20261122T201500Z.db", "trousseau-20261123T201500Z.db"],
  ]);
  await under.close();
});
