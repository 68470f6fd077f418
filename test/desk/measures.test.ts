import { expect, test } from "vitest";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { elsewhere, tuesday, worker, world } from "./desk-world.ts";

async function measures() {
  const desk = world();
  const lea = await worker(desk, "Léa Martin");
  const zoe = await worker(desk, "Zoé Petit", elsewhere);
  const requests = requestsTo(desk);
  const post = async (path: string, form: Record<string, string>, cookie = lea.cookie) =>
    (await requests.post(path, cookie, form)).headers.get("location");
  const words = async (path = "/accompagnements", cookie = lea.cookie) =>
    wordsOf(await requests.page(path, cookie));
  const rows = () => desk.database.all("SELECT id, form, endedOn, version FROM Measure", []);
  return { desk, lea, zoe, requests, post, words, rows };
}

const kept = "/desk/accompagnements?avis=kept";
const asl = (given: Record<string, string> = {}) => ({
  ...{ id: "m1", version: "0", conversation: "", qui: "Lina", forme: "asl", territoire: "" },
  ...{ attribution: "premiere", debut: "2026-11-02", terme: "", fin: "", note: "" },
  ...given,
});

test("a measure is granted, a visit noted by one tap, taken back, and the agreement says what is left", async () => {
  const { post, words, requests, lea } = await measures();
  const paid = { type: "fsl", territoire: "", points: "60", du: "2026-01-01", au: "2026-12-31" };
  expect(await post("/accompagnements/convention", paid)).toContain("avis=agreement");
  expect(await post("/accompagnements", asl())).toBe(kept);
  expect(await words()).toContain("FSL (ASLL) : 1 en cours");
  expect(await words()).toContain("2 points pris sur 60");
  const visit = { id: "m1", acte: "a1", quoi: "homeVisit", jour: "2026-11-20" };
  expect(await post("/accompagnements/note", visit)).toContain("avis=noted");
  await post("/accompagnements/note", visit);
  expect(await words()).toContain("actes notés : 1");
  const page = await requests.page("/accompagnements", lea.cookie);
  expect(page).toContain('name="acte" value="a1"');
  expect(await post("/accompagnements/denote", { id: "m1", acte: "a1" })).toContain("unnoted");
  expect(await words()).toContain("actes notés : 0");
});

test.each<[string, Record<string, string>, string]>([
  ["a date that is none", { debut: "2026-13-40" }, "badDate"],
  ["no first day", { debut: "" }, "badDate"],
  ["an end before its start", { fin: "2026-11-01" }, "badOrder"],
  ["a term before its start", { terme: "2026-11-01" }, "badOrder"],
  ["an amount that is none", { debtAtStart: "beaucoup" }, "badAmount"],
  ["a debt that is less than nothing", { debtAtStart: "-3" }, "badAmount"],
])("%s is not kept, and it is said why", async (_, given, why) => {
  const { post, rows } = await measures();
  expect(await post("/accompagnements", asl(given))).toBe(`/desk/accompagnements?avis=${why}`);
  expect(await rows()).toEqual([]);
});

test("a form of no measure, a territory of nobody's and an agreement of no points are refused", async () => {
  const { requests, lea, post } = await measures();
  const status = async (form: Record<string, string>) =>
    (await requests.post("/accompagnements", lea.cookie, form)).status;
  expect(await status(asl({ forme: "xxl" }))).toBe(400);
  expect(await status(asl({ territoire: "atlantis" }))).toBe(400);
  const paid = { type: "fsl", territoire: "", points: "0", du: "2026-01-01", au: "2026-12-31" };
  expect(await post("/accompagnements/convention", paid)).toContain("badAgreement");
});

test("who they are is the situation that the bilan counts: their own, or a household's that no other chapter counts", async () => {
  const { post, desk, words } = await measures();
  const conversation = await desk.write({
    ...{ who: "amina", firstName: "Amina" },
    memory: { known: { age: { value: 19, at: tuesday } } },
  });
  await post("/accompagnements", asl({ conversation, qui: "" }));
  await post("/accompagnements", asl({ id: "m2", qui: "Famille B." }));
  const found = await desk.database.all(
    `SELECT m.id, o.kind, o.personId IS NULL AS nobodys FROM Measure m
     JOIN Situation o ON o.id = m.situationId ORDER BY m.id`,
    [],
  );
  expect(found).toEqual([
    { id: "m1", kind: "contact", nobodys: 0 },
    { id: "m2", kind: "household", nobodys: 1 },
  ]);
  // filled in at the desk, the household stays out of the CLLAJ's own situations
  const [row] = await desk.database.all(
    "SELECT id, updatedAt FROM Situation WHERE kind = 'household'",
    [],
  );
  await post(`/situations/${row?.["id"]}`, { vu: String(row?.["updatedAt"]), origin: "justice" });
  expect(
    await desk.database.all("SELECT kind FROM Situation WHERE row LIKE '%justice%'", []),
  ).toEqual([{ kind: "household" }]);
  const page = await words("/observatoire?du=2026-01-01&au=2026-12-31");
  expect(page).toContain("FSL ASLL");
  expect(page).toContain("Justice (UEMO, PJJ)");
});

test("a measure begins from a conversation, and of another structure neither page nor form reaches it", async () => {
  const { post, words, desk, zoe, requests } = await measures();
  const conversation = await desk.write({ who: "amina", firstName: "Amina" });
  const code = conversation.slice(-4);
  expect(await words(`/accompagnements?pour=${conversation}`)).toContain(
    `Pour la conversation ${code}`,
  );
  expect(await words(`/accompagnements?pour=${conversation}`, zoe.cookie)).not.toContain(code);
  expect(await words(`/hebergement?pour=${conversation}`)).toContain(
    `Pour la conversation ${code}`,
  );
  await post("/accompagnements", asl({ conversation, qui: "" }));
  const note = { id: "m1", acte: "a1", quoi: "call", jour: "2026-11-20" };
  const theirs = await requests.post("/accompagnements/note", zoe.cookie, note);
  expect(theirs.status).toBe(404);
  const overwritten = await requests.post("/accompagnements", zoe.cookie, asl({ conversation }));
  expect(overwritten.status).toBe(404);
});

test("two workers write one measure: the second is told, and nothing of the first is undone", async () => {
  const { post, rows } = await measures();
  await post("/accompagnements", asl());
  await post("/accompagnements", asl({ version: "1", fin: "2026-11-20", motif: "sante" }));
  expect(await post("/accompagnements", asl({ version: "1", forme: "gsl" }))).toContain("stale");
  expect(await rows()).toEqual([{ id: "m1", form: "asl", endedOn: "2026-11-20", version: 2 }]);
});
