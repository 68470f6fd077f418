import { expect, onTestFinished, test } from "vitest";
import { workerResource } from "../../src/appointments/resources.ts";
import type { WorkerId } from "../../src/base/ids.ts";
import { after, hour, minute } from "../../src/base/time.ts";
import { deskRecords } from "../../src/store/desk-records.ts";
import { withMotifs } from "../appointments/with-motifs.ts";
import { openWorld, structure, type World } from "../world.ts";
import { partnerPage } from "./partner-page.ts";

const nadia = "nadia" as WorkerId;
const tuesday = "2026-11-24T11:00:00+01:00";

async function opened(): Promise<World> {
  const world = await openWorld();
  onTestFinished(() => world.close());
  await world.say("lina", { kind: "opened" });
  await world.press("lina", "Français");
  return world;
}

/** Lina agrees to the first free time at Carvin: Tuesday the 24th at 9:30. */
async function agreed() {
  const world = await opened();
  const partner = await partnerPage(world.house, "ML Carvin");
  const code = await partner.ask("ml-carvin", "Lina");
  await world.say("lina", `rdv ${code}`);
  await world.press("lina", "Oui, d'accord");
  return { world, partner, code };
}

async function mark(world: World, as: "seen" | "absent" | "excused") {
  const { database, ids, clock } = world.house;
  const row = await database.get(
    "SELECT id FROM Appointment WHERE status IN ('booked', 'seen', 'absent', 'excused')",
  );
  const id = String(row?.["id"]);
  return deskRecords({ database, ids, clock }).markAppointment(id, nadia, structure, as);
}

test("before the agreement the partner reads that it is awaited; after, that it is planned, then seen", async () => {
  const world = await opened();
  const partner = await partnerPage(world.house, "ML Carvin");
  const code = await partner.ask("ml-carvin", "Lina");
  expect(await partner.states()).toEqual([
    "Lina, demandé le lundi 23 novembre : en attente d'accord",
  ]);
  await world.say("lina", `rdv ${code}`);
  expect(await partner.states()).toEqual([
    "Lina, demandé le lundi 23 novembre : en attente d'accord",
  ]);
  await world.press("lina", "Oui, d'accord");
  expect(await partner.states()).toEqual(["Lina, demandé le lundi 23 novembre : prévu"]);
  world.setClock(tuesday);
  await mark(world, "seen");
  expect(await partner.states()).toEqual(["Lina, demandé le lundi 23 novembre : vu"]);
});

test("an absence is never told: no byte of the page differs from that of somebody nobody marked yet, nor excused", async () => {
  const pages: string[] = [];
  for (const as of [null, "absent", "excused"] as const) {
    const { world, partner } = await agreed();
    world.setClock(tuesday);
    const before = await partner.html();
    if (as !== null) expect(await mark(world, as)).toBe("marked");
    const after = await partner.html();
    expect(after).toBe(before);
    pages.push(after);
  }
  expect(new Set(pages).size).toBe(1);
  expect(pages[0]).toContain("à revoir</strong>");
  expect(pages[0]).not.toMatch(/absen|manqu|excus|venu/i);
});

test("refused, left without an answer, taken back, cancelled: one word for all, and no byte more", async () => {
  const pages: string[] = [];
  const endings: Record<string, (world: World, code: string) => Promise<unknown>> = {
    async refused(world, code) {
      await world.say("lina", `rdv ${code}`);
      await world.press("lina", "Non");
    },
    async unanswered() {},
    async takenBack(world, code) {
      await world.say("lina", `rdv ${code}`);
      await world.press("lina", "Oui, d'accord");
      await world.say("lina", "mes données");
      await world.press("lina", "Partage de rendez-vous");
      await world.press("lina", "Oui, on arrête");
    },
    async cancelled(world, code) {
      await world.say("lina", `rdv ${code}`);
      await world.press("lina", "Oui, d'accord");
      await world.say("lina", { kind: "choice", option: "mon-rendez-vous.whatNow.cancel" });
      await world.press("lina", "Oui, annuler");
    },
  };
  for (const ending of Object.values(endings)) {
    const world = await opened();
    const partner = await partnerPage(world.house, "ML Carvin");
    await ending(world, await partner.ask("ml-carvin", "Lina"));
    world.pass(74 * hour);
    await world.jobs();
    pages.push(await partner.html());
  }
  expect(new Set(pages).size).toBe(1);
  expect(pages[0]).toContain("annulé</strong>");
});

test("who moved their appointment is followed to the new one, without its day", async () => {
  const { world, partner } = await agreed();
  await world.say("lina", { kind: "choice", option: "mon-rendez-vous.whatNow.move" });
  await world.press("lina", "jeudi 26 novembre à 14 h");
  await world.press("lina", "Confirmer");
  expect(await partner.states()).toEqual(["Lina, demandé le lundi 23 novembre : prévu"]);
  world.setClock("2026-11-26T16:00:00+01:00");
  await mark(world, "seen");
  expect(await partner.states()).toEqual(["Lina, demandé le lundi 23 novembre : vu"]);
  expect(await partner.html()).not.toContain("26 novembre");
});

test("seen, then led on by a worker: the partner reads it; who was not seen is led nowhere", async () => {
  const { world, partner } = await agreed();
  const { prescriptions } = world.house.store;
  const [request] = await prescriptions.requestsOf({ structure });
  const doing = { id: request?.id ?? "", structure, by: "nadia", now: world.now() };
  expect(await prescriptions.orient(doing)).toBe("gone");
  world.setClock(tuesday);
  await mark(world, "seen");
  expect(await prescriptions.orient({ ...doing, structure: "another" })).toBe("gone");
  expect(await prescriptions.orient(doing)).toBe("oriented");
  expect(await partner.states()).toEqual(["Lina, demandé le lundi 23 novembre : orienté"]);
});

test("a link that was cut, ran out or was never ours: one and the same 404", async () => {
  const world = await opened();
  const { prescriptions } = world.house.store;
  const cut = await partnerPage(world.house, "ML Carvin");
  const old = await partnerPage(world.house, "CCAS");
  const doing = { structure, by: "nadia", now: world.now() };
  expect(await prescriptions.revokeLink({ ...doing, id: cut.id, structure: "another" })).toBe(
    "gone",
  );
  expect(await prescriptions.revokeLink({ ...doing, id: cut.id })).toBe("revoked");
  expect(await prescriptions.revokeLink({ ...doing, id: cut.id })).toBe("gone");
  const pages = [await cut.get(), await old.get("", "never-ours")];
  world.pass(4001 * hour);
  pages.push(await old.get());
  expect(pages.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect(new Set(await Promise.all(pages.map((page) => page.text()))).size).toBe(1);
  const trail = await world.house.database.all("SELECT what FROM Audit ORDER BY id");
  expect(trail.map(({ what }) => what)).toEqual([
    "partner.made",
    "partner.made",
    "partner.revoked",
  ]);
  const kept = JSON.stringify(await world.house.database.all("SELECT * FROM Prescriber"));
  expect(kept).not.toContain(cut.token);
});

test("two partners ask for one time: one has it, the other is told, and nobody's chat shows it", async () => {
  const world = await opened();
  const [one, other] = [
    await partnerPage(world.house, "ML"),
    await partnerPage(world.house, "CCAS"),
  ];
  const [slot = ""] = await one.times("ml-carvin");
  const form = { lieu: "ml-carvin", creneau: slot, nom: "L." };
  const answers = await Promise.all([one.post(form), other.post(form)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await one.times("ml-carvin")).not.toContain(slot);
  expect([...(await one.states()), ...(await other.states())]).toHaveLength(1);
  world.pass(73 * hour);
  await world.jobs();
  expect(await world.house.database.all("SELECT * FROM Cell")).toEqual([]);
  expect((await world.standing("lina"))?.conversation.heldBy).toBe("bot");
});

test.each([
  ["a number", "06 12 34 56 78"],
  ["an address", "lina@exemple.fr"],
  ["nothing", " "],
  ["a text", "Lina, qui habite à Carvin et dort dehors depuis hier"],
])("%s is no first name, and keeps nothing", async (_, nom) => {
  const world = await opened();
  const partner = await partnerPage(world.house, "ML");
  const [slot = ""] = await partner.times("ml-carvin");
  expect((await partner.post({ lieu: "ml-carvin", creneau: slot, nom })).status).toBe(409);
  expect(await partner.states()).toEqual([]);
});

test("twenty requests a day, thirty readings a minute; more are refused", async () => {
  const world = await opened();
  const partner = await partnerPage(world.house, "ML");
  for (let count = 0; count < 20; count++) {
    await world.house.database.run({
      sql: `INSERT INTO Prescription (id, structure, prescriberId, nameSealed, state, askedAt, expiresAt, keptUntil)
            VALUES (?, ?, ?, ?, 'closed', ?, ?, ?)`,
      values: [
        `r${count}`,
        structure,
        partner.id,
        world.house.store.cipher.seal("L."),
        world.now(),
        1,
        1,
      ],
    });
  }
  const [slot = ""] = await partner.times("ml-carvin");
  const refused = await partner.post({ lieu: "ml-carvin", creneau: slot, nom: "L." });
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain("trop de demandes");
  expect(await world.house.database.all("SELECT * FROM Cell")).toEqual([]);
  const answers: number[] = [];
  for (let count = 0; count < 31; count++) answers.push((await partner.get()).status);
  expect(answers.at(-1)).toBe(429);
});

test("a partner chooses among what partners may ask for, each with its own times, and never a follow-up", async () => {
  const world = await openWorld({ amend: withMotifs });
  const partner = await partnerPage(world.house, "Mission locale");
  const html = await (await partner.get("?lieu=ml-carvin&motif=dossier")).text();
  const open = [...html.matchAll(/<option value="([a-z-]+)"[^>]*>(?:Premier|Aide|Rendez)/g)];
  expect(open.map(([, id]) => id)).toEqual(["premier-rendez-vous", "dossier"]);
  // times start at half past nine, and come every half hour
  expect(html).toContain("10 h<");
  expect(html).toContain("déjà commencé");
  const [, slot = ""] = /name="creneau" value="([^"]+)"/.exec(html) ?? [];
  await partner.post({ lieu: "ml-carvin", motif: "dossier", creneau: slot, nom: "Lina" });
  const now = world.now();
  const agenda = await world.house.store.diary.busy(
    [workerResource(structure, "conseillere-1")],
    now,
    after(now, 30 * 24 * hour),
    { now, person: null, leaving: null },
  );
  expect(agenda.map(({ from, to }) => to - from)).toEqual([30 * minute]);
  await world.close();
});

test("a form posted from another site is refused, and keeps nothing", async () => {
  const world = await opened();
  const partner = await partnerPage(world.house, "ML");
  const [slot = ""] = await partner.times("ml-carvin");
  const form = { lieu: "ml-carvin", creneau: slot, nom: "L." };
  expect((await partner.post(form, "https://elsewhere.example")).status).toBe(403);
  expect(await partner.states()).toEqual([]);
});

test("what the person erases is gone from the partner's page; what is past its time is purged", async () => {
  const { world, partner } = await agreed();
  await partner.ask("ml-henin", "Tom");
  await world.say("lina", "effacer mes données");
  await world.press("lina", "Tout effacer");
  await world.press("lina", "Oui, tout effacer");
  expect(await partner.states()).toEqual([
    "Tom, demandé le lundi 23 novembre : en attente d'accord",
  ]);
  world.pass(50 * 24 * hour);
  await world.jobs();
  expect(await partner.states()).toEqual([]);
  expect(await world.house.database.all("SELECT * FROM Prescription")).toEqual([]);
});

test("neither the name nor the code is kept in clear", async () => {
  const world = await opened();
  const partner = await partnerPage(world.house, "ML");
  const code = await partner.ask("ml-carvin", "Zénobie");
  const rows = JSON.stringify(await world.house.database.all("SELECT * FROM Prescription"));
  expect(rows).not.toContain("Zénobie");
  expect(rows).not.toContain(code.replace("-", ""));
});
