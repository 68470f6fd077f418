import { describe, expect, test } from "vitest";
import { instant } from "../../src/base/time.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { elsewhere, hoursAgo, waits, worker, world } from "./desk-world.ts";

async function desk() {
  const made = world();
  const lea = await worker(made, "Léa Martin");
  const zoe = await worker(made, "Zoé Petit", elsewhere);
  const amina = await made.write({
    ...{ who: "+33611111111", text: "ma caution ?", firstName: "Amina" },
    standing: waits("normal", "human", hoursAgo(2)),
  });
  return { desk: made, lea, zoe, amina, requests: requestsTo(made) };
}

const hlm = {
  ...{ id: "dossier-1", type: "hlm", etat: "paperMissing", date: "2026-12-03" },
  ...{ manque: "avis d'imposition", note: "renouvellement" },
};

describe("a file", () => {
  test("is opened from a conversation, shown with its next date first, changed and closed", async () => {
    const { requests, lea, amina } = await desk();
    await requests.post("/dossiers", lea.cookie, { ...hlm, conversation: amina, rappeler: "on" });
    await requests.post("/dossiers", lea.cookie, {
      ...hlm,
      id: "dossier-2",
      type: "alt",
      date: "2026-11-25",
    });
    const page = wordsOf(await requests.page("/dossiers", lea.cookie));
    expect(page.indexOf("Logement ALT papier")).toBeLessThan(
      page.indexOf("Logement social (HLM) papier"),
    );
    expect(page).toContain("jeudi 3 décembre 2026");
    expect(page).toContain("manque : avis d'imposition · renouvellement");
    expect(wordsOf(await requests.page(`/conversations/${amina}/dossiers`, lea.cookie))).toContain(
      "papier qui manque",
    );
    await requests.post("/dossiers", lea.cookie, { ...hlm, etat: "accepted" });
    expect(wordsOf(await requests.page("/dossiers", lea.cookie))).not.toContain("jeudi 3 décembre");
  });

  test("sent twice is one, and a date that cannot be read is told", async () => {
    const { requests, lea, desk: made } = await desk();
    await requests.post("/dossiers", lea.cookie, hlm);
    await requests.post("/dossiers", lea.cookie, hlm);
    expect(await made.database.all("SELECT id FROM Dossier")).toHaveLength(1);
    const wrong = await requests.post("/dossiers", lea.cookie, { ...hlm, date: "2026-02-31" });
    expect(wrong.headers.get("location")).toContain("avis=badDate");
    expect((await requests.post("/dossiers", lea.cookie, { ...hlm, type: "x" })).status).toBe(400);
  });

  test("keeps its words closed, and no sensitive number", async () => {
    const { requests, lea, desk: made } = await desk();
    await requests.post("/dossiers", lea.cookie, { ...hlm, note: "NIR 2 95 11 62 193 004 55" });
    const [row] = await made.database.all("SELECT wordsSealed FROM Dossier");
    expect(String(row?.["wordsSealed"])).not.toContain("imposition");
    expect(wordsOf(await requests.page("/dossiers", lea.cookie))).not.toContain("2 95 11");
  });

  test("of another structure is neither seen nor changed", async () => {
    const { requests, lea, zoe, amina, desk: made } = await desk();
    await requests.post("/dossiers", lea.cookie, { ...hlm, conversation: amina });
    expect(wordsOf(await requests.page("/dossiers", zoe.cookie))).toContain(
      "Aucun dossier ouvert.",
    );
    expect((await requests.get(`/conversations/${amina}/dossiers`, zoe.cookie)).status).toBe(404);
    const stolen = await requests.post("/dossiers", zoe.cookie, {
      ...hlm,
      id: "x",
      conversation: amina,
    });
    expect(stolen.status).toBe(404);
    const taken = await requests.post("/dossiers", zoe.cookie, { ...hlm, note: "pris" });
    expect(taken.headers.get("location")).toContain("avis=gone");
    const rows = await made.database.all("SELECT id, structure FROM Dossier");
    expect(rows).toEqual([{ id: "dossier-1", structure: "rencontres-et-loisirs" }]);
  });
});

describe("the Friday sheet", () => {
  test("says who waits for an answer, which dates come, and what is to be filled in", async () => {
    const { requests, lea, amina, desk: made } = await desk();
    await requests.post("/dossiers", lea.cookie, { ...hlm, conversation: amina });
    await requests.post("/dossiers", lea.cookie, {
      ...hlm,
      id: "far",
      type: "dalo",
      date: "2027-06-01",
    });
    const page = wordsOf(await requests.page("/vendredi", lea.cookie));
    expect(page).toContain(`Réponses attendues ${amina.slice(-4)}`);
    expect(page).toContain("Logement social (HLM)");
    expect(page).not.toContain("Dalo");
    expect(page).toContain("Tous les rendez-vous passés sont remplis.");
    await made.door.handOvers.takeOver(amina, lea.id, made.clock.now());
    made.clock.to(instant("2026-11-24T14:00:00Z"));
    await made.door.handOvers.answer(
      amina,
      lea.id,
      "k",
      { text: "Bonjour", options: [] },
      made.clock.now(),
    );
    expect(wordsOf(await requests.page("/vendredi", lea.cookie))).toContain(
      "Personne n'attend de réponse.",
    );
  });
});
