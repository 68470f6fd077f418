import { expect, test } from "vitest";
import { after, hour, instant } from "../../src/base/time.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { elsewhere, home, tuesday, worker, world } from "./desk-world.ts";

const page = "/agenda/horaires";

async function desk() {
  const made = world();
  const lea = await worker(made, "Léa");
  const requests = requestsTo(made);
  const read = async (query = "") => wordsOf(await requests.page(`${page}${query}`, lea.cookie));
  const send = async (form: string, what: Record<string, string>) =>
    (await requests.post(`${page}/${form}`, lea.cookie, what)).headers.get("location");
  return { made, lea, cookie: lea.cookie, read, send, ...requests };
}

const kept = "/desk/agenda/horaires?avis=done_kept";

test("the ranges of the file are told in plain French, and what is not confirmed is said", async () => {
  const { read } = await desk();
  expect(await read()).toContain("chaque mardi · de 9 h 30 à 12 h");
  expect(await read()).toContain("à confirmer");
  expect(await read()).toContain("Aucune absence notée.");
});

test("a range that is changed stands in the place of the file's, once; taken away, the file's is back", async () => {
  const { read, send } = await desk();
  const range = { permanence: "c1-mardi-matin", qui: "conseillere-1", lieu: "ml-henin" };
  const hours = { rythme: "1", jour: "2", de: "14:00", a: "16:30" };
  expect(await send("permanence", { ...range, ...hours })).toBe(kept);
  expect(await read()).toContain(
    "chaque mardi · de 14 h à 16 h 30 · Mission locale d'Hénin-Beaumont",
  );
  expect(await read()).not.toContain("chaque mardi · de 9 h 30 à 12 h · Mission locale de Carvin");
  await send("retirer", { sorte: "opening", quoi: "c1-mardi-matin" });
  expect(await read()).toContain("chaque mardi · de 9 h 30 à 12 h");
});

test.each([
  ["every other week", "2", "un jeudi sur deux"],
  ["the second of the month", "2e", "le deuxième jeudi du mois"],
])("a range may come back %s", async (_, rythme, words) => {
  const { read, send } = await desk();
  const range = { qui: "conseiller-2", lieu: "ml-carvin", jour: "4", de: "16:00", a: "18:00" };
  expect(await send("permanence", { ...range, rythme, du: "2026-12-01" })).toBe(kept);
  expect(await read()).toContain(`${words} · de 16 h à 18 h`);
});

test("one day otherwise: called off, or at other hours and elsewhere", async () => {
  const { read, send } = await desk();
  const off = { permanence: "c1-mardi-matin", jour: "2026-12-01", lieu: "ml-carvin" };
  expect(await send("exception", off)).toBe(kept);
  expect(await read()).toContain("mardi 1er décembre : pas de permanence");
  expect(await send("exception", { ...off, de: "13:00", a: "15:00" })).toBe(kept);
  expect(await read()).toContain("mardi 1er décembre : de 13 h à 15 h, Mission locale de Carvin");
});

test("what makes no sense is refused in words, and nothing is written", async () => {
  const { made, send } = await desk();
  const refused = "/desk/agenda/horaires?avis=refused";
  const range = { qui: "conseillere-1", lieu: "ml-carvin", rythme: "1", jour: "2" };
  expect(await send("permanence", { ...range, de: "16:00", a: "14:00" })).toBe(refused);
  expect(await send("permanence", { ...range, de: "14:00", a: "16:00", qui: "nobody" })).toBe(
    refused,
  );
  expect(await send("permanence", { ...range, de: "14:00", a: "16:00", lieu: "mars" })).toBe(
    refused,
  );
  expect(await send("absence", { qui: "conseillere-1", du: "2026-12-04", au: "2026-12-01" })).toBe(
    refused,
  );
  expect(await send("journee", { ...range, jour: "demain", de: "14:00", a: "16:00" })).toBe(
    refused,
  );
  expect(await send("trajet", { lieu: "ml-carvin", autre: "ml-carvin", minutes: "10" })).toBe(
    refused,
  );
  expect(await send("limite", { qui: "conseillere-1", nombre: "0" })).toBe(refused);
  expect(await made.database.all("SELECT id FROM Laid", [])).toEqual([]);
});

test("limits, ways and places of a while are told, used and taken away", async () => {
  const { read, send } = await desk();
  await send("limite", { qui: "conseillere-1", nombre: "6" });
  await send("trajet", { lieu: "ml-henin", autre: "ml-carvin", minutes: "25" });
  await send("lieu", { nom: "Salle des fêtes", adresse: "2 place Verte", commune: "ml-carvin" });
  const words = await read();
  expect(words).toContain("6 rendez-vous par jour au plus");
  expect(words).toContain("25 minutes");
  expect(words).toContain("Salle des fêtes");
  await send("retirer", { sorte: "dailyLimit", quoi: "conseillere-1" });
  expect(await read()).not.toContain("6 rendez-vous par jour au plus");
});

test("two ranges at once are told at the head of the page", async () => {
  const { read, send } = await desk();
  const range = { qui: "conseillere-1", lieu: "ml-henin", rythme: "1", jour: "2" };
  await send("permanence", { ...range, de: "11:00", a: "13:00" });
  expect(await read()).toMatch(/conseillere 1, mardi 24 novembre : .* se chevauchent\./);
});

test("why nothing that day: what is free, and why the rest is not", async () => {
  const { read, send } = await desk();
  await send("absence", { qui: "conseillere-1", du: "2026-12-01", au: "2026-12-01" });
  const words = await read("?jour=2026-12-01");
  expect(words).toMatch(/mardi 1er décembre : \d+ horaire\(s\) libre\(s\)\./);
  expect(words).toContain("de 9 h 30 à 12 h : absence");
  expect(await read("?jour=2026-12-06")).toContain("Aucune permanence ce jour-là.");
});

test("an absence over an appointment cancels nothing by itself: one tap tells the person and proposes another time", async () => {
  const { made, lea, read, send } = await desk();
  const conversation = await made.write({ who: "amina", firstName: "Amina" });
  const [{ personId } = {}] = await made.database.all("SELECT personId FROM Conversation", []);
  const start = instant("2026-12-01T09:30:00+01:00");
  await made.database.run({
    sql: `INSERT INTO Appointment (id, structure, personId, conversationId, site, worker, motif, mode, startsAt, endsAt,
            status, version, bookedVia, bookedAt, turnId)
          VALUES ('visit', ?, ?, ?, 'ml-carvin', 'conseillere-1', 'premier-rendez-vous', 'place', ?, ?, 'booked', 1,
            'telegram', ?, 't')`,
    values: [home, String(personId), conversation, start, after(start, hour), tuesday],
  });
  expect(await read()).not.toContain("Rendez-vous pendant une absence");
  await send("absence", { qui: "conseillere-1", du: "2026-11-30", au: "2026-12-04" });
  const words = (await read()).slice(0, 600);
  expect(words).toContain("Rendez-vous pendant une absence : 1");
  expect(words).toMatch(
    /Amina, mardi 1er décembre à 9 h 30 .*Prévenir et proposer : jeudi 3 décembre à 14 h, Carvin/,
  );
  expect(made.changed).toEqual([]);
  const motif = "premier-rendez-vous";
  const slot = { version: "1", motif, horaire: "ml-carvin~conseillere-1~2611240830" };
  expect(await send("rendez-vous/visit", slot)).toBe("/desk/agenda/horaires?avis=done_replaced");
  expect(made.changed).toEqual([
    [{ appointment: "visit", version: 1, worker: lea.id, structure: home }, "workerAway"],
  ]);
  expect(made.proposed).toEqual([["c", lea.id, slot.horaire, motif]]);
});

test("another structure sees none of it, and takes nothing away", async () => {
  const { made, send, page: pageOf, post, read } = await desk();
  await send("absence", { qui: "conseillere-1", du: "2026-12-01", au: "2026-12-01" });
  const [{ id } = {}] = await made.database.all("SELECT id FROM Laid", []);
  const stranger = await worker(made, "Zoé", elsewhere);
  expect(wordsOf(await pageOf(page, stranger.cookie))).toContain("Aucune absence notée.");
  await post(`${page}/retirer`, stranger.cookie, { sorte: "absence", quoi: String(id) });
  expect(await read()).toContain("mardi 1er décembre · toute la journée");
});
