import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SlotFacts } from "../src/appointments/slot-facts.ts";
import { freeSlots } from "../src/appointments/slots.ts";
import type { Opening } from "../src/appointments/supply.ts";
import { after, hour, instant, localTime, minute } from "../src/base/time.ts";
import { appointmentStore } from "../src/store/appointment-store.ts";
import { createCipher } from "../src/store/cipher.ts";
import { migrate } from "../src/store/migrate.ts";
import { NodeSqlite } from "../src/store/node-sqlite.ts";

const now = instant("2026-11-23T08:00:00Z");
const size = { sites: 100, workers: 20, days: 60, appointments: 50_000 };
const slug = "bench";

/**
 * How long it takes to find every free time of 100 sites over 60 days with 20 workers and 50,000
 * appointments stored: reading what is taken, then the search itself. Beside it, the floor of the same
 * run: the same rows read, and every minute of every range looked at once and nothing else.
 */
export async function benchSlots(times: number, { json }: { readonly json: boolean }) {
  const folder = mkdtempSync(join(process.env["BENCH_DIR"] ?? tmpdir(), "trousseau-slots-"));
  const database = new NodeSqlite(join(folder, "house.db"));
  try {
    const files = readdirSync(new URL("../prisma/migrations/", import.meta.url))
      .sort()
      .map((name) => ({
        name,
        sql: readFileSync(new URL(`../prisma/migrations/${name}`, import.meta.url), "utf8"),
      }));
    migrate(database.connection, files, now);
    fill(database);
    const diary = appointmentStore(
      database,
      createCipher("a key of a bench, long enough to be one"),
    );
    const lines = [];
    const reads: number[] = [];
    const searches: number[] = [];
    const oneSite: number[] = [];
    let found = 0;
    for (let time = 0; time < times; time++) {
      const start = performance.now();
      const facts = await factsFrom(diary);
      reads.push(performance.now() - start);
      const searched = performance.now();
      found = freeSlots(facts, {}).slots.length;
      searches.push(performance.now() - searched);
      const one = performance.now();
      freeSlots(facts, { sites: [`site-${time % size.sites}`] });
      oneSite.push(performance.now() - one);
    }
    lines.push(lineOf("read what is taken in 62 days", reads));
    lines.push(lineOf(`search, all sites: ${found} free times`, searches));
    lines.push(lineOf("search, one site", oneSite));
    lines.push(lineOf("floor: each minute of each range once", floor(times)));
    if (json) for (const line of lines) console.log(JSON.stringify(line));
    else console.table(lines);
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each worker is at five sites a week, from nine to noon and from two to five. */
const openings: readonly Opening[] = Array.from({ length: size.workers * 10 }, (_, place) => {
  const worker = Math.floor(place / 10);
  const isMorning = place % 2 === 0;
  const weekday = (Math.floor(place / 2) % 5) + 1;
  return {
    ...{ id: `o-${place}`, worker: `w${worker}`, site: `site-${worker * 5 + weekday - 1}` },
    ...{ motifs: ["premier-rendez-vous"], weekday, confirmed: true },
    ...{
      from: localTime(isMorning ? "09:00" : "14:00"),
      to: localTime(isMorning ? "12:00" : "17:00"),
    },
  };
});

async function factsFrom(diary: ReturnType<typeof appointmentStore>): Promise<SlotFacts> {
  const until = after(now, (size.days + 2) * 24 * hour);
  const resources = [
    ...Array.from({ length: size.workers }, (_, place) => `worker:${slug}/w${place}`),
    ...Array.from({ length: size.sites }, (_, place) => `room:${slug}/site-${place}`),
  ];
  const seen = { now, person: null, leaving: null };
  const [busy, engagements] = await Promise.all([
    diary.busy(resources, after(now, -24 * hour), until, seen),
    diary.engagements(slug, after(now, -24 * hour), until, null),
  ]);
  return {
    ...{ structure: slug, zone: "Europe/Paris", now, demonstration: false, mode: "place" },
    motif: {
      ...{ id: "premier-rendez-vous", durationMinutes: 45, minimumNoticeHours: 24 },
      horizonDays: size.days,
    },
    ...{ openings, exceptions: [], absences: [], dailyLimits: [], travel: [] },
    ...{ sites: new Map(), closures: [], busy, engagements },
  };
}

/** 50,000 appointments: 5,000 within the days that are searched, the others long past: stored, and in nobody's way. */
function fill(database: NodeSqlite): void {
  const midnight = Number(instant("2026-11-22T23:00:00Z"));
  const rows = Array.from({ length: size.appointments }, (_, place) => {
    const worker = place % size.workers;
    const turn = Math.floor(place / size.workers);
    const isAhead = turn % 10 === 0;
    // four a day and worker, from nine on, an hour and a half apart
    const nth = Math.floor(turn / 10);
    const day = isAhead ? Math.floor(nth / 4) : -30 - Math.floor(turn / 4);
    const start = midnight + day * 24 * hour + (9 + 1.5 * (nth % 4)) * hour;
    return [`a${place}`, `w${worker}`, `site-${worker * 5 + (((day % 5) + 5) % 5)}`, start];
  });
  database.connection.exec("BEGIN");
  const appointment = database.connection.prepare(
    `INSERT INTO Appointment (id, structure, personId, conversationId, site, worker, motif, mode, startsAt, endsAt,
       status, version, bookedVia, bookedAt, turnId)
     VALUES (?, '${slug}', ?, ?, ?, ?, 'premier-rendez-vous', 'place', ?, ?, 'booked', 1, 'chat', 1, 'stored')`,
  );
  const cell = database.connection.prepare(
    "INSERT OR IGNORE INTO Cell (resource, startsAt, appointmentId) VALUES (?, ?, ?)",
  );
  for (const [id, worker, site, start] of rows as [string, string, string, number][]) {
    appointment.run(id, id, id, site, worker, start, start + 45 * minute);
    for (let quarter = 0; quarter < 3; quarter++) {
      cell.run(`worker:${slug}/${worker}`, start + quarter * 15 * minute, id);
      cell.run(`room:${slug}/${site}`, start + quarter * 15 * minute, id);
    }
  }
  database.connection.exec("COMMIT");
}

function floor(times: number): readonly number[] {
  return Array.from({ length: times }, () => {
    const start = performance.now();
    let looked = 0;
    for (let day = 0; day <= size.days; day++) {
      for (const { weekday } of openings) {
        if (weekday !== (day % 7) + 1) continue;
        for (let at = 0; at < 180; at++) looked += at & 1;
      }
    }
    if (looked < 0) throw new Error("unreachable");
    return performance.now() - start;
  });
}

function lineOf(name: string, latencies: readonly number[]) {
  const sorted = latencies.toSorted((one, other) => one - other);
  const at = (share: number) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2));
  return { name, times: sorted.length, p50: at(0.5), p99: at(0.99) };
}
