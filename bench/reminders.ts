import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Content } from "../src/base/message.ts";
import { after, hour, type Instant, instant, minute } from "../src/base/time.ts";
import { runWhole } from "../src/jobs/job.ts";
import { openNodeHouse } from "../src/node/house.ts";
import { readSettings } from "../src/settings.ts";

const slug = "rencontres-et-loisirs";
const noon = instant("2026-11-23T11:00:00Z");
const sizes = [1_000, 100_000, 1_000_000];
const dueAtOnce = 50;

interface Line {
  readonly stored: number;
  readonly name: string;
  readonly times: number;
  readonly p50: number;
  readonly p99: number;
}

/**
 * How long a pass of reminders takes, in milliseconds, with 1,000, 100,000 and 1,000,000 reminders stored:
 * when nothing is due, and when fifty are, each of another person, all written and sent. Beside it, in the
 * same run and file, one row found by its key.
 */
export async function benchReminders(times: number, { json }: { readonly json: boolean }) {
  const folder = mkdtempSync(join(process.env["BENCH_DIR"] ?? tmpdir(), "trousseau-reminders-"));
  try {
    const lines = await measured(join(folder, "house.db"), times);
    if (json) for (const line of lines) console.log(JSON.stringify(line));
    else console.table(lines);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Opened = Awaited<ReturnType<typeof openNodeHouse>>;

async function measured(path: string, times: number): Promise<readonly Line[]> {
  const reading = readSettings({ DATABASE_URL: `file:${path}`, LOG_LEVEL: "error" });
  if (reading.outcome === "refused") throw new Error(reading.problems.join("\n"));
  let present: Instant = noon;
  let sent = 0;
  const house = await openNodeHouse({
    settings: reading.settings,
    sends: true,
    clock: { now: () => present },
    broke(_, error) {
      throw error;
    },
  });
  house.connect({
    name: "telegram",
    account: "bench",
    async send() {
      sent++;
      return { outcome: "delivered", networkId: null };
    },
  });
  const people = await meet(house, dueAtOnce);
  const reminders = house.jobs.find(({ name }) => name === "reminders");
  if (!reminders) throw new Error("there is no such job");
  const pass = async () => {
    const start = performance.now();
    const lines = await runWhole(reminders, present, false);
    await house.settled();
    return { took: performance.now() - start, done: lines.length };
  };
  const lines: Line[] = [];
  let stored = 0;
  for (const size of sizes) {
    await fill(house, stored, size);
    stored = size;
    const idle: number[] = [];
    const busy: number[] = [];
    for (let time = 0; time < times; time++) {
      // one message a day at most: each pass has its day
      present = after(present, 24 * hour);
      idle.push((await pass()).took);
      await makeDue(house, people, present, `${size}-${time}`);
      const before = sent;
      busy.push((await pass()).took);
      if (sent - before !== dueAtOnce) throw new Error(`${sent - before} were sent`);
    }
    lines.push(lineOf(size, "floor: one row by its key", await byKey(house, times)));
    lines.push(lineOf(size, "a pass, nothing due", idle));
    lines.push(lineOf(size, `a pass, ${dueAtOnce} due`, busy));
  }
  await house.close();
  return lines;
}

/** People who have begun a conversation in French. */
async function meet(house: Opened, count: number): Promise<readonly string[]> {
  const from = (person: number) =>
    ({ channel: "telegram", account: "bench", address: `person-${person}` }) as const;
  const said: readonly Content[] = [
    { kind: "text", text: "bonjour" },
    { kind: "choice", option: "accueil.language.french" },
  ];
  for (const [place, content] of said.entries()) {
    for (let person = 0; person < count; person++) {
      const id = `${person}-${place}`;
      await house.receive(slug, { id, from: from(person), at: noon, content });
    }
    await house.settled();
  }
  const rows = await house.database.all("SELECT id FROM Conversation ORDER BY id", []);
  return rows.map(({ id }) => String(id));
}

/** Four reminders of each appointment of the past, all sent, up to so many. */
async function fill({ database }: Opened, from: number, to: number): Promise<void> {
  const step = 50_000;
  for (let first = from; first < to; first += step) {
    const numbers = `WITH RECURSIVE n(i) AS (SELECT ${first / 4} UNION ALL SELECT i + 1 FROM n WHERE i < ${Math.min(to, first + step) / 4 - 1})`;
    const start = `${noon} - (i + 100) * 600000`;
    const sqls = [
      `${numbers} INSERT INTO Appointment (id, structure, personId, conversationId, site, worker, motif, mode, startsAt,
         endsAt, status, version, bookedVia, bookedAt, turnId)
       SELECT 'old-' || i, '${slug}', 'p-' || i, 'c-' || i, 's', 'w', 'premier-rendez-vous', 'place', ${start},
         ${start} + 2700000, 'seen', 1, 'chat', 1, 'stored' FROM n`,
      ...["weekBefore", "threeDays", "dayBefore", "twoHours"].map(
        (
          name,
        ) => `${numbers} INSERT INTO Reminder (appointmentId, version, step, dueAt, uselessAfter, state, settledAt)
         SELECT 'old-' || i, 1, '${name}', ${start} - 86400000, ${start}, 'sent', ${start} - 86400000 FROM n`,
      ),
    ];
    await database.batch(sqls.map((sql) => ({ sql, values: [] })));
  }
}

/** An appointment of tomorrow for each of these conversations, its reminder due now. */
async function makeDue(
  { database }: Opened,
  people: readonly string[],
  now: Instant,
  turn: string,
) {
  const start = after(now, 25 * hour);
  const end = after(start, 45 * minute);
  const values = [JSON.stringify(people), turn];
  await database.batch([
    {
      sql: `INSERT INTO Appointment (id, structure, personId, conversationId, site, worker, motif, mode, startsAt,
          endsAt, status, version, bookedVia, bookedAt, turnId)
        SELECT ?2 || '-' || c.id, c.structure, c.personId, c.id, 'ml-carvin', 'conseillere-1', 'premier-rendez-vous',
          'place', ${start}, ${end}, 'booked', 1, 'chat', 1, 'due' FROM Conversation c WHERE c.id IN (SELECT value FROM json_each(?1))`,
      values,
    },
    {
      sql: `INSERT INTO Reminder (appointmentId, version, step, dueAt, uselessAfter, state)
        SELECT ?2 || '-' || value, 1, 'dayBefore', ${now}, ${start}, 'planned' FROM json_each(?1)`,
      values,
    },
  ]);
}

async function byKey({ database }: Opened, times: number): Promise<readonly number[]> {
  const latencies: number[] = [];
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    await database.get("SELECT state FROM Reminder WHERE appointmentId = ? AND version = 1", [
      `old-${time}`,
    ]);
    latencies.push(performance.now() - start);
  }
  return latencies;
}

function lineOf(stored: number, name: string, latencies: readonly number[]): Line {
  const sorted = latencies.toSorted((one, other) => one - other);
  const at = (share: number) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2));
  return { stored, name, times: sorted.length, p50: at(0.5), p99: at(0.99) };
}
