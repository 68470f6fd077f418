import { expect, test } from "vitest";
import { nothingKnown } from "../../src/engine/conversation.ts";
import type { House } from "../../src/engine/house.ts";
import { talk } from "./talk.ts";
import { type Change, flow, tinyHouse } from "./tiny-house.ts";

const speaks = (language: string) => () => ({ outcome: "done", language });
const plain = tinyHouse({
  flows: [
    flow("tea", {
      age: { ask: "age", text: "howOld", next: "colour" },
      colour: { ask: "colour", text: "whichColour", next: "end" },
      end: { end: "informed" },
    }),
    flow("tongue", {
      language: { choose: "language", among: { english: "english" }, always: true },
      offerEnglish: { choose: "offerEnglish", among: { accept: "english", no: "goOn" } },
      english: { do: "speakEnglish", next: { done: "changed" } },
      changed: { say: "changed", next: "goOn" },
      goOn: { goTo: "@wish" },
    }),
    flow("welcome", {
      language: { choose: "language", among: { english: "english" }, always: true },
      english: { do: "speakEnglish", next: { done: "wish" } },
      wish: { goTo: "@wish" },
    }),
  ],
  actions: { speakEnglish: speaks("en") },
});
const house: House<Change> = {
  ...plain,
  doors: { ...plain.doors, language: "tongue" },
  otherLanguage: (text, language) =>
    /^(?:what|i) .* .*/.test(text) && language !== "en"
      ? { language: "en", step: "offerEnglish" }
      : null,
  languageAsked: (text) => (text === "english please" ? "english" : null),
};

const offer = "tongue:offerEnglish [tongue:accept] [tongue:no]";
const colour = "tea:whichColour [red] [blue] [?]";

test("words in another language: it is offered, and spoken only once the person agrees", async () => {
  const person = talk(house);
  await person.presses("menu.menu.snack");
  expect(await person.says("what do you mean")).toBe(offer);
  expect(person.memory().language).toBe("fr");
  await person.presses("tongue.offerEnglish.accept");
  expect(person.memory().language).toBe("en");
  expect(person.memory().place?.flow).toBe("snack");
});

test("refused, it is not offered again, and the question comes back", async () => {
  const person = talk(house);
  await person.presses("menu.menu.snack");
  await person.says("what do you mean");
  expect(await person.presses("tongue.offerEnglish.no")).toBe("snack:whichColour [red] [blue] [?]");
  expect(person.memory().language).toBe("fr");
  expect(await person.says("what do you mean")).toContain("everywhere:hint_colour");
});

test("a wish in another language waits for the choice, then is followed", async () => {
  const person = talk(house);
  expect(await person.says("i want tea")).toBe(offer);
  expect(await person.presses("tongue.offerEnglish.no")).toBe("tea:howOld [?]");
});

test("asked for by its name, it is spoken at once, and what waits goes on", async () => {
  const person = talk(house, { languagesOffered: ["en"] });
  await person.says("i want tea");
  await person.says("19");
  expect(await person.says("english please")).toBe(`tongue:changed ${colour}`);
  expect(person.memory().language).toBe("en");
});

test("a stranger who asks for a language is welcomed in it", async () => {
  const person = talk(house, { ...nothingKnown });
  expect(await person.says("english please")).toBe("menu:what [menu:snack] [menu:human]");
  expect(person.memory().language).toBe("en");
});
