import { expect, test } from "vitest";
import type { ConversationId } from "../../src/base/ids.ts";
import { after, instant } from "../../src/base/time.ts";
import type { Channel } from "../../src/channels/channel.ts";
import type { Database, Statement, Value } from "../../src/store/database.ts";
import { mediaStore } from "../../src/store/media-store.ts";
import { almostBook, meet, openInvocations, structure } from "./invocations.ts";

/** What D1 takes (its page of limits): the Worker keeps well under each. */
const mostValues = 100;
const longestStatement = 100_000;
const longestValue = 1_000_000;
const mostOfWebhook = 10;
const mostOfPass = 40;

interface Counted {
  readonly through: (real: Database) => Database;
  /** Statements given to the database, each of a batch counted. */
  readonly statements: () => number;
}

/** Counts, and refuses at once what D1 would refuse. */
function counting(): Counted {
  let count = 0;
  const look = (sql: string, values: readonly Value[] = []) => {
    count++;
    expect(values.length).toBeLessThanOrEqual(mostValues);
    expect(sql.length).toBeLessThan(longestStatement);
    for (const value of values) expect(String(value).length).toBeLessThan(longestValue);
  };
  return {
    statements: () => count,
    through: (real) => ({
      get(sql, values) {
        look(sql, values);
        return real.get(sql, values);
      },
      all(sql, values) {
        look(sql, values);
        return real.all(sql, values);
      },
      run(statement) {
        look(statement.sql, statement.values);
        return real.run(statement);
      },
      batch(statements: readonly Statement[]) {
        for (const { sql, values } of statements) look(sql, values);
        return real.batch(statements);
      },
      close: () => real.close(),
    }),
  };
}

test("a webhook gives D1 three statements; the errand behind it at most 40, a booking included", async () => {
  const under = await openInvocations();
  const webhooks: number[] = [];
  const errands: number[] = [];
  const say = async (said: Parameters<typeof under.receive>[1]) => {
    const webhook = counting();
    await under.receive("lina", said, webhook);
    webhooks.push(webhook.statements());
    for (const { body } of under.errands.splice(0)) {
      const errand = counting();
      await under.deliver(body, errand);
      errands.push(errand.statements());
    }
  };
  await say("bonjour");
  await say({ kind: "choice", option: "accueil.language.french" });
  for (const said of ["prendre rendez-vous", "carvin", "1", "1"]) await say(said);
  await say({ kind: "choice", option: "rendez-vous.confirm.yes" });
  await say("Lina");
  await say("supprimer mes données");
  await say({ kind: "choice", option: "mes-donnees.sure.yes" });
  expect(await under.rows("SELECT status FROM Appointment")).toHaveLength(1);
  expect(Math.max(...webhooks)).toBeLessThanOrEqual(mostOfWebhook);
  expect(Math.max(...webhooks)).toBe(3);
  expect(Math.max(...errands)).toBeLessThanOrEqual(mostOfPass);
});

test("a message of the web chat, answered before its request ends, gives D1 at most 10 statements", async () => {
  const under = await openInvocations();
  const counts: number[] = [];
  const texts = ["bonjour", "1", "c koi visal", "19 ans", "menu", "danger, mon père me frappe"];
  for (const [place, text] of texts.entries()) {
    const counted = counting();
    await under.invoke(async (house) => {
      const from = { channel: "web", account: structure, address: "browser" } as const;
      const message = {
        id: `m-${place}`,
        from,
        at: under.now(),
        content: { kind: "text", text } as const,
      };
      await house.receive(structure, message, { here: true });
      const conversation = await house.store.conversations.conversationOf(structure, from);
      if (conversation) await house.answer(conversation);
    }, counted);
    counts.push(counted.statements());
  }
  expect(under.errands).toEqual([]);
  expect(await under.rows("SELECT DISTINCT state FROM Outgoing")).toEqual([{ state: "sent" }]);
  expect(Math.max(...counts)).toBeLessThanOrEqual(mostOfWebhook);
});

test("whatever is due, a pass of a job gives D1 at most 40 statements, and the passes get all done", async () => {
  const under = await openInvocations();
  await meet(under, "lina");
  await almostBook(under, "lina");
  await under.say("lina", { kind: "choice", option: "rendez-vous.confirm.yes" });
  await fillWithWork(under.database);
  await sealAsLinas(under.database);
  under.setClock("2029-06-01T12:00:00+02:00");
  const counts: Record<string, number[]> = {};
  await under.invoke(async (house) => {
    for (const { name } of house.jobs) {
      under.errands.push({
        body: { kind: "pass", job: name, owner: `run-${name}`, from: null },
        from: under.now(),
      });
    }
  });
  let passes = 0;
  for (let errand = under.errands.shift(); errand; errand = under.errands.shift()) {
    if (errand.body.kind !== "pass") continue;
    const counted = counting();
    expect(await under.deliver(errand.body, counted)).toBe("done");
    counts[errand.body.job] = [...(counts[errand.body.job] ?? []), counted.statements()];
    passes++;
  }
  expect(Object.keys(counts).sort()).toEqual([
    ...[
      "agendas",
      "calls",
      "dossiers",
      "idle",
      "media",
      "mornings",
      "purge",
      "redrive",
      "reminders",
      "situations",
    ],
    ...["statuses", "sweep"],
    ...["waiting-list", "workshops"],
  ]);
  for (const [job, each] of Object.entries(counts)) {
    expect(Math.max(...each), job).toBeLessThanOrEqual(mostOfPass);
  }
  expect(passes).toBeGreaterThan(50);
  expect(await under.rows("SELECT COUNT(*) AS n FROM Reminder WHERE state = 'planned'")).toEqual([
    { n: 0 },
  ]);
  expect(await under.rows("SELECT COUNT(*) AS n FROM Inbound WHERE state = 'done'")).toEqual([
    { n: 0 },
  ]);
});

test("the phones of workers are told within 40 statements a pass, and each is told all", async () => {
  const under = await openInvocations();
  for (const phone of ["nadia", "tom", "lea"]) {
    await meet(under, phone);
    await under.database.run({
      sql: `INSERT INTO Worker (id, name, email, emailVerified, role, structure, createdAt, updatedAt,
              alertConversation, agendaWorker, morningListSince, agendaNews, agendaNewsSince)
            SELECT ?1, ?1, ?1, 0, 'worker', ?2, 0, 0, id, 'w', 0, 'all', 0 FROM Conversation ORDER BY createdAt DESC, id DESC LIMIT 1`,
      values: [phone, structure],
    });
  }
  const noon = instant("2029-06-01T11:00:00+02:00");
  const numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5)";
  await under.database.run({
    sql: `${numbers} INSERT INTO Appointment (id, structure, personId, conversationId, site, worker, motif, mode,
       startsAt, endsAt, status, version, bookedVia, bookedAt, turnId)
     SELECT 'a' || i, '${structure}', 'p', 'c', 's', 'w', 'm', 'place', ?1 + (i - 3) * 3600000, ?1 + (i - 3) * 3600000 + 2700000,
       'booked', 1, 'chat', 1, 't' FROM n`,
    values: [noon],
  });
  await under.database.run({
    sql: `INSERT INTO AppointmentEvent (appointmentId, version, what, by, at)
          SELECT id, 1, 'booked', 'person', ? FROM Appointment WHERE startsAt > ?`,
    values: [noon, noon],
  });
  under.setClock("2029-06-01T11:00:00+02:00");
  const counts: number[] = [];
  for (const job of ["agendas", "mornings", "statuses"]) {
    under.errands.push({
      body: { kind: "pass", job, owner: `run-${job}`, from: null },
      from: under.now(),
    });
  }
  for (let errand = under.errands.shift(); errand; errand = under.errands.shift()) {
    if (errand.body.kind !== "pass") continue;
    const counted = counting();
    expect(await under.deliver(errand.body, counted)).toBe("done");
    counts.push(counted.statements());
  }
  expect(Math.max(...counts)).toBeLessThanOrEqual(mostOfPass);
  const told = await under.rows(
    "SELECT COUNT(*) AS n FROM Outgoing WHERE turnId LIKE 'a%.status.%' OR turnId LIKE 'morning.%' OR turnId LIKE 'a%.news.%'",
  );
  // two appointments are over, two were just booked; each of the three phones reads one list
  expect(told).toEqual([{ n: 2 * 3 + 2 * 3 + 3 }]);
});

test("workshops are told of within 40 statements a pass, and everybody is told", async () => {
  const under = await openInvocations();
  const people = ["lina", "karim", "zoe", "amadou", "ines"];
  for (const person of people) await meet(under, person);
  const start = instant("2026-11-24T14:00:00+01:00");
  const words = { title: "Budget", audience: "", bring: "", partner: "", tools: "", place: "ici" };
  const workshop = (id: string) => ({
    ...({ id, structure, kind: "workshop", series: id, site: null, seats: 6, extra: 0 } as const),
    ...{ start, end: after(start, 7_200_000), words },
  });
  await under.invoke(({ store }) =>
    store.gatherings.layDown(
      [workshop("w1"), workshop("w2"), workshop("w3")],
      "nadia",
      under.now(),
    ),
  );
  // seats at the first, a wait at the second where seats are free, the third called off
  const rows = [
    `INSERT INTO Seat (gatheringId, number, structure, conversationId, takenAt)
       SELECT 'w1', ROW_NUMBER() OVER (ORDER BY id), structure, id, 1 FROM Conversation`,
    `INSERT INTO SeatWait (gatheringId, structure, conversationId, since)
       SELECT 'w2', structure, id, ROW_NUMBER() OVER (ORDER BY id) FROM Conversation`,
    `INSERT INTO SeatWait (gatheringId, structure, conversationId, since)
       SELECT 'w3', structure, id, 1 FROM Conversation`,
    "UPDATE Gathering SET state = 'cancelled' WHERE id = 'w3'",
  ];
  await under.database.batch(rows.map((sql) => ({ sql, values: [] })));
  under.setClock("2026-11-23T18:05:00+01:00");
  const counts: number[] = [];
  for (let pass = 0; pass < 12; pass++) {
    const counted = counting();
    const body = { kind: "pass", job: "workshops", owner: `run-${pass}`, from: null } as const;
    expect(await under.deliver(body, counted)).toBe("done");
    counts.push(counted.statements());
  }
  expect(Math.max(...counts)).toBeLessThanOrEqual(mostOfPass);
  expect(await under.rows("SELECT COUNT(*) AS n FROM Seat WHERE remindedAt IS NOT NULL")).toEqual([
    { n: 10 },
  ]);
  expect(await under.rows("SELECT gatheringId FROM SeatWait")).toEqual([]);
  const kinds = `SELECT COUNT(*) AS n FROM Outgoing WHERE turnId LIKE 'w_.%'`;
  expect(await under.rows(kinds)).toEqual([{ n: 20 }]);
});

/** Old messages, conversations and reminders, as many as a busy year leaves. */
async function fillWithWork(database: Database): Promise<void> {
  const numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)";
  const statements = [
    `${numbers} INSERT INTO Inbound (eventLookup, conversationId, contentSealed, state, sentAt, receivedAt)
     SELECT 'e' || i, 'c' || i, 'x', 'done', i, i FROM n`,
    `${numbers} INSERT INTO Conversation (id, personId, structure, channel, revision, lastTurn, memorySealed,
       heldBy, epoch, urgency, lastActivityAt, createdAt)
     SELECT 'c' || i, 'p' || i, '${structure}', 'telegram', 1, 't', 'x', 'bot', 0, 0, i, i FROM n WHERE i <= 60`,
    `${numbers} INSERT INTO Appointment (id, structure, personId, conversationId, site, worker, motif, mode,
       startsAt, endsAt, status, version, bookedVia, bookedAt, turnId)
     SELECT 'a' || i, '${structure}', 'p' || i, 'c' || i, 's', 'w', 'm', 'place', i, i + 1, 'seen', 1, 'chat', 1, 't'
     FROM n WHERE i <= 300`,
    `${numbers} INSERT INTO Media (id, structure, conversationId, eventLookup, kind, type, networkRefSealed,
       state, createdAt, expiresAt)
     SELECT 'm' || i, '${structure}', 'c' || i, 'm' || i, 'image', 'image/png', 'x', 'kept', i, i FROM n WHERE i <= 90`,
    `${numbers} INSERT INTO MediaPart (mediaId, part, bodySealed) SELECT 'm' || i, 0, 'x' FROM n WHERE i <= 90`,
    `${numbers} INSERT INTO Reminder (appointmentId, version, step, dueAt, uselessAfter, state)
     SELECT 'a' || i, 1, 'dayBefore', i, i + 1, 'planned' FROM n WHERE i <= 200`,
  ];
  await database.batch(statements.map((sql) => ({ sql, values: [] })));
}

/** Opened by the house's key, as all that it wrote itself: what Lina sent, and what is known of her. */
async function sealAsLinas(database: Database): Promise<void> {
  const of = (column: string, table: string) =>
    `UPDATE ${table} SET ${column} = (SELECT ${column} FROM ${table} WHERE ${column} <> 'x' LIMIT 1) WHERE ${column} = 'x'`;
  const statements = [of("memorySealed", "Conversation"), of("contentSealed", "Inbound")];
  await database.batch(statements.map((sql) => ({ sql, values: [] })));
}

test("reminders due at the same minute leave in passes of at most 40 statements, every one of them", async () => {
  const under = await openInvocations();
  const people = ["lina", "karim", "zoe", "amadou", "ines", "tom", "sara"];
  for (const [place, person] of people.entries()) {
    await meet(under, person);
    await almostBook(under, person, 1 + (place % 3));
    await under.say(person, { kind: "choice", option: "rendez-vous.confirm.yes" });
  }
  // who booked for tomorrow has none on the eve
  const [eves] = await under.rows("SELECT COUNT(*) AS n FROM Reminder WHERE step = 'dayBefore'");
  const planned = await under.rows(
    "SELECT MIN(dueAt) AS due FROM Reminder WHERE state = 'planned'",
  );
  await under.database.run({
    sql: "UPDATE Reminder SET dueAt = ? WHERE step = 'dayBefore'",
    values: [Number(planned[0]?.["due"])],
  });
  under.pass(Number(planned[0]?.["due"]) - under.now());
  const before = under.sent.length;
  const counts: number[] = [];
  under.errands.push({
    body: { kind: "pass", job: "reminders", owner: "run", from: null },
    from: under.now(),
  });
  for (let errand = under.errands.shift(); errand; errand = under.errands.shift()) {
    const counted = counting();
    expect(await under.deliver(errand.body, counted)).toBe("done");
    counts.push(counted.statements());
  }
  expect(Math.max(...counts)).toBeLessThanOrEqual(mostOfPass);
  expect(under.sent.length - before).toBeGreaterThanOrEqual(Number(eves?.["n"]));
  expect(Number(eves?.["n"])).toBeGreaterThan(4);
});

test("freed times are offered in passes of at most 40 statements, one to each who waits", async () => {
  const under = await openInvocations();
  const taken = instant("2026-11-24T09:30:00+01:00");
  const resource = `worker:${structure}/conseillere-1`;
  await under.database.run({
    sql: `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9)
      INSERT INTO Cell (resource, startsAt, appointmentId) SELECT ?, ? + i * 900000, 'elsewhere' FROM n`,
    values: [resource, taken],
  });
  for (const person of ["lina", "karim", "zoe"]) {
    await meet(under, person);
    await under.say(person, "liste d'attente");
    for (const option of [
      "place.anywhere",
      "half.anyTime",
      "day.anyDay",
      "phone.no",
      "someFit.join",
    ])
      await under.say(person, { kind: "choice", option: `liste-attente.${option}` });
  }
  expect(await under.rows("SELECT COUNT(*) AS n FROM Waiting")).toEqual([{ n: 3 }]);
  await under.database.run({ sql: "DELETE FROM Cell WHERE resource = ?", values: [resource] });
  const counts: number[] = [];
  under.errands.push({
    body: { kind: "pass", job: "waiting-list", owner: "run", from: null },
    from: under.now(),
  });
  for (let errand = under.errands.shift(); errand; errand = under.errands.shift()) {
    const counted = counting();
    expect(await under.deliver(errand.body, counted)).toBe("done");
    counts.push(counted.statements());
  }
  expect(Math.max(...counts)).toBeLessThanOrEqual(mostOfPass);
  const offered = await under.rows(
    "SELECT COUNT(*) AS n, COUNT(DISTINCT conversationId) AS people FROM Appointment WHERE status = 'proposed'",
  );
  expect(offered).toEqual([{ n: 3, people: 3 }]);
});

test("a document of ten megabytes is fetched in one errand of at most 40 statements, and opens whole", async () => {
  const under = await openInvocations();
  await meet(under, "lina");
  const body = Uint8Array.from({ length: 10 * 1024 * 1024 }, (_, place) => (place * 31) % 251);
  body.set(new TextEncoder().encode("%PDF-1.7"));
  const file = { ref: "a-document", type: "application/pdf" };
  for (const id of ["first", "second"]) {
    await under.say("lina", { kind: "media", media: "document", file: { ...file, ref: id } });
  }
  const channel = (real: Channel): Channel => ({
    ...real,
    fetchMedia: async () => ({ outcome: "fetched", type: file.type, body }),
  });
  const counts: number[] = [];
  under.errands.push({
    body: { kind: "pass", job: "media", owner: "run", from: null },
    from: under.now(),
  });
  for (let errand = under.errands.shift(); errand; errand = under.errands.shift()) {
    const counted = counting();
    expect(await under.deliver(errand.body, { ...counted, channel })).toBe("done");
    counts.push(counted.statements());
  }
  expect(Math.max(...counts)).toBeLessThanOrEqual(mostOfPass);
  const kept = await under.rows("SELECT id, conversationId, state FROM Media");
  expect(kept.map(({ state }) => state)).toEqual(["kept", "kept"]);
  await under.invoke(async ({ store }) => {
    const counted = counting();
    const media = mediaStore(counted.through(store.database), store.cipher);
    const id = String(kept[0]?.["id"]);
    const conversation = String(kept[0]?.["conversationId"]) as ConversationId;
    const opened = await media.open(id, conversation, structure, under.now());
    expect(opened?.body.length).toBe(body.length);
    expect(opened && Buffer.compare(opened.body, body)).toBe(0);
    expect(counted.statements()).toBeLessThanOrEqual(mostOfWebhook);
  });
}, 120_000);

test("what is remembered of a conversation stays small, however long it lasts", async () => {
  const under = await openInvocations();
  await meet(under, "lina");
  const words = [
    "c koi visal",
    "19 ans",
    "étudiante",
    "fsl",
    "carvin",
    "menu",
    "1",
    "non",
    "alt",
    "2",
    "450 €",
  ];
  for (let turn = 0; turn < 120; turn++) await under.say("lina", words[turn % words.length] ?? "");
  const [row] = await under.rows("SELECT MAX(length(memorySealed)) AS size FROM Conversation");
  expect(Number(row?.["size"])).toBeLessThan(20_000);
});
