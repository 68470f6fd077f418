import { mkdirSync } from "node:fs";
import { test } from "vitest";
import { after, instant, minute } from "../../src/base/time.ts";
import { home, hoursAgo, password, waits } from "../desk/desk-world.ts";
import { servedDesk } from "./desk-server.ts";
import { openBrowser } from "./open-browser.ts";

test("shots", async () => {
  mkdirSync("/tmp/shots", { recursive: true });
  const desk = await servedDesk();
  const add = async (email: string, name: string) => {
    const added = await desk.signIn.addWorker({ email, name, role: "worker", structure: home, password });
    if (added.outcome !== "added") throw new Error(added.outcome);
    return added.id;
  };
  const me = await add("ines@example.org", "Inès Caron");
  const other = await add("paul@example.org", "Paul Delattre");
  const t = (min: number) => after(desk.clock.now(), -min * minute);
  await desk.write({ who: "a", text: "je sais pas où dormir ce soir, ma mère m'a mis dehors", firstName: "Kévin", channel: "telegram", at: t(12), standing: waits("immediate", "emergency_shelter", t(12)) });
  await desk.write({ who: "b", text: "j'ai reçu une lettre de l'huissier, on doit partir avant le 1er décembre", firstName: "Samira", channel: "whatsapp", at: t(95), standing: waits("high", "expulsion", t(95)) });
  const book = async (who: string, name: string | undefined, site: string, iso: string, status: "booked" | "proposed") => {
    const start = instant(iso);
    const ids = desk.ids.next();
    const conversation = await desk.write({ who, ...(name ? { firstName: name } : {}), text: "rdv", at: t(600), changes: [{ kind: "book", appointment: { id: ids as never, structure: home, person: "" as never, conversation: "" as never, site, worker: "conseillere-1", motif: "premier", mode: "place", start, end: after(start, 45 * minute), bookedVia: "chat", bookedAt: t(600) }, resources: [`worker:${iso}`], cells: [start], reminders: [], replaces: null }] });
    const row = await desk.database.get("SELECT personId FROM Conversation WHERE id = ?", [conversation]);
    await desk.database.run({ sql: "UPDATE Appointment SET conversationId = ?, personId = ?, status = ? WHERE id = ?", values: [conversation, String(row?.["personId"]), status, ids] });
    return ids;
  };
  const lina = "c";
  const options = ["etudiant|Études", "alternant|Alternance", "salarie_prive|Salarié"].map((o) => ({ id: `visale.status.${o.split("|")[0]}`, label: o.split("|")[1] ?? "" }));
  const talk: [string, string][] = [
    ["bonjour", "Bonjour ! Je suis l'assistant du CLLAJ Hénin-Carvin. Tu veux quoi ?"],
    ["visale c'est quoi", "Visale, c'est une garantie gratuite : si tu ne peux plus payer ton loyer, Action Logement paie le propriétaire, et tu rembourses ensuite.\n\nTu as quel âge ?"],
    ["19", "Tu fais quoi en ce moment ?"],
    ["", "As-tu déjà signé le bail (le contrat de location) ?"],
    ["pas encore, le proprio attend un garant", "C'est quel type de logement ?"],
    ["un studio chez un particulier", "Le logement est dans quelle ville ?"],
    ["Carvin", "Le loyer, charges comprises, c'est combien par mois ?"],
    ["420", "Tu touches combien chaque mois, en tout ?"],
    ["ça dépend des mois, j'ai une bourse et un petit boulot le week-end, et mes parents m'aident un peu quand ils peuvent. En moyenne 700", "Je transmets à l'équipe."],
  ];
  let id = "";
  const at0 = t(26 * 60);
  const k = (value: unknown) => ({ value, at: at0 });
  for (const [index, [said, reply]] of talk.entries()) {
    id = await desk.write({
      who: lina, firstName: "Lina", channel: "web", at: after(at0, index * 2 * minute),
      content: said ? { kind: "text", text: said } : { kind: "choice", option: "visale.status.etudiant" },
      replies: [{ text: reply, options: reply.startsWith("Tu fais quoi") ? options : [] }],
      happenings: [{ kind: "entered", flow: "visale", step: "intro" }, { kind: "entered", flow: "alt", step: "intro" }],
      memory: { place: { flow: "visale", step: "nationality" }, known: { age: k(19), status: k("etudiant"), "home.leaseSigned": k(false), "home.parc": k("prive"), "home.commune": k({ inseeCode: "62215", name: "Carvin" }), "home.rentWithCharges": k(420), monthlyResources: k(700), nationality: k(null), currentHousing: k("parents") } },
    });
  }
  await book(lina, "Lina", "ml-carvin", "2026-11-26T13:00:00Z", "booked");
  await desk.write({ who: lina, text: "je peux parler à quelqu'un ? le proprio veut une réponse demain", firstName: "Lina", at: t(20), standing: waits("normal", "visale", t(20)) });
  await desk.write({ who: "d", text: "I need help with the deposit", channel: "whatsapp", at: t(300), memory: { language: "en" }, standing: waits("normal", "housing_search", t(300)) });
  const e = await desk.write({ who: "e", text: "merci beaucoup, je vous envoie l'attestation demain matin", firstName: "Maxence", channel: "telegram", at: t(50), standing: waits("normal", "documents", t(60)) });
  await desk.write({ who: "f", content: { kind: "media", media: "voice" }, at: t(5), standing: waits("normal", "human", t(5)) });
  const g = await desk.write({ who: "g", text: "ok pour jeudi", firstName: "Jade", channel: "whatsapp", at: t(200), standing: waits("normal", "book_appointment", t(240)) });
  await desk.door.handOvers.takeOver(e as never, me, t(40));
  await desk.door.handOvers.takeOver(g as never, other, t(190));
  await desk.door.handOvers.takeOver(id as never, me, t(15));
  await desk.door.handOvers.answer(id as never, me, "k1", { text: "Bonjour Lina, je suis Inès, du CLLAJ. Oui, on peut faire la demande Visale ensemble cet après-midi.", options: [] }, t(14));
  await desk.database.run({ sql: "UPDATE Outgoing SET state = 'sent' WHERE author <> 'bot'", values: [] });
  await desk.database.run({ sql: "UPDATE Outgoing SET state = 'sent'", values: [] });
  await desk.door.handOvers.note(id as never, me, "n1", "Bail prévu le 1er décembre. Rappeler le propriétaire (M. Lefebvre) avant 17 h.", t(13));
  await desk.write({ who: lina, text: "oh super merci !! vous avez besoin de quoi ?", firstName: "Lina", at: t(9) });
  await desk.door.handOvers.answer(id as never, me, "k2", { text: "Votre pièce d'identité et votre certificat de scolarité suffisent pour commencer.", options: [] }, t(8));
  await desk.database.run({ sql: "UPDATE Outgoing SET state = 'failed', failure = 'network timeout' WHERE id = (SELECT MAX(id) FROM Outgoing)", values: [] });
  for (let n = 0; n < 8; n++) await desk.write({ who: `h${n}`, text: ["c'est quoi le fsl", "bonjour", "je cherche un appart à Hénin", "oui", "menu"][n % 5] ?? "", at: t(400 + n * 30), ...(n % 2 ? { firstName: "Noé" } : {}) });
  const first = await book("r1", "Théo", "ml-carvin", "2026-11-24T08:00:00Z", "booked");
  await book("r2", "Aya", "ml-carvin", "2026-11-24T09:00:00Z", "booked");
  await book("r3", undefined, "ml-carvin", "2026-11-24T14:00:00Z", "booked");
  await book("r4", "Marie-Amélie", "mda-henin", "2026-11-24T13:00:00Z", "booked");
  await book("r5", "Jade", "mda-henin", "2026-11-24T15:00:00Z", "proposed");
  
  await desk.door.markAppointment(first, me, home, "seen");

  for (const scheme of ["light", "dark"] as const) {
    for (const [width, height] of [[360, 740], [900, 800], [1440, 900]] as const) {
      const { browser: context, close } = await openBrowser({ viewport: { width, height }, colorScheme: scheme, locale: "fr-FR" });
      const page = await context.newPage();
      page.on("console", (m) => { if (m.type() === "error" || m.type() === "warning") console.log(m.text()); });
      page.on("pageerror", (e) => console.log("pageerror", e.message));
      const shot = (name: string) => page.screenshot({ path: `/tmp/shots/desk-${name}-${width}-${scheme}.png` });
      await desk.database.run({ sql: "DELETE FROM RateLimit", values: [] });
      await page.goto(`${desk.url}/desk/connexion`);
      if (scheme === "light") await shot("connexion");
      await page.fill("#email", "ines@example.org");
      await page.fill("#password", password);
      await page.click("button[type=submit]");
      await page.waitForURL(`${desk.url}/desk`);
      await shot("file");
      await page.goto(`${desk.url}/desk/conversations/${id}`);
      await page.waitForTimeout(200);
      await shot("conversation");
      if (width < 1280) { await page.goto(`${desk.url}/desk/conversations/${id}#fiche`); await page.waitForTimeout(100); await shot("fiche"); }
      await page.goto(`${desk.url}/desk/conversations/${id}`);
      await page.keyboard.press("b");
      await page.keyboard.press("n");
      await page.waitForTimeout(100);
      await shot("rendre");
      await page.goto(`${desk.url}/desk/conversations/${id}/rendez-vous`); await shot("heures");
      await page.goto(`${desk.url}/desk/agenda`); await shot("agenda");
      await page.goto(`${desk.url}/desk?onglet=robot`); await shot("robot");
      await close();
    }
  }
}, 120_000);
