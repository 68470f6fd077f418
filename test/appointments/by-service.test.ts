import { expect, test } from "vitest";
import { cancelByService, giveVideoLink } from "../../src/answering/change-by-team.ts";
import { propose } from "../../src/answering/propose.ts";
import type { Mode } from "../../src/appointments/details.ts";
import type { WorkerId } from "../../src/base/ids.ts";
import { after, hour, minute } from "../../src/base/time.ts";
import { openWorld, structure, type World } from "../world.ts";

const nadia = "nadia" as WorkerId;

async function booked(world: World, person: string) {
  for (const said of ["rdv", "carvin", "1", "1", "oui", "je ne sais pas"])
    await world.say(person, said);
  const [row] = await world.house.database.all(
    "SELECT id, version FROM Appointment WHERE status = 'booked' ORDER BY id DESC",
  );
  const version = Number(row?.["version"]);
  return { appointment: String(row?.["id"]), version, worker: nadia, structure };
}

async function told(world: World, person: string) {
  await world.house.deliver(await world.conversation(person));
  await world.house.settled();
  return world.received(person);
}

const trail = "SELECT workerId, what FROM Audit ORDER BY id";
const history = "SELECT version, what, by, reason FROM AppointmentEvent ORDER BY rowid";

test("what the service cancels is told at once with its reason, frees the time, and stays apart from what people cancel", async () => {
  const world = await openWorld();
  const asked = await booked(world, "lina");
  expect((await cancelByService(world.house, asked, "workerAway")).outcome).toBe("done");
  const [reply] = await told(world, "lina");
  expect(reply?.text).toBe(
    "L'équipe doit annuler ton rendez-vous : mardi 24 novembre à 9 h 30. La personne qui devait te recevoir est absente. Désolé, tu n'y es pour rien. On en prend un autre ?",
  );
  expect(reply?.options.map(({ label }) => label)).toEqual([
    "Un autre horaire",
    "Parler à quelqu'un",
  ]);
  const { database } = world.house;
  expect(await database.all("SELECT status, closedBy FROM Appointment")).toEqual([
    { status: "cancelled", closedBy: "service" },
  ]);
  expect(await database.all("SELECT * FROM Cell")).toEqual([]);
  expect(await database.all(trail)).toEqual([
    { workerId: nadia, what: "appointment.cancelledByService" },
  ]);
  expect(await database.all(history)).toEqual([
    { version: 1, what: "booked", by: "person", reason: null },
    { version: 2, what: "cancelled", by: "service", reason: "workerAway" },
  ]);
  const [became] = await world.press("lina", "Passer");
  expect(became?.text).toContain(
    "L'équipe a dû annuler le rendez-vous du mardi 24 novembre à 9 h 30.",
  );
  await world.close();
});

test("an appointment that changed, is over, or is another structure's is not touched", async () => {
  const world = await openWorld();
  const asked = await booked(world, "lina");
  const refused = [
    { ...asked, version: 2 },
    { ...asked, structure: "ccas-malakoff" },
    { ...asked, appointment: "nothing" },
  ];
  for (const one of refused) {
    expect(await cancelByService(world.house, one, "siteClosed")).toEqual({ outcome: "gone" });
  }
  world.pass(48 * hour);
  expect(await cancelByService(world.house, asked, "siteClosed")).toEqual({ outcome: "gone" });
  expect(await world.house.database.all("SELECT status FROM Appointment")).toEqual([
    { status: "booked" },
  ]);
  expect(await world.house.database.all(trail)).toEqual([]);
  await world.close();
});

test("two workers who cancel at once cancel once, and the person is told once", async () => {
  const world = await openWorld();
  const asked = await booked(world, "lina");
  const made = await Promise.all([
    cancelByService(world.house, asked, "workerAway"),
    cancelByService(world.house, asked, "siteClosed"),
  ]);
  expect(made.map(({ outcome }) => outcome).sort()).toEqual(["done", "gone"]);
  expect(await told(world, "lina")).toHaveLength(1);
  await world.close();
});

test("an urgent time is opened on a Sunday for one person, held, accepted by a button, and written down", async () => {
  const world = await openWorld({ at: "2026-11-29T09:00:00+01:00" });
  await world.say("lina", "bonjour");
  const time = open(world, 90, "phone");
  expect(await propose(world.house, await world.conversation("lina"), nadia, time)).toBe(
    "proposed",
  );
  const [reply] = await told(world, "lina");
  expect(reply?.text).toContain("dimanche 29 novembre à 10 h 30\nPar téléphone");
  await world.say("karim", "bonjour");
  expect(await propose(world.house, await world.conversation("karim"), nadia, time)).toBe("taken");
  const [answer] = await world.press("lina", "Oui, j'accepte");
  expect(answer?.text).toContain(
    "C'est confirmé : dimanche 29 novembre à 10 h 30.\nPar téléphone.",
  );
  const { database } = world.house;
  expect(await database.all("SELECT status, mode FROM Appointment")).toEqual([
    { status: "booked", mode: "phone" },
  ]);
  expect(await database.all(trail)).toEqual([
    { workerId: nadia, what: "appointment.openedUrgently" },
  ]);
  await world.close();
});

test.each([
  ["a time that is over", -15, {}],
  ["a time between two quarters", 97, {}],
  ["a time of another month", 40 * 24 * 60, {}],
  ["a place of nobody", 90, { site: "nowhere" }],
  ["a worker of nobody", 90, { worker: "nobody" }],
])("%s is never opened", async (_, minutes, other) => {
  const world = await openWorld();
  await world.say("lina", "bonjour");
  const time = { ...open(world, minutes, "place"), ...other };
  expect(await propose(world.house, await world.conversation("lina"), nadia, time)).toBe(
    "notOffered",
  );
  expect(await world.house.database.all("SELECT id FROM Appointment")).toEqual([]);
  await world.close();
});

test("the link of a video call is kept sealed, sent, and shown with the appointment", async () => {
  const world = await openWorld();
  await world.say("lina", "bonjour");
  await propose(
    world.house,
    await world.conversation("lina"),
    nadia,
    open(world, 26 * 60, "video"),
  );
  await told(world, "lina");
  const [accepted] = await world.press("lina", "Oui, j'accepte");
  expect(accepted?.text).toContain("En visio. L'équipe t'envoie le lien ici avant l'heure.");
  const [row] = await world.house.database.all("SELECT id, version FROM Appointment");
  const asked = { appointment: String(row?.["id"]), version: 2, worker: nadia, structure };
  const link = "https://visio.example.org/salle-42";
  expect((await giveVideoLink(world.house, asked, link)).outcome).toBe("done");
  expect((await told(world, "lina"))[0]?.text).toContain(link);
  const [shown] = await world.say("lina", "mon rendez-vous");
  expect(shown?.text).toContain(`En visio. Ton lien : ${link}`);
  const [stored] = await world.house.database.all("SELECT detailsSealed FROM Appointment");
  expect(String(stored?.["detailsSealed"])).not.toContain("visio");
  await world.close();
});

function open(world: World, minutes: number, mode: Mode) {
  const start = after(world.now(), minutes * minute);
  return { site: "ml-carvin", worker: "conseillere-1", start, mode };
}
