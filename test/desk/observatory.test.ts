import { expect, test } from "vitest";
import { after, minute } from "../../src/base/time.ts";
import { unknownSituation } from "../../src/observatory/situation.ts";
import { situations2022, structure, tallies2022 } from "../observatory/year-2022.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { elsewhere, tuesday, worker, world } from "./desk-world.ts";

const year = "du=2022-01-01&au=2022-12-31";

async function desk() {
  const made = world();
  const { cookie } = await worker(made, "Léa");
  const requests = requestsTo(made);
  const { observatory } = made.door;
  await observatory.putIn([...situations2022, ...tallies2022], tuesday);
  const read = async (path: string) => wordsOf(await requests.page(path, cookie));
  const send = (path: string, form: Record<string, string> = {}) =>
    requests.post(path, cookie, form);
  return { made, cookie, read, send, observatory, ...requests };
}

test("the bilan of 2022 is read on the desk: 580 who asked, 699 €, 38.8 %, 77 outcomes", async () => {
  const { read } = await desk();
  const page = await read(`/observatoire?${year}`);
  expect(page).toContain("Du 01/01/2022 au 31/12/2022");
  expect(page).toMatch(/2022 580 268 185 260 51 10 9 86 97/);
  expect(page).toMatch(/Moyenne de tous 699 € .*847 € /);
  expect(page).toMatch(/Pas ou peu de ressources \(moins de 580 €\) 38,8 % Un an avant : 30 %/);
  expect(page).toMatch(/Issues connues 77/);
  expect(page).toMatch(/CCAS \/ PAD de Libercourt 31 11,9 %/);
  expect(page).toContain("Issue : 141 sur 218");
});

test("a number leads to its records, which have a code and no name", async () => {
  const { made, cookie, page, read } = await desk();
  const html = await page(`/observatoire?${year}`, cookie);
  const link = /href="([^"]*tableau=A10&amp;code=mission_locale)"/.exec(html)?.[1] ?? "";
  const records = await read(link.replace("/desk", "").replaceAll("&amp;", "&"));
  expect(records).toContain("Situations : Structure à l'origine, Mission Locale");
  expect(records.match(/Situation -\d+|Situation \S{4}/g)?.length).toBe(85);
  expect(await made.database.all("SELECT 1 FROM Person")).toEqual([]);
});

test("every number that leads somewhere leads to its records: rows, zooms and figures", async () => {
  const { cookie, page, get, read } = await desk();
  const html = await page(`/observatoire?${year}`, cookie);
  const links = [...html.matchAll(/href="\/desk(\/observatoire\/situations[^"]*)"/g)].map(
    ([, path = ""]) => path.replaceAll("&amp;", "&"),
  );
  expect(links.length).toBeGreaterThan(150);
  const some = links.filter((_, place) => place % 9 === 0);
  for (const link of some) expect((await get(link, cookie)).status, link).toBe(200);
  const zoomed = links.find((link) => link.includes("tableau=A26.A10&code=mission_locale")) ?? "";
  expect(await read(zoomed)).toContain("Situations : Structure à l'origine, Mission Locale");
  const figure = links.find((link) => link.endsWith("chiffre=underLowIncome")) ?? "";
  expect(await read(figure)).toContain("Situations : Pas ou peu de ressources (moins de 580 €)");
});

test("what is missing is asked of each situation by one tap, and a number typed; an answer given meanwhile stays", async () => {
  const { made, cookie, page, read, send, observatory } = await desk();
  const html = await page(`/observatoire?${year}`, cookie);
  const link = /href="\/desk([^"]*champ=outcome)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect(link).toContain("/observatoire/manques?");
  const asking = await page(link, cookie);
  expect(wordsOf(asking)).toContain("Ce qui manque : Issue");
  const id = /name="situation" value="([^"]+)"/.exec(asking)?.[1] ?? "";
  const answer = (champ: string, valeur: string, situation = id) =>
    send(`/observatoire/manques?${year}`, { champ, situation, valeur });
  const after = await answer("outcome", "parc_prive");
  expect(after.headers.get("location")).toBe(
    `/desk/observatoire/manques?${year}&champ=outcome&avis=kept`,
  );
  const kept = async () => await observatory.one(structure, id);
  expect((await kept())?.situation.outcome).toBe("parc_prive");
  expect((await kept())?.told.fields.outcome?.by).toBe("team");
  expect((await answer("outcome", "famille")).headers.get("location")).toContain("avis=stale");
  expect((await kept())?.situation.outcome).toBe("parc_prive");
  const [poor] = situations2022.filter(
    (one) => one.resourcesAmount === null && one.resourcesNature !== "aucune",
  );
  const amount = (typed: string) => answer("resourcesAmount", typed, poor?.id);
  expect((await amount("beaucoup")).headers.get("location")).toContain("avis=refusedHere");
  expect((await amount("1 200,50")).headers.get("location")).toContain("avis=kept");
  const [row] = await made.database.all("SELECT row FROM Situation WHERE id = ?", [poor?.id ?? ""]);
  expect(JSON.parse(String(row?.["row"])).resourcesAmount).toBe(1200.5);
  expect(await read(`/observatoire/manques?${year}&champ=interviews`)).toContain("Entretiens");
  const nowhere = await send(`/observatoire/manques?${year}`, {
    champ: "interviews",
    situation: id,
  });
  expect(nowhere.status).toBe(404);
});

test("narrowed to one filter, the bilan is about those alone", async () => {
  const { read } = await desk();
  const page = await read(`/observatoire?${year}&seulement=qpv%3Doui`);
  expect(page).toContain("Seulement : Quartier prioritaire : En quartier prioritaire");
  expect(page).toMatch(/Situations 35 Personnes/);
});

test("to be published, numbers from 1 to 4 are hidden, and nothing leads to records", async () => {
  const { cookie, page } = await desk();
  const html = await page(`/observatoire?${year}&publier=1`, cookie);
  expect(wordsOf(html)).toMatch(/Mission locale de Leforest · —/);
  expect(html).not.toContain("/desk/observatoire/situations");
});

test.each([
  ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", /^PK/],
  ["html", "text/html; charset=UTF-8", /^<!doctype html>/],
  ["json", "application/json", /^\{"structure":"rencontres-et-loisirs"/],
])("the bilan is saved as %s", async (format, type, begins) => {
  const { cookie, get } = await desk();
  const answer = await get(`/observatoire/bilan.${format}?${year}`, cookie);
  expect(answer.headers.get("content-type")).toBe(type);
  expect(answer.headers.get("content-disposition")).toContain(
    `bilan-2022-01-01-2022-12-31.${format}`,
  );
  expect(await answer.text()).toMatch(begins);
});

test("a table is saved alone, and one that is none is not there", async () => {
  const { cookie, get, page } = await desk();
  expect(await page(`/observatoire?${year}`, cookie)).toContain(
    `href="/desk/observatoire/tableau.csv?${year.replace("&", "&amp;")}&amp;tableau=A21"`,
  );
  const table = await get(`/observatoire/tableau.csv?tableau=A21&${year}`, cookie);
  expect(await table.text()).toContain("parc_public;Relogement, bailleur public;25;");
  expect((await get(`/observatoire/tableau.csv?tableau=../x&${year}`, cookie)).status).toBe(404);
});

test("somebody who calls is a situation in one form, without a name", async () => {
  const { send, read, observatory } = await desk();
  const made = await send("/situations", {
    ...{ requestedOn: "2026-11-24", persons: "1", ageAtRequest: "19", origin: "bouche_a_oreille" },
    ...{ housing: "heberge_tiers", resourcesAmount: "1 200,50", commune: "62427" },
    ...{ entretienJour: "2026-11-24", entretienMode: "telephone", dossierType: "fsl_lni" },
    ...{ dossierRole: "instructeur", dossierEtat: "ouvert" },
  });
  const address = made.headers.get("location") ?? "";
  expect(await read(address.replace("/desk", ""))).toContain("C'est enregistré.");
  const id = decodeURIComponent(/situations\/([^?]+)/.exec(address)?.[1] ?? "");
  const kept = await observatory.one(structure, id);
  expect(kept).toMatchObject({
    ...{ kind: "situation", person: null },
    situation: {
      ...{ ageAtRequest: 19, resourcesAmount: 1_200.5, commune: "62427", year: 2026 },
      interviews: [{ on: "2026-11-24", mode: "telephone", site: null }],
      files: [{ type: "fsl_lni", role: "instructeur", state: "ouvert" }],
    },
    told: { fields: { origin: { by: "team", on: "2026-11-24" } } },
  });
  expect(await read("/situations")).toContain("demande du 24/11/2026");
});

test.each([
  ["an amount in words", { resourcesAmount: "beaucoup" }, "Montant des ressources"],
  ["a code that is none", { housing: "chateau" }, "Logement à la demande"],
  ["a day that is none", { requestedOn: "2026-02-30" }, "Date de la première demande"],
  ["an age that nobody has", { ageAtRequest: "400" }, "Âge"],
])("%s is refused by its name, and nothing is written", async (_, wrong, field) => {
  const { made, send } = await desk();
  const answer = await send("/situations", { requestedOn: "2026-11-24", ...wrong });
  expect(answer.status).toBe(422);
  expect(wordsOf(await answer.text())).toContain(`Une réponse n'est pas lisible : ${field}`);
  const [count] = await made.database.all("SELECT COUNT(*) AS n FROM Situation WHERE year = 2026");
  expect(count).toEqual({ n: 0 });
});

test("health, violence and care are kept as not wished to be told, unless the person agreed", async () => {
  const { send, observatory } = await desk();
  const kept = async () => (await observatory.one(structure, "situation-001"))?.situation;
  const write = async (form: Record<string, string>) => {
    const seen = (await observatory.one(structure, "situation-001"))?.updatedAt;
    const day = { requestedOn: "2022-01-01", vu: String(seen) };
    await send("/situations/situation-001", { ...day, ...form });
    return kept();
  };
  const told = { ase: "oui_passe", mainProblem: "violences", problems: "sante" };
  const hidden = "ne_souhaite_pas_repondre";
  expect(await write(told)).toMatchObject({
    ...{ ase: hidden, mainProblem: hidden, problems: [hidden], sensitiveConsent: null },
  });
  expect(await write({ ...told, sensitiveConsent: "non" })).toMatchObject({ ase: hidden });
  expect(await write({ ...told, sensitiveConsent: "oui" })).toMatchObject({
    ...{ ase: "oui_passe", mainProblem: "violences", problems: ["sante"] },
  });
  // no, or another home, is nobody's secret
  expect(await write({ ase: "non", mainProblem: "autonomie" })).toMatchObject({
    ...{ ase: "non", mainProblem: "autonomie" },
  });
});

test("of two who write into one situation, the second is asked to read again", async () => {
  const { send, read, observatory } = await desk();
  const kept = await observatory.one(structure, "situation-001");
  expect(await read("/situations/situation-001")).toContain("Sur un site partenaire, CCAS");
  const seen = String(kept?.updatedAt);
  const first = await send("/situations/situation-001", {
    vu: seen,
    requestedOn: "2022-01-01",
    ...{ ase: "oui", sensitiveConsent: "oui" },
  });
  expect(first.headers.get("location")).toContain("avis=kept");
  const late = await send("/situations/situation-001", {
    vu: String(Number(seen) - 1),
    ase: "non",
  });
  expect(late.headers.get("location")).toContain("avis=stale");
  expect((await observatory.one(structure, "situation-001"))?.situation.ase).toBe("oui");
});

test("from a conversation one comes to its situation, and back", async () => {
  const { made, cookie, get, read } = await desk();
  const conversation = await made.write({ who: "zoe", firstName: "Zoé" });
  const opened = await get(`/conversations/${conversation}/situation`, cookie);
  const address = opened.headers.get("location") ?? "";
  const page = await (await get(address.replace("/desk", ""), cookie)).text();
  expect(page).toContain(`href="/desk/conversations/${conversation}"`);
  expect(wordsOf(page)).not.toContain("Zoé");
  const again = await get(`/conversations/${conversation}/situation`, cookie);
  expect(again.headers.get("location")).toBe(address);
  expect(await read(`/conversations/${conversation}`)).toContain("Situation pour le bilan");
});

test("another association's situation is not there, to be read or written", async () => {
  const { made, cookie, get, send, observatory } = await desk();
  await observatory.putIn(
    [unknownSituation({ id: "theirs", structure: elsewhere, year: 2026, housing: "sans_abri" })],
    after(made.clock.now(), minute),
  );
  expect((await get("/situations/theirs", cookie)).status).toBe(404);
  expect((await send("/situations/theirs", { vu: "1", housing: "autre" })).status).toBe(404);
  expect((await observatory.one(elsewhere, "theirs"))?.situation.housing).toBe("sans_abri");
});

test("a period of more than two years is left to the command", async () => {
  const { read } = await desk();
  expect(await read("/observatoire?du=2019-01-01&au=2022-12-31")).toContain("plus de deux ans");
});

test("a poster's code says where a person comes from, on each network the team has", async () => {
  const { made, cookie, page } = await desk();
  const drawn: string[] = [];
  Object.assign(made.door, {
    qr: async (text: string) => {
      drawn.push(text);
      return "<svg></svg>";
    },
  });
  const html = await page(
    "/affiches?lieu=ml-carvin&langue=fr&langue=ar&telegram=@MonRobot_bot&whatsapp=33 6 12 34 56 78",
    cookie,
  );
  expect(drawn).toEqual([
    "http://desk.test/?s=ml-carvin",
    "https://t.me/MonRobot_bot?start=ml-carvin",
    "https://wa.me/33612345678?text=Bonjour%20Trousseau%20(ml-carvin)",
  ]);
  expect(html).toContain('<div lang="ar" dir="rtl">');
  expect(wordsOf(html)).toContain("Tu cherches un logement ?");
  expect(html.match(/<svg>/g)?.length).toBe(3);
});

test.each([
  ["Forum des métiers !", "forum-des-metiers"],
  ["<script>", "script"],
  ["  ", null],
])("a word typed for a poster's place, %j, travels as %j", async (typed, source) => {
  const { cookie, page } = await desk();
  const html = await page(`/affiches?ailleurs=${encodeURIComponent(typed)}`, cookie);
  if (source === null) expect(html).not.toContain('class="poster"');
  else expect(wordsOf(html)).toContain(`http://desk.test/?s=${source}`);
});

test("the board of these days: who wrote, for what, which aids were checked, where it stopped, what was kept", async () => {
  const { made, read } = await desk();
  const { database } = made;
  const at = after(tuesday, -26 * 60 * minute);
  const event = (kind: string, flow: string | null, value: string | null, turn: string) => ({
    sql: `INSERT INTO Event (turnId, position, structure, conversationId, kind, flow, value, at)
          VALUES (?, 0, ?, ?, ?, ?, ?, ?)`,
    values: [turn, structure, `c-${turn[0]}`, kind, flow, value, at],
  });
  await database.batch([
    event("entered", "visale", null, "a1"),
    event("entered", "visale", null, "b1"),
    event("entered", "accueil", null, "a4"),
    event("decided", "visale", "visale:eligible", "a2"),
    event("decided", "visale", "ageGroup:adult", "a3"),
    event("misunderstood", null, null, "b2"),
    event("source", null, "ml-carvin", "b3"),
    event("entered", "dalo", null, "z1"),
    { sql: "UPDATE Event SET structure = ? WHERE turnId = 'z1'", values: [elsewhere] },
    {
      sql: `INSERT INTO Appointment (id, structure, personId, conversationId, site, worker, motif, mode, startsAt, endsAt, status,
              version, bookedVia, bookedAt, turnId)
            VALUES ('p', ?, 'x', 'c-a', 'ml-carvin', 'w', 'm', 'place', ?, ?, 'absent', 1, 'chat', 1, 't')`,
      values: [structure, at, at + 1],
    },
    {
      sql: `INSERT INTO Reminder (appointmentId, version, step, dueAt, uselessAfter, state, settledAt)
            VALUES ('p', 1, 'dayBefore', 1, 2, 'sent', ?)`,
      values: [at],
    },
  ]);
  const page = await read("/tableau");
  expect(page).toMatch(/Personnes qui ont écrit 2/);
  expect(page).toMatch(/Messages pas compris 1/);
  expect(page).toMatch(/Rappel reçu 0 1 0 0 0/);
  expect(page).toMatch(/Sujets Quoi Personnes Visale[^0-9]* 2/);
  expect(page).toMatch(/Visale[^:]* : [^0-9]+ 1/);
  expect(page).not.toContain("ageGroup");
  expect(page).not.toMatch(/Dalo/i);
  expect(page).toMatch(/ml-carvin 1/);
  expect(await read("/tableau?jours=9999")).toMatch(/Personnes qui ont écrit 2/);
});

test("a signed bilan stays as it was signed, whatever is written afterwards, and another association does not see it", async () => {
  const { made, cookie, send, read, get, observatory } = await desk();
  const answer = await send(`/observatoire/signer?${year}`, {
    analyse: "Un public précaire.\nOn continue.",
  });
  const address = (answer.headers.get("location") ?? "").replace("/desk", "");
  expect(await read(`/observatoire?${year}`)).toContain("Du 01/01/2022 au 31/12/2022, signé le");
  await observatory.putIn(
    [unknownSituation({ id: "late", structure, year: 2022, requestedOn: "2022-02-01" })],
    after(tuesday, minute),
  );
  const signed = await read(address);
  expect(signed).toContain("Signé le 24/11/2026 par Léa.");
  expect(signed).toContain("Un public précaire. On continue.");
  expect(signed).toMatch(/Situations 218 Personnes 268/);
  expect(signed).not.toContain("Brouillon");
  expect(await read(`/observatoire?${year}`)).toMatch(/Situations 219 Personnes 269/);
  await made.database.run({ sql: "UPDATE SignedBilan SET structure = ?", values: [elsewhere] });
  expect((await get(address, cookie)).status).toBe(404);
});

test("what does not add up is mended before it is signed", async () => {
  const { cookie, page, observatory } = await desk();
  const wrong = { record: "event", id: "fete", structure, year: 2022, on: "2022-05-01" } as const;
  await observatory.putIn([{ ...wrong, persons: 3, withFile: null, qpv: 9 }], tuesday);
  const html = await page(`/observatoire?${year}`, cookie);
  expect(wordsOf(html)).toContain(
    "A23 : plus de jeunes des quartiers prioritaires que de jeunes venus (fete).",
  );
  expect(html).not.toContain("/desk/observatoire/signer");
});
