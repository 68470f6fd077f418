import { expect, test } from "vitest";
import type { PersonChange } from "../../src/person/changes.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { elsewhere, tuesday, type World, worker, world } from "./desk-world.ts";

const answers = {
  age: 19,
  status: "etudiant",
  "home.leaseSigned": false,
  "home.parc": "prive",
  "home.commune": { inseeCode: "62427", name: "Hénin-Beaumont" },
  "home.rentWithCharges": 450,
  monthlyResources: 700,
  nationality: "fr",
};

test("the sheet says how many papers are there, and who cannot get which", async () => {
  const desk = world();
  const id = await student(desk, [
    { kind: "markPapers", papers: ["identity"], state: "have" },
    { kind: "markPapers", papers: ["studentCard"], state: "cannot" },
  ]);
  const lea = await worker(desk, "Léa");
  const words = wordsOf(await requestsTo(desk).page(`/conversations/${id}`, lea.cookie));
  expect(words).toContain("1 sur 2");
  expect(words).toContain("Pièce d'identité en main dit par la personne le mardi 24 novembre");
  expect(words).toContain("Carte étudiante n'arrive pas à l'avoir dit par la personne");
});

test("a worker ticks a paper and takes it back; both are said to be the team's", async () => {
  const desk = world();
  const id = await student(desk, []);
  const lea = await worker(desk, "Léa");
  const { page, post } = requestsTo(desk);
  const tick = (etat: string) =>
    post(`/conversations/${id}/papiers`, lea.cookie, { papier: "studentCard", etat });
  for (let times = 0; times < 2; times++) expect((await tick("have")).status).toBe(303);
  const ticked = wordsOf(await page(`/conversations/${id}`, lea.cookie));
  expect(ticked).toContain("1 sur 2");
  expect(ticked).toContain("Carte étudiante en main coché par l'équipe");
  await tick("notYet");
  expect(wordsOf(await page(`/conversations/${id}`, lea.cookie))).toContain("0 sur 2");
});

test("another structure's worker ticks nothing, nor does anybody a paper that is not known", async () => {
  const desk = world();
  const id = await student(desk, []);
  const paul = await worker(desk, "Paul", elsewhere);
  const lea = await worker(desk, "Léa");
  const { post } = requestsTo(desk);
  const address = `/conversations/${id}/papiers`;
  const tick = { papier: "studentCard", etat: "have" };
  expect((await post(address, paul.cookie, tick)).status).toBe(404);
  await post(address, lea.cookie, { ...tick, papier: "a crown" });
  expect(await desk.database.all("SELECT * FROM Paper")).toEqual([]);
});

test("what is kept of a paper is closed", async () => {
  const desk = world();
  await student(desk, [{ kind: "markPapers", papers: ["identity"], state: "have" }]);
  const [row] = await desk.database.all("SELECT * FROM Paper");
  expect(JSON.stringify(row)).not.toMatch(/identity|have/);
});

function student(desk: World, changes: readonly PersonChange[]) {
  const known = Object.fromEntries(
    Object.entries(answers).map(([fact, value]) => [fact, { value, at: tuesday }]),
  );
  return desk.write({
    who: "lina",
    memory: { known },
    happenings: [{ kind: "decided", flow: "visale", step: "verdict", value: "visale:eligible" }],
    changes,
  });
}
