import { expect, test } from "vitest";
import { after, minute } from "../../src/base/time.ts";
import { sql } from "../../src/store/database.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { tuesday, worker, world } from "./desk-world.ts";

const slug = "rencontres-et-loisirs";

test("a path shows how many took each way and where they stopped, of this structure and these days alone", async () => {
  const made = world();
  const { cookie } = await worker(made, "Léa");
  let turn = 0;
  const chose = (structure: string, who: string, way: string, minutes: number) =>
    sql(
      `INSERT INTO Event (turnId, position, structure, conversationId, kind, flow, step, value, at)
       VALUES (?, 0, ?, ?, 'chose', 'suivi', 'question', ?, ?)`,
      ...[`t${turn++}`, structure, who, way, after(tuesday, -minutes * minute)],
    );
  await made.database.batch([
    ...[chose(slug, "a", "notYet", 60), chose(slug, "a", "notYet", 50)],
    chose(slug, "b", "notYet", 40),
    chose(slug, "c", "found", 40),
    // another structure, and longer ago than a week
    ...[chose("ccas-malakoff", "d", "found", 40), chose(slug, "e", "found", 8 * 24 * 60)],
    sql(
      `INSERT INTO Event (turnId, position, structure, conversationId, kind, flow, step, value, at)
       VALUES ('did', 0, ?, 'a', 'did', 'suivi', 'notYet', 'keepNotYet:kept', ?)`,
      ...[slug, after(tuesday, -minute)],
    ),
  ]);
  const page = wordsOf(await requestsTo(made).page("/parcours/suivi?jours=7", cookie));
  expect(page).toContain("As-tu trouvé ce que tu cherchais ?");
  expect(page).toContain("Oui 1 pers., 1 fois");
  expect(page).toContain("Pas encore 2 pers., 3 fois");
  expect(page).toContain("kept 1 pers., 1 fois");
  const month = wordsOf(await requestsTo(made).page("/parcours/suivi?jours=28", cookie));
  expect(month).toContain("Oui 2 pers., 2 fois");
});

test("a path that does not exist is not there, and one without a passage is drawn all the same", async () => {
  const made = world();
  const { cookie } = await worker(made, "Léa");
  const { get, page } = requestsTo(made);
  expect((await get("/parcours/nulle-part", cookie)).status).toBe(404);
  const drawn = await page("/parcours/rendez-vous", cookie);
  expect(wordsOf(drawn)).toContain("Tu habites dans quelle ville ?");
  expect(drawn).toContain('id="whoSent"');
  // every arrow leads to a step of the page
  const steps = new Set([...drawn.matchAll(/<li id="([^"]+)"/g)].map(([, name]) => name));
  const led = [...drawn.matchAll(/href="#([A-Za-z]+)"/g)].map(([, name]) => name);
  const inPage = led.filter((name) => name !== "contenu" && name !== "content");
  expect(inPage.filter((name) => !steps.has(name))).toEqual([]);
});
