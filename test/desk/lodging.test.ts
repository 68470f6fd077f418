import { expect, test } from "vitest";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { elsewhere, tuesday, worker, world } from "./desk-world.ts";

async function lodging() {
  const desk = world();
  const lea = await worker(desk, "Léa Martin");
  const zoe = await worker(desk, "Zoé Petit", elsewhere);
  const requests = requestsTo(desk);
  const post = async (path: string, form: Record<string, string>, cookie = lea.cookie) =>
    (await requests.post(path, cookie, form)).headers.get("location");
  const words = async (path = "/hebergement", cookie = lea.cookie) =>
    wordsOf(await requests.page(path, cookie));
  const homes = () =>
    desk.database.all("SELECT id FROM Laid WHERE kind = 'lodging' ORDER BY id", []);
  const add = async (nom: string, places = "1") => {
    const home = { nom, type: "alt", ville: "Carvin", places, du: "2026-01-01", au: "" };
    await post("/hebergement/logement", home);
    const like = `%"${nom}"%`;
    const [row] = await desk.database.all("SELECT id FROM Laid WHERE document LIKE ?", [like]);
    return String(row?.["id"]);
  };
  return { desk, lea, zoe, requests, post, words, add, homes };
}

const request = (given: Record<string, string> = {}) => ({
  ...{ id: "s1", version: "0", conversation: "", qui: "Lina", type: "alt", etat: "asked" },
  ...{ places: "1", logement: "", demande: "2026-11-02", commission: "", entree: "", terme: "" },
  ...{ sortie: "", solution: "", note: "" },
  ...given,
});

test("a home is added, a request kept, somebody moves in: the free places of each night follow", async () => {
  const { post, words, add, requests, lea } = await lodging();
  const home = await add("Studio rue Verte", "2");
  const rows = async () => {
    const html = await requests.page("/hebergement", lea.cookie);
    const row = /Studio rue Verte<\/th>(.*?)<\/tr>/s.exec(html)?.[1] ?? "";
    return [...row.matchAll(/<td>([^<]*)<\/td>/g)].map(([, cell]) => cell);
  };
  expect(await rows()).toEqual(Array(14).fill("2"));
  expect(await post("/hebergement", request())).toBe("/desk/hebergement?avis=kept");
  expect(await words()).toContain("Demandes : 1");
  const entered = { version: "1", etat: "in", logement: home, entree: "2026-11-26" };
  await post("/hebergement", request(entered));
  // the desk's clock is on the twenty-fourth
  expect(await rows()).toEqual(["2", "2", ...Array(12).fill("1")]);
  expect(await words()).toContain("Dans un logement : 1");
});

test.each<[string, Record<string, string>, string]>([
  ["a date that is none", { demande: "2026-13-40" }, "badDate"],
  ["somebody in no home", { etat: "in", entree: "2026-11-01" }, "noHome"],
  ["somebody who came on no day", { etat: "in", logement: "HOME" }, "noEntry"],
  [
    "somebody who left on no day",
    { etat: "left", logement: "HOME", entree: "2026-11-01" },
    "noExit",
  ],
  ["an exit before the entry", { entree: "2026-11-10", sortie: "2026-11-09" }, "badOrder"],
  ["a home that nobody has", { logement: "elsewhere" }, "noHome"],
])("%s is not kept, and it is said why", async (_, given, why) => {
  const { post, add, desk } = await lodging();
  const home = await add("Studio");
  const form = request(given["logement"] === "HOME" ? { ...given, logement: home } : given);
  expect(await post("/hebergement", form)).toBe(`/desk/hebergement?avis=${why}`);
  expect(await desk.database.all("SELECT id FROM Stay", [])).toEqual([]);
});

test("two workers write one request: the second is told, and nothing of the first is undone", async () => {
  const { post, desk } = await lodging();
  await post("/hebergement", request());
  await post("/hebergement", request({ version: "1", etat: "accepted" }));
  expect(await post("/hebergement", request({ version: "1", etat: "refused" }))).toBe(
    "/desk/hebergement?avis=stale",
  );
  expect(await desk.database.all("SELECT state FROM Stay", [])).toEqual([{ state: "accepted" }]);
});

test("the sheet of a commission: its requests alone, the free places, what was told, and no sensitive answer", async () => {
  const { post, words, add, desk } = await lodging();
  await add("Studio rue Verte");
  const conversation = await desk.write({
    ...{ who: "amina", firstName: "Amina" },
    memory: {
      known: { age: { value: 19, at: tuesday }, careLeaver: { value: true, at: tuesday } },
    },
  });
  const before = { etat: "commission", commission: "2026-12-03" };
  await post("/hebergement", request({ ...before, conversation, qui: "" }));
  await post(
    "/hebergement",
    request({ ...before, id: "s2", commission: "2026-12-10", qui: "Tom" }),
  );
  const sheet = await words("/hebergement/commission?jour=2026-12-03");
  expect(sheet).toContain("Commission : jeudi 3 décembre");
  expect(sheet).toContain("Studio rue Verte (1)");
  expect(sheet).toContain(`Conversation ${conversation.slice(-4)}`);
  expect(sheet).toContain("19 ans");
  expect(sheet).not.toContain("Amina");
  expect(sheet).not.toContain("Tom");
  expect(sheet).not.toMatch(/ASE|enfance/);
  expect(await words()).toContain("Commission : jeudi 3 décembre");
});

test("a home where somebody lives is not removed; an empty one is", async () => {
  const { post, add, homes, words } = await lodging();
  const home = await add("Studio");
  await post("/hebergement", request({ etat: "in", logement: home, entree: "2026-11-01" }));
  expect(await post("/hebergement/logement/retirer", { quoi: home })).toContain("homeUsed");
  const left = { version: "1", etat: "left", logement: home, entree: "2026-11-01" };
  await post("/hebergement", request({ ...left, sortie: "2026-11-20", solution: "parc_prive" }));
  // its nights are counted: it is given a last day
  expect(await post("/hebergement/logement/retirer", { quoi: home })).toContain("homeUsed");
  await post("/hebergement/logement/fin", { quoi: home, au: "2026-11-23" });
  expect(await words()).not.toMatch(/Studio 1 1/);
  const other = await add("Autre");
  expect(await post("/hebergement/logement/retirer", { quoi: other })).toContain("homeGone");
  expect(await homes()).toEqual([{ id: home }]);
});

test("another structure sees none of it, and writes over nothing", async () => {
  const { post, words, zoe, desk } = await lodging();
  const conversation = await desk.write({ who: "amina" });
  await post("/hebergement", request({ conversation }));
  expect(await words("/hebergement", zoe.cookie)).not.toContain("Demandes : 1");
  await post("/hebergement", request({ version: "1", etat: "refused" }), zoe.cookie);
  expect(await post("/hebergement", request({ id: "s9", conversation }), zoe.cookie)).toBeNull();
  expect(await desk.database.all("SELECT state FROM Stay", [])).toEqual([{ state: "asked" }]);
});
