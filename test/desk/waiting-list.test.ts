import { expect, test } from "vitest";
import type { WaitingListChange } from "../../src/appointments/waiting-list-changes.ts";
import { after, hour } from "../../src/base/time.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { elsewhere, hoursAgo, type Told, tuesday, worker, world } from "./desk-world.ts";

function waits(
  id: string,
  more: Partial<Extract<WaitingListChange, { kind: "joinWaitingList" }>> = {},
) {
  return {
    kind: "joinWaitingList",
    id,
    waitingKind: "first",
    motif: "premier-rendez-vous",
    wish: { sites: ["ml-carvin"], days: [2], half: "morning", phone: true },
    known: [],
    askAt: after(tuesday, 28 * 24 * hour),
    ...more,
  } as const satisfies WaitingListChange;
}

async function desk() {
  const made = world();
  const lea = await worker(made, "Léa");
  const write = (who: string, told: Partial<Told>) => made.write({ who, firstName: who, ...told });
  return { made, lea, cookie: lea.cookie, write, ...requestsTo(made) };
}

const order = (page: string) => [...page.matchAll(/attente\/(\w+)\/retirer/g)].map(([, id]) => id);

test("who came first is first; a band that a worker sets goes before, and is in the trail", async () => {
  const { made, lea, cookie, write, page, post } = await desk();
  await write("Amina", { at: hoursAgo(5), changes: [waits("hers")] });
  await write("Karim", { at: hoursAgo(3), changes: [waits("his")] });
  expect(order(await page("/attente", cookie))).toEqual(["hers", "his"]);
  const done = await post("/attente/his/priorite", cookie, { priorite: "2" });
  expect(done.headers.get("location")).toBe("/desk/attente?avis=done_band");
  expect(order(await page("/attente", cookie))).toEqual(["his", "hers"]);
  const trail = await made.database.all(
    "SELECT workerId, what FROM Audit WHERE what LIKE 'waiting%'",
  );
  expect(trail).toEqual([{ workerId: lea.id, what: "waiting.band2" }]);
});

test("says what suits, since when, that nothing was offered, and that times are missing", async () => {
  const { made, cookie, write, page } = await desk();
  await write("Amina", { at: hoursAgo(30), changes: [waits("hers")] });
  await write("Karim", { changes: [waits("his", { waitingKind: "earlier" })] });
  await made.door.waitingLists.setBand("hers", "rencontres-et-loisirs", 1, "w" as never, tuesday);
  await made.database.run({
    sql: "UPDATE Waiting SET skippedBecause = 'noAnswerToday', skippedAt = ? WHERE id = 'hers'",
    values: [tuesday],
  });
  const words = wordsOf(await page("/attente", cookie));
  expect(words).toContain("En attente : 2. Horaires libres dans les 14 jours : 1. Il en manque");
  expect(words).toMatch(
    /Amina.*cherche un rendez-vous attend depuis le lundi 23 novembre Carvin, mission locale · mardi · le matin · téléphone possible Rien ne lui a encore été proposé\. Passé son tour : pas de réponse aujourd'hui\..*Karim.*voudrait venir plus tôt/,
  );
});

test("a worker takes somebody off the list; twice says so, and another structure can do neither", async () => {
  const { made, cookie, write, page, post } = await desk();
  await write("Amina", { changes: [waits("hers")] });
  const far = await worker(made, "Paul", elsewhere);
  expect(await page("/attente", far.cookie)).not.toContain("Amina");
  for (const act of ["retirer", "priorite"]) {
    const refused = await post(`/attente/hers/${act}`, far.cookie, { priorite: "1" });
    expect(refused.status).toBe(404);
  }
  const removed = await post("/attente/hers/retirer", cookie);
  expect(removed.headers.get("location")).toBe("/desk/attente?avis=done_removed");
  const again = await post("/attente/hers/retirer", cookie);
  expect(again.status).toBe(404);
  expect(wordsOf(await page("/attente", cookie))).toContain("Personne n'attend d'horaire.");
});

test("a band that is none changes nothing", async () => {
  const { cookie, write, post } = await desk();
  await write("Amina", { changes: [waits("hers")] });
  expect((await post("/attente/hers/priorite", cookie, { priorite: "9" })).status).toBe(404);
});
