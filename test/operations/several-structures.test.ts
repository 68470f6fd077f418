import { expect, test } from "vitest";
import { instant } from "../../src/base/time.ts";
import type { NewWorker, SignIn } from "../../src/desk/desk-door.ts";
import { examine, type Patient } from "../../src/operations/doctor.ts";
import { welcomeOperator } from "../../src/operations/welcome-operator.ts";
import { openTexts } from "../../src/texts.ts";
import { blue, green, real, threeStructures } from "../isolation/structures.ts";
import { settingsWith } from "../world.ts";

const texts = openTexts({ strict: true });
const structures = [...threeStructures().values()];
const STRUCTURE = [real, blue, green].join(",");

const patient = (more: Partial<Patient>): Patient => ({
  settings: settingsWith({ STRUCTURE, PUBLIC_URL: "https://trousseau.example.org" }),
  structures,
  workersOf: new Map([real, blue, green].map((slug) => [slug, 1])),
  jobs: [],
  now: instant("2026-11-23T09:00:00+01:00"),
  ...more,
});

const slugsOf = (code: string, more: Partial<Patient>) =>
  examine(patient(more)).flatMap((found) =>
    found.code === code ? [found.said.values?.["slug"]] : [],
  );

test("a structure whose desk has nobody is named, and the others are not", () => {
  expect(slugsOf("noWorker", {})).toEqual([]);
  expect(slugsOf("noWorker", { workersOf: new Map([[blue, 2]]) })).toEqual([real, green]);
});

test("the settings' administrator counts for the first structure alone, while no desk has anybody", () => {
  const settings = settingsWith({
    ...{ STRUCTURE, DESK_ADMIN_EMAIL: "a@example.org", DESK_ADMIN_PASSWORD: "douze caractères" },
  });
  expect(slugsOf("noWorker", { settings, workersOf: new Map() })).toEqual([blue, green]);
  // it is made for an empty database only
  expect(slugsOf("noWorker", { settings, workersOf: new Map([[green, 1]]) })).toEqual([real, blue]);
});

test("a structure without any messenger is named", () => {
  const settings = settingsWith({ STRUCTURE, TELEGRAM_BOT_TOKEN__MAISON_BLEUE: "2:b" });
  expect(slugsOf("noChannel", { settings })).toEqual([real, green]);
});

test("a number on WhatsApp is a messenger too", () => {
  const settings = settingsWith({
    ...{ STRUCTURE, TELEGRAM_BOT_TOKEN__MAISON_BLEUE: "2:b" },
    ...{ WHATSAPP_PHONE_NUMBER_ID__MAISON_VERTE: "3", WHATSAPP_ACCESS_TOKEN__MAISON_VERTE: "c" },
    ...{ WHATSAPP_APP_SECRET: "s", WHATSAPP_VERIFY_TOKEN: "v" },
  });
  expect(slugsOf("noChannel", { settings })).toEqual([real]);
});

test("a language is named until all its texts were read by somebody whose language it is", () => {
  const reviews = [
    { language: "fr", read: 80, total: 80 },
    { language: "ar", read: 3, total: 80 },
  ];
  const found = examine(patient({ reviews })).filter(({ code }) => code === "reviews");
  expect(found.map(({ level, said }) => `${level}: ${texts.say(said, "fr")}`)).toEqual([
    "should: Textes en ar, relus par une personne dont c'est la langue : 3 sur 80. Le guide : docs/relecture.md.",
  ]);
});

test("everything the doctor says of three structures can be said", () => {
  const found = examine(patient({ settings: settingsWith({ STRUCTURE }), workersOf: new Map() }));
  const said = found.map((one) => texts.say(one.said, "fr"));
  expect(said.filter((line) => line.includes(green)).length).toBeGreaterThan(2);
});

/** What is printed, and who was added to the desk meanwhile. */
async function welcomed(
  slugs: readonly string[],
  isTerminal: boolean,
  workersOf: ReadonlyMap<string, number> = new Map(),
) {
  const lines: string[] = [];
  const added: string[] = [];
  const signIn = {
    async addWorker({ structure }: NewWorker) {
      added.push(structure);
      return { outcome: "added", id: "1", link: "https://one.link" };
    },
  } as unknown as SignIn;
  await welcomeOperator({
    settings: settingsWith({ STRUCTURE: slugs.join(","), TELEGRAM_BOT_TOKEN: "1:a" }),
    port: 3000,
    structures: structures.filter(({ slug }) => slugs.includes(slug)),
    signIn,
    workersOf,
    isTerminal,
    texts,
    print: (line) => lines.push(line),
  });
  return { said: lines.join("\n"), added };
}

test("the operator is told each structure's chat, and how its bot and its desk begin", async () => {
  const { said, added } = await welcomed([real, blue, green], true);
  const lines = said.split("\n").map((line) => line.trim().replaceAll(/ {2,}/g, " "));
  expect(lines.slice(2)).toEqual([
    "CLLAJ Hénin-Carvin",
    "Discussion (public) http://localhost:3000/",
    "WhatsApp WHATSAPP_PHONE_NUMBER_ID dans .env (README, « Connect WhatsApp »)",
    "Première connexion https://one.link",
    "Accueil Bleu",
    "Discussion (public) http://localhost:3000/s/maison-bleue",
    "Telegram TELEGRAM_BOT_TOKEN__MAISON_BLEUE dans .env (README, « Connect Telegram »)",
    "WhatsApp WHATSAPP_PHONE_NUMBER_ID__MAISON_BLEUE dans .env (README, « Connect WhatsApp »)",
    "Première connexion npm run -s worker -- add --email E --name N --role admin --structure maison-bleue",
    "Accueil Vert",
    "Discussion (public) http://localhost:3000/s/maison-verte",
    "Telegram TELEGRAM_BOT_TOKEN__MAISON_VERTE dans .env (README, « Connect Telegram »)",
    "WhatsApp WHATSAPP_PHONE_NUMBER_ID__MAISON_VERTE dans .env (README, « Connect WhatsApp »)",
    "Première connexion npm run -s worker -- add --email E --name N --role admin --structure maison-verte",
    "Bureau (équipe) http://localhost:3000/desk",
  ]);
  expect(added).toEqual([real]);
});

test("once somebody is at one desk, no link is made by itself for another", async () => {
  const { said, added } = await welcomed([real, green], true, new Map([[green, 1]]));
  expect(said).toContain(`--structure ${real}`);
  expect(said).not.toContain(`--structure ${green}`);
  expect(added).toEqual([]);
});

test("alone, a structure need not be named; no link is made where a journal would keep it", async () => {
  const { said, added } = await welcomed([real], false);
  expect(said).not.toContain("CLLAJ");
  expect(said).toContain("worker -- add --email E --name N --role admin --structure");
  expect(said).not.toContain("one.link");
  expect(added).toEqual([]);
});
