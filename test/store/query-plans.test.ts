import { expect, test } from "vitest";
import { handBack } from "../../src/answering/hand-back.ts";
import type { WorkerId } from "../../src/base/ids.ts";
import { hour, type Instant } from "../../src/base/time.ts";
import { keepingChannel } from "../../src/channels/terminal.ts";
import { type Job, runWhole } from "../../src/jobs/job.ts";
import type { Database, Statement } from "../../src/store/database.ts";
import { deskRecords } from "../../src/store/desk-records.ts";
import { lastWordsOf } from "../../src/store/last-words.ts";
import {
  bookFor,
  buttonsOf,
  type HouseUnderTest,
  openHouse,
} from "../channels/house-under-test.ts";
import { mondayMorning } from "../world.ts";

function runIt(job: Job | undefined, ...given: [now: Instant, dryRun: boolean]) {
  if (!job) throw new Error("there is no such job");
  return runWhole(job, ...given);
}

const growing = [
  ...["Conversation", "Inbound", "Outgoing", "Event", "Appointment", "Cell", "Reminder"],
  ...[
    "Alias",
    "EarlyStatus",
    "OutgoingPart",
    "Address",
    "Person",
    "Note",
    "Audit",
    "Session",
    "Verification",
    "RateLimit",
    "Misheard",
    "Waiting",
  ],
];
const nadia = "nadia" as WorkerId;

/** Plans that read a whole table, and why they may: nobody waits for them. */
const patient: readonly { readonly statement: RegExp; readonly why: string }[] = [];

interface Recorded {
  readonly statements: Set<string>;
  readonly through: (database: Database) => Database;
}

function recorder(): Recorded {
  const statements = new Set<string>();
  const note = <T>(given: readonly Pick<Statement, "sql">[], work: () => T): T => {
    for (const { sql } of given) statements.add(sql);
    return work();
  };
  return {
    statements,
    through: (real) => ({
      get: (sql, values) => note([{ sql }], () => real.get(sql, values)),
      all: (sql, values) => note([{ sql }], () => real.all(sql, values)),
      run: (statement) => note([statement], () => real.run(statement)),
      batch: (all) => note(all, () => real.batch(all)),
      close: () => real.close(),
    }),
  };
}

/** Everything the house does in a day, so that every statement it makes is seen. */
async function aDay(under: HouseUnderTest): Promise<void> {
  const lina = "lina";
  await under.say(lina, { kind: "opened" });
  await under.press(lina, "accueil.language.french");
  await bookFor(under, lina, 1);
  under.setClock("2026-11-23T18:00:00+01:00");
  await under.jobs();
  const [come] = buttonsOf([...under.sent]);
  await under.press(lina, come ?? "");
  await under.say(lina, "zzbrol");
  await under.house.store.misheard.waiting("rencontres-et-loisirs", under.now());
  await under.house.store.misheard.toGive("rencontres-et-loisirs", under.now(), 300);
  await under.house.store.misheard.given("rencontres-et-loisirs", under.now(), 20);
  await under.say(lina, "changer mon rdv");
  await under.press(lina, buttonsOf([...under.sent])[0] ?? "");
  await under.press(lina, "deplacer.confirm.yes");
  await under.say(lina, "stop");
  await under.press(lina, "stop.sure.yesStop");
  await under.say(lina, { kind: "reachable", reachable: false });
  await under.say(lina, "annuler mon rdv");
  await under.press(lina, "annuler.sure.yes");
  const conversation = await under.conversation(lina);
  const { handOvers, transcripts, outgoing, conversations, database, cipher } = under.house.store;
  await handOvers.takeOver(conversation, nadia, under.now());
  await handOvers.answer(conversation, nadia, "k", { text: "bonjour", options: [] }, under.now());
  await handOvers.note(conversation, nadia, "n", "à voir", under.now());
  await transcripts.of(conversation, { notes: true });
  await lastWordsOf(database, cipher, [conversation]);
  await deskRecords({ database, ids: under.house.ids, clock: under.house.clock }).noteReading(
    nadia,
    "rencontres-et-loisirs",
    conversation,
  );
  await handBack(under.house.answering, {
    conversation,
    worker: nadia,
    to: "menu",
    seen: Number.MAX_SAFE_INTEGER,
  });
  await under.house.deliver(conversation);
  await outgoing.freeLeasesOf(["somebody"]);
  await conversations.failed(1);
  under.pass(30 * hour);
  await under.jobs();
  await under.house.takeUpLeftovers();
  await under.say(lina, "effacer mes données");
  await under.press(lina, "mes-donnees.whatNow.erase");
  await under.press(lina, "mes-donnees.sure.yesErase");
  await under.jobs();
}

/** Somebody with two ids, to whom the window closes; what the network and the phone tell. */
async function onWhatsApp(under: HouseUnderTest): Promise<void> {
  const { house } = under;
  const from = { channel: "whatsapp", account: "1", address: "33600000001" } as const;
  const send = keepingChannel("whatsapp", "1").send;
  house.connect({ name: "whatsapp", account: "1", replyWindow: 24 * hour, send });
  const write = async (id: string) => {
    const content = { kind: "text", text: "bonjour" } as const;
    const message = { id, from, at: under.now(), content, aliases: ["FR.1"] };
    await house.receive("rencontres-et-loisirs", message);
    await house.settled();
  };
  await write("w1");
  const conversation = await house.store.conversations.conversationOf(
    "rencontres-et-loisirs",
    from,
  );
  if (!conversation) throw new Error("nobody was met");
  await house.store.handOvers.takeOver(conversation, nadia, under.now());
  under.pass(25 * hour);
  const reply = { text: "bonjour", options: [] };
  await house.store.handOvers.answer(conversation, nadia, "k3", reply, under.now());
  await house.deliver(conversation);
  await write("w2");
  const failed = { networkId: "n1", state: "failed", failure: "1", at: under.now() } as const;
  await house.heard("rencontres-et-loisirs", "1", { ...failed, means: "unreachable" });
  const words = { networkId: "n2", address: "FR.1", text: "me voilà", at: under.now() };
  await house.spokenOnPhone("rencontres-et-loisirs", "whatsapp", "1", words);
  await house.moved("rencontres-et-loisirs", from, under.now());
}

/** Somebody who came long ago, so that the purge has something of each kind to remove. */
async function yearsLater(under: HouseUnderTest): Promise<void> {
  const karim = "karim";
  await under.say(karim, { kind: "opened" });
  await under.press(karim, "accueil.language.french");
  await bookFor(under, karim, 1);
  await under.house.deliver(await under.conversation(karim));
  const { handOvers, conversations } = under.house.store;
  await handOvers.note(await under.conversation(karim), nadia, "k2", "à voir", under.now());
  const from = { channel: "telegram", account: "world", address: "never answered" } as const;
  const content = { kind: "text", text: "bonjour" } as const;
  const message = { id: "unanswered", from, at: under.now(), content };
  await conversations.accept("rencontres-et-loisirs", message, under.now());
  const { database, ids, clock } = under.house;
  await deskRecords({ database: under.house.store.database, ids, clock }).noteReading(
    nadia,
    "rencontres-et-loisirs",
    await under.conversation(karim),
  );
  database.connection.exec(
    `INSERT INTO Session (id, token, userId, expiresAt, createdAt, updatedAt) VALUES ('a', 'a', 'w', 1, 0, 0);
     INSERT INTO Verification (id, identifier, value, expiresAt, createdAt, updatedAt) VALUES ('a', 'a', 'b', 1, 0, 0);
     INSERT INTO RateLimit (id, key, count, lastRequest) VALUES ('a', 'a', 1, 0);
     UPDATE Reminder SET state = 'sent', settledAt = dueAt`,
  );
  under.pass(800 * 24 * hour);
  const purge = under.house.jobs.find(({ name }) => name === "purge");
  const lines = await runIt(purge, under.now(), false);
  expect(lines.map(({ outcome }) => outcome.split(":")[1])).toEqual(
    expect.arrayContaining(["conversations", "messages", "appointments", "reminders", "audit"]),
  );
}

interface Step {
  readonly statement: string;
  readonly plan: string;
}

function fullReadings(under: HouseUnderTest, statements: Iterable<string>): readonly Step[] {
  const found: Step[] = [];
  for (const statement of statements) {
    const plans = under.house.database.connection.prepare(`EXPLAIN QUERY PLAN ${statement}`).all();
    const aliases = new Map(growing.map((table) => [table, table]));
    for (const [, table = "", alias = ""] of statement.matchAll(
      /\b(?:FROM|JOIN|UPDATE|INTO)\s+"?(\w+)"?\s+(?:AS\s+)?(\w+)/g,
    )) {
      if (growing.includes(table)) aliases.set(alias, table);
    }
    for (const { detail } of plans) {
      // of a whole table, or of all that one structure ever had
      const scanned = /^SCAN (\w+)|^SEARCH (\w+) USING .*\(structure=\?\)$/
        .exec(String(detail))
        ?.slice(1)
        .find(Boolean);
      if (scanned && aliases.has(scanned)) found.push({ statement, plan: String(detail) });
    }
  }
  return found;
}

test("no statement of the hot path, the jobs or the channels reads a whole growing table", async () => {
  const { statements, through } = recorder();
  const under = await openHouse({
    at: mondayMorning,
    through,
    environment: { SECRET_KEY_PREVIOUS: "the key that was before this one, long enough" },
  });
  await aDay(under);
  await onWhatsApp(under);
  await yearsLater(under);
  expect(statements.size).toBeGreaterThan(60);
  // every table was touched, or the day above has lost a part of itself
  const text = [...statements].join("\n");
  expect(growing.filter((table) => !new RegExp(`\\b${table}\\b`).test(text))).toEqual([]);
  const impatient = fullReadings(under, statements).filter(
    ({ statement }) => !patient.some((one) => one.statement.test(statement)),
  );
  expect(impatient).toEqual([]);
  await under.close();
});

test("a statement without an index is found out", async () => {
  const under = await openHouse();
  const slow = [
    "SELECT id FROM Conversation WHERE language = ?",
    "SELECT o.id FROM Outgoing o WHERE o.failure = ?",
    `DELETE FROM Inbound WHERE receivedAt < ? AND conversationId IN
       (SELECT id FROM Conversation WHERE structure = ?)`,
    "SELECT a.id FROM Appointment a WHERE a.structure = ? AND a.closedAt < ?",
  ];
  expect(fullReadings(under, slow).map(({ plan }) => plan.split(" USING ")[0])).toEqual([
    ...["SCAN Conversation", "SCAN o", "SEARCH Conversation", "SEARCH a"],
  ]);
  await under.close();
});
