import { expect, test } from "vitest";
import { slotId } from "../../src/appointments/slot-id.ts";
import { after, hour, type Instant } from "../../src/base/time.ts";
import { everyDeskAddress, saidBy } from "./every-desk-address.ts";
import { rowsOf } from "./ownership.ts";
import { blue, green, markersOf, real } from "./structures.ts";
import { type ThreeHouses, threeHouses } from "./three-houses.ts";
import { visitorAt } from "./visitor.ts";

/** A visitor of the green structure with an appointment, a note and an answer; Verdiane of its team holds them. */
async function greenLife(houses: ThreeHouses) {
  const { database } = houses.house;
  const visitor = visitorAt(houses, `/s/${green}`);
  await visitor.book("Verdun");
  await visitor.say({ text: "mon secret vertueux" });
  const row = await database.get(
    "SELECT c.id, a.id AS appointment, a.startsAt FROM Conversation c JOIN Appointment a ON a.conversationId = c.id WHERE c.structure = ?",
    [green],
  );
  const conversation = String(row?.["id"]);
  const verdiane = await houses.worker(green, "Verdiane");
  await verdiane.post(`/desk/conversations/${conversation}/prendre`, {});
  await verdiane.post(`/desk/conversations/${conversation}/note`, {
    texte: "note verte",
    cle: "n",
  });
  await verdiane.post(`/desk/conversations/${conversation}/reponse`, {
    ...{ texte: "réponse verte", cle: "r" },
  });
  await houses.house.settled();
  const file = await fileOf(houses, conversation);
  const markers = [
    ...markersOf(houses.structures.get(green) ?? noStructure()),
    ...["Verdun", "secret vertueux", "note verte", "réponse verte", "Verdiane", "verdiane@"],
    "ce fichier est vert",
  ];
  const appointment = String(row?.["appointment"]);
  return {
    visitor,
    verdiane,
    conversation,
    appointment,
    file,
    startsAt: Number(row?.["startsAt"]) as Instant,
    markers,
  };
}

test("the green team sees what the others must not: the markers are really shown to somebody", async () => {
  const houses = await threeHouses();
  const { verdiane, conversation, markers } = await greenLife(houses);
  const pages = await Promise.all(
    [`/desk/conversations/${conversation}`, "/desk/agenda?jour=2026-11-24", "/desk"].map(
      verdiane.page,
    ),
  );
  const seen = markers.filter((marker) => pages.join().includes(marker));
  expect(seen).toEqual(
    expect.arrayContaining([
      "Verdun",
      "secret vertueux",
      "note verte",
      "réponse verte",
      "Verdiane",
    ]),
  );
  expect(seen).toContain("Salon Vert de Carvin");
});

test.each(["worker", "manager", "admin"] as const)(
  "a %s of another structure tries every address of the desk: nothing is shown, nothing is done",
  async (role) => {
    const houses = await threeHouses();
    const { conversation, appointment, file, startsAt, markers } = await greenLife(houses);
    const { database } = houses.house;
    const nadia = await houses.worker(real, "Nadia", role);
    await visitorAt(houses, "").say({ text: "bonjour" });
    // the appointment has begun: a worker of its structure could say what became of it
    houses.setClock("2026-11-24T12:00:00+01:00");
    const start = after(startsAt, 7 * 24 * hour);
    const slot = slotId({ site: "ml-carvin", worker: "conseillere-1", start });
    const ids = [conversation, appointment, file, "ml-carvin", green];
    const query = {
      ...{ conversation, ouverte: conversation, onglet: "robot", jour: "2026-11-24" },
      ...{
        structure: green,
        site: "ml-carvin",
        id: conversation,
        // in small letters: it is shown back as it was typed
        q: "verdun",
        rendez: appointment,
      },
      avant: String(startsAt),
    };
    const form = {
      ...query,
      ...{ texte: "je ne suis pas d'ici", cle: "k", vers: "menu", vu: "99", etat: "seen" },
      lien: conversation,
      raison: "workerAway",
      ...{ heure: slot, nouveau: "un mot de passe long" },
    };
    const tries = everyDeskAddress(houses, { ids, query });
    expect(new Set(tries.map(({ pattern }) => pattern)).size).toBeGreaterThan(15);
    const before = await rowsOf(database, green);
    for (const { method, pattern, address, names } of tries) {
      if (!(await nadia.isIn())) await nadia.signIn();
      const response = await (method === "GET" ? nadia.get(address) : nadia.post(address, form));
      const said = await saidBy(response);
      expect([method, pattern, markers.filter((marker) => said.includes(marker))]).toEqual([
        method,
        pattern,
        [],
      ]);
      if (names) expect([method, pattern, response.status]).toEqual([method, pattern, 404]);
      await houses.house.settled();
    }
    expect(await rowsOf(database, green)).toEqual(before);
  },
);

test("the queue, the agenda, the counts of a team do not change by what happens in another", async () => {
  const houses = await threeHouses();
  const nadia = await houses.worker(real, "Nadia");
  await visitorAt(houses, "").book("Lina");
  const look = () =>
    Promise.all(
      [
        "/desk",
        "/desk?onglet=robot",
        "/desk/file",
        "/desk/agenda?jour=2026-11-24",
        "/desk/aide",
      ].map(nadia.page),
    );
  const before = await look();
  expect(before.join()).toContain("Lina");
  await greenLife(houses);
  const karim = visitorAt(houses, `/s/${blue}`);
  await karim.book("Karim");
  await karim.say({ text: "je veux parler à un conseiller" });
  expect(await look()).toEqual(before);
});

test("the live stream of a team says nothing when another structure's conversation changes", async () => {
  const houses = await threeHouses();
  const { conversation, visitor } = await greenLife(houses);
  const lina = visitorAt(houses, "");
  await lina.say({ text: "bonjour" });
  const nadia = await houses.worker(real, "Nadia");
  const stream = await nadia.get(`/desk/stream?conversation=${conversation}`);
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toContain("event: hello");
  await visitor.say({ text: "encore moi" });
  await lina.say({ text: "menu" });
  houses.site.closeStreams();
  let rest = "";
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    rest += part.value;
  }
  expect(rest).not.toContain(conversation);
  const rung = rest.match(/event: \w+/g) ?? [];
  expect(new Set(rung)).toEqual(new Set(["event: queue"]));
});

test("a stream in which only another structure lives stays silent", async () => {
  const houses = await threeHouses();
  const { visitor } = await greenLife(houses);
  const nadia = await houses.worker(real, "Nadia");
  const stream = await nadia.get("/desk/stream");
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toContain("event: hello");
  await visitor.say({ text: "encore moi" });
  // what would be told is told before the answer to this later question
  await nadia.page("/desk");
  houses.site.closeStreams();
  expect(await reader?.read()).toEqual({ done: true, value: undefined });
});

test("a file is opened by its own team, and by nobody of another", async () => {
  const houses = await threeHouses();
  const { verdiane, conversation, file } = await greenLife(houses);
  const address = `/desk/conversations/${conversation}/fichiers/${file}`;
  expect(await (await verdiane.get(address)).text()).toContain("ce fichier est vert");
  const nadia = await houses.worker(real, "Nadia", "admin");
  await visitorAt(houses, "").say({ text: "bonjour" });
  const own = await houses.house.database.get("SELECT id FROM Conversation WHERE structure = ?", [
    real,
  ]);
  // under a conversation of hers too
  for (const id of [conversation, String(own?.["id"])]) {
    expect((await nadia.get(`/desk/conversations/${id}/fichiers/${file}`)).status).toBe(404);
  }
  const opened = await houses.house.database.all(
    "SELECT workerId FROM Audit WHERE what = 'file.opened'",
  );
  expect(opened).toEqual([{ workerId: verdiane.id }]);
});

test("a code of one structure links nobody in another", async () => {
  const houses = await threeHouses();
  const verdun = visitorAt(houses, `/s/${green}`);
  await verdun.book("Verdun");
  const given = (await verdun.say({ text: "relier mon autre téléphone" })).at(-1)?.text ?? "";
  const code = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(given)?.[0];
  expect(code).toBeDefined();
  const here = await visitorAt(houses, "").say({ text: `relier ${code}` });
  expect(here.at(-1)?.text).toContain("Ce code ne marche pas.");
  const there = await visitorAt(houses, `/s/${green}`).say({ text: `relier ${code}` });
  expect(there.at(-1)?.text).toContain("C'est fait");
});

/** A document of a conversation, fetched and kept. */
async function fileOf({ house }: ThreeHouses, conversation: string): Promise<string> {
  const { database, store } = house;
  await database.run({
    sql: `INSERT INTO Media (id, structure, conversationId, eventLookup, kind, type, networkRefSealed, state, createdAt, expiresAt)
      SELECT 'green-file', structure, id, 'of-a-message', 'document', '?', 'x', 'asked', 0, 9e15 FROM Conversation WHERE id = ?`,
    values: [conversation],
  });
  await store.media.keep(
    "green-file",
    "image/png",
    new TextEncoder().encode("ce fichier est vert"),
  );
  return "green-file";
}

function noStructure(): never {
  throw new Error("no such structure");
}
