import { test } from "vitest";
import { hoursAgo, waits, worker } from "../desk/desk-world.ts";
import { servedDesk } from "./desk-server.ts";
import { openBrowser } from "./open-browser.ts";

test("shots", async () => {
  const desk = await servedDesk();
  const lea = await worker(desk, "Léa Martin");
  const nadia = await worker(desk, "Nadia Benali");
  const amina = await desk.write({
    who: "+33611111111",
    text: "je dors dehors ce soir",
    firstName: "Amina",
    standing: waits("immediate", "emergency_shelter", hoursAgo(1)),
  });
  const lina = await desk.write({
    who: "+33622222222",
    text: "ma caution n'est pas rendue",
    firstName: "Lina",
    memory: { language: "ar" },
    standing: waits("normal", "human", hoursAgo(3)),
  });
  const karim = await desk.write({
    who: "+33633333333",
    text: "merci",
    firstName: "Karim",
    memory: { language: "fr" },
    standing: waits("normal", "human", hoursAgo(2)),
  });
  const f = { structure: "rencontres-et-loisirs", by: lea.id, now: desk.clock.now() };
  await desk.door.filing.label({ ...f, conversation: lina }, ["caution", "suivi ASE"]);
  await desk.door.filing.assign({ ...f, conversation: lina }, nadia.id, "x");
  await desk.door.filing.snooze(
    { ...f, conversation: karim },
    (desk.clock.now() + 3 * 86400000) as never,
  );
  void amina;
  const [name, value] = lea.cookie.split("=", 2) as [string, string];
  for (const width of [360, 1440]) {
    const { browser, close } = await openBrowser({
      viewport: { width, height: 900 },
      locale: "fr-FR",
    });
    await browser.addCookies([{ name, value, url: desk.url }]);
    const page = await browser.newPage();
    const paths = (process.env["SHOTS"] ?? "").split(",");
    for (const path of paths) {
      await page.goto(`${desk.url}/desk${path.replace(":lina", lina)}`);
      for (const one of await page.$$("details.filing, details.busy, .filters details"))
        await one.evaluate((d) => ((d as HTMLDetailsElement).open = true));
      await page.waitForTimeout(200);
      await page.screenshot({
        path: `/tmp/shot-${width}-${paths.indexOf(path)}.png`,
        fullPage: width === 360,
      });
    }
    await close();
  }
}, 60000);
