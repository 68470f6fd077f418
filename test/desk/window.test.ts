import { expect, test } from "vitest";
import { after, hour, minute } from "../../src/base/time.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { hoursAgo, tuesday, waits, worker, world } from "./desk-world.ts";

test.each([
  [24 * hour - 1, "Réponse libre possible encore 1 min."],
  [23 * hour + 48 * minute, "Réponse libre possible encore 12 min."],
  [20 * hour + 40 * minute, "Réponse libre possible encore 3 h 20."],
  [0, "Réponse libre possible encore 24 h 00."],
])("%i ms after the person's last WhatsApp message: « %s »", async (passed, words) => {
  const { page, cookie, id, desk } = await taken();
  desk.clock.to(after(tuesday, passed));
  expect(wordsOf(await page(`/conversations/${id}`, cookie))).toContain(words);
});

test("once it is closed the box makes room for an approved message; an answer may still be written, and waits", async () => {
  const { page, post, cookie, id, desk } = await taken();
  desk.clock.to(after(tuesday, 24 * hour));
  const shown = await page(`/conversations/${id}`, cookie);
  expect(wordsOf(shown)).toContain("Réponse libre fermée WhatsApp n'accepte plus de texte libre");
  expect(shown).toMatch(
    /<details><summary>Écrire quand même : la réponse attend<\/summary>.*name="texte"/s,
  );
  const warned = await post(`/conversations/${id}/prevenir`, cookie, {}, { "HX-Request": "true" });
  expect(wordsOf(await warned.text())).toContain("Le message autorisé part.");
  const kept = await post(
    `/conversations/${id}/reponse`,
    cookie,
    { texte: "Bonjour Lina", cle: "k" },
    { "HX-Request": "true" },
  );
  expect(wordsOf(await kept.text())).toContain("Réponse gardée : elle partira quand la personne");
});

test.each([
  ["already", "la personne a déjà été prévenue"],
  ["again", "WhatsApp avait refusé le message autorisé : la personne n'a pas été prévenue."],
] as const)("an announcement that is there %s is told as it is: %s", async (outcome, words) => {
  const { post, cookie, id, desk } = await taken();
  desk.clock.to(after(tuesday, 25 * hour));
  desk.announcementIs(outcome);
  const answer = await post(`/conversations/${id}/prevenir`, cookie, {}, { "HX-Request": "true" });
  expect(wordsOf(await answer.text())).toContain(words);
});

test("the countdown is read again by itself, and asks for new boxes the moment it closes", async () => {
  const { get, cookie, id, desk } = await taken();
  desk.clock.to(after(tuesday, 24 * hour - minute));
  const before = await get(`/conversations/${id}/fenetre`, cookie);
  expect(before.headers.get("hx-trigger")).toBeNull();
  expect(await before.text()).toContain('hx-trigger="every 60s"');
  desk.clock.to(after(tuesday, 24 * hour));
  const closed = await get(`/conversations/${id}/fenetre`, cookie);
  expect(closed.headers.get("hx-trigger")).toBe("refresh");
  const seen = async (open: "open" | "closed") =>
    (await get(`/conversations/${id}/fil?etat=${mark}.${open}`, cookie)).text();
  const row = await desk.database.get("SELECT workerId, epoch FROM Conversation", []);
  const mark = `worker.${row?.["workerId"]}.${row?.["epoch"]}`;
  expect(await seen("open")).toContain("Réponse libre fermée");
  expect(await seen("closed")).not.toContain("Réponse libre fermée");
});

test("when the person writes, free answers are open again", async () => {
  const { page, cookie, id, desk } = await taken();
  desk.clock.to(after(tuesday, 30 * hour));
  await desk.write({ who: "lina", channel: "whatsapp" });
  expect(wordsOf(await page(`/conversations/${id}`, cookie))).toContain("encore 24 h 00");
});

test("other networks have no window", async () => {
  const { page, cookie, id, desk } = await taken("telegram");
  desk.clock.to(after(tuesday, 300 * hour));
  const words = wordsOf(await page(`/conversations/${id}`, cookie));
  expect(words).not.toContain("Réponse libre");
  expect(words).toContain("Votre réponse");
});

test.each([
  ["queued", "en attente"],
  ["held", "gardé : partira quand la personne écrira"],
  ["sent", "envoyé"],
  ["delivered", "remis"],
  ["read", "lu"],
  ["failed", "échec"],
])("an answer that is %s says « %s »", async (state, words) => {
  const { page, post, cookie, id, desk } = await taken();
  await post(`/conversations/${id}/reponse`, cookie, { texte: "Bonjour Lina", cle: "k" });
  await desk.database.run({
    sql: "UPDATE Outgoing SET state = ? WHERE kind = 'worker'",
    values: [state],
  });
  const shown = await page(`/conversations/${id}`, cookie);
  expect(shown).toMatch(new RegExp(`class="(?:state|failed)">${words}<`));
});

test("words typed on the phone say so, and any worker may go on", async () => {
  const { page, post, id, desk } = await taken();
  await desk.database.run({ sql: "UPDATE Conversation SET workerId = 'phone'", values: [] });
  const paul = await worker(desk, "Paul");
  const words = wordsOf(await page(`/conversations/${id}`, paul.cookie));
  expect(words).toContain("avec l'équipe, au téléphone");
  expect(words).toContain("Quelqu'un de l'équipe répond depuis le téléphone de WhatsApp.");
  await post(`/conversations/${id}/prendre`, paul.cookie);
  expect(await desk.database.get("SELECT workerId FROM Conversation", [])).toEqual({
    workerId: paul.id,
  });
});

/** A conversation that Léa holds, whose person wrote at the world's first instant. */
async function taken(channel: "whatsapp" | "telegram" = "whatsapp") {
  const desk = world();
  const id = await desk.write({
    ...{ who: "lina", channel, standing: waits("normal", "human", hoursAgo(1)) },
  });
  const lea = await worker(desk, "Léa");
  const requests = requestsTo(desk);
  await requests.post(`/conversations/${id}/prendre`, lea.cookie);
  return { ...requests, desk, id, cookie: lea.cookie };
}
