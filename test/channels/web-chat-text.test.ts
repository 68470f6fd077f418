import fc from "fast-check";
import { expect, test } from "vitest";
import { textParts } from "../../src/channels/web-chat-parts.ts";
import { newBrowser } from "./web-chat-browser.ts";
import { openChat, reply, testHouse } from "./web-chat-house.ts";

const numbers = ["112", "15", "17", "18", "114", "115", "119", "3919", "0 805 16 00 75"];

/** The pieces to press, "text → address". */
function pressable(text: string): readonly string[] {
  return textParts(text, numbers).flatMap((part) =>
    part.kind === "plain" ? [] : [`${part.text} → ${part.href}`],
  );
}

test.each([
  ["Va sur https://www.visale.fr.", ["https://www.visale.fr → https://www.visale.fr/"]],
  [
    "(https://caf.fr/aides?a=1&b=2), puis",
    ["https://caf.fr/aides?a=1&b=2 → https://caf.fr/aides?a=1&b=2"],
  ],
  ["javascript:alert(1) ftp://a.fr data:text/html,x", []],
  ["https://", []],
  ["Appelle le 115 maintenant.", ["115 → tel:115"]],
  ["Appelle SOS Loyers impayés : 0 805 16 00 75, gratuit.", ["0 805 16 00 75 → tel:0805160075"]],
  ["En danger : appelle le 17, ou envoie un SMS au 114 si", ["17 → tel:17", "114 → sms:114"]],
  ["appelle le 15 ou le 112.", ["15 → tel:15", "112 → tel:112"]],
  ["Si tu as moins de 18 ans, appelle aussi le 119.", ["119 → tel:119"]],
  ["Ton rendez-vous est le 17 novembre à 15 h.", []],
  ["Appelle-nous avant le 17 novembre.", []],
  ["Ton loyer est de 115 €, ou 1 115 €, ou 115,50.", []],
  ["Appelle :\n115\nC'est gratuit.", ["115 → tel:115"]],
  ["Envía un mensaje:\n114", ["114 → sms:114"]],
  ["أرسل رسالة:\n114", ["114 → sms:114"]],
  ["Llama al 17 o al 112.", ["17 → tel:17", "112 → tel:112"]],
  ["If you are in danger, call 17 or 112.", ["17 → tel:17", "112 → tel:112"]],
])("what can be pressed in « %s »", (text, expected) => {
  expect(pressable(text)).toEqual(expected);
});

const nasty = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        ...["<script>", "</p>", '" onmouseover="x', "&lt;", "<img src=x onerror=alert(1)>"],
        ...[
          "https://a.fr/",
          '"><svg/onload=x>',
          "'",
          "\n",
          "115",
          "appelle le 17 ",
          "javascript:",
          "&",
        ],
      ),
    )
    .map((pieces) => pieces.join("")),
);

test("a text cut into pieces is still the text, and only safe addresses are pressed", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const parts = textParts(text, numbers);
      expect(parts.map((part) => part.text).join("")).toBe(text);
      for (const part of parts) {
        if (part.kind !== "plain") expect(part.href).toMatch(/^(https?:\/\/|tel:\d+$|sms:\d+$)/);
      }
    }),
  );
});

test("whatever a person, the bot or a worker writes never becomes markup", async () => {
  await fc.assert(
    fc.asyncProperty(nasty, nasty, async (written, label) => {
      const options = [{ id: `a.b.${label.slice(0, 9)}`, label }];
      const house = testHouse({ answer: () => [reply(written, options)] });
      const { app } = await openChat(house);
      const browser = newBrowser(app);
      await browser.send({ id: "m-1", text: written });
      house.say("worker", reply(written));
      const { entries } = await (await browser.get("/chat/messages")).json();
      for (const { markup } of entries) expect(strangeTags(markup)).toEqual([]);
      const begin = await (await newBrowser((await openChat(testHouse())).app).get("/")).text();
      const page = await (await browser.get("/")).text();
      expect(strangeTags(page, new Set(tagsOf(begin)))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

/** The opening tags, each with the names of its attributes: values are quoted, so `<` and `>` in them are escaped. */
function tagsOf(markup: string): readonly string[] {
  return [...markup.matchAll(/<(?!\/)([^>]*)>/g)].map(([, inside = ""]) => {
    const [name = ""] = inside.split(/[\s/]/);
    const attributes = [...inside.matchAll(/\s([^\s="]+)(?:="[^"]*")?/g)].map(([, one]) => one);
    return `${name} ${attributes.filter((one) => one !== "/").join(" ")}`.trim();
  });
}

const ofAnEntry = new Set([
  ...[
    "div class id",
    "p class",
    "p class dir",
    "p class dir lang",
    "div class",
    "a class href dir",
    "span class",
  ],
  ...["a href target rel dir", "button type class aria-label title", "div class role aria-label"],
  ...["button type form name value", "svg viewBox width height aria-hidden focusable"],
  "path d fill stroke stroke-width stroke-linecap stroke-linejoin",
]);

function strangeTags(markup: string, others: ReadonlySet<string> = new Set()): readonly string[] {
  return tagsOf(markup).filter((tag) => !ofAnEntry.has(tag) && !others.has(tag));
}
