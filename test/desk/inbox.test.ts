import { describe, expect, test } from "vitest";
import { instant } from "../../src/base/time.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { elsewhere, hoursAgo, waits, worker, world } from "./desk-world.ts";

/** A queue of three: Amina in danger, Lina who waits, Karim whom Léa follows. */
async function queue() {
  const desk = world();
  const lea = await worker(desk, "Léa Martin");
  const nadia = await worker(desk, "Nadia Benali");
  const [amina, lina, karim] = await Promise.all([
    desk.write({
      ...{ who: "+33611111111", text: "je dors dehors", firstName: "Amina" },
      standing: waits("immediate", "emergency_shelter", hoursAgo(1)),
    }),
    desk.write({
      ...{ who: "+33622222222", text: "ma caution", firstName: "Lina" },
      ...{ memory: { language: "ar" }, standing: waits("normal", "human", hoursAgo(3)) },
    }),
    desk.write({
      ...{ who: "+33633333333", text: "merci", firstName: "Karim" },
      ...{ memory: { language: "fr" }, standing: waits("normal", "human", hoursAgo(2)) },
    }),
  ]);
  await desk.door.handOvers.takeOver(karim, lea.id, desk.clock.now());
  const requests = requestsTo(desk);
  return {
    ...{ desk, lea, nadia, amina, lina, karim, requests },
    /** Who is shown, in order, by first name. */
    async shown(query = "", cookie = lea.cookie) {
      const page = await requests.page(`/file?${query}`, cookie);
      return [...page.matchAll(/row-who">([^<]+)</g)].map(([, name]) => name);
    },
    act: (id: string, what: string, form: Record<string, string>, cookie = lea.cookie) =>
      requests.post(`/conversations/${id}/${what}`, cookie, form),
  };
}

describe("the queue", () => {
  test("is filtered by who follows, by urgency, by language, and by words without accents", async () => {
    const { shown } = await queue();
    expect(await shown()).toEqual(["Amina", "Lina", "Karim"]);
    expect(await shown("qui=mine")).toEqual(["Karim"]);
    expect(await shown("qui=free")).toEqual(["Amina", "Lina"]);
    expect(await shown("urgence=immediate")).toEqual(["Amina"]);
    expect(await shown("langue=ar")).toEqual(["Lina"]);
    expect(await shown("q=DÉHORS")).toEqual(["Amina"]);
    expect(await shown("q=lina")).toEqual(["Lina"]);
    expect(await shown("qui=whoever&urgence=unknown")).toEqual(["Amina", "Lina", "Karim"]);
  });

  test("finds nobody: it says what to do", async () => {
    const { requests, lea } = await queue();
    const page = wordsOf(await requests.page("?q=zoe", lea.cookie));
    expect(page).toContain("Aucune conversation ne correspond.");
  });

  test("puts one aside until its day, shows it apart, and has it back when the person writes", async () => {
    const { act, shown, requests, lea, lina, desk } = await queue();
    await act(lina, "de-cote", { jour: "2026-11-27" });
    expect(await shown()).toEqual(["Amina", "Karim", "Lina"]);
    const page = wordsOf(await requests.page("", lea.cookie));
    expect(page).toContain("Mis de côté 1");
    expect(page).toContain("de côté jusqu'au vendredi 27 novembre");
    desk.clock.to(instant("2026-11-27T07:00:00+01:00"));
    expect(await shown()).toEqual(["Amina", "Lina", "Karim"]);
  });

  test("does not put a danger aside, nor anything until yesterday", async () => {
    const { act, amina, lina, shown } = await queue();
    const refused = await act(amina, "de-cote", { jour: "2026-11-27" });
    expect(refused.headers.get("location")).toContain("avis=not_snoozed");
    for (const jour of ["2026-11-24", "2020-01-01", "n'importe quoi"]) {
      const answer = await act(lina, "de-cote", { jour });
      expect(answer.headers.get("location")).toContain("avis=not_snoozed");
    }
    expect(await shown()).toEqual(["Amina", "Lina", "Karim"]);
  });

  test("gives one to a colleague, who finds it among theirs", async () => {
    const { act, lina, nadia, lea, shown, requests } = await queue();
    await act(lina, "confier", { a: nadia.id });
    expect(await shown("qui=mine", nadia.cookie)).toEqual(["Lina"]);
    expect(wordsOf(await requests.page("", lea.cookie))).toContain("pour Nadia Benali");
    expect(wordsOf(await requests.page("", nadia.cookie))).toContain("pour vous");
    const answer = await act(lina, "confier", { a: "nobody" });
    expect(answer.headers.get("location")).toContain("avis=not_assigned");
  });

  test("keeps labels, each once, and filters by them; too many are refused", async () => {
    const { act, lina, shown, requests, lea } = await queue();
    await act(lina, "etiquettes", { etiquettes: "caution, suivi ASE ,  Caution," });
    expect(await shown("etiquette=suivi+ASE")).toEqual(["Lina"]);
    const page = await requests.page(`/conversations/${lina}`, lea.cookie);
    expect(page).toContain('value="Caution, suivi ASE"');
    const answer = await act(lina, "etiquettes", { etiquettes: "a,b,c,d,e,f" });
    expect(answer.headers.get("location")).toContain("avis=not_labelled");
    await act(lina, "etiquettes", { etiquettes: "" });
    expect(await shown("etiquette=Caution")).toEqual([]);
  });

  test("labels are stored closed", async () => {
    const { act, lina, desk } = await queue();
    await act(lina, "etiquettes", { etiquettes: "suivi ASE" });
    const row = await desk.database.get("SELECT labelsSealed FROM Conversation WHERE id = ?", [
      lina,
    ]);
    expect(String(row?.["labelsSealed"])).not.toContain("ASE");
  });

  test("sorting is in the audit trail, and another structure's worker cannot sort", async () => {
    const { act, lina, desk, lea } = await queue();
    await act(lina, "etiquettes", { etiquettes: "caution" });
    const trail = await desk.database.all(
      "SELECT workerId, what FROM Audit WHERE what LIKE '%labelled'",
    );
    expect(trail).toEqual([{ workerId: lea.id, what: "conversation.labelled" }]);
    const stranger = await worker(desk, "Zoé Petit", elsewhere);
    for (const what of ["de-cote", "confier", "etiquettes"])
      expect((await act(lina, what, {}, stranger.cookie)).status).toBe(404);
  });
});

describe("in appointments", () => {
  test("one press says until when, another that the team is back", async () => {
    const { requests, lea } = await queue();
    await requests.post("/occupe", lea.cookie, { minutes: "60" });
    expect(wordsOf(await requests.page("", lea.cookie))).toContain(
      "L'équipe est en rendez-vous jusqu'à 15 h 30 : les jeunes le savent.",
    );
    await requests.post("/occupe", lea.cookie, { minutes: "0" });
    expect(wordsOf(await requests.page("", lea.cookie))).toContain("Pas de réponse avant");
    expect((await requests.post("/occupe", lea.cookie, { minutes: "9999" })).status).toBe(400);
  });
});

describe("being called", () => {
  test("each worker chooses for themselves, and nothing else is taken", async () => {
    const { requests, lea, nadia, desk } = await queue();
    await requests.post("/aide/appels", lea.cookie, { quand: "backup" });
    expect(await desk.door.calls.calledWhen(lea.id)).toBe("backup");
    expect(await desk.door.calls.calledWhen(nadia.id)).toBeNull();
    expect((await requests.post("/aide/appels", lea.cookie, { quand: "toString" })).status).toBe(
      400,
    );
    expect(await requests.page("/aide", lea.cookie)).toMatch(/value="backup" checked/);
  });
});
