import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { onTestFinished } from "vitest";
import type { WorkerId } from "../../src/base/ids.ts";
import { instant, localDate } from "../../src/base/time.ts";
import { openSignIn } from "../../src/desk/sign-in.ts";
import { migrateD1 } from "../../src/node/migrate-d1.ts";
import { unknownSituation } from "../../src/observatory/situation.ts";
import { createCipher, deriveKey } from "../../src/store/cipher.ts";
import { d1Database } from "../../src/store/d1.ts";
import type { Database } from "../../src/store/database.ts";
import { deskRecords } from "../../src/store/desk-records.ts";
import { migrate } from "../../src/store/migrate.ts";
import { migrationFiles } from "../../src/store/migration-files.ts";
import { type Move, type Moved, moveEverything } from "../../src/store/move.ts";
import { NodeSqlite } from "../../src/store/node-sqlite.ts";
import { bookFor, meet, openHouse } from "../channels/house-under-test.ts";
import { structure } from "../world.ts";
import { tablesOf } from "./hand-made.ts";

export const files = await migrationFiles(
  fileURLToPath(new URL("../../prisma/migrations/", import.meta.url)),
);
export const moveDay = instant("2026-11-25T09:00:00Z");
export const secret = "the same key for all houses of these tests";

/** A folder that goes with the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "trousseau-move-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export function openSqlite(path = ":memory:"): NodeSqlite {
  const database = new NodeSqlite(path);
  onTestFinished(async () => {
    if (database.connection.isOpen) await database.close();
  });
  return database;
}

export function migratedSqlite(): NodeSqlite {
  const database = openSqlite();
  migrate(database.connection, files, moveDay);
  return database;
}

/** A real D1, in memory: the engine of Cloudflare on this machine. */
export async function openD1(): Promise<Database> {
  const platform = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: "export default {}",
      d1Databases: ["DB"],
      defaultPersistRoot: false,
    }),
  );
  onTestFinished(() => platform.dispose());
  return d1Database(await platform.getD1Database("DB"));
}

/** A move between the two, as the command makes it; what is given replaces its parts. */
export function moving(source: Database, target: Database, given: Partial<Move> = {}): Move {
  return {
    source,
    target,
    migrateTarget: async () => {
      if (target instanceof NodeSqlite) migrate(target.connection, files, moveDay);
      else await migrateD1(target, files);
    },
    migrations: files.map(({ name }) => name),
    opens: opener(secret),
    resume: false,
    workersOn: null,
    now: moveDay,
    ...given,
  };
}

export function move(source: Database, target: Database, given?: Partial<Move>): Promise<Moved> {
  return moveEverything(moving(source, target, given));
}

export function opener(key: string): Move["opens"] {
  const cipher = createCipher(key);
  return (sealed) => {
    try {
      return cipher.open(sealed) !== "";
    } catch {
      return false;
    }
  };
}

/**
 * A house that was lived in: people who wrote, booked, were reminded, erased, handed over; a team; and
 * what is odd in a database: characters, holes, numbers beyond JavaScript's, ids given and erased.
 */
export async function livedInAt(): Promise<string> {
  const path = join(folder(), "lived-in.db");
  const under = await openHouse({ file: path, at: "2026-11-23T09:00:00+01:00" });
  for (const person of ["lina", "karim", "zoé 🏠", "erased"]) await meet(under, person);
  await bookFor(under, "lina", 0);
  await bookFor(under, "karim", 1);
  await under.say("zoé 🏠", "je veux parler à quelqu'un");
  await under.press("erased", "menu.menu.book");
  await under.say("erased", "effacer mes données");
  await under.press("erased", "mes-donnees.whatNow.erase");
  await under.press("erased", "mes-donnees.sure.yesErase");
  under.pass(24 * 3_600_000);
  await under.jobs();
  await sendAndLink(under);
  await keepSheet(under);
  await waitForTime(under);
  await reachOtherwise(under);
  await sitDown(under);
  await count(under);
  await under.say("karim", "zzbrol flurp 06 12 34 56 78");
  const nadia = "nadia" as WorkerId;
  const talked = await under.conversation("zoé 🏠");
  const { handOvers } = under.house.store;
  await handOvers.takeOver(talked, nadia, under.now());
  await handOvers.answer(talked, nadia, "k1", { text: "Bonjour ✋", options: [] }, under.now());
  await handOvers.note(talked, nadia, "k2", "à rappeler", under.now());
  const { database, ids, clock } = under.house;
  await deskRecords({ database, ids, clock }).noteReading(nadia, structure, talked);
  await addTeam(under.house.database, under.house.secret);
  under.house.database.connection.exec(oddities);
  await under.close();
  return path;
}

/** Zoé's bilan was kept once. */
async function keepSheet({ house }: Awaited<ReturnType<typeof openHouse>>): Promise<void> {
  await house.database.run({
    sql: `INSERT INTO Sheet (id, structure, conversationId, contentSealed, figuresOn, language, createdAt, expiresAt)
          VALUES ('a-sheet', ?, 'a-conversation', ?, '2026-11-23', 'fr', 1, 2)`,
    values: [structure, house.store.cipher.seal("{}")],
  });
}

/** Zoé waits for a time, and a partner asked for somebody. */
async function waitForTime({ house }: Awaited<ReturnType<typeof openHouse>>): Promise<void> {
  await house.database.run({
    sql: `INSERT INTO Waiting (id, structure, conversationId, openOf, kind, motif, wishSealed, since, askAt)
          VALUES ('a-turn', ?, 'a-conversation', 'a-conversation', 'first', 'premier-rendez-vous', ?, 1, 2)`,
    values: [structure, house.store.cipher.seal("{}")],
  });
  await house.database.run({
    sql: `INSERT INTO Prescriber (id, structure, name, kind, linkLookup, madeBy, createdAt, expiresAt)
          VALUES ('a-partner', ?, 'Mission locale', 'missionLocale', 'a-lookup', 'nadia', 1, 2)`,
    values: [structure],
  });
  await house.database.run({
    sql: `INSERT INTO Prescription (id, structure, prescriberId, nameSealed, state, askedAt, expiresAt, keptUntil)
          VALUES ('a-request', ?, 'a-partner', ?, 'closed', 1, 2, 3)`,
    values: [structure, house.store.cipher.seal("L.")],
  });
}

/** Zoé has a seat at a workshop, and waits for one at another. */
async function sitDown({ house }: Awaited<ReturnType<typeof openHouse>>): Promise<void> {
  await house.database.run({
    sql: `INSERT INTO Gathering (id, structure, kind, series, site, startsAt, endsAt, seats, extra, state, wordsSealed, madeBy, madeAt)
          VALUES ('a-workshop', ?, 'workshop', 'a-series', 'ml-carvin', 1, 2, 3, 0, 'planned', ?, 'nadia', 1)`,
    values: [structure, house.store.cipher.seal("{}")],
  });
  await house.database.run({
    sql: `INSERT INTO Seat (gatheringId, number, structure, conversationId, takenAt) VALUES ('a-workshop', 1, ?, 'a-conversation', 1)`,
    values: [structure],
  });
  await house.database.run({
    sql: `INSERT INTO SeatWait (gatheringId, structure, conversationId, since) VALUES ('another', ?, 'a-conversation', 1)`,
    values: [structure],
  });
}

/** What was counted, of people who are known here and of former years. */
async function count({ house }: Awaited<ReturnType<typeof openHouse>>): Promise<void> {
  const year = {
    record: "year",
    id: "annee-2021",
    structure,
    year: 2021,
    asked: 553,
    withFile: 297,
  } as const;
  await house.store.observatory.putIn(
    [
      unknownSituation({ id: "a-situation", structure, year: 2021, origin: "mission_locale" }),
      { ...year, withoutFile: 61, workshopPeople: 195, qpv: 68, underLowIncome: 0.3 },
    ],
    moveDay,
  );
  const days = { from: localDate("2021-01-01"), to: localDate("2021-12-31") };
  await house.store.signedBilans.sign(
    { id: "signed", structure, ...days, printed: "{}", by: "nadia" },
    moveDay,
  );
}

/** Zoé had better be called, and her page may be told through its browser. */
async function reachOtherwise({ house }: Awaited<ReturnType<typeof openHouse>>): Promise<void> {
  await house.database.run({
    sql: `INSERT INTO ToCall (appointmentId, version, structure, conversationId, reasonsSealed, since)
          VALUES ('an-appointment', 1, ?, 'a-conversation', ?, 1)`,
    values: [structure, house.store.cipher.seal("[]")],
  });
}

/** Lina sends a photo and links her other phone; somebody on WhatsApp has two ids, and a status comes early. */
async function sendAndLink(under: Awaited<ReturnType<typeof openHouse>>): Promise<void> {
  const { house } = under;
  const file = { ref: "a-photo", type: "image/png" };
  await under.say("lina", { kind: "media", media: "image", file });
  const row = await house.database.get("SELECT id FROM Media");
  await house.store.media.keep(String(row?.["id"]), "image/png", new Uint8Array(400_000));
  await under.press("lina", "menu.menu.papers");
  await under.say("lina", "j'ai tout");
  await under.say("lina", "menu");
  const given = (await under.say("lina", "relier")).map(({ reply }) => reply.text).join();
  await under.say("karim", `relier ${/[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(given)?.[0]}`);
  const from = { channel: "whatsapp", account: "1", address: "33612345678" } as const;
  const content = { kind: "text", text: "bonjour" } as const;
  const at = under.now();
  await house.receive(structure, { id: "1", from, at, content, aliases: ["FR.1"] });
  await house.settled();
  await house.heard(structure, "1", { networkId: "early", state: "sent", failure: null, at });
}

/** The same, open. */
export async function livedIn(): Promise<NodeSqlite> {
  return openSqlite(await livedInAt());
}

async function addTeam(database: NodeSqlite, key: string): Promise<void> {
  let made = 0;
  const signIn = openSignIn({
    database,
    secret: deriveKey(key, "desk sessions"),
    publicUrl: "http://desk.test",
    ids: { next: () => `team-${++made}`, secret: () => `secret-of-the-team-${++made}` },
  });
  const password = "un mot de passe long";
  const [inside, invited] = ["nadia@exemple.fr", "paul@exemple.fr"] as const;
  await signIn.addWorker({ email: inside, name: "Nadia", role: "admin", structure, password });
  await signIn.addWorker({ email: invited, name: "Paul", role: "worker", structure });
  const request = new Request("http://desk.test/desk");
  await signIn.enterWithPassword(request, "192.0.2.1", { email: inside, password });
}

const oddities = `
  UPDATE Worker SET name = 'Zoë\t"\\' || char(0, 1, 127, 8232, 65533, 128512) || ' été' WHERE name = 'Paul';
  INSERT INTO Event (id, turnId, position, structure, kind, value, at)
    VALUES (9007199254740995, 'odd', 1, '', 'odd', '1', -9223372036854775807);
  INSERT INTO Event (turnId, position, structure, kind, value, at)
    VALUES ('odd', 2, 'x', 'odd', '', 'text where a number is awaited'), ('odd', 3, 'x', 'odd', NULL, 0.30000000000000004);
  INSERT INTO Audit (id, workerId, structure, what, at) VALUES (7001, 'w', 's', 'forgotten', 1);
  DELETE FROM Audit WHERE id = 7001;
  INSERT INTO OutgoingPart (outgoingId, part, networkLookup, at)
    SELECT min(id), 1, 'the-id-of-the-first-part', 1 FROM Outgoing;
  INSERT INTO CalendarFeed (id, structure, kind, subject, tokenLookup, madeBy, createdAt, expiresAt)
    VALUES ('a-feed', 's', 'site', 'ml-carvin', 'a-token', 'w', 1, 2);
  INSERT INTO Bell (id, structure, conversationId, workerId, kind, targetSealed, createdAt)
    VALUES ('a-bell', 's', 'c', NULL, 'mail', 'sealed', 1);
  INSERT INTO Call (conversationId, waitingSince, stage, structure, at) VALUES ('c', 1, 'first', 's', 2);
  INSERT INTO Dossier (id, structure, conversationId, kind, state, nextOn, wordsSealed, reminds, remindedOf, madeBy, createdAt, updatedAt, closedAt)
    VALUES ('a-dossier', 's', 'c', 'hlm', 'sent', '2026-12-01', 'sealed', 1, NULL, 'w', 1, 2, NULL);
  INSERT INTO Stay (id, structure, conversationId, kind, state, places, lodging, askedOn, commissionOn, enteredOn, dueOn, leftOn, exitTo, wordsSealed, version, madeBy, createdAt, updatedAt, closedAt)
    VALUES ('a-stay', 's', 'c', 'alt', 'in', 1, 'a-home', '2026-01-01', NULL, '2026-02-01', NULL, NULL, NULL, 'sealed', 1, 'w', 1, 2, NULL);
  INSERT INTO Measure (id, structure, conversationId, situationId, kind, form, area, grantKind, startedOn, dueOn, endedOn, exitReasons, facts, acts, wordsSealed, version, madeBy, createdAt, updatedAt, closedAt)
    VALUES ('a-measure', 's', 'c', 'a-situation', 'fsl', 'asl', 'cahc', 'premiere', '2026-01-01', NULL, NULL, '[]', '{}', '[]', 'sealed', 1, 'w', 1, 2, NULL);
  INSERT INTO TwoFactor (id, secret, backupCodes, userId, verified, failedVerificationCount, lockedUntil)
    VALUES ('two', 'sealed', 'sealed', 'w', 1, 0, NULL);
  INSERT INTO Laid (structure, kind, id, document, wordsSealed, madeBy, madeAt, expiresAt)
    VALUES ('s', 'place', 'a-place', '{}', 'sealed', 'w', 1, NULL);
  INSERT INTO RateLimit (id, key, count, lastRequest) VALUES ('r', 'stays', 1, 1);
`;

const leftBehind = ["Instance", "Job", "RateLimit"];

/** Every value of every table that moves, with its type, and the counters: written apart from the move. */
export async function allThatMoves(database: Database): Promise<Readonly<Record<string, unknown>>> {
  const held: Record<string, unknown> = {};
  for (const table of await tablesOf(database)) {
    if (leftBehind.includes(table)) continue;
    const columns = await database.all(`SELECT name FROM pragma_table_info('${table}')`);
    const cells = columns.map(({ name }) => `typeof("${name}") || ':' || hex("${name}")`);
    const row = cells.join(" || '|' || ");
    held[table] = await database.all(`SELECT ${row} AS row FROM "${table}" ORDER BY 1`);
  }
  held["counters"] = await database.all(
    `SELECT name, CAST(seq AS TEXT) AS seq FROM sqlite_sequence WHERE name <> 'd1_migrations' ORDER BY name`,
  );
  return held;
}
