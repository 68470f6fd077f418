import { describe, expect, test } from "vitest";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { elsewhere, worker, world } from "./desk-world.ts";

async function people() {
  const desk = world();
  const lea = await worker(desk, "Léa Martin");
  const zoe = await worker(desk, "Zoé Petit", elsewhere);
  const chief = await worker(desk, "Nadia Benali", undefined, "manager");
  const amina = await desk.write({ who: "+33611111111", text: "bonjour", firstName: "Amina" });
  const again = await desk.write({ who: "+33622222222", text: "c'est moi", firstName: "amina" });
  const karim = await desk.write({ who: "+33633333333", text: "salut", firstName: "Karim" });
  const personOf = async (conversation: string) => {
    const row = await desk.database.get("SELECT personId FROM Conversation WHERE id = ?", [
      conversation,
    ]);
    return String(row?.["personId"]);
  };
  return {
    ...{ desk, lea, zoe, chief, amina, again, karim },
    requests: requestsTo(desk),
    person: await personOf(amina),
    other: await personOf(again),
  };
}

describe("people", () => {
  test("are found by the first name they gave, whatever its case, and without one the last are shown", async () => {
    const { requests, lea } = await people();
    const found = wordsOf(await requests.page("/personnes?q=AMINA", lea.cookie));
    expect(found.match(/amina/gi)?.toSorted()).toEqual(["Amina", "amina"]);
    expect(found).not.toContain("Karim");
    expect(wordsOf(await requests.page("/personnes", lea.cookie))).toContain("Karim");
    expect(wordsOf(await requests.page("/personnes?q=zoe", lea.cookie))).toContain(
      "Personne de ce prénom.",
    );
  });

  test("have one page: where they write, until when they are kept, and who opened it, the reader too", async () => {
    const { requests, lea, person } = await people();
    await requests.page(`/personnes/${person}`, lea.cookie);
    const page = wordsOf(await requests.page(`/personnes/${person}`, lea.cookie));
    expect(page).toContain("Effacé le vendredi 24 novembre 2028 s'il n'y a plus de contact.");
    expect(page).toContain("Léa Martin a lu la conversation");
    expect(page).toContain("Peut-être la même personne");
  });

  test("of the same name are made one by a worker who is sure", async () => {
    const { requests, lea, person, other, amina, again, desk } = await people();
    const answer = await requests.post(`/personnes/${person}/reunir`, lea.cookie, { autre: other });
    expect(answer.headers.get("location")).toBe(`/desk/personnes/${person}?avis=joined`);
    expect(desk.joined).toEqual([
      { structure: "rencontres-et-loisirs", kept: amina, joined: again },
    ]);
  });

  test("are given all that is kept, and it is in the trail", async () => {
    const { requests, lea, person, amina, desk } = await people();
    const file = await requests.get(`/personnes/${person}/export`, lea.cookie);
    expect(file.headers.get("content-disposition")).toContain("dossier.txt");
    expect(await file.text()).toContain("Amina");
    expect(
      await desk.database.all(
        "SELECT workerId FROM Audit WHERE what = 'file.exported' AND conversationId = ?",
        [amina],
      ),
    ).toEqual([{ workerId: lea.id }]);
  });

  test("are erased by a manager alone", async () => {
    const { requests, lea, chief, person, amina, desk } = await people();
    const refused = await requests.post(`/personnes/${person}/effacer`, lea.cookie);
    expect(refused.headers.get("location")).toContain("avis=notAllowed");
    expect(desk.erased).toEqual([]);
    await requests.post(`/personnes/${person}/effacer`, chief.cookie);
    expect(desk.erased).toEqual([amina]);
  });

  test("of another structure do not exist", async () => {
    const { requests, zoe, person, other } = await people();
    for (const path of [`/personnes/${person}`, `/personnes/${person}/export`])
      expect((await requests.get(path, zoe.cookie)).status).toBe(404);
    for (const path of ["reunir", "effacer"])
      expect(
        (await requests.post(`/personnes/${person}/${path}`, zoe.cookie, { autre: other })).status,
      ).toBe(404);
    expect(wordsOf(await requests.page("/personnes?q=amina", zoe.cookie))).toContain(
      "Personne de ce prénom.",
    );
  });
});
