import { expect, test } from "vitest";
import { after, hour } from "../../src/base/time.ts";
import { appointmentOf } from "./agenda-day.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { elsewhere, tuesday, worker, world } from "./desk-world.ts";

async function afterInterview(at = after(tuesday, -hour)) {
  const desk = world();
  const lea = await worker(desk, "Léa");
  const zoe = await worker(desk, "Zoé", elsewhere);
  const conversation = await appointmentOf(desk, { who: "Amina", at });
  const [row] = await desk.database.all("SELECT id FROM Appointment", []);
  const requests = requestsTo(desk);
  const address = `/rendez-vous/${row?.["id"]}`;
  const keep = (given: Record<string, string> = {}, cookie = lea.cookie) =>
    requests.post(`${address}/compte-rendu`, cookie, {
      ...{ jour: "2026-11-24", cle: "a-key-of-a-form", etat: "seen", comment: "phone" },
      ...{ note: "Elle cherche à Carvin.", suite: "hlm", "suite-date": "2026-12-15" },
      "suite-manque": "avis d'imposition",
      ...given,
    });
  const kept = async () => ({
    appointment: await desk.database.all("SELECT status, mode FROM Appointment", []),
    notes: (await desk.database.all("SELECT id FROM Note", [])).length,
    dossiers: await desk.door.dossiers.of(conversation as never, "rencontres-et-loisirs"),
  });
  return { desk, lea, zoe, requests, address, keep, kept };
}

test("status, way, note and next step are kept in one form, once however often it is sent", async () => {
  const { requests, address, lea, keep, kept } = await afterInterview();
  const page = wordsOf(await requests.page(`${address}?jour=2026-11-24`, lea.cookie));
  expect(page).toContain("Compte rendu");
  const done = await keep();
  expect(done.headers.get("location")).toContain("avis=compte-rendu");
  await keep();
  const { appointment, notes, dossiers } = await kept();
  expect(appointment).toEqual([{ status: "seen", mode: "phone" }]);
  expect(notes).toBe(1);
  expect(dossiers).toMatchObject([
    { kind: "hlm", state: "toPrepare", nextOn: "2026-12-15", missing: "avis d'imposition" },
  ]);
  const after_ = await requests.page(`${address}?jour=2026-11-24&avis=compte-rendu`, lea.cookie);
  expect(wordsOf(after_)).toContain("Le compte rendu est enregistré.");
});

test("without a note or a next step, nothing else is written", async () => {
  const { keep, kept } = await afterInterview();
  await keep({ etat: "absent", comment: "place", note: "", suite: "" });
  const { appointment, notes, dossiers } = await kept();
  expect([appointment, notes, dossiers]).toEqual([[{ status: "absent", mode: "place" }], 0, []]);
});

test("one that has not begun is not closed, and nothing of the form is written", async () => {
  const { keep, kept } = await afterInterview(after(tuesday, hour));
  expect((await keep()).headers.get("location")).toContain("avis=tooEarly");
  const { appointment, notes, dossiers } = await kept();
  expect([appointment, notes, dossiers]).toEqual([[{ status: "booked", mode: "place" }], 0, []]);
});

test("neither a colleague of another structure nor an invented answer writes anything", async () => {
  const { zoe, keep, kept } = await afterInterview();
  expect((await keep({}, zoe.cookie)).status).toBe(404);
  for (const wrong of [{ etat: "dead" }, { comment: "pigeon" }, { "suite-date": "2026-99-99" }])
    expect((await keep(wrong)).status).toBe(400);
  expect((await kept()).appointment).toEqual([{ status: "booked", mode: "place" }]);
});
