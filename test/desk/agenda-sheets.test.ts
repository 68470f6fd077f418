import { expect, test } from "vitest";
import { after, at, hour, instant, localDate } from "../../src/base/time.ts";
import { appointmentOf, fullDay } from "./agenda-day.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { elsewhere, worker, world } from "./desk-world.ts";

const eight = instant("2026-12-01T07:00:00Z");

/** A desk with a full day a week ahead, and somebody who is in. */
async function fullDesk() {
  const desk = world();
  const lea = await worker(desk, "Léa");
  await fullDay(desk, eight);
  const { page } = requestsTo(desk);
  return {
    desk,
    lea,
    words: async (path: string) => wordsOf(await page(`/agenda${path}`, lea.cookie)),
  };
}

test("the day says hour, first name and code, how it takes place, which papers are missing, and has boxes to tick", async () => {
  const { desk, words } = await fullDesk();
  const [row] = await desk.database.all(
    "SELECT substr(conversationId, -4) AS code FROM Appointment WHERE mode = 'phone'",
  );
  const day = await words("/jour?jour=2026-12-01");
  expect(day).toContain("mardi 1er décembre Toute l'équipe");
  expect(day).toContain("Mission locale de Carvin 189 avenue de la République, Carvin Salle :");
  expect(day).toContain(
    `10 h – 10 h 45 Zoé ${row?.["code"]} Par téléphone conseillere 1 Pièce d'identité, Revenus sur 3 mois, Papier du logement Vu Absent Excusé`,
  );
  expect(day).toContain("Bilal");
  expect(day).toContain("proposé, sans réponse");
});

test("with codes alone no first name is there, and papers are only counted", async () => {
  const { desk, words } = await fullDesk();
  const rows = await desk.database.all(
    "SELECT substr(conversationId, -4) AS code FROM Appointment ORDER BY startsAt",
  );
  const day = await words("/jour?jour=2026-12-01&codes=1");
  for (const { code } of rows) expect(day).toContain(String(code));
  expect(day).not.toMatch(/Lina|Karim|Zoé|Bilal|Maïssa|Inaya|Théo|Pièce d'identité/);
  expect(day).toContain("0 sur 3");
});

test.each([
  ["worker:conseillere-1", "Lina", true],
  ["worker:conseiller-2", "Lina", false],
  ["site:ml-carvin", "Lina", true],
  ["site:ml-henin", "Lina", false],
  ["site:ml-henin", "Théo", true],
  ["site:nowhere", "Lina", true],
])("for %s, whether %s is on the sheet: %s", async (agenda, who, isThere) => {
  const { words } = await fullDesk();
  for (const view of ["jour", "semaine"]) {
    const shown = await words(`/${view}?jour=2026-12-01&agenda=${agenda}`);
    expect([view, shown.includes(who)]).toEqual([view, isThere]);
  }
});

test("what is closed says so; nobody else's day, and no other day, is on it", async () => {
  const { desk, words } = await fullDesk();
  await appointmentOf(desk, { who: "Voisine", at: eight, structure: elsewhere });
  await appointmentOf(desk, { who: "Veille", at: after(eight, -9 * hour) });
  await appointmentOf(desk, { who: "Lendemain", at: after(eight, 16 * hour) });
  const day = await words("/jour?jour=2026-12-01");
  expect(day).toMatch(
    /Lina \w{4} Sur place conseillere 1 [^0-9]*3 mois, Papier du logement Vu 9 h/,
  );
  expect(day).not.toMatch(/Voisine|Veille|Lendemain/);
});

test("an empty day says so", async () => {
  const { words } = await fullDesk();
  expect(await words("/jour?jour=2026-12-05")).toContain("Aucun rendez-vous ce jour-là.");
});

test.each([
  ["2026-12-01", "Semaine du lundi 30 novembre"],
  ["2026-12-06", "Semaine du lundi 30 novembre"],
  ["2026-12-07", "Semaine du lundi 7 décembre"],
])("the week of %s begins on its Monday", async (day, words) => {
  const desk = await fullDesk();
  expect(await desk.words(`/semaine?jour=${day}`)).toContain(words);
});

test("the week in which clocks go back has its seven days, the weekend when something is in it", async () => {
  const { desk, words } = await fullDesk();
  const paris = (day: string, time: string) => at("Europe/Paris", localDate(day), time);
  await appointmentOf(desk, { who: "Lundi", at: paris("2026-10-19", "00:00") });
  await appointmentOf(desk, { who: "Dimanche", at: paris("2026-10-25", "23:45") });
  await appointmentOf(desk, { who: "Après", at: paris("2026-10-26", "00:00") });
  const week = await words("/semaine?jour=2026-10-21");
  expect(week).toMatch(/lun\. 19\/10 0 h Lundi/);
  expect(week).toMatch(/dim\. 25\/10 23 h 45 Dimanche/);
  expect(week).not.toContain("Après");
  expect(await words("/semaine?jour=2026-10-26")).not.toContain("sam. 31/10");
});

test("a worker keeps an agenda and a list of the morning; what is none is refused", async () => {
  const { desk, lea } = await fullDesk();
  const { post, page } = requestsTo(desk);
  const kept = () => desk.door.agendaChoice(lea.id);
  expect(await kept()).toEqual({ agenda: null, morningList: false, news: "none" });
  const asked = { agenda: "conseiller-2", matin: "1", nouvelles: "soon" };
  await post("/aide/agenda", lea.cookie, asked);
  expect(await kept()).toEqual({ agenda: "conseiller-2", morningList: true, news: "soon" });
  const help = await page("/aide", lea.cookie);
  expect(help).toContain('<option value="conseiller-2" selected="">');
  expect((await post("/aide/agenda", lea.cookie, { agenda: "nobody" })).status).toBe(400);
  await post("/aide/agenda", lea.cookie, { agenda: "" });
  expect(await kept()).toEqual({ agenda: null, morningList: false, news: "none" });
});
