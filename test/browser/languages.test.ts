import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { afterEach, expect, test } from "vitest";
import { type Language, locales, offeredLanguages } from "../../locales/index.ts";
import type { Content, WrittenReply } from "../../src/base/message.ts";
import { reply, testHouse } from "../channels/web-chat-house.ts";
import { noBrowser, openBrowser } from "./open-browser.ts";
import { serveChat } from "./serve-chat.ts";

if (noBrowser) console.warn(`the languages were not tried in a browser: ${noBrowser}`);
const inBrowser = test.skipIf(noBrowser !== null);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const toClose: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

/** What stands in every language that is offered. */
function wordsOf(language: Language) {
  const { web, menu, violences, danger } = { ...locales.fr, ...locales[language] };
  return { web, menu, violences, danger };
}

/** A welcome, a menu, a number to call: as each language writes them. */
function answerIn(language: Language) {
  const { menu, violences, danger } = wordsOf(language);
  return ({ kind }: Content): readonly WrittenReply[] =>
    kind === "opened"
      ? [
          reply(violences.now),
          reply(menu.whatDoYouWant, [
            { id: "menu.start.aids", label: menu.aids },
            { id: "menu.start.talk", label: menu.talk },
          ]),
        ]
      : [reply(danger.calm)];
}

inBrowser.each(
  offeredLanguages.flatMap((language) => [
    { language, viewport: { width: 320, height: 640 } },
    // 1280 px at 400 %: the same width, in a landscape window
    { language, viewport: { width: 640, height: 320 } },
  ]),
)(
  "in $language, at $viewport.width px, the page is in that language and axe finds nothing",
  async ({ language, viewport }) => {
    const house = testHouse({ answer: answerIn(language) });
    house.speak(language);
    const { address, stop } = await serveChat(house);
    toClose.push(stop);
    const { browser, close } = await openBrowser({ viewport, reducedMotion: "reduce" });
    toClose.push(close);
    const page = browser.pages()[0] ?? (await browser.newPage());
    await page.goto(address);
    const { web, menu, danger } = wordsOf(language);
    await page.getByRole("button", { name: menu.aids }).waitFor();

    const about = await page.evaluate(() => ({
      language: document.documentElement.lang,
      direction: document.documentElement.dir,
      width: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }));
    expect(about).toEqual({ language, direction: language === "ar" ? "rtl" : "ltr", width: 0 });
    await page.getByLabel(web.field, { exact: true }).fill("x");
    await page.getByRole("button", { name: web.send }).click();
    await page.getByText(danger.calm).waitFor();

    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      type Result = { violations: { id: string; nodes: { html: string }[] }[] };
      const { run } = (globalThis as unknown as { axe: { run(): Promise<Result> } }).axe;
      return (await run()).violations.map(({ id, nodes }) => [
        id,
        ...nodes.map(({ html }) => html),
      ]);
    });
    expect(found).toEqual([]);
  },
);
