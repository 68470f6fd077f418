import { expect, test as it, onTestFinished } from "vitest";
import { hour } from "../../src/base/time.ts";
import { loadAssets } from "../../src/look/assets.ts";
import { sheetRoutes } from "../../src/sheet/sheet-routes.tsx";
import { bilanCounts } from "../../src/store/bilan-counts.ts";
import { openWorld, structure, type World } from "../world.ts";

const answers = [
  ...["bilan logement", "oui", "22", "[Recherche d'emploi]", "800", "[Chez quelqu'un]"],
  ...["Carvin", "[Moi, sans enfant]", "[Non]", "[Non]", "[Jamais]", "[Française]", "[Non]"],
];

async function withSheet(): Promise<World> {
  const world = await openWorld();
  onTestFinished(() => world.close());
  for (const said of [...answers, "[Oui, c'est bon]"]) await tell(world, said);
  return world;
}

async function tell(world: World, said: string): Promise<string> {
  const label = /^\[(.+)\]$/.exec(said)?.[1];
  const replies = await (label ? world.press("noah", label) : world.say("noah", said));
  return replies.map(({ text }) => text).join("\n");
}

async function linkOf(world: World): Promise<string> {
  await tell(world, "ma fiche");
  const said = await tell(world, "[Voir et imprimer]");
  return /\/fiche\/(\S+)/.exec(said)?.[1] ?? "";
}

async function open(world: World, token: string) {
  const { structures, texts, clock, store } = world.house;
  const assets = await loadAssets(async () => new Uint8Array());
  const app = sheetRoutes({ structures, texts, assets, clock, sheets: store.sheets });
  const answer = await app.request(`/${token}`);
  return { status: answer.status, headers: answer.headers, page: await answer.text() };
}

it("a link opens the sheet, which says what was answered and nothing of who answered", async () => {
  const world = await withSheet();
  const { status, headers, page } = await open(world, await linkOf(world));
  expect(status).toBe(200);
  expect(headers.get("X-Robots-Tag")).toBe("noindex, nofollow");
  expect(headers.get("Cache-Control")).toBe("private, no-store");
  expect(page).toContain("Visale, un garant gratuit");
  expect(page).toContain("Âge : 22 ans");
  expect(page).not.toContain("noah");
  expect(page).not.toContain("<script");
});

it("a link works for seven days, and not after", async () => {
  const world = await withSheet();
  const token = await linkOf(world);
  world.pass(7 * 24 * hour - 1);
  expect((await open(world, token)).status).toBe(200);
  world.pass(1);
  expect((await open(world, token)).status).toBe(404);
});

it("a link that was closed, changed or invented opens nothing", async () => {
  const world = await withSheet();
  const token = await linkOf(world);
  expect(
    (
      await open(
        world,
        token.replace(/^./, (first) => (first === "A" ? "B" : "A")),
      )
    ).status,
  ).toBe(404);
  expect((await open(world, "anything")).status).toBe(404);
  await tell(world, "[Fermer le lien]");
  expect((await open(world, token)).status).toBe(404);
});

it("a correction closes the link of the sheet before it", async () => {
  const world = await withSheet();
  const token = await linkOf(world);
  await tell(world, "[Corriger une réponse]");
  for (const said of ["oui", "[Non, corriger]", "[Argent chaque mois : 800 €]", "0"]) {
    await tell(world, said);
  }
  expect(await tell(world, "[Oui, c'est bon]")).toContain("Ce qui change dans ton bilan");
  expect((await open(world, token)).status).toBe(404);
  const kept = await world.house.database.all(
    "SELECT presentOf IS NOT NULL AS isPresent FROM Sheet",
  );
  expect(kept.map(({ isPresent }) => isPresent)).toEqual([0, 1]);
});

it("is sealed, and gone once everything is erased", async () => {
  const world = await withSheet();
  const [row] = await world.house.database.all("SELECT contentSealed FROM Sheet");
  expect(String(row?.["contentSealed"])).not.toContain("heberge_tiers");
  await tell(world, "effacer mes données");
  await tell(world, "[Tout effacer]");
  await tell(world, "[Oui, tout effacer]");
  expect(await world.house.database.all("SELECT id FROM Sheet")).toEqual([]);
});

it("questions asked and answers changed are counted, without a word of who answered", async () => {
  const world = await withSheet();
  expect(await bilanCounts(world.house.database, structure)).toEqual({
    ...{ finished: 1, questions: 12, changed: 0 },
  });
  await tell(world, "ma fiche");
  await tell(world, "[Corriger une réponse]");
  for (const said of ["oui", "[Non, corriger]", "[Argent chaque mois : 800 €]", "0"]) {
    await tell(world, said);
  }
  await tell(world, "[Oui, c'est bon]");
  expect(await bilanCounts(world.house.database, structure)).toEqual({
    ...{ finished: 1, questions: 12, changed: 1 },
  });
});
