import { expect, test } from "vitest";
import { after, hour, instant } from "../../src/base/time.ts";
import { callListStore } from "../../src/store/to-call-store.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { elsewhere, tuesday, worker, world } from "./desk-world.ts";

async function desk() {
  const made = world();
  const lea = await worker(made, "Léa");
  return { made, lea, cookie: lea.cookie, ...requestsTo(made) };
}

test("nobody to call, nothing to send: the page says how the list is made", async () => {
  const { page, cookie } = await desk();
  const words = wordsOf(await page("/rappels", cookie));
  expect(words).toContain("Personne à appeler.");
  expect(words).toContain("Aucun rappel dans les 48 heures.");
});

test("what is wrong is said first; what will leave is said with its way, or why it will not", async () => {
  const { made, page, cookie } = await desk();
  const conversation = await made.write({ who: "amina", firstName: "Amina" });
  const line = {
    ...{ conversation, person: "p", start: after(tuesday, 30 * hour), at: after(tuesday, hour) },
    ...{ why: null, channel: "telegram", rings: true, others: 0 },
  };
  made.alarms.push("late");
  made.ahead.push(
    { ...line, step: "dayBefore", outcome: "send" },
    { ...line, step: "twoHours", outcome: "send", channel: "web", rings: false },
    { ...line, step: "dayBefore", outcome: "skip", why: "confirmed" },
    { ...line, step: "opinion", outcome: "putOff", why: "held" },
    { ...line, step: "callList", outcome: "lookWhoToCall" },
  );
  const words = wordsOf(await page("/rappels", cookie));
  expect(words).toContain("Des rappels attendent depuis plus d'une demi-heure.");
  for (const said of [
    "la veille rendez-vous : mercredi 25 novembre à",
    "part par Telegram",
    "écrit sur la page, mais rien ne sonne chez la personne",
    "ne part pas : la personne a dit qu'elle vient",
    "plus tard : l'équipe tient la conversation",
    "on regarde s'il faut appeler",
  ])
    expect(words).toContain(said);
});

test("one tap says that somebody was called: once, by their own team, and it is in the trail", async () => {
  const { made, lea, page, post, cookie } = await desk();
  const conversation = await made.write({ who: "amina", firstName: "Amina" });
  const [{ personId } = {}] = await made.database.all("SELECT personId FROM Conversation", []);
  const start = instant("2026-11-25T09:30:00+01:00");
  await made.database.run({
    sql: `INSERT INTO Appointment (id, structure, personId, conversationId, site, worker, motif, mode, startsAt, endsAt,
            status, version, bookedVia, bookedAt, turnId)
          VALUES ('visit', 'rencontres-et-loisirs', ?, ?, 'ml-carvin', 'conseillere-1', 'premier-rendez-vous', 'place',
            ?, ?, 'booked', 1, 'telegram', ?, 't')`,
    values: [String(personId), conversation, start, after(start, hour), tuesday],
  });
  await callListStore(made.database, made.cipher).add(
    {
      appointment: { id: "visit", structure: "rencontres-et-loisirs", conversation },
      version: 1,
    } as never,
    ["missedBefore", "noReply"],
    tuesday,
  );
  const words = wordsOf(await page("/rappels", cookie));
  expect(words).toMatch(/Amina .*a déjà manqué un rendez-vous, n'a pas répondu au rappel Appelé/);
  const stranger = await worker(made, "Zoé", elsewhere);
  expect((await post("/rappels/visit/appele", stranger.cookie)).status).toBe(404);
  const done = await post("/rappels/visit/appele", cookie);
  expect(done.headers.get("location")).toBe("/desk/rappels?avis=appele");
  expect((await post("/rappels/visit/appele", cookie)).status).toBe(404);
  expect(wordsOf(await page("/rappels", cookie))).toContain("Personne à appeler.");
  const trail = await made.database.all(
    "SELECT workerId, what FROM Audit WHERE what = 'appointment.called'",
  );
  expect(trail).toEqual([{ workerId: lea.id, what: "appointment.called" }]);
});
