import { describe, expect, test } from "vitest";
import { after, hour, instant } from "../../src/base/time.ts";
import { promiseAt } from "../../src/escalation/promise.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { elsewhere, home, worker, world } from "./desk-world.ts";

async function settings() {
  const desk = world();
  const admin = await worker(desk, "Ada Lemaire", undefined, "admin");
  const lea = await worker(desk, "Léa Martin");
  const chief = await worker(desk, "Cléo Roy", undefined, "manager");
  const requests = requestsTo(desk);
  const seenOn = async (path: string) =>
    /name="vu" value="([^"]*)"/.exec(await requests.page(path, admin.cookie))?.[1] ?? "";
  const here = () => {
    const found = desk.door.structures.get(home);
    if (!found) throw new Error("no structure");
    return found;
  };
  return { desk, admin, lea, chief, requests, seenOn, here };
}

type Settings = Awaited<ReturnType<typeof settings>>;

const say = ({ desk }: Settings, key: string) => desk.door.texts.of(home).say({ key }, "fr");

describe("the settings of an association", () => {
  test("a telephone that is changed is told from now on, and to this association alone", async () => {
    const at = await settings();
    const form = { vu: await at.seenOn("/reglages"), telephone: "03 00 00 00 00" };
    const page = await at.requests.post("/reglages/contact", at.admin.cookie, form);
    expect(wordsOf(await page.text())).toContain("C'est enregistré.");
    expect(at.here().contact.phone).toBe("03 00 00 00 00");
    expect(at.desk.door.structures.get(elsewhere)?.contact.phone).not.toBe("03 00 00 00 00");
    const trail = await at.desk.database.all("SELECT workerId, what FROM Audit", []);
    expect(trail).toContainEqual({ workerId: at.admin.id, what: "supply.section.laid" });
  });

  test("hours that are changed change what is promised; an hour that ends before it begins is refused", async () => {
    const at = await settings();
    const saturday = instant("2026-11-28T10:00:00+01:00");
    expect(promiseAt(at.here(), saturday).kind).not.toBe("now");
    const form = { vu: await at.seenOn("/reglages"), "de-6-0": "09:00", "a-6-0": "12:00" };
    await at.requests.post("/reglages/horaires", at.admin.cookie, form);
    expect(at.here().officeHours).toEqual([{ weekday: 6, from: "09:00", to: "12:00" }]);
    expect(promiseAt(at.here(), saturday).kind).toBe("now");
    const wrong = { vu: "", "de-6-0": "12:00", "a-6-0": "09:00" };
    const stale = await at.requests.post("/reglages/horaires", at.admin.cookie, wrong);
    expect(stale.status).toBe(409);
    const [{ madeAt } = {}] = await at.desk.database.all("SELECT madeAt FROM Laid", []);
    const refused = await at.requests.post("/reglages/horaires", at.admin.cookie, {
      ...wrong,
      vu: String(madeAt),
    });
    expect(refused.status).toBe(422);
    expect(wordsOf(await refused.text())).toContain("Ce n'est pas enregistré");
    expect(at.here().officeHours).toEqual([{ weekday: 6, from: "09:00", to: "12:00" }]);
  });

  test("a closure is added, and taken back: the file speaks again", async () => {
    const at = await settings();
    const before = at.here().closures;
    const closure = { du: "2027-01-04", au: "2027-01-08", motif: "Formation" };
    await at.requests.post("/reglages/fermeture", at.admin.cookie, closure);
    expect(at.here().closures).toContainEqual({
      ...{ from: "2027-01-04", to: "2027-01-08", reason: "Formation" },
    });
    const gone = { laquelle: "2027-01-04 2027-01-08 Formation" };
    const page = await at.requests.post("/reglages/fermeture-retirer", at.admin.cookie, gone);
    expect(wordsOf(await page.text())).toContain("C'est de nouveau comme dans le fichier");
    expect(at.here().closures).toEqual(before);
    expect(await at.desk.database.all("SELECT id FROM Laid", [])).toEqual([]);
  });
});

describe("the sentences of an association", () => {
  const address = "/reglages/phrase?cle=menu%3AwhatDoYouWant&langue=fr";

  test("one is found by its words, seen before it is kept, said at once, and said as everybody says it again", async () => {
    const at = await settings();
    const common = say(at, "menu:whatDoYouWant");
    const found = await at.requests.page(`/reglages/phrases?mots=${common}`, at.admin.cookie);
    expect(found).toContain("cle=menu%3AwhatDoYouWant");
    const form = { vu: "", phrase: "Que puis-je pour toi ?" };
    const seen = await at.requests.post(address, at.admin.cookie, { ...form, faire: "voir" });
    expect(wordsOf(await seen.text())).toContain("Ce que le jeune lira Que puis-je pour toi ?");
    expect(say(at, "menu:whatDoYouWant")).toBe(common);
    await at.requests.post(address, at.admin.cookie, { ...form, faire: "garder" });
    expect(say(at, "menu:whatDoYouWant")).toBe("Que puis-je pour toi ?");
    expect(at.desk.door.texts.of(elsewhere).say({ key: "menu:whatDoYouWant" }, "fr")).toBe(common);
    const vu = await at.seenOn(address);
    await at.requests.post(address, at.admin.cookie, { ...form, vu, faire: "revenir" });
    expect(say(at, "menu:whatDoYouWant")).toBe(common);
  });

  test.each([
    ["menu:whatDoYouWant", "nothing is known of {{secret}} here", "Bonjour {{secret}}"],
    ["danger:which", "is not among its emergency numbers", "Appelle le 08 99 99 99 99."],
    ["menu:whatDoYouWant", "320 at most", "mot ".repeat(100)],
  ])("%s is refused where what is typed %s, and is not lost", async (key, why, phrase) => {
    const at = await settings();
    const path = `/reglages/phrase?cle=${encodeURIComponent(key)}&langue=fr`;
    const before = say(at, key);
    const answer = await at.requests.post(path, at.admin.cookie, {
      ...{ vu: "", phrase, faire: "garder" },
    });
    expect(answer.status).toBe(422);
    const page = wordsOf(await answer.text());
    expect(page).toContain(why);
    expect(page).toContain(phrase.trim());
    expect(say(at, key)).toBe(before);
  });

  test("a text of the team is no sentence of the assistant", async () => {
    const { requests, admin } = await settings();
    const path = "/reglages/phrase?cle=desk%3Akeep&langue=fr";
    expect((await requests.get(path, admin.cookie)).status).toBe(404);
  });
});

describe("ready answers of a team", () => {
  test("one that is written is offered first, filled in, and gone when it is taken away", async () => {
    const at = await settings();
    const form = {
      ...{ vu: "", laquelle: "", titre: "Parking", faire: "garder" },
      "texte-fr": "{{hello}} Le parking est derrière {{site}}.",
    };
    await at.requests.post("/reglages/reponses", at.admin.cookie, form);
    const [own] = at.here().cannedAnswers ?? [];
    expect(own).toMatchObject({ title: "Parking" });
    const conversation = await at.desk.write({ who: "amina", firstName: "Amina" });
    await at.requests.post(`/conversations/${conversation}/prendre`, at.lea.cookie, {});
    const page = await at.requests.page(`/conversations/${conversation}`, at.lea.cookie);
    expect(page).toMatch(new RegExp(`<option value="own_${own?.id}">Parking</option>`));
    const put = { modele: `own_${own?.id}`, texte: "" };
    const asked = await at.requests.post(
      `/conversations/${conversation}/modele`,
      at.lea.cookie,
      put,
    );
    expect(await asked.text()).toMatch(/Bonjour Amina\. Le parking est derrière \S+/);
    const vu = await at.seenOn("/reglages/reponses");
    const gone = { ...form, vu, laquelle: own?.id ?? "", faire: "retirer" };
    await at.requests.post("/reglages/reponses", at.admin.cookie, gone);
    expect(at.here().cannedAnswers).toBeUndefined();
  });

  test("what it cannot show is refused", async () => {
    const at = await settings();
    const answer = await at.requests.post("/reglages/reponses", at.admin.cookie, {
      ...{ vu: "", laquelle: "", titre: "Rien", faire: "garder", "texte-fr": "Ton {{loyer}}" },
    });
    expect(answer.status).toBe(422);
    expect(wordsOf(await answer.text())).toContain("nothing is known of {{loyer}} here");
  });
});

describe("the file, part by part", () => {
  const path = "/reglages/fichier?partie=motifs";

  test("a motif is added as the file writes it, and the file comes back", async () => {
    const at = await settings();
    const motifs = [
      ...at.here().motifs,
      { ...at.here().motifs[0], id: "dossier", name: { fr: "Aide pour un dossier" } },
    ];
    const form = { vu: "", json: JSON.stringify(motifs) };
    expect((await at.requests.post(path, at.admin.cookie, form)).status).toBe(200);
    expect(at.here().motifs.map(({ id }) => id)).toEqual(["premier-rendez-vous", "dossier"]);
    const vu = await at.seenOn(path);
    await at.requests.post(path, at.admin.cookie, { vu, json: "", fichier: "1" });
    expect(at.here().motifs.map(({ id }) => id)).toEqual(["premier-rendez-vous"]);
  });

  test.each([
    ["not JSON", "{", "is not JSON"],
    ["a field that nobody knows", '[{"id":"x","couleur":"bleu"}]', "motifs.0"],
    [
      "a motif that ranges name, taken away",
      '[{"id":"autre","durationMinutes":30,"mode":"place","minimumNoticeHours":1,"horizonDays":9,"documents":[]}]',
      "unknown motif",
    ],
  ])("%s is refused, and nothing changes", async (_, json, why) => {
    const at = await settings();
    const answer = await at.requests.post(path, at.admin.cookie, { vu: "", json });
    expect(answer.status).toBe(422);
    expect(wordsOf(await answer.text())).toContain(why);
    expect(at.here().motifs.map(({ id }) => id)).toEqual(["premier-rendez-vous"]);
  });

  test("who it is, where it works and how long it keeps are not written here", async () => {
    const { requests, admin } = await settings();
    const page = await requests.page("/reglages/fichier?partie=retention", admin.cookie);
    expect(page).not.toContain("conversationsMonthsAfterLastContact");
  });
});

test("a kind of link is cut all at once: here alone, and nobody else's; the own browser stays", async () => {
  const { desk, admin, lea, requests, here } = await settings();
  const colleague = await worker(desk, "Zoé", elsewhere, "admin");
  const now = desk.clock.now();
  const link = { by: admin.id, now, until: after(now, 1000 * hour), kind: "ccas" as const };
  for (const structure of [home, elsewhere])
    await desk.door.prescriptions.makeLink({
      ...{ ...link, structure, id: `of-${structure}`, token: structure, name: "CCAS" },
    });
  const page = wordsOf(await requests.page("/reglages/cles", admin.cookie));
  expect(page).toContain("Liens des partenaires : 1");
  expect(page).toContain("Navigateurs connectés, sauf les vôtres : 2");
  await requests.post("/reglages/cles/partners", admin.cookie, {});
  const open = await desk.database.all("SELECT structure FROM Prescriber WHERE expiresAt > ?", [
    now,
  ]);
  expect(open).toEqual([{ structure: elsewhere }]);
  await requests.post("/reglages/cles/sessions", admin.cookie, {});
  expect((await requests.get("", lea.cookie)).status).toBe(303);
  expect((await requests.get("", admin.cookie)).status).toBe(200);
  expect((await requests.get("", colleague.cookie)).status).toBe(200);
  expect(here().slug).toBe(home);
  const refused = await requests.post("/reglages/cles/calendars", colleague.cookie, {});
  expect(refused.status).toBe(303);
  const trail = await desk.database.all("SELECT what FROM Audit WHERE what LIKE 'links.%'", []);
  expect(trail.map(({ what }) => what)).toEqual([
    ...["links.partners.cut", "links.sessions.cut", "links.calendars.cut"],
  ]);
});

test("only an administrator reads or writes the settings", async () => {
  const { requests, lea, chief, here } = await settings();
  const before = JSON.stringify(here());
  for (const { cookie } of [lea, chief]) {
    for (const path of ["", "/phrases", "/reponses", "/fichier", "/cles"]) {
      expect((await requests.get(`/reglages${path}`, cookie)).status).toBe(404);
    }
    for (const path of [
      "contact",
      "horaires",
      "fermeture",
      "reponses",
      "fichier",
      "cles/sessions",
    ]) {
      expect((await requests.post(`/reglages/${path}`, cookie, { vu: "" })).status).toBe(404);
    }
  }
  expect(JSON.stringify(here())).toBe(before);
});
