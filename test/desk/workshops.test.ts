import { expect, test } from "vitest";
import { after, hour, instant } from "../../src/base/time.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { elsewhere, worker, world } from "./desk-world.ts";

const budget = {
  ...{ sorte: "workshop", titre: "Mon budget", lieu: "ml-carvin", jour: "2026-12-03" },
  ...{ de: "14:00", a: "16:00", places: "2" },
};

async function desk() {
  const made = world();
  const { cookie } = await worker(made, "Léa");
  const requests = requestsTo(made);
  const send = async (path: string, form: Record<string, string>) =>
    (await requests.post(path, cookie, form)).headers.get("location");
  const read = async (path = "/ateliers") => wordsOf(await requests.page(path, cookie));
  const lay = async (more: Record<string, string> = {}) => {
    expect(await send("/ateliers", { ...budget, ...more })).toBe("/desk/ateliers?avis=done_laid");
    const rows = await made.database.all("SELECT id FROM Gathering ORDER BY startsAt", []);
    return rows.map(({ id }) => String(id));
  };
  const takes = (who: string, gathering: string) =>
    made.write({ who, firstName: who, changes: [{ kind: "takeSeat", gathering }] });
  return { made, cookie, send, read, lay, takes, ...requests };
}

test("a workshop that is laid down is listed with its place, its hour and its seats", async () => {
  const { read, lay } = await desk();
  expect(await read()).toContain("Rien de prévu.");
  const [id] = await lay();
  expect(await read()).toMatch(
    /Mon budget , jeudi 3 décembre.* 14 h Mission locale de Carvin Inscrits : 0 sur 2/,
  );
  expect(await read(`/ateliers/${id}`)).toContain("Personne pour le moment.");
});

test("a series stands at the same hour on the wall on both sides of the change of clocks", async () => {
  const { made, lay } = await desk();
  await lay({ jour: "2027-03-24", fois: "3", semaines: "1" });
  const rows = await made.database.all(
    "SELECT startsAt, series FROM Gathering ORDER BY startsAt",
    [],
  );
  expect(rows.map(({ startsAt }) => Number(startsAt))).toEqual(
    // the clocks change on Sunday 28 March 2027
    ["2027-03-24T13:00:00Z", "2027-03-31T12:00:00Z", "2027-04-07T12:00:00Z"].map(instant),
  );
  expect(new Set(rows.map(({ series }) => series)).size).toBe(1);
});

test.each([
  ["no name", { titre: " " }],
  ["no seat", { places: "0" }],
  ["an end before its beginning", { de: "16:00", a: "14:00" }],
  ["a day that is none", { jour: "2026-02-30" }],
  ["a place that is none", { lieu: "mars" }],
  ["a series without end", { fois: "500" }],
])("%s is refused in words, and nothing is written", async (_, wrong) => {
  const { made, send, read } = await desk();
  expect(await send("/ateliers", { ...budget, ...wrong })).toBe("/desk/ateliers?avis=refused");
  expect(await read("/ateliers?avis=refused")).toContain("Rien n'a été enregistré");
  expect(await made.database.all("SELECT id FROM Gathering", [])).toEqual([]);
});

test("who is registered is named; attendance is one tap a person, once it has begun", async () => {
  const { made, send, read, lay, takes } = await desk();
  const [id] = await lay();
  await takes("Amina", `${id}`);
  await takes("Karim", `${id}`);
  expect(await read(`/ateliers/${id}`)).toMatch(
    /Inscrits Amina \S+ Karim \S+ Changer le nombre de places/,
  );
  made.clock.to(instant("2026-12-03T14:10:00Z"));
  expect(await read(`/ateliers/${id}`)).toMatch(/Amina \S+ Présent Amina Absent Amina/);
  const marked = `/desk/ateliers/${id}?avis=done_counted`;
  expect(await send(`/ateliers/${id}/presence`, { numero: "1", etat: "present" })).toBe(marked);
  expect(await send(`/ateliers/${id}/presence`, { numero: "2", etat: "absent" })).toBe(marked);
  const rows = await made.database.all("SELECT number, attended FROM Seat ORDER BY number", []);
  expect(rows).toEqual([
    { number: 1, attended: "present" },
    { number: 2, attended: "absent" },
  ]);
});

test("at a forum people are counted without a name; a part is never more than the whole", async () => {
  const { made, send, read, lay } = await desk();
  const [id] = await lay({ sorte: "forum", titre: "Forum de l'habitat", places: "" });
  const page = `/ateliers/${id}`;
  expect(await read(page)).not.toContain("Inscrits");
  made.clock.to(instant("2026-12-03T17:00:00Z"));
  expect(await send(`${page}/compte`, { total: "40", qpv: "41" })).toBe(
    `/desk${page}?avis=refused`,
  );
  const tally = { total: "40", dossier: "3", qpv: "12", outils: "Kijoulou" };
  expect(await send(`${page}/compte`, tally)).toBe(`/desk${page}?avis=done_counted`);
  expect(await read(page)).toContain("Présents : 40");
  const gathering = await made.door.gatherings.one("rencontres-et-loisirs", `${id}`);
  expect(gathering).toMatchObject({ total: 40, withFile: 3, qpv: 12 });
  expect(gathering?.words.tools).toBe("Kijoulou");
});

test("seats are changed, never below those who have one; called off, nobody is asked to come", async () => {
  const { made, send, read, lay, takes } = await desk();
  const [id] = await lay();
  await takes("Amina", `${id}`);
  await takes("Karim", `${id}`);
  const page = `/ateliers/${id}`;
  expect(await send(`${page}/places`, { places: "1" })).toBe(`/desk${page}?avis=tooFew`);
  expect(await send(`${page}/places`, { places: "4", plus: "2" })).toBe(
    `/desk${page}?avis=done_seats`,
  );
  expect(await read(page)).toContain("Inscrits : 2 sur 6");
  expect(await send(`${page}/annuler`, {})).toBe(`/desk${page}?avis=done_cancelled`);
  expect(await read(page)).toContain("Annulé");
  expect(await read(page)).not.toContain("Annuler et prévenir");
  const audit = await made.database.all("SELECT what FROM Audit WHERE what LIKE 'gath%'", []);
  expect(audit).toEqual([{ what: "gathering.cancelled" }]);
});

test("a worker of another structure finds nothing there, and changes nothing", async () => {
  const { made, lay, get, post } = await desk();
  const [id] = await lay();
  const stranger = (await worker(made, "Verdiane", elsewhere)).cookie;
  expect((await get(`/ateliers/${id}`, stranger)).status).toBe(404);
  for (const what of ["places", "annuler", "presence", "compte"])
    expect((await post(`/ateliers/${id}/${what}`, stranger, { places: "9" })).status).toBe(404);
  expect(await made.door.gatherings.one("rencontres-et-loisirs", `${id}`)).toMatchObject({
    ...{ seats: 2, state: "planned" },
  });
});

test("what is long past is not listed any more, what was last week is, to be counted", async () => {
  const { made, read, lay } = await desk();
  await lay();
  const [, start] = ["", instant("2026-12-03T13:00:00Z")];
  made.clock.to(after(start, 7 * 24 * hour));
  expect(await read()).toMatch(/Rien de prévu\..*Passés Mon budget/);
  made.clock.to(after(start, 91 * 24 * hour));
  expect(await read()).not.toContain("Mon budget");
});

test("the day in the agenda and the sheet of that day show it; of another place, the sheet does not", async () => {
  const { read, lay } = await desk();
  await lay();
  const line = /Ateliers et évènements Mon budget , jeudi 3 décembre.* Inscrits : 0 sur 2/;
  expect(await read("/agenda?jour=2026-12-03")).toMatch(line);
  expect(await read("/agenda?jour=2026-12-04")).not.toContain("Mon budget");
  expect(await read("/agenda/jour?jour=2026-12-03")).toMatch(line);
  expect(await read("/agenda/jour?jour=2026-12-03&agenda=site:ml-carvin")).toMatch(line);
  expect(await read("/agenda/jour?jour=2026-12-03&agenda=site:ml-henin")).not.toContain(
    "Mon budget",
  );
});
