import { afterEach, expect, test } from "vitest";
import { locales } from "../../locales/index.ts";
import { reply, testHouse } from "../channels/web-chat-house.ts";
import { noBrowser, openBrowser } from "./open-browser.ts";
import { serveChat } from "./serve-chat.ts";

if (noBrowser) console.warn(`reading aloud was not tried in a browser: ${noBrowser}`);
const inBrowser = test.skipIf(noBrowser !== null);

const toClose: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

/** A device whose voices speak these languages, and that writes down what it would say. */
const device = (languages: readonly string[]) => `
  window.spoken = [];
  const voices = ${JSON.stringify(languages)}.map((lang) => ({ lang, name: lang, localService: true, default: false }));
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => voices,
    cancel: () => {},
    speak: ({ text, lang, voice }) => window.spoken.push([lang, voice?.name ?? null, text]),
  } });`;

/** A page in Arabic on such a device, with one question and its choice. */
async function openOn(languages: readonly string[]) {
  const house = testHouse({
    answer: () => [
      reply("عليك الاتصال الآن بالرقم:\n115\n\u2068Mission locale de Carvin\u2069", [
        { id: "a.b.c", label: "القائمة" },
      ]),
    ],
  });
  house.speak("ar");
  const { address, stop } = await serveChat(house);
  toClose.push(stop);
  const { browser, close } = await openBrowser({ reducedMotion: "reduce" });
  toClose.push(close);
  const page = browser.pages()[0] ?? (await browser.newPage());
  await page.addInitScript(device(languages));
  await page.goto(address);
  await page.getByRole("button", { name: "القائمة" }).waitFor();
  return { page, aloud: page.getByRole("button", { name: locales.ar.web.readAloud }) };
}

inBrowser(
  "a message is read by the voice of its language, line by line, then its choices",
  async () => {
    const { page, aloud } = await openOn(["fr-FR", "ar_EG", "en-US"]);
    await aloud.focus();
    await page.keyboard.press("Enter");
    expect(await aloud.getAttribute("aria-pressed")).toBe("true");
    expect(await page.evaluate("window.spoken")).toEqual([
      ["ar_EG", "ar_EG", "عليك الاتصال الآن بالرقم:"],
      ["ar_EG", "ar_EG", "اتصال بالرقم 115"],
      ["ar_EG", "ar_EG", "Mission locale de Carvin"],
      ["ar_EG", "ar_EG", "القائمة"],
    ]);
  },
);

inBrowser("without a voice of the language there is no button that would stay silent", async () => {
  const { aloud } = await openOn(["fr-FR", "en-US"]);
  expect(await aloud.count()).toBe(0);
});

inBrowser("where the browser names no voice, the language is asked for", async () => {
  const { page, aloud } = await openOn([]);
  await aloud.click();
  expect(await page.evaluate("window.spoken[0]")).toEqual([
    "ar",
    null,
    "عليك الاتصال الآن بالرقم:",
  ]);
});
