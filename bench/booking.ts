import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Content } from "../src/base/message.ts";
import { after, hour, instant, minute } from "../src/base/time.ts";
import { openNodeHouse } from "../src/node/house.ts";
import { readSettings } from "../src/settings.ts";

const slug = "rencontres-et-loisirs";
const morning = instant("2026-11-23T08:00:00Z");
const stored = 50_000;

interface Line {
  readonly name: string;
  readonly times: number;
  readonly p50: number;
  readonly p99: number;
}

/**
 * How long one tap on "confirm" takes, from the message received to the answer sent, in milliseconds, over
 * an agenda with 50,000 appointments; beside one durable row written through the bare driver, before and
 * after it on the same disk.
 */
export async function benchBooking(times: number, { json }: { readonly json: boolean }) {
  const folder = mkdtempSync(join(process.env["BENCH_DIR"] ?? tmpdir(), "trousseau-booking-"));
  try {
    const lines = [
      floor(join(folder, "before.db"), times),
      await bookings(join(folder, "house.db"), times),
      floor(join(folder, "after.db"), times),
    ];
    if (json) for (const line of lines) console.log(JSON.stringify(line));
    else console.table(lines);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function floor(path: string, times: number): Line {
  const database = new DatabaseSync(path);
  database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
  database.exec("CREATE TABLE kv (k INTEGER PRIMARY KEY, v TEXT NOT NULL)");
  const set = database.prepare("INSERT INTO kv (k, v) VALUES (?, ?)");
  const latencies = Array.from({ length: times }, (_, key) => {
    const start = performance.now();
    set.run(key, "a".repeat(2_000));
    return performance.now() - start;
  });
  database.close();
  return lineOf("floor: one durable row", latencies);
}

async function bookings(path: string, times: number): Promise<Line> {
  const reading = readSettings({ DATABASE_URL: `file:${path}`, LOG_LEVEL: "error" });
  if (reading.outcome === "refused") throw new Error(reading.problems.join("\n"));
  const house = await openNodeHouse({
    settings: reading.settings,
    sends: true,
    clock: { now: () => morning },
    broke(_, error) {
      throw error;
    },
  });
  const waiting = new Map<string, (text: string) => void>();
  house.connect({
    name: "telegram",
    account: "bench",
    async send(address, reply) {
      waiting.get(address)?.(reply.text);
      return { outcome: "delivered", networkId: null };
    },
  });
  let count = 0;
  const say = (person: string, content: Content) =>
    new Promise<string>((resolve) => {
      waiting.set(person, resolve);
      const from = { channel: "telegram", account: "bench", address: person } as const;
      void house.receive(slug, { id: String(++count), from, at: morning, content });
    });
  await fill(house.database);
  const latencies: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const person = `person-${turn}`;
    for (const text of ["rdv", "carvin", "1", "1"]) await say(person, { kind: "text", text });
    const start = performance.now();
    const answer = await say(person, { kind: "choice", option: "rendez-vous.confirm.yes" });
    latencies.push(performance.now() - start);
    if (!answer.startsWith("C'est confirmé")) throw new Error(`not booked: ${answer}`);
    // the next one finds the same times free
    await house.database.run({
      sql: `DELETE FROM Cell WHERE appointmentId IN (SELECT id FROM Appointment WHERE turnId <> 'stored')`,
      values: [],
    });
  }
  await house.settled();
  await house.close();
  return lineOf(`a booking, ${stored} stored`, latencies);
}

/** Appointments of the months around, with their cells. */
async function fill(database: Awaited<ReturnType<typeof openNodeHouse>>["database"]) {
  const rows = Array.from({ length: stored }, (_, place) => {
    // twenty workers, an hour apart, far from the weeks that are searched
    const start = after(morning, (60 * 24 + Math.floor(place / 20)) * hour);
    return [`stored-${place}`, `w${place % 20}`, start, after(start, 45 * minute)];
  });
  const values = [JSON.stringify(rows)];
  await database.batch([
    {
      sql: `INSERT INTO Appointment (id, structure, personId, conversationId, site, worker, motif, mode, startsAt,
          endsAt, status, version, bookedVia, bookedAt, turnId)
        SELECT value ->> '$[0]', '${slug}', value ->> '$[0]', value ->> '$[0]', value ->> '$[1]', value ->> '$[1]',
          'premier-rendez-vous', 'place', value ->> '$[2]', value ->> '$[3]', 'booked', 1, 'chat', 1, 'stored'
        FROM json_each(?)`,
      values,
    },
    {
      sql: `INSERT INTO Cell (resource, startsAt, appointmentId)
        SELECT kind.value || ':' || (row.value ->> '$[1]') || (row.value ->> '$[0]'),
          (row.value ->> '$[2]') + quarter.value * 900000, row.value ->> '$[0]'
        FROM json_each(?) row, json_each('["worker","room","person"]') kind, json_each('[0,1,2]') quarter`,
      values,
    },
  ]);
}

function lineOf(name: string, latencies: readonly number[]): Line {
  const sorted = latencies.toSorted((one, other) => one - other);
  const at = (share: number) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2));
  return { name, times: sorted.length, p50: at(0.5), p99: at(0.99) };
}
