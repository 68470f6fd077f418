import { expect, test } from "vitest";
import { talk } from "./talk.ts";
import { flow, tinyHouse } from "./tiny-house.ts";

const tea = flow("tea", {
  colour: { ask: "colour", text: "whichColour", next: "age" },
  age: { ask: "age", text: "howOld", next: "town" },
  town: { ask: "town", text: "whichTown", next: "end" },
  end: { end: "informed" },
});
const house = tinyHouse({ flows: [tea] });
const stale = "everywhere:staleButton";

/** Somebody who said red, then 19, and is asked for a town. */
async function atTown() {
  const person = talk(house);
  await person.says("i want tea");
  await person.presses("tea.colour.red");
  await person.says("19");
  return person;
}

test("a button of an earlier answer changes it, and what came after is asked again", async () => {
  const person = await atTown();
  expect(await person.presses("tea.colour.blue")).toBe("2/3 tea:howOld [?]");
  expect(person.knows()).toEqual({ colour: "blue" });
});

test.each([
  ["a step that went away", "tea.flavour.mint"],
  ["a choice that went away", "tea.colour.green"],
  ["a flow that went away", "coffee.size.big"],
  ["another flow, at a question that is over", "snack.hungry.red"],
  ["nothing of ours", "garbage"],
  ["nothing of ours, with a name every object has", "tea.constructor.name"],
  ["a choice with a name every object has", "menu.menu.constructor"],
])("a button of %s is refused kindly, and the question is shown again", async (_, option) => {
  const person = await atTown();
  expect(await person.presses(option)).toBe(`${stale} 3/3 tea:whichTown [?]`);
  expect(person.knows()).toEqual({ colour: "red", age: 19 });
});

test("a button that works at all times is followed, and the question is taken up again", async () => {
  const person = await atTown();
  expect(await person.presses("danger.check.no")).toBe("danger:calm 3/3 tea:whichTown [?]");
});

test("an old button without a conversation shows the menu, or the welcome to a stranger", async () => {
  expect(await talk(house).presses("tea.colour.red")).toBe(
    `${stale} menu:what [menu:snack] [menu:human]`,
  );
  expect(await talk(house, { language: null }).presses("tea.colour.red")).toBe(
    `${stale} welcome:language [welcome:french]`,
  );
});

test("an old button of an offer is taken at its word where the offer still waits", async () => {
  const market = flow("market", {
    stall: { offer: "stall", text: "which", next: { chosen: "end", none: "end" } },
    end: { end: "informed" },
  });
  const offered = [{ key: "apples", label: { key: "@plain:apples" } }];
  const person = talk(tinyHouse({ flows: [market], offers: { stall: () => offered } }));
  await person.says("i want market");
  await person.presses("market.stall.pears");
  expect(person.turn()?.happenings).toContainEqual({
    kind: "chose",
    flow: "market",
    step: "stall",
    value: "chosen",
  });
});

test("what a button is about goes along to the next flow, and is forgotten at the menu", async () => {
  const recall = flow("recall", {
    soon: { choose: "soon", among: { change: "change" }, always: true },
    change: { goTo: "change" },
  });
  const change = flow("change", {
    age: { ask: "age", text: "howOld", next: "end" },
    end: { end: "booked" },
  });
  const person = talk(tinyHouse({ flows: [recall, change] }));
  await person.presses("recall.soon.change@a1.1");
  expect(person.knows()).toEqual({ subject: "a1.1" });
  await person.says("menu");
  expect(person.knows()).toEqual({});
});
