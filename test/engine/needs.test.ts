import { expect, test } from "vitest";
import type { House } from "../../src/engine/house.ts";
import { talk } from "./talk.ts";
import { type Change, flow, tinyHouse } from "./tiny-house.ts";

const tea = flow("tea", {
  age: { ask: "age", text: "howOld", next: "end" },
  end: { end: "informed" },
});
const cake = flow("cake", {
  colour: { ask: "colour", text: "whichColour", next: "doors" },
  doors: { choose: "doors", among: { talk: "talk", toMenu: "menu" }, always: true },
  talk: { goTo: "human" },
  menu: { goTo: "menu" },
});
const also = flow("also", {
  offer: { choose: "offer", among: { yes: "look", no: "next" } },
  look: { goTo: "@wish" },
  next: { goTo: "@next" },
});
const plain = tinyHouse({ flows: [tea, cake, also] });
/** "tea and cake and snack": the first is wished for, the others besides. */
const house: House<Change> = {
  ...plain,
  understand: (text, language) => {
    const [first = "", ...others] = text.split(" and ");
    return { ...plain.understand(first, language), also: others };
  },
};

const age = "tea:howOld [?]";
const colour = "cake:whichColour [red] [blue] [?]";
const offer = "also:offer [also:yes] [also:no]";
const menu = "menu:what [menu:snack] [menu:human]";

test("of two needs the first is answered, the other is offered after it, and done when it is begun", async () => {
  const person = talk(house);
  expect(await person.says("i want tea and cake")).toBe(`everywhere:oneFirst ${age}`);
  expect(person.memory().needs).toEqual(["cake"]);
  expect(await person.says("19")).toBe(offer);
  expect(person.turn()?.replies[0]?.texts[0]?.values).toMatchObject({
    wish: { key: "menu:topic_cake" },
  });
  expect(await person.presses("also.offer.yes")).toBe(colour);
  expect(person.memory().needs).toEqual([]);
});

test("several are offered one by one; a refused one is not offered again", async () => {
  const person = talk(house);
  await person.says("i want tea and cake and snack");
  await person.says("19");
  expect(await person.presses("also.offer.no")).toBe(offer);
  expect(person.memory().needs).toEqual(["snack"]);
  expect(await person.presses("also.offer.no")).toBe(menu);
  expect(person.memory().needs).toEqual([]);
});

test("an offer that is not answered stays: it is made again at the next end", async () => {
  const person = talk(house);
  await person.says("i want tea and cake");
  await person.says("19");
  await person.says("i want snack");
  expect(await person.says("red")).toBe(offer);
});

test("a list of doors ends a subject too: its menu button offers what is left, the word shows the menu", async () => {
  const person = talk(house);
  await person.says("i want cake and tea");
  expect(await person.says("red")).toBe("cake:doors [cake:talk] [cake:toMenu]");
  expect(await person.says("menu")).toBe(menu);
  expect(await person.presses("cake.doors.toMenu")).toBe(offer);
});

test("thanks are a good moment for the next need", async () => {
  const person = talk(house);
  await person.says("i want cake and tea");
  await person.says("red");
  expect(await person.says("thanks")).toBe(`everywhere:youAreWelcome ${offer}`);
});

test("who is handed over is asked nothing: the team finds what else they need", async () => {
  const person = talk(house);
  await person.says("i want human and tea");
  expect(person.turn()?.replies[0]?.texts.at(-1)?.key).toBe("human:called");
  expect(person.memory().needs).toEqual(["tea"]);
});

test("danger is answered first, and what was asked for beside it is kept", async () => {
  const person = talk(house);
  expect(await person.says("i want alarm and tea")).toBe("danger:number");
  expect(person.memory().needs).toEqual(["tea"]);
});

test("a switch put off is a need: it is offered once the flow is over", async () => {
  const later = flow("resume", {
    welcomeBack: { choose: "welcomeBack", among: { goOn: "back" } },
    comeBack: { choose: "comeBack", among: { goOn: "back" } },
    switch: { choose: "switch", among: { change: "wish", stay: "later" } },
    wish: { goTo: "@wish" },
    later: { goTo: "@later" },
    back: { goTo: "@back" },
  });
  const person = talk(tinyHouse({ flows: [tea, cake, also, later] }));
  await person.says("i want tea");
  expect(await person.says("i want cake")).toBe("resume:switch [resume:change] [resume:stay]");
  expect(await person.says("stay")).toBe(age);
  expect(await person.says("19")).toBe(offer);
});

test("an erasure forgets what was left to do", async () => {
  const erase = flow("erase", {
    erase: { do: "erase", next: { done: "end" } },
    end: { end: "informed" },
  });
  const person = talk(
    {
      ...tinyHouse({
        flows: [erase],
        actions: { erase: () => ({ outcome: "done", reset: true }) },
      }),
    },
    { needs: ["snack"] },
  );
  await person.says("i want erase");
  expect(person.memory().needs).toEqual([]);
});
