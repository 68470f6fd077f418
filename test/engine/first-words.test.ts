import { expect, test } from "vitest";
import { nothingKnown } from "../../src/engine/conversation.ts";
import type { House } from "../../src/engine/house.ts";
import { talk } from "./talk.ts";
import { type Change, flow, tinyHouse } from "./tiny-house.ts";

/** A welcome that follows what was wished for before the language was known: "tea" is no word of a language. */
const house: House<Change> = {
  ...tinyHouse({
    flows: [
      flow("welcome", {
        language: { choose: "language", among: { french: "speak" }, always: true },
        speak: { do: "speakFrench", next: { done: "wish" } },
        wish: { goTo: "@wish" },
      }),
      flow("tea", {
        colour: { ask: "colour", text: "whichColour", next: "end" },
        end: { end: "informed" },
      }),
    ],
  }),
  understand: (text) => {
    if (text === "hot") return { ...guess, offered: [{ key: "tea", label: { key: "tea:tea" } }] };
    const wished = text === "tea" || text === "snack" ? text : null;
    return { intent: wished ?? "unknown", flow: wished, language: null };
  },
};

const guess = { intent: "unknown", flow: "tea", language: null };
const stranger = () => talk(house, { ...nothingKnown });
const welcome = "welcome:language [welcome:french]";
const menu = "menu:what [menu:snack] [menu:human]";

test("a clear wish is followed at once, in French, with a word on the other language", async () => {
  expect(await stranger().says("tea")).toBe(
    "accueil:welcomeShort accueil:otherLanguage tea:whichColour [red] [blue] [?]",
  );
});

test("what may be wished for waits for the language, and is followed right after", async () => {
  const person = stranger();
  expect(await person.says("hot")).toBe(welcome);
  expect(await person.presses("welcome.language.french")).toBe("tea:whichColour [red] [blue] [?]");
});

test("without a wish, the choice of the language leads to the menu", async () => {
  const person = stranger();
  expect(await person.says("hmm")).toBe(welcome);
  expect(await person.presses("welcome.language.french")).toBe(menu);
});

test("the language pressed once a wish was followed: its question waits, and is asked again", async () => {
  const person = stranger();
  await person.says("hot");
  expect(await person.says("snack")).toBe(
    "accueil:welcomeShort snack:whichColour [red] [blue] [?]",
  );
  expect(await person.presses("welcome.language.french")).toBe(
    "snack:whichColour [red] [blue] [?]",
  );
});
