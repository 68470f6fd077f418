import { expect, test } from "vitest";
import type { Structure } from "../../src/structure.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { home, type World, worker, world } from "./desk-world.ts";

/** The structure of a desk names that person; as shipped it names nobody. */
function nameOnCall(desk: World, email: string): void {
  const structures = desk.door.structures as Map<string, Structure>;
  const found = structures.get(home);
  if (!found) throw new Error("no structure");
  structures.set(home, { ...found, onCall: { email } });
}

test("as shipped, the help page says that nobody is alerted at night", async () => {
  const desk = world();
  const lea = await worker(desk, "Léa");
  const words = wordsOf(await requestsTo(desk).page("/aide", lea.cookie));
  expect(words).toContain("La structure ne nomme personne d'astreinte");
});

test("anybody of the team pairs a phone; the page says who of them is alerted at night", async () => {
  const desk = world();
  const lea = await worker(desk, "Léa");
  const tom = await worker(desk, "Tom");
  nameOnCall(desk, lea.email);
  const { page, post } = requestsTo(desk);
  expect(wordsOf(await page("/aide", lea.cookie))).toContain(
    "Aucun téléphone n'est relié pour vous",
  );
  expect(wordsOf(await page("/aide", tom.cookie))).toContain("n'est pas vous");
  expect((await post("/aide/alerte", tom.cookie)).status).toBe(200);
  const made = await post("/aide/alerte", lea.cookie);
  expect(made.headers.get("Cache-Control")).toBe("no-store");

  const code = /alerte ([A-Z2-9]{4}-[A-Z2-9]{4})/.exec(wordsOf(await made.text()))?.[1] ?? "";
  expect(code).not.toBe("");
  const [row] = await desk.database.all("SELECT * FROM Worker WHERE id = ?", [lea.id]);
  expect(JSON.stringify(row)).not.toContain(code.replace("-", ""));
});
