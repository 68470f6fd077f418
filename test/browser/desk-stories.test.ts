import { expect, onTestFinished, test } from "vitest";
import type { ConversationId } from "../../src/base/ids.ts";
import { after, hour } from "../../src/base/time.ts";
import { appointmentOf } from "../desk/agenda-day.ts";
import { home, hoursAgo, password, tuesday, waits } from "../desk/desk-world.ts";
import { servedDesk } from "./desk-server.ts";
import { noBrowser, openBrowser } from "./open-browser.ts";

type Desk = Awaited<ReturnType<typeof servedDesk>>;
const withBrowser = test.skipIf(noBrowser !== null);

/** A worker of the team in a browser of their own, signed in. */
async function enters(desk: Desk, name: string, role: "worker" | "admin", width = 1440) {
  const email = `${name.toLowerCase()}@example.org`;
  await desk.signIn.addWorker({ email, name, role, structure: home, password });
  const { browser, close } = await openBrowser({
    locale: "fr-FR",
    viewport: { width, height: 740 },
  });
  onTestFinished(close);
  const page = await browser.newPage();
  await page.goto(`${desk.url}/desk`);
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByLabel("Mot de passe").fill(password);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL(`${desk.url}/desk`);
  return page;
}

function arrives(
  desk: Desk,
  name: string,
  urgency: "normal" | "immediate",
): Promise<ConversationId> {
  const standing = waits(
    urgency,
    urgency === "normal" ? "human" : "emergency_shelter",
    hoursAgo(1),
  );
  return desk.write({ who: name, firstName: name, text: `c'est ${name}`, standing });
}

withBrowser("two workers reach for one conversation: one has it, the other reads who", async () => {
  const desk = await servedDesk();
  const id = await arrives(desk, "Lina", "normal");
  const [lea, nadia] = await Promise.all([
    enters(desk, "Lea", "worker"),
    enters(desk, "Nadia", "worker"),
  ]);
  // what happens elsewhere is not told to either before both have pressed
  await Promise.all(
    [lea, nadia].map((page) => page.route("**/desk/stream*", (ask) => ask.abort())),
  );
  await Promise.all([lea, nadia].map((page) => page.goto(`${desk.url}/desk/conversations/${id}`)));
  // whoever came last is told at once who is there already
  const there = [lea, nadia].map((page) =>
    page.locator("#presents", { hasText: "lit aussi cette conversation." }).waitFor(),
  );
  await Promise.any(there);
  await Promise.all(
    [lea, nadia].map((page) => page.getByRole("button", { name: "Prendre" }).click()),
  );
  const said = await Promise.all(
    [lea, nadia].map(async (page) => {
      await page.locator("#avis p").waitFor();
      return page.locator("#avis").innerText();
    }),
  );
  expect(said.filter((words) => words.includes("Vous suivez cette conversation."))).toHaveLength(1);
  expect(said.filter((words) => words.includes("Trop tard"))).toHaveLength(1);
  const [owner, other] = said[0]?.includes("Vous suivez") ? [lea, nadia] : [nadia, lea];
  await other.unroute("**/desk/stream*");
  await other.reload();
  const long =
    "Bonjour Lina je voulais te dire que ton dossier est presque prêt et que je le relis encore demain matin";
  await owner.getByLabel("Votre réponse").fill(long);
  await owner.getByText("Une phrase a 20 mots : coupez-la en deux").waitFor();
  await owner.getByLabel("Votre réponse").fill("Bonjour Lina.");
  await owner.getByText("Une phrase a 20 mots").waitFor({ state: "hidden" });
  await owner.getByRole("button", { name: "Envoyer" }).click();
  await other.locator(".said-worker", { hasText: "Bonjour Lina." }).waitFor();
  expect(await other.getByLabel("Votre réponse").count()).toBe(0);
  const sent = await desk.database.all("SELECT id FROM Outgoing WHERE author <> 'bot'");
  expect(sent).toHaveLength(1);
});

withBrowser(
  "a danger of the night is picked up on a phone: seen first, taken, answered",
  async () => {
    const desk = await servedDesk();
    const page = await enters(desk, "Lea", "worker", 360);
    await expect.poll(() => desk.watchers()).toBeGreaterThan(0);
    await arrives(desk, "Karim", "normal");
    await arrives(desk, "Amina", "immediate");
    await page.getByRole("link", { name: /Amina/ }).waitFor();
    await page.getByRole("link", { name: /Karim/ }).waitFor();
    const [first] = await page.locator("#file .row-who").allInnerTexts();
    expect(first).toBe("Amina");
    await page.getByRole("link", { name: /Amina/ }).click();
    await page.getByRole("button", { name: "Prendre" }).click();
    const box = page.getByLabel("Votre réponse");
    await box.fill("Bonjour Amina, je suis Léa. Tu es où ?");
    await page.getByRole("button", { name: "Envoyer" }).click();
    await page.locator(".said-worker", { hasText: "je suis Léa" }).waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
  },
);

withBrowser(
  "an administrator adds a colleague, who enters by the link and sees the queue",
  async () => {
    const desk = await servedDesk();
    await arrives(desk, "Lina", "normal");
    const admin = await enters(desk, "Ada", "admin");
    await admin.locator("summary", { hasText: "Plus" }).click();
    await admin.getByRole("link", { name: "Équipe" }).click();
    await admin.getByLabel("Prénom et nom").fill("Nadia Benali");
    await admin.getByLabel("Adresse e-mail").fill("nadia.b@example.org");
    await admin.getByRole("button", { name: "Ajouter", exact: true }).click();
    const link = await admin.locator(".notice input").inputValue();
    const { browser, close } = await openBrowser({ locale: "fr-FR" });
    onTestFinished(close);
    const page = await browser.newPage();
    await page.goto(link);
    await page.getByRole("button").click();
    await page.getByLabel("Nouveau mot de passe").fill("encore un mot de passe");
    await page.getByRole("button", { name: /Enregistrer|Garder/ }).click();
    await page.getByLabel("Adresse e-mail").fill("nadia.b@example.org");
    await page.getByLabel("Mot de passe").fill("encore un mot de passe");
    await page.getByRole("button", { name: "Se connecter" }).click();
    await page.getByRole("link", { name: /Lina/ }).waitFor();
    // and is shut out the day she leaves
    await admin.goto(`${desk.url}/desk/equipe`);
    await admin.locator("summary", { hasText: "Nadia Benali" }).click();
    await admin.getByRole("button", { name: "Couper l'accès" }).click();
    await admin.getByText("L'accès est coupé").waitFor();
    await page.goto(`${desk.url}/desk`);
    await page.waitForURL(`${desk.url}/desk/connexion`);
  },
);

withBrowser(
  "a day of eight appointments is closed with eight taps on one page, on a phone",
  async () => {
    const desk = await servedDesk();
    const morning = after(tuesday, -9 * hour);
    const names = ["Lina", "Karim", "Zoé", "Bilal", "Maïssa", "Noah", "Inaya", "Théo"];
    for (const [place, who] of names.entries())
      await appointmentOf(desk, { who, at: after(morning, place * hour) });
    const page = await enters(desk, "Lea", "worker", 360);
    await page.goto(`${desk.url}/desk/agenda`);
    for (const [place, who] of names.entries()) {
      const mark = place === 2 ? "Absent" : "Vu";
      const row = page.getByRole("form", { name: new RegExp(who) });
      await row.getByRole("button", { name: mark, exact: true }).click();
      await row.locator('[aria-pressed="true"]', { hasText: mark }).waitFor();
    }
    const rows = await desk.database.all("SELECT status FROM Appointment ORDER BY startsAt");
    const [one, two, third, ...rest] = rows.map(({ status }) => status);
    expect([one, two, third]).toEqual(["seen", "seen", "absent"]);
    expect(rest).toEqual(Array(5).fill("seen"));
  },
);

withBrowser("without script the queue is sorted, put aside and found again", async () => {
  const desk = await servedDesk();
  const id = await arrives(desk, "Lina", "normal");
  await desk.signIn.addWorker({
    ...{ email: "lea@example.org", name: "Lea", role: "worker", structure: home, password },
  });
  const { browser, close } = await openBrowser({ javaScriptEnabled: false, locale: "fr-FR" });
  onTestFinished(close);
  const page = await browser.newPage();
  await page.goto(`${desk.url}/desk/connexion`);
  await page.getByLabel("Adresse e-mail").fill("lea@example.org");
  await page.getByLabel("Mot de passe").fill(password);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.goto(`${desk.url}/desk/conversations/${id}`);
  await page.locator("summary", { hasText: "Ranger" }).click();
  await page.getByLabel("Mettre de côté jusqu'au").fill("2026-11-30");
  await page.getByRole("button", { name: "Mettre de côté" }).click();
  expect(await page.locator("#avis").innerText()).toContain(
    "Mise de côté jusqu'au lundi 30 novembre",
  );
  await page.goto(`${desk.url}/desk`);
  await page.getByRole("searchbox").fill("lina");
  await page.getByRole("button", { name: "Chercher", exact: true }).click();
  expect(await page.locator(".row-who").allInnerTexts()).toEqual(["Lina"]);
});
