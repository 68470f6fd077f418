import { expect, test } from "vitest";
import type { Flow } from "../../src/engine/flow.ts";
import { talk } from "./talk.ts";
import { flow, tinyHouse } from "./tiny-house.ts";

const first = flow("tea", {
  age: { ask: "age", text: "howOld", next: "town" },
  town: { ask: "town", text: "whichTown", next: "end" },
  end: { end: "informed" },
});

/** Somebody of 19 who is asked for a town, and meets a new version of the flow. */
async function waitsAtTownAndMeets(next: Flow | null) {
  const person = talk(tinyHouse({ flows: [first] }));
  await person.says("i want tea");
  await person.says("19");
  person.meets(tinyHouse({ flows: next ? [next] : [] }));
  return person;
}

const renamed = flow(
  "tea",
  {
    age: { ask: "age", text: "howOld", next: "place" },
    place: { ask: "town", text: "whichTown", next: "end" },
    end: { end: "informed" },
  },
  { town: "place" },
);
const replaced = flow("tea", {
  age: { ask: "age", text: "howOld", next: "colour" },
  colour: { ask: "colour", text: "whichColour", next: "weight" },
  weight: { choose: "weight", among: { light: "end" } },
  end: { end: "informed" },
});

test("an answer to a step that was renamed is heard under its new name", async () => {
  const person = await waitsAtTownAndMeets(renamed);
  await person.says("lens");
  expect(person.turn()?.happenings).toContainEqual({ kind: "answered", flow: "tea", step: "town" });
  expect(person.turn()?.happenings.at(-1)).toEqual({
    kind: "ended",
    flow: "tea",
    step: "end",
    value: "informed",
  });
});

test("a question asked again carries the new name of its step", async () => {
  const person = await waitsAtTownAndMeets(renamed);
  await person.says("twin");
  const options = person.turn()?.replies[0]?.options.map(({ id }) => id);
  expect(options).toEqual(["tea.place.north", "tea.place.south", "tea.place.unknown"]);
  expect(person.memory().place).toEqual({ flow: "tea", step: "place" });
});

test("an old button of a step that was renamed still works, wherever the person waits", async () => {
  const person = await waitsAtTownAndMeets(renamed);
  await person.presses("tea.town.unknown");
  expect(person.turn()?.happenings.at(-1)?.kind).toBe("ended");
  const late = talk(tinyHouse({ flows: [renamed] }), { known: { age: { value: 19, at: 1 } } });
  await late.says("i want tea");
  await late.presses("tea.town.unknown");
  expect(late.turn()?.happenings.at(-1)?.kind).toBe("ended");
});

test("a step that went away is walked to from the start, without asking what is known", async () => {
  const person = await waitsAtTownAndMeets(replaced);
  expect(await person.says("lens")).toBe("tea:whichColour [red] [blue] [?]");
});

test("an answer to a question that went away is never read against another one", async () => {
  const person = await waitsAtTownAndMeets(replaced);
  // "red" would answer the new question, and was not said to it
  await person.says("red");
  expect(person.knows()).toEqual({ age: 19 });
  expect(person.memory().misunderstood).toBe(0);
  expect(await person.says("red")).toBe("tea:weight [tea:light]");
});

test("nor when the step that replaces it asks nothing", async () => {
  const told = flow(
    "tea",
    {
      age: { ask: "age", text: "howOld", next: "tell" },
      tell: { say: "news", next: "colour" },
      colour: { ask: "colour", text: "whichColour", next: "end" },
      end: { end: "informed" },
    },
    { town: "tell" },
  );
  const person = await waitsAtTownAndMeets(told);
  expect(await person.says("red")).toBe("tea:news tea:whichColour [red] [blue] [?]");
  expect(person.knows()).toEqual({ age: 19 });
});

test("danger is heard at a step that went away", async () => {
  const person = await waitsAtTownAndMeets(replaced);
  expect(await person.says("alarm")).toBe("danger:number");
});

test("a whole flow that went away leads to the menu", async () => {
  const person = await waitsAtTownAndMeets(null);
  expect(await person.says("lens")).toBe("menu:what [menu:snack] [menu:human]");
});
