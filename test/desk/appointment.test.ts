import { expect, test } from "vitest";
import type { AppointmentChange } from "../../src/appointments/changes.ts";
import type { AppointmentDetails } from "../../src/appointments/details.ts";
import type { AppointmentId, ConversationId, PersonId } from "../../src/base/ids.ts";
import { after, hour, instant, minute } from "../../src/base/time.ts";
import { appointmentOf } from "./agenda-day.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { tuesday, worker, world } from "./desk-world.ts";

const start = instant("2026-11-26T09:00:00Z");

function books(mode: string, details: AppointmentDetails): AppointmentChange {
  return {
    kind: "book",
    appointment: {
      ...{ id: "visit" as AppointmentId, structure: "rencontres-et-loisirs" },
      ...{ person: "p" as PersonId, conversation: "c" as ConversationId },
      ...{ site: "ml-carvin", worker: "conseillere-1", motif: "premier-rendez-vous", mode },
      ...{ start, end: after(start, 45 * minute), bookedVia: "chat", bookedAt: tuesday, details },
    },
    ...{ resources: [], cells: [], reminders: [], replaces: null },
    allowance: { open: 1, day: { from: start, to: after(start, 24 * hour) } },
  };
}

async function desk(mode: string, details: AppointmentDetails) {
  const made = world();
  const lea = await worker(made, "Léa");
  await made.write({ who: "Amina", firstName: "Amina", changes: [books(mode, details)] });
  return { made, lea, cookie: lea.cookie, ...requestsTo(made) };
}

test.each([
  ["place", {}, "Comment sur place"],
  ["phone", { phone: "06 12 34 56 78" }, "Numéro à appeler 06 12 34 56 78"],
  ["phone", {}, "aucun numéro : écrivez-lui ici à l'heure dite"],
  ["phone", { calledHere: true }, "le numéro d'où la personne écrit"],
  ["video", {}, "Lien de visio pas encore donné"],
  ["place", { companion: { who: "child", count: 2 } }, "avec un enfant, 2 en plus"],
  [
    "place",
    { companion: { who: "partner", count: 3 } },
    "avec son conjoint ou sa conjointe, 3 ou plus",
  ],
] as const)("by %s with %j, the page says so", async (mode, details, words) => {
  const { page, cookie } = await desk(mode, details);
  expect(wordsOf(await page("/rendez-vous/visit?jour=2026-11-26", cookie))).toContain(words);
});

test("the day shows who comes along and how, and leads to the page", async () => {
  const { page, cookie } = await desk("phone", { companion: { who: "parent", count: 1 } });
  const shown = await page("/agenda?jour=2026-11-26", cookie);
  expect(wordsOf(shown)).toMatch(/par téléphone.*avec un parent, 1 en plus/);
  expect(shown).toContain("/desk/rendez-vous/visit?jour=2026-11-26");
});

test("a worker cancels for the service, for a reason of the list", async () => {
  const { made, lea, cookie, post } = await desk("place", {});
  const form = { jour: "2026-11-26", version: "1", raison: "siteClosed" };
  const done = await post("/rendez-vous/visit/annuler", cookie, form);
  expect(done.headers.get("location")).toBe("/desk/agenda?jour=2026-11-26");
  const asked = {
    ...{ appointment: "visit", version: 1, worker: lea.id },
    structure: "rencontres-et-loisirs",
  };
  expect(made.changed).toEqual([[asked, "siteClosed"]]);
  const invented = await post("/rendez-vous/visit/annuler", cookie, { ...form, raison: "because" });
  expect(invented.status).toBe(400);
  expect(made.changed).toHaveLength(1);
});

test.each([
  "http://visio.example.org/1",
  "javascript:alert(1)",
  "https://localhost",
  "https://a b.org",
  "",
])("%j is no link to send", async (lien) => {
  const { made, cookie, post } = await desk("video", {});
  const refused = await post("/rendez-vous/visit/lien", cookie, {
    jour: "2026-11-26",
    version: "1",
    lien,
  });
  expect(refused.status).toBe(409);
  expect(made.changed).toEqual([]);
});

test("a worker gives the link of a video call", async () => {
  const { made, cookie, post } = await desk("video", {});
  const lien = "https://visio.example.org/salle-42";
  const done = await post("/rendez-vous/visit/lien", cookie, {
    jour: "2026-11-26",
    version: "1",
    lien,
  });
  expect(done.status).toBe(303);
  expect(made.changed[0]).toMatchObject([{ appointment: "visit" }, lien]);
});

test("an urgent time is read on the wall of the structure; what is no time proposes nothing", async () => {
  const { made, lea, cookie, post } = await desk("place", {});
  const conversation = await made.write({ who: "Karim" });
  const form = {
    ...{ qui: "conseillere-1", lieu: "ml-carvin", comment: "phone" },
    ...{ jour: "2026-11-24", heure: "18:15" },
  };
  await post(`/conversations/${conversation}/urgent`, cookie, form);
  const time = {
    ...{ worker: "conseillere-1", site: "ml-carvin", mode: "phone" },
    start: instant("2026-11-24T17:15:00Z"),
  };
  expect(made.proposed).toEqual([[conversation, lea.id, time, null]]);
  for (const broken of [{ heure: "25:99" }, { jour: "demain" }, { comment: "by-smoke" }]) {
    await post(`/conversations/${conversation}/urgent`, cookie, { ...form, ...broken });
  }
  expect(made.proposed).toHaveLength(1);
});

test("who agreed elsewhere is booked at once, in the place of the appointment that was shown", async () => {
  const made = world();
  const lea = await worker(made, "Léa");
  const { post, page } = requestsTo(made);
  const conversation = await appointmentOf(made, { who: "Amina", at: start });
  const [row] = await made.database.all("SELECT id FROM Appointment", []);
  const id = String(row?.["id"]);
  await made.door.handOvers.takeOver(conversation as ConversationId, lea.id, made.clock.now());
  const times = await page(`/conversations/${conversation}/rendez-vous`, lea.cookie);
  expect(times).toContain(`name="remplace" value="${id}.1"`);
  const heure = "ml-carvin~conseillere-1~2611240830";
  const done = await post(`/conversations/${conversation}/rendez-vous`, lea.cookie, {
    ...{ heure, accord: "1", remplace: `${id}.1` },
  });
  expect(done.headers.get("location")).toContain("avis=done_booked");
  const replaces = { id, version: 1 };
  expect(made.proposed).toEqual([[conversation, lea.id, { slot: heure, motif: null, replaces }]]);
});
