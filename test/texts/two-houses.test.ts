import { afterAll, beforeAll, expect, test } from "vitest";
import json from "../../prisma/structures/rencontres-et-loisirs.json" with { type: "json" };
import type { Content, WrittenReply } from "../../src/base/message.ts";
import { type Instant, instant } from "../../src/base/time.ts";
import { type KeepingChannel, keepingChannel } from "../../src/channels/terminal.ts";
import { webChatRoutes } from "../../src/channels/web-chat-routes.ts";
import { runAllJobs } from "../../src/jobs/clockwork.ts";
import { type NodeHouse, openNodeHouse } from "../../src/node/house.ts";
import { readStructure, type Structure } from "../../src/structure.ts";
import { assets, testHouse } from "../channels/web-chat-house.ts";
import { mondayMorning, settingsWith } from "../world.ts";

function read(change: object): Structure {
  const reading = readStructure({ ...json, ...change });
  if (reading.outcome === "refused") throw new Error(JSON.stringify(reading.problems));
  return reading.structure;
}

const association = read({});
/** The same hours and places, said with vous, and one sentence of its own. */
const mairie = read({
  slug: "mairie-inventee",
  service: "CCAS de Villeneuve",
  tone: "vous",
  texts: { fr: { "menu:whatIsCllaj": "Que fait le CCAS ?" } },
});
const structures = new Map([association, mairie].map((one) => [one.slug, one]));

let now = instant(mondayMorning);
let house: NodeHouse;
const channels = new Map<string, KeepingChannel>();

beforeAll(async () => {
  house = await openNodeHouse({
    settings: settingsWith(),
    structures,
    clock: { now: () => now },
    inMemory: true,
    sends: true,
    strictTexts: true,
    broke: (_, error) => {
      throw error;
    },
  });
  for (const slug of structures.keys()) {
    const channel = keepingChannel("telegram", slug);
    channels.set(slug, channel);
    house.connect(channel);
  }
});
afterAll(() => house.close());

/** One message of Nora to one of the two; gives what she is answered there. */
async function say(slug: string, said: Content | string): Promise<readonly WrittenReply[]> {
  const content: Content = typeof said === "string" ? { kind: "text", text: said } : said;
  const from = { channel: "telegram", account: slug, address: "nora" } as const;
  await house.receive(slug, { id: house.ids.next(), from, at: now, content });
  await house.settled();
  return channels.get(slug)?.taken("nora") ?? [];
}

const press = (slug: string, option: string) => say(slug, { kind: "choice", option });
const words = (replies: readonly WrittenReply[]) => replies.map(({ text }) => text).join("\n");
const labels = (replies: readonly WrittenReply[]) =>
  replies.flatMap(({ options }) => options.map(({ label }) => label));

test("from the first words each association speaks in its own voice", async () => {
  const first = await say(mairie.slug, { kind: "opened" });
  expect(words(first)).toContain("Choisissez votre langue.");
  const welcome = await press(mairie.slug, "accueil.language.french");
  expect(words(welcome)).toContain(
    "Bonjour ! Je suis l'assistant du CCAS de Villeneuve, un robot.",
  );
  expect(words(welcome)).toContain("Que souhaitez-vous faire ?");
  expect(labels(welcome)).toContain("Que fait le CCAS ?");

  expect(words(await say(association.slug, { kind: "opened" }))).toContain("Choisis ta langue.");
  const hello = await press(association.slug, "accueil.language.french");
  expect(words(hello)).toContain("Tu veux quoi ?");
  expect(labels(hello)).toContain("C'est quoi le CLLAJ ?");
});

test("a label of one's own is heard when it is typed", async () => {
  expect(words(await say(mairie.slug, "que fait le ccas"))).toContain(
    "CLLAJ veut dire comité local",
  );
  await say(mairie.slug, "menu");
});

test("a refusal, a danger and the privacy words say vous", async () => {
  expect(words(await say(mairie.slug, { kind: "media", media: "location" }))).toContain(
    "Écrivez le nom de votre ville",
  );
  expect(words(await say(mairie.slug, "mes données"))).toContain(
    "vos messages, vos réponses et vos rendez-vous",
  );
  expect(words(await say(mairie.slug, "je vais me tuer"))).toContain(
    "Appelez maintenant, quelqu'un vous écoute :\n3114",
  );
});

test("a reminder comes in the voice of the association where the appointment is", async () => {
  for (const slug of structures.keys()) {
    await say(slug, "menu");
    await press(slug, "menu.menu.book");
    await say(slug, "62220");
    const shown = await press(slug, "rendez-vous.site.ml-carvin");
    const slot = shown.at(-1)?.options.find(({ id }) => id.includes("ml-carvin"));
    await press(slug, slot?.id ?? "");
    await press(slug, "rendez-vous.confirm.yes");
    await say(slug, "Nora");
  }
  const upcoming = house.database.connection.prepare("SELECT min(dueAt) AS at FROM Reminder");
  now = Number(upcoming.get()?.["at"]) as Instant;
  await runAllJobs(house, now, false);
  await house.settled();
  const reminded = (slug: string) => words(channels.get(slug)?.taken("nora") ?? []);
  expect(reminded(mairie.slug)).toMatch(/Rappel : .*Vous venez \?|bon pour vous \?/);
  expect(reminded(association.slug)).toMatch(/Rappel : .*Tu viens \?|bon pour toi \?/);
});

test("the page around the web chat says vous, and English stays English", async () => {
  const under = testHouse();
  const door = { ...under.door, texts: house.texts, structure: mairie };
  const { app } = webChatRoutes(door, await assets, { base: `/s/${mairie.slug}` });
  const page = async (language: string) =>
    (await app.request("/", { headers: { "Accept-Language": language } })).text();
  const inFrench = await page("fr");
  expect(inFrench).toContain('<html lang="fr"');
  expect(inFrench).toContain("Bonjour ! Ici l&#39;assistant de CCAS de Villeneuve.");
  expect(inFrench).toContain("Écrivez votre message");
  const inEnglish = await page("en");
  expect(inEnglish).toContain('<html lang="en"');
  expect(inEnglish).toContain("Write your message");
});
