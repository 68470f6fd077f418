import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import type { ConversationId, WorkerId } from "../../src/base/ids.ts";
import { after, hour, type LocalDate } from "../../src/base/time.ts";
import type { LinkedPhone } from "../../src/desk/desk-door.ts";
import type { KeptKind } from "../../src/engine/kept-file.ts";
import { nothingSaid } from "../../src/observatory/measures.ts";
import { home, hoursAgo, password, tuesday, waits } from "../desk/desk-world.ts";
import { situations2022, tallies2022 } from "../observatory/year-2022.ts";
import { servedDesk } from "./desk-server.ts";
import { noBrowser, openBrowser } from "./open-browser.ts";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// without a browser on the machine these are skipped: nothing downloads one
const withBrowser = test.skipIf(noBrowser !== null);

withBrowser(
  "a worker sees somebody arrive, takes them, answers, notes, and gives them back",
  async () => {
    const { desk, page, faults } = await signedIn();
    await expect(page.getByText("Personne n'attend.").isVisible()).resolves.toBe(true);
    await listening(desk);

    const id = await arrives(desk, "Lina");
    await page.getByRole("link", { name: /Lina/ }).waitFor();
    await page.waitForFunction(() => document.title.startsWith("(1) "));

    await page.getByRole("link", { name: /Lina/ }).click();
    await page.getByRole("button", { name: "Prendre" }).click();
    await page.getByText("Vous suivez cette conversation.").waitFor();

    await page.getByLabel("Votre réponse").fill("Bonjour Lina, je suis Inès.");
    await page.getByRole("button", { name: "Envoyer" }).dblclick();
    await page.locator(".said-worker", { hasText: "Bonjour Lina, je suis Inès." }).waitFor();
    expect(await page.locator(".said-worker").count()).toBe(1);

    // what is being written stays when somebody writes meanwhile
    await page.getByLabel("Votre réponse").fill("Vous avez");
    await desk.write({ who: "Lina", text: "merci !" });
    await page.locator(".said-person", { hasText: "merci !" }).waitFor();
    expect(await page.getByLabel("Votre réponse").inputValue()).toBe("Vous avez");

    await page.locator("summary", { hasText: "Écrire une note" }).click();
    await page.getByLabel("Note de l'équipe").fill("Rappeler demain.");
    await page.getByRole("button", { name: "Garder la note" }).click();
    await page.locator(".said-note", { hasText: "Rappeler demain." }).waitFor();
    expect(await page.getByLabel("Votre réponse").inputValue()).toBe("Vous avez");

    await page.locator("summary", { hasText: "Rendre au robot" }).click();
    await page.getByRole("button", { name: /^Au menu/ }).click();
    await page.getByText("Le robot a repris la conversation.").waitFor();
    expect(desk.handedBack).toEqual(["menu"]);
    const sent = await desk.database.all(
      "SELECT kind FROM Outgoing WHERE conversationId = ? AND author <> 'bot'",
      [id],
    );
    expect(sent).toEqual([{ kind: "worker" }]);
    expect(faults).toEqual([]);
  },
);

withBrowser("all of it by keyboard alone", async () => {
  const { desk, page } = await signedIn();
  await arrives(desk, "Samira");
  const id = await arrives(desk, "Lina", "immediate");
  await page.reload();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${desk.url}/desk/conversations/${id}`);
  await page.keyboard.press("c");
  await page.locator("#reponse:focus").waitFor();
  await page.keyboard.type("Bonjour, c'est Inès.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator(".said-worker", { hasText: "Bonjour, c'est Inès." }).waitFor();
  await page.locator("#reponse:focus").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  await page.keyboard.type("jck");
  expect(await page.locator("#note").inputValue()).toBe("jck");
  await page.keyboard.press("Escape");
  await page.keyboard.press("b");
  await page.locator("button:focus", { hasText: "Au menu" }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByText("Le robot a repris la conversation.").waitFor();
  expect(desk.handedBack).toEqual(["menu"]);
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
});

for (const javaScriptEnabled of [true, false]) {
  withBrowser(
    `a ready answer is chosen in French by keyboard, written in Arabic, changed and sent, ${javaScriptEnabled ? "with" : "without"} script`,
    async () => {
      const { desk, page, faults } = await signedIn({ javaScriptEnabled });
      const id = await desk.write({
        ...{ who: "Amina", firstName: "Amina", memory: { language: "ar" } },
        standing: waits("normal", "human", hoursAgo(1)),
      });
      await desk.door.handOvers.takeOver(id, desk.ines, desk.clock.now());
      await page.goto(`${desk.url}/desk/conversations/${id}`);
      await page.locator("summary", { hasText: "Réponses prêtes" }).focus();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      await page.keyboard.type("Où nous");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.getByText("En français, la personne va lire").waitFor();
      const box = page.getByLabel("Votre réponse");
      await expect.poll(() => box.inputValue()).toMatch(/^هذا عنواننا:/);
      await page.locator("#reponse:focus").waitFor();
      await page.keyboard.press("Control+End");
      await page.keyboard.type(" OK");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.locator(".said-worker", { hasText: /هذا عنواننا[\s\S]* OK/ }).waitFor();
      expect(await box.inputValue()).toBe("");
      expect(await page.getByText("En français, la personne va lire").count()).toBe(0);
      expect(faults).toEqual([]);
    },
  );
}

for (const javaScriptEnabled of [true, false]) {
  withBrowser(
    `what was not understood is sorted by keyboard, ${javaScriptEnabled ? "with" : "without"} script`,
    async () => {
      const { desk, page, faults } = await signedIn({ javaScriptEnabled });
      await notUnderstood(desk, "zzbrol", ["visale", "apl"]);
      desk.clock.to(after(tuesday, 1000));
      await notUnderstood(desk, "zzfrumple", ["dalo"]);
      await page.goto(`${desk.url}/desk/agenda`);
      await page.locator("summary", { hasText: "Plus" }).click();
      await page.getByRole("link", { name: /^Incompris/ }).click();
      await page.getByRole("button", { name: "Visale" }).press("Enter");
      await page.getByText("C'est noté.").waitFor();
      // the keyboard is already on the next one
      await page.locator("button:focus", { hasText: "DALO" }).press("Enter");
      await page.getByText("Tout a été compris.").waitFor();
      const given = await desk.database.all("SELECT intent FROM Misheard ORDER BY at, id");
      expect(given).toEqual([{ intent: "visale" }, { intent: "dalo" }]);
      await page.getByRole("button", { name: "Reclasser : zzbrol" }).press("Enter");
      await page.getByText("Le message est de nouveau à classer.").waitFor();
      expect(faults).toEqual([]);
    },
  );
}

withBrowser(
  "another worker takes it: the page says so by itself, and no box is left to answer",
  async () => {
    const { desk, page } = await signedIn();
    const id = await arrives(desk, "Lina");
    await page.goto(`${desk.url}/desk/conversations/${id}`);
    await page.getByRole("button", { name: "Prendre" }).waitFor();
    await listening(desk);
    const paul = await desk.signIn.addWorker({
      email: "paul@example.org",
      name: "Paul",
      role: "worker",
      structure: home,
      password,
    });
    if (paul.outcome !== "added") throw new Error(paul.outcome);
    await desk.door.handOvers.takeOver(id, paul.id, desk.clock.now());
    desk.live.changed(id);
    await page.getByText("Paul suit cette conversation.").waitFor();
    expect(await page.getByRole("button", { name: "Prendre" }).count()).toBe(0);
    expect(await page.getByLabel("Votre réponse").count()).toBe(0);
  },
);

withBrowser("without script a worker signs in, takes, answers and gives back", async () => {
  const { desk, page } = await signedIn({ javaScriptEnabled: false });
  const id = await arrives(desk, "Lina");
  await page.goto(`${desk.url}/desk/conversations/${id}`);
  await page.getByRole("button", { name: "Prendre" }).click();
  await page.getByLabel("Votre réponse").fill("Bonjour Lina.");
  await page.getByRole("button", { name: "Envoyer" }).click();
  await page.getByText("Votre réponse part.").waitFor();
  await page.locator("summary", { hasText: "Rendre au robot" }).click();
  await page.getByRole("button", { name: /^Clore/ }).click();
  await page.getByText("La conversation est close.").waitFor();
  expect(desk.handedBack).toEqual(["closed"]);
});

withBrowser("a session that ended leads back to the sign-in at the next change", async () => {
  const { desk, page } = await signedIn();
  const id = await arrives(desk, "Lina");
  await page.goto(`${desk.url}/desk/conversations/${id}`);
  await desk.database.run({ sql: "DELETE FROM Session", values: [] });
  await page.getByRole("button", { name: "Prendre" }).click();
  await page.waitForURL(`${desk.url}/desk/connexion`);
  expect(await desk.database.get("SELECT heldBy FROM Conversation WHERE id = ?", [id])).toEqual({
    heldBy: "waiting",
  });
});

withBrowser(
  "a photo opens where it is, and stays open when somebody writes; a voice message plays",
  async () => {
    const { desk, page, faults } = await signedIn();
    const id = await arrives(desk, "Lina");
    await sendFile(desk, "image", "image/png", onePixel);
    await sendFile(desk, "voice", "audio/ogg", onePixel);
    await page.goto(`${desk.url}/desk/conversations/${id}`);
    await listening(desk);
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/fichiers/")) asked.push(request.resourceType());
    });
    expect(asked).toEqual([]);
    await page.getByText("Voir la photo").click();
    const photo = page.getByAltText("Photo envoyée par la personne");
    await expect.poll(() => photo.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(1);
    await desk.write({ who: "Lina", text: "elle est bien arrivée ?" });
    await page.locator(".said-person", { hasText: "bien arrivée" }).waitFor();
    expect(await photo.isVisible()).toBe(true);
    expect(asked).toEqual(["image"]);
    expect(await page.getByLabel("Message vocal de la personne").count()).toBe(1);
    expect(faults).toEqual([]);
  },
);

withBrowser(
  "the window closes under the eyes of the worker: the box makes room by itself",
  async () => {
    const { desk, page } = await signedIn();
    const id = await desk.write({
      ...{ who: "Lina", firstName: "Lina", channel: "whatsapp" },
      standing: waits("normal", "human", hoursAgo(1)),
    });
    await page.goto(`${desk.url}/desk/conversations/${id}`);
    await page.getByRole("button", { name: "Prendre" }).click();
    await page.getByText("Réponse libre possible encore 24 h 00.").waitFor();
    desk.clock.to(after(tuesday, 25 * hour));
    await listening(desk);
    desk.live.changed(id);
    await page.getByRole("button", { name: "Prévenir par un message autorisé" }).click();
    await page.getByText("Le message autorisé part.").waitFor();
    await page.getByText("Écrire quand même : la réponse attend").click();
    await page.getByLabel("Votre réponse").fill("Bonjour Lina.");
    await page.getByRole("button", { name: "Envoyer" }).click();
    await page.getByText("Réponse gardée : elle partira quand la personne écrira.").waitFor();
  },
);

for (const colorScheme of ["light", "dark"] as const) {
  withBrowser(
    `every page is free of known accessibility faults, ${colorScheme}, wide and narrow`,
    async () => {
      const { desk, page } = await signedIn({ colorScheme });
      const id = await arrives(desk, "Lina", "immediate");
      await arrives(desk, "Samira", "high");
      await page.goto(`${desk.url}/desk/conversations/${id}`);
      await page.getByRole("button", { name: "Prendre" }).click();
      await page.getByLabel("Votre réponse").fill("Bonjour.");
      await page.getByRole("button", { name: "Envoyer" }).click();
      await page.getByText("Votre réponse part.").waitFor();
      await desk.door.handOvers.note(id, desk.ines, "k", "À rappeler", desk.clock.now());
      await sendFile(desk, "image", "image/png", onePixel);
      await sendFile(desk, "voice", "audio/ogg", onePixel);
      await sendFile(desk, "document", "application/pdf", onePixel);
      const closed = await closedWindow(desk);
      desk.linkPhone(waitingPhone);
      await notUnderstood(desk, "zzbrol", ["visale", "apl"]);
      await notUnderstood(desk, "أريد zzbrol", []);
      await desk.write({ who: "Zoé", firstName: "Zoé", changes: [waitsForTime] });
      const planned = { conversation: id, person: "p", start: after(tuesday, 30 * hour) };
      const way = { why: null, channel: "telegram", rings: true, others: 1 };
      const leaving = { at: after(tuesday, hour), step: "dayBefore", outcome: "send" as const };
      desk.ahead.push({ ...planned, ...way, ...leaving });
      desk.alarms.push("late");
      const link = { id: "a-partner", structure: home, by: desk.ines, now: desk.clock.now() };
      const life = { token: "a token", until: after(tuesday, 1000 * hour) };
      await desk.door.prescriptions.makeLink({ ...link, ...life, name: "CCAS", kind: "ccas" });
      const sorted = await filed(desk, id);
      const [coming, gone] = await laidDown(desk);
      await desk.door.observatory.putIn([...situations2022, ...tallies2022], desk.clock.now());
      const of2022 = "du=2022-01-01&au=2022-12-31";
      const addresses = [
        "/desk/canaux",
        `/desk/observatoire?${of2022}`,
        `/desk/observatoire?${of2022}&publier=1&seulement=qpv%3Doui`,
        `/desk/observatoire/situations?${of2022}&tableau=A10&code=mission_locale`,
        `/desk/observatoire/manques?${of2022}&champ=resourcesNature`,
        `/desk/observatoire/manques?${of2022}&champ=outcome&avis=stale`,
        "/desk/affiches?lieu=ml-carvin&langue=fr&langue=ar",
        "/desk/tableau?jours=28",
        "/desk/parcours/rendez-vous?jours=28",
        "/desk/situations",
        "/desk/situations/nouvelle",
        "/desk/situations/situation-001?avis=stale",
        "/desk/ateliers?avis=done_laid",
        `/desk/ateliers/${coming}`,
        `/desk/ateliers/${gone}?avis=refused`,
        `/desk/conversations/${closed}`,
        `/desk/conversations/${closed}#fiche`,
        ...sorted,
        "/desk",
        "/desk?onglet=robot",
        `/desk/conversations/${id}`,
        `/desk/conversations/${id}#fiche`,
        `/desk/conversations/${id}/rendez-vous`,
        "/desk/agenda",
        "/desk/aide",
        "/desk/regles",
        "/desk/regles/visale?age=beaucoup",
        "/desk/incompris?avis=misheard_done",
        "/desk/attente?avis=done_band",
        "/desk/rappels?avis=appele",
        "/desk/agenda/horaires?avis=done_kept&jour=2026-12-01",
        "/desk/partenaires?avis=done_oriented",
        "/desk/langues",
        "/desk/langues/relecture",
        "/desk/mot-de-passe",
      ];
      for (const width of [360, 768, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        for (const address of addresses) {
          await page.goto(`${desk.url}${address}`);
          // an anchor of the page shows another part of it, as was asked
          if (!address.includes("#"))
            expect([width, address, await shiftOf(page)]).toEqual([width, address, 0]);
          await page.keyboard.press("b");
          await page.keyboard.press("n");
          await openAll(page);
          expect([width, address, await faultsOf(page)]).toEqual([width, address, []]);
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - window.innerWidth,
          );
          expect([width, address, Math.max(0, overflow)]).toEqual([width, address, 0]);
          await picture(page, `${colorScheme}-${width}-${address}`);
        }
      }
    },
    120_000,
  );
}

/** Where pictures of every page are kept to be looked at: `npm run screenshots`. */
const pictures = process.env["SCREENSHOTS"];

async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  const path = `${pictures}/${name.replaceAll(/[^a-z0-9=-]+/gi, "_")}.png`;
  // as it is met: what was opened to be looked at by the rules is folded again
  await page.reload();
  await page.screenshot({ path, fullPage: true });
}

/** How much of the page moved by itself while it was put up: what is about to be pressed stays in its place. */
function shiftOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const watching = new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            sum += (entry as unknown as { value: number }).value;
        });
        watching.observe({ type: "layout-shift", buffered: true });
        // two frames: what was buffered is told, and what is being put up is there
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve(Math.round(sum * 100) / 100)),
        );
      }),
  );
}

/** What is folded away is looked at too. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
  });
}

/** The same conversation, put in order: a file, labels, somebody to take it; and where all that is seen. */
async function filed(
  desk: Desk & { readonly ines: WorkerId },
  id: ConversationId,
): Promise<readonly string[]> {
  const { filing, dossiers } = desk.door;
  const own = { structure: home, by: desk.ines, now: desk.clock.now() };
  const other = await arrives(desk, "Lina");
  await filing.label({ ...own, conversation: id }, ["caution", "suivi ASE"]);
  await filing.assign({ ...own, conversation: id }, desk.ines, "mots");
  await filing.snooze({ ...own, conversation: other }, after(tuesday, 50 * hour));
  const words = { missing: "avis d'imposition", note: "renouvellement" };
  const dates = { nextOn: "2026-11-20" as LocalDate, reminds: true, isClosed: false };
  await dossiers.keep({
    ...{ ...own, ...words, ...dates, id: "a-file", conversation: id },
    ...{ kind: "hlm", state: "paperMissing" },
  });
  const flat = { kind: "alt", name: "Studio rue Verte", town: "Carvin", places: 2 };
  const ours = { from: "2026-01-01", until: null };
  await desk.door.laidDown.layDown({
    ...{ ...own, kind: "lodging", id: "a-home", words: null, expiresAt: null },
    document: JSON.stringify({ ...flat, ...ours }),
  });
  const day = "2026-12-03" as LocalDate;
  await desk.door.stays.keep({
    ...{ ...own, id: "a-stay", conversation: id, kind: "alt", state: "commission", places: 1 },
    ...{ exitReason: null, extendedOn: null, arrearsFrom: null, arrearsUntil: null },
    ...{ arrearsMonths: null, situationId: null },
    ...{ lodging: null, askedOn: day, commissionOn: day, enteredOn: null, dueOn: null },
    ...{ leftOn: null, exitTo: null, who: "", note: "préfère Carvin", version: 0 },
  });
  await desk.door.laidDown.layDown({
    ...{ ...own, kind: "agreement", id: "an-agreement", words: null, expiresAt: null },
    document: JSON.stringify({ kind: "fsl", area: null, points: 60, from: day, to: day }),
  });
  await desk.door.measures.keep({
    ...{ ...own, id: "a-measure", conversation: id, situationId: null, kind: "fsl", form: "asl" },
    ...{ area: null, grant: "premiere", startedOn: "2026-01-05" as LocalDate, dueOn: day },
    ...{ endedOn: null, exitReasons: [], facts: nothingSaid, who: "", note: "budget", version: 0 },
  });
  await desk.door.measures.note("a-measure", home, { id: "an-act", on: day, what: "homeVisit" });
  const [person] = await desk.door.people.people(home, "Lina", 1);
  return [
    "/desk?q=zzz&qui=mine",
    "/desk/personnes?q=Lina",
    "/desk/personnes?q=zzz",
    `/desk/personnes/${person?.person}?avis=clash`,
    "/desk/dossiers?avis=badDate",
    `/desk/conversations/${id}/dossiers`,
    "/desk/vendredi",
    "/desk/equipe?avis=not_last",
    `/desk/conversations/${id}/pourquoi`,
    "/desk/hebergement?avis=noHome",
    "/desk/hebergement/commission?jour=2026-12-03",
    `/desk/hebergement?pour=${id}`,
    `/desk/accompagnements?avis=badDate&pour=${id}`,
    "/desk/style",
    "/desk/reglages",
    "/desk/reglages/cles?avis=coupe",
    "/desk/reglages/phrases?mots=rendez",
    "/desk/reglages/phrase?cle=menu%3Aaids&langue=ar",
    "/desk/reglages/reponses",
    "/desk/reglages/fichier?partie=closures",
  ];
}

/** A workshop to come and one of yesterday, each with somebody registered. */
async function laidDown(desk: Desk): Promise<readonly string[]> {
  const { gatherings } = desk.door;
  const gathering = (id: string, days: number) => ({
    ...({ id, structure: home, kind: "workshop", series: id, site: "ml-carvin" } as const),
    ...{ start: after(tuesday, days * 24 * hour), end: after(tuesday, days * 24 * hour + hour) },
    ...{ seats: 6, extra: 2 },
    words: {
      ...{ title: "Mon budget, mon logement", audience: "les 18-25 ans", bring: "un stylo" },
      ...{ partner: "Mission locale", tools: "Kijoulou", place: "" },
    },
  });
  const both = [gathering("coming", 3), gathering("gone", -1)];
  await gatherings.layDown(both, "ines", desk.clock.now());
  for (const { id } of both) {
    await desk.database.run({
      sql: `INSERT INTO Seat (gatheringId, number, structure, conversationId, takenAt)
              SELECT ?, 1, structure, id, 1 FROM Conversation ORDER BY createdAt LIMIT 1`,
      values: [id],
    });
  }
  return both.map(({ id }) => id);
}

/** What axe finds, by rule and place. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  // evaluated by the browser's own protocol: the page's policy lets no other script in
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
    );
  });
}

type Desk = Awaited<ReturnType<typeof servedDesk>>;

/** The smallest picture there is. */
const onePixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const waitingPhone: LinkedPhone = {
  standing: () => ({
    ...{ state: "waitingForScan", since: hoursAgo(1), qr: "a code", account: null, why: null },
  }),
  qr: async () => "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>",
};

/** Lina sends a file, and it is kept. */
async function sendFile(desk: Desk, kind: KeptKind, type: string, body: Uint8Array): Promise<void> {
  const keeps = { kind, type, ref: "r", until: after(tuesday, 24 * hour) };
  await desk.write({ who: "Lina", content: { kind: "media", media: kind }, keeps });
  const row = await desk.database.get("SELECT id FROM Media WHERE state = 'asked'", []);
  await desk.media.keep(String(row?.["id"]), type, body);
}

/** Somebody on WhatsApp, linked to Lina's other phone, whom free text does not reach any more. */
async function closedWindow(desk: Desk & { readonly ines: WorkerId }): Promise<ConversationId> {
  const expiresAt = after(tuesday, hour);
  const code = "ABCD2345";
  await desk.write({ who: "Lina", changes: [{ kind: "giveLinkCode", code, expiresAt }] });
  const id = await desk.write({
    ...{ who: "Lina", channel: "whatsapp", at: hoursAgo(30) },
    changes: [{ kind: "joinByCode", code }],
  });
  await desk.door.handOvers.takeOver(id, desk.ines, desk.clock.now());
  return id;
}

/** Words that the bot did not understand, and what it took them for. */
function notUnderstood(desk: Desk, text: string, guessed: readonly string[]) {
  const until = after(tuesday, 24 * hour);
  const misheard = { text, language: "fr", guessed, reason: "torn" as const, until };
  return desk.write({ who: text, text, misheard });
}

function arrives(desk: Desk, name: string, urgency: "normal" | "high" | "immediate" = "normal") {
  return desk.write({
    who: name,
    firstName: name,
    text: `bonjour, c'est ${name}`,
    standing: waits(urgency, "human", hoursAgo(1)),
  });
}

/** Once the page's stream is open, nothing that happens is missed. */
async function listening(desk: Desk): Promise<void> {
  await expect.poll(() => desk.watchers()).toBeGreaterThan(0);
}

async function signedIn(options: BrowserContextOptions = {}) {
  const served = await servedDesk();
  const added = await served.signIn.addWorker({
    email: "ines@example.org",
    name: "Inès",
    role: "admin",
    structure: home,
    password,
  });
  if (added.outcome !== "added") throw new Error(added.outcome);
  const { browser, close } = await openBrowser({
    locale: "fr-FR",
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  onTestFinished(close);
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.goto(`${served.url}/desk`);
  await page.getByLabel("Adresse e-mail").fill("ines@example.org");
  await page.getByLabel("Mot de passe").fill(password);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL(`${served.url}/desk`);
  return { desk: { ...served, ines: added.id }, page, faults };
}

const waitsForTime = {
  kind: "joinWaitingList",
  id: "a-turn",
  waitingKind: "earlier",
  motif: "premier-rendez-vous",
  wish: { sites: null, days: null, half: "anyTime", phone: true },
  known: [],
  askAt: after(tuesday, 28 * 24 * hour),
} as const;
