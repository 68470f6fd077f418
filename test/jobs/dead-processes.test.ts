import { mkdtempSync, rmSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { after, hour, systemClock } from "../../src/base/time.ts";
import { meet, openHouse } from "../channels/house-under-test.ts";

const lina = "lina";
/** A number that no process has. */
const nobody = 4_194_305;
const second = 1_000;

test.each([
  ["on another host, silent for half a minute", "another", nobody, 31 * second, true],
  ["on another host, heard of lately", "another", nobody, 20 * second, false],
  ["on another host, with a number that lives here", "another", process.ppid, 31 * second, true],
  ["here, dead a moment ago", hostname(), nobody, 0, true],
  ["here, alive", hostname(), process.ppid, 0, false],
])(
  "a process %s: its leases are void at the next start (%s, %i, %i: %s)",
  async (_, host, pid, silent, gone) => {
    const folder = mkdtempSync(join(tmpdir(), "trousseau-dead-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, "house.db");
    const first = await openHouse({ file });
    await meet(first, lina);
    const { connection } = first.house.database;
    connection.exec(
      `UPDATE Outgoing SET state = 'sending', owner = 'before', leaseUntil = ${first.now() + hour} WHERE id = 1`,
    );
    connection
      .prepare(
        "INSERT INTO Instance (id, pid, host, startedAt, beatAt) VALUES ('before', ?, ?, 0, ?)",
      )
      .run(pid, host, after(systemClock.now(), -silent));
    await first.close();

    const next = await openHouse({ file });
    await next.house.takeUpLeftovers();
    await next.house.settled();
    expect(next.sent).toHaveLength(gone ? 1 : 0);
    expect(next.rows("SELECT id FROM Instance WHERE id = 'before'")).toHaveLength(gone ? 0 : 1);
    await next.close();
  },
);

test("a command that looks at another day does not take the living for dead", async () => {
  const folder = mkdtempSync(join(tmpdir(), "trousseau-dead-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "house.db");
  const first = await openHouse({ file });
  first.house.database.connection
    .prepare(
      "INSERT INTO Instance (id, pid, host, startedAt, beatAt) VALUES ('living', 1, 'there', 0, ?)",
    )
    .run(systemClock.now());
  const command = await openHouse({ file, at: "2040-01-01T09:00:00+01:00" });
  expect(command.rows("SELECT id FROM Instance WHERE id = 'living'")).toHaveLength(1);
  await command.close();
  await first.close();
});
