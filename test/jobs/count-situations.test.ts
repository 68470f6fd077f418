import { expect, test } from "vitest";
import type { WorkerId } from "../../src/base/ids.ts";
import { after, hour, localDate } from "../../src/base/time.ts";
import { nothingSaid } from "../../src/observatory/measures.ts";
import { bookFor, type HouseUnderTest, openHouse } from "../channels/house-under-test.ts";
import { structure } from "../world.ts";

const day = 24 * hour;

async function begun(at = "2026-11-19T09:00:00+01:00"): Promise<HouseUnderTest> {
  const under = await openHouse({ at });
  await under.say("lina", { kind: "opened", source: "ml-carvin" });
  await under.press("lina", "accueil.language.french");
  return under;
}

async function situationOf(under: HouseUnderTest, person: string) {
  const { store } = under.house;
  const pending = await store.conversations.pending(await under.conversation(person));
  return store.observatory.ofPerson(structure, pending?.conversation.person ?? "");
}

async function mark(under: HouseUnderTest, status: string): Promise<void> {
  await under.house.database.run({ sql: "UPDATE Appointment SET status = ?", values: [status] });
}

test("who asks and books nothing is a contact; an appointment makes it a situation", async () => {
  const under = await begun();
  await under.jobs();
  expect(await situationOf(under, "lina")).toMatchObject({
    kind: "contact",
    situation: { requestedOn: "2026-11-19", year: 2026, persons: 1, origin: "mission_locale" },
  });
  await bookFor(under, "lina", 1);
  await under.jobs();
  expect(await situationOf(under, "lina")).toMatchObject({
    kind: "situation",
    situation: { interviews: [] },
  });
  await under.close();
});

test("an appointment that was kept is an interview; one that was missed is none", async () => {
  const under = await begun();
  await bookFor(under, "lina", 1);
  under.setClock("2026-12-10T09:00:00+01:00");
  await mark(under, "absent");
  await under.jobs();
  expect((await situationOf(under, "lina"))?.situation.interviews).toEqual([]);
  await mark(under, "seen");
  await under.jobs();
  expect((await situationOf(under, "lina"))?.situation.interviews).toMatchObject([
    { mode: "site_partenaire", site: expect.stringMatching(/^[a-z-]+$/) },
  ]);
  await under.close();
});

test("the days on which a worker wrote are interviews by messages, once a day", async () => {
  const under = await begun();
  await under.say("lina", "je veux parler à quelqu'un");
  const { handOvers } = under.house.store;
  const talk = await under.conversation("lina");
  const nadia = "nadia" as WorkerId;
  await handOvers.takeOver(talk, nadia, under.now());
  for (const key of ["k1", "k2"])
    await handOvers.answer(talk, nadia, key, { text: "Bonjour", options: [] }, under.now());
  await under.jobs();
  expect((await situationOf(under, "lina"))?.situation.interviews).toEqual([
    { on: "2026-11-19", mode: "messagerie", site: null },
  ]);
  await under.close();
});

test("files, homes for a while and accompaniments that the desk keeps are counted without being typed again", async () => {
  const under = await begun();
  await under.jobs();
  expect(await situationOf(under, "lina")).toMatchObject({ kind: "contact" });
  const conversation = await under.conversation("lina");
  const { dossiers, stays, measures, observatory } = under.house.store;
  const nadia = "nadia" as WorkerId;
  const own = { structure, conversation, by: nadia };
  // nobody writes any more: what the desk keeps is enough for the situation to be looked at again
  under.setClock("2026-12-01T09:00:00+01:00");
  const dossier = async (state: "sent" | "accepted") =>
    dossiers.keep({
      ...{ ...own, id: "d1", kind: "visale", state, nextOn: null, missing: "", note: "" },
      ...{ reminds: false, isClosed: state === "accepted", now: under.now() },
    });
  await dossier("sent");
  await under.jobs();
  expect(await situationOf(under, "lina")).toMatchObject({
    kind: "situation",
    situation: { files: [{ type: "visale", role: "accompagne", state: "depose" }] },
  });
  under.setClock("2026-12-10T09:00:00+01:00");
  await dossier("accepted");
  await stays.keep({
    ...{ ...own, id: "s1", kind: "alt", state: "in", places: 1, lodging: "h", situationId: null },
    ...{ askedOn: localDate("2026-12-02"), commissionOn: null, dueOn: null, leftOn: null },
    ...{ enteredOn: localDate("2026-12-08"), exitTo: null, exitReason: null, extendedOn: null },
    ...{ arrearsFrom: null, arrearsUntil: null, arrearsMonths: null, who: "", note: "" },
    ...{ version: 0, now: under.now() },
  });
  await measures.keep({
    ...{ ...own, id: "m1", situationId: null, kind: "ase", form: "simple", area: null },
    ...{ grant: "premiere", startedOn: localDate("2026-12-09"), dueOn: null, endedOn: null },
    ...{ exitReasons: [], facts: nothingSaid, who: "", note: "", version: 0, now: under.now() },
  });
  await under.jobs();
  const kept = await situationOf(under, "lina");
  expect(kept?.situation.files).toEqual([
    { type: "visale", role: "accompagne", state: "accorde" },
    { type: "alt", role: "accompagne", state: "accorde" },
    { type: "asl_jeunes_ase", role: "accompagne", state: "accorde" },
  ]);
  expect(kept?.situation.orientations).toEqual(["alt", "asl_jeunes_ase"]);
  expect(kept?.situation).toMatchObject({
    ...{ outcome: "relogement_transitoire", outcomeSource: "suivi", outcomeOn: "2026-12-08" },
  });
  expect(kept?.told.fields.outcome).toEqual({ by: "desk", on: "2026-12-08" });
  // what the team then takes away on the page of the situation does not come back by itself
  if (!kept) throw new Error("no situation");
  const [first] = kept.situation.files;
  await observatory.save(
    {
      ...kept,
      situation: { ...kept.situation, files: first ? [first] : [] },
      told: {
        ...kept.told,
        fields: { ...kept.told.fields, files: { by: "team", on: "2026-12-10" } },
      },
      updatedAt: after(under.now(), hour),
    },
    kept.updatedAt,
    nadia,
  );
  await under.jobs();
  expect((await situationOf(under, "lina"))?.situation.files).toEqual([first]);
  await under.close();
});

test("what the team said is not overwritten by what is said later in the chat", async () => {
  const under = await begun();
  await under.jobs();
  const { observatory } = under.house.store;
  const kept = await situationOf(under, "lina");
  if (!kept) throw new Error("no situation");
  const corrected = {
    ...kept,
    situation: { ...kept.situation, origin: "justice", housing: "structure_ase" },
    told: { ...kept.told, fields: { origin: { by: "team", on: "2026-11-19" } } },
    updatedAt: under.now(),
  } as const;
  under.pass(hour);
  await observatory.save(corrected, kept.updatedAt);
  await under.say("lina", "bonjour");
  await under.jobs();
  expect((await situationOf(under, "lina"))?.situation).toMatchObject({
    origin: "justice",
    housing: "structure_ase",
  });
  await under.close();
});

test("nothing is written again when nothing changed", async () => {
  const under = await begun();
  await under.jobs();
  const before = await situationOf(under, "lina");
  under.pass(2 * hour);
  await under.jobs();
  expect(await situationOf(under, "lina")).toEqual(before);
  await under.close();
});

test("somebody who asks to be forgotten leaves a row that is nobody's, and is counted", async () => {
  const under = await begun();
  await bookFor(under, "lina", 1);
  await under.jobs();
  await under.say("lina", "effacer mes données");
  await under.press("lina", "mes-donnees.whatNow.erase");
  await under.press("lina", "mes-donnees.sure.yesErase");
  under.pass(day);
  await under.jobs();
  const rows = under.rows("SELECT personId, kind, row, told FROM Situation");
  expect(rows).toMatchObject([{ personId: null, kind: "situation" }]);
  expect(under.rows("SELECT COUNT(*) AS n FROM Person")).toEqual([{ n: 0 }]);
  await under.close();
});

test("somebody who comes back a year and more later is another situation; the first stays as it was counted", async () => {
  const under = await begun("2026-11-19T09:00:00+01:00");
  await bookFor(under, "lina", 1);
  await under.jobs();
  under.setClock("2028-01-10T09:00:00+01:00");
  await under.say("lina", "bonjour");
  await under.jobs();
  const rows = under.rows("SELECT year, personId IS NULL AS nobodys FROM Situation ORDER BY year");
  expect(rows).toEqual([
    { year: 2026, nobodys: 1 },
    { year: 2028, nobodys: 0 },
  ]);
  await under.close();
});

test("a run that failed is made up for: the next one looks at everybody", async () => {
  const under = await begun();
  under.pass(30 * day);
  await under.jobs();
  await under.house.database.run({ sql: "DELETE FROM Situation", values: [] });
  await under.jobs();
  expect(await situationOf(under, "lina")).toBeNull();
  await under.house.database.run({
    sql: "UPDATE Job SET lastResult = 'failed' WHERE name = 'situations'",
    values: [],
  });
  await under.jobs();
  expect(await situationOf(under, "lina")).not.toBeNull();
  await under.close();
});

test("a workshop that was counted is a number of the bilan, kept when the workshop itself is forgotten", async () => {
  const under = await begun();
  const { gatherings, observatory } = under.house.store;
  const start = under.now();
  const words = { title: "Budget", place: "", audience: "", bring: "", partner: "", tools: "" };
  const made = { structure, kind: "workshop", series: "s", site: "ml-carvin", seats: 8 } as const;
  const one = { ...made, id: "w1", start, end: after(start, hour), extra: 0, words };
  await gatherings.layDown([one], "nadia", start);
  under.pass(2 * hour);
  await gatherings.count(
    { structure, id: "w1", by: "nadia", now: under.now() },
    { total: 6, withFile: 2, qpv: 3 },
    words,
  );
  await under.jobs();
  await under.house.database.run({ sql: "DELETE FROM Gathering", values: [] });
  const period = { from: localDate("2026-01-01"), to: localDate("2026-12-31") };
  expect(await observatory.tallies(structure, period)).toContainEqual({
    ...{ record: "workshop", id: "w1", structure, year: 2026, on: "2026-11-19" },
    ...{ persons: 6, withFile: 2, qpv: 3, kind: "workshop", site: "ml-carvin" },
  });
  await under.close();
});

test("the home that was found, as told weeks later in one tap, is the outcome, known by asking", async () => {
  const under = await begun();
  await bookFor(under, "lina", 1);
  under.setClock("2026-12-26T10:00:00+01:00");
  await under.jobs();
  await under.press("lina", "suivi.question.found");
  await under.press("lina", "suivi.kind.social");
  await under.jobs();
  expect((await situationOf(under, "lina"))?.situation).toMatchObject({
    ...{ outcome: "parc_public", outcomeSource: "enquete", outcomeOn: "2026-12-26" },
  });
  await under.close();
});

test("who was asked and did not answer is on the call list a week later, until they write or their outcome is known", async () => {
  const under = await begun();
  await bookFor(under, "lina", 1);
  under.setClock("2026-12-26T10:00:00+01:00");
  await under.jobs();
  const { observatory } = under.house.store;
  const listed = () =>
    observatory.silent(structure, "2026-01-01", after(under.now(), -7 * day), 15);
  expect(await listed()).toEqual([]);
  under.pass(8 * day);
  expect(await listed()).toMatchObject([
    { conversation: await under.conversation("lina"), times: 1 },
  ]);
  const kept = await situationOf(under, "lina");
  if (!kept) throw new Error("no situation");
  const known = { ...kept, situation: { ...kept.situation, outcome: "perdu_de_vue" } };
  await observatory.save({ ...known, updatedAt: under.now() }, kept.updatedAt);
  expect(await listed()).toEqual([]);
  await observatory.save({ ...kept, updatedAt: after(under.now(), 1) }, under.now());
  expect(await listed()).toHaveLength(1);
  await under.say("lina", "bonjour");
  expect(await listed()).toEqual([]);
  await under.close();
});

test("whoever comes back brings no interview of before into the new situation, at this run or the next", async () => {
  const under = await begun("2026-11-19T09:00:00+01:00");
  await bookFor(under, "lina", 1);
  under.setClock("2026-12-10T09:00:00+01:00");
  await mark(under, "seen");
  await under.jobs();
  // a year and some days after that interview: near enough to be looked at again
  under.setClock("2027-12-15T09:00:00+01:00");
  await under.say("lina", "bonjour");
  for (let run = 0; run < 2; run++) {
    await under.jobs();
    expect((await situationOf(under, "lina"))?.situation).toMatchObject({
      ...{ year: 2027, interviews: [] },
    });
  }
  const rows = under.rows("SELECT year, row FROM Situation WHERE personId IS NULL");
  expect(rows).toMatchObject([{ year: 2026, row: expect.stringContaining("site_partenaire") }]);
  await under.close();
});
