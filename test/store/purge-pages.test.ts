import { expect, test } from "vitest";
import { limitsOf } from "../../src/jobs/retention.ts";
import type { Database } from "../../src/store/database.ts";
import { type HouseUnderTest, openHouse } from "../channels/house-under-test.ts";
import { structure } from "../world.ts";
import { purgeWhole } from "./purge-whole.ts";

const many = 1201;

/** Old messages, appointments and conversations by the hundred; half of the messages are another's. */
function fill(under: HouseUnderTest): void {
  under.house.database.connection.exec(
    `CREATE TEMP TABLE Number AS WITH RECURSIVE n(i) AS
       (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${many}) SELECT i FROM n;
     INSERT INTO Conversation (id, personId, structure, channel, revision, lastTurn, memorySealed, heldBy,
         epoch, urgency, lastActivityAt, createdAt)
       SELECT 'c' || i, 'p' || i, CASE i % 2 WHEN 0 THEN '${structure}' ELSE 'elsewhere' END, 'telegram',
         1, 't' || i, 'x', 'bot', 0, 0, CASE WHEN i <= 60 THEN i ELSE 9e15 END, i FROM Number;
     INSERT INTO Person (id, structure, createdAt)
       SELECT personId, structure, createdAt FROM Conversation;
     INSERT INTO Inbound (eventLookup, conversationId, contentSealed, state, sentAt, receivedAt)
       SELECT 'e' || i, 'c' || i, 'x', 'done', i, i FROM Number;
     INSERT INTO Outgoing (conversationId, turnId, position, kind, author, epoch, contentSealed, state, dueAt, createdAt)
       SELECT 'c' || i, 'o' || i, 0, 'reply', 'bot', 0, 'x', 'sent', 1, 1 FROM Number;
     INSERT INTO Appointment (id, structure, personId, conversationId, site, worker, motif, mode, startsAt,
         endsAt, status, version, bookedVia, bookedAt, turnId)
       SELECT 'a' || i, '${structure}', 'p' || i, 'c' || i, 's', 'w', 'm', 'place', i, i + 1, 'seen', 1,
         'chat', 1, 't' || i FROM Number;
     INSERT INTO Cell (resource, startsAt, appointmentId) SELECT 'w' || i, i, 'a' || i FROM Number;`,
  );
}

interface Watched {
  readonly mostAtOnce: () => number;
  readonly through: (database: Database) => Database;
}

function watched(): Watched {
  let most = 0;
  return {
    mostAtOnce: () => most,
    through: (real) => ({
      get: (sql, values) => real.get(sql, values),
      async all(sql, values) {
        const rows = await real.all(sql, values);
        most = Math.max(most, rows.length);
        return rows;
      },
      run: (statement) => real.run(statement),
      async batch(statements) {
        const written = await real.batch(statements);
        const results = written.outcome === "written" ? written.results : [];
        most = Math.max(most, ...results.map(({ changes }) => changes));
        return written;
      },
      close: () => real.close(),
    }),
  };
}

async function purge(under: HouseUnderTest, dryRun: boolean) {
  const association = under.house.structures.get(structure);
  if (!association) throw new Error("no such structure");
  const limits = limitsOf(association, under.now());
  return purgeWhole(under.house.store.retention, structure, limits, under.now(), dryRun);
}

test("a large purge goes page by page, removes all of one structure, and nothing of another", async () => {
  const { through, mostAtOnce } = watched();
  const under = await openHouse({ through });
  fill(under);
  const foretold = await purge(under, true);
  expect(await purge(under, false)).toEqual(foretold);
  expect(foretold).toMatchObject({ messages: 1200, appointments: many, conversations: 30 });
  expect(mostAtOnce()).toBe(500);
  const left = (what: string) => under.rows(`SELECT COUNT(*) AS n FROM ${what}`)[0]?.["n"];
  expect([left("Inbound"), left("Outgoing")]).toEqual([601, 601]);
  expect([left("Conversation"), left("Person"), left("Cell")]).toEqual([1171, 1171, 0]);
  expect(left("Appointment WHERE personId <> 'erased' OR anonymous = 0")).toBe(0);
  expect(await purge(under, false)).toMatchObject({ messages: 0, appointments: 0 });
  await under.close();
});

test.each([
  ["a dry run", true],
  ["a purge", false],
])(
  "while %s goes on, whoever waits for the process has a turn between two pages",
  async (_, dryRun) => {
    const under = await openHouse();
    fill(under);
    let turns = 0;
    let isOver = false;
    const wait = () => {
      turns++;
      if (!isOver) setImmediate(wait);
    };
    setImmediate(wait);
    await purge(under, dryRun);
    isOver = true;
    // 1201 messages twice and as many appointments, in pages of 500 and of 50
    expect(turns).toBeGreaterThan(25);
    await under.close();
  },
);

test("appointments that lost their person are not read again", async () => {
  const under = await openHouse();
  fill(under);
  await purge(under, false);
  const read: number[] = [];
  const { database } = under.house;
  const all = database.all.bind(database);
  database.all = async (sql, values) => {
    const rows = await all(sql, values);
    if (/FROM Appointment\b(?! x)/.test(sql)) read.push(rows.length);
    return rows;
  };
  await purge(under, false);
  expect(read).toEqual([0]);
  await under.close();
});
