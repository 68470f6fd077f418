import { expect, test } from "vitest";
import { offeredLanguages } from "../../locales/index.ts";
import { openChat, testHouse } from "./web-chat-house.ts";

async function webChatHouse() {
  const house = testHouse();
  return { door: house.door, app: (await openChat(house)).app };
}

test("what is kept, why, how long, who sees it and how to erase it, with the periods in force", async () => {
  const house = await webChatHouse();
  const page = await (await house.app.request("/confiance")).text();
  const words = page.replaceAll(/<[^>]+>/g, " ").replaceAll(/&#39;/g, "'");
  const { retention, contact } = house.door.structure;
  expect(words).toContain(`Le texte de tes messages : ${retention.messageTextsMonths} mois.`);
  expect(words).toContain(
    `${retention.conversationsMonthsAfterLastContact} mois après ton dernier message`,
  );
  expect(words).toContain("tes messages vocaux : 30 jours");
  expect(words).toContain("le texte est effacé 30 jours après ton dernier message");
  expect(words).toContain("Tes parents n'y ont pas accès.");
  expect(words).toContain("puis « Tout effacer »");
  expect(words).toContain(contact.email);
  expect(words).not.toMatch(/undefined|\{\{|null/);
});

test.each(offeredLanguages)("it is read in %s, whatever the browser speaks", async (language) => {
  const { app } = await webChatHouse();
  const page = await (
    await app.request(`/confiance?langue=${language}`, { headers: { "Accept-Language": "de" } })
  ).text();
  expect(page).toContain(`<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}"`);
  expect(page).not.toMatch(/undefined|\{\{/);
});

test("the first page of the chat leads there, and it keeps no cookie", async () => {
  const { app } = await webChatHouse();
  expect(await (await app.request("/")).text()).toContain('href="/confiance"');
  const trust = await app.request("/confiance");
  expect(trust.headers.get("set-cookie")).toBeNull();
  expect(trust.headers.get("content-security-policy")).toContain("default-src");
});
