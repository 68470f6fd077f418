import { expect, test } from "vitest";
import type { Asking } from "../../src/engine/conversation.ts";
import { talk } from "./talk.ts";
import { flow, tinyHouse } from "./tiny-house.ts";

const end = { end: "informed" } as const;

test("what is said and the question after it leave as one message", async () => {
  const tea = flow("tea", {
    hello: { say: ["hello", "rules"], next: "age" },
    age: { ask: "age", text: "howOld", next: "end" },
    end,
  });
  const person = talk(tinyHouse({ flows: [tea] }));
  expect(await person.says("i want tea")).toBe("tea:hello tea:rules tea:howOld [?]");
});

test("an answer is kept as what it means, with the hour it was given", async () => {
  const person = talk(tinyHouse({ flows: [flow("tea", { age: ask("age"), end })] }));
  await person.says("i want tea");
  await person.says("19");
  expect(person.memory().known["age"]).toEqual({ value: 19, at: person.memory().lastAt });
});

test("a choice can be pressed, or typed by its label", async () => {
  const tea = flow("tea", {
    which: { choose: "which", among: { green: "green", black: "black" } },
    green: { say: "soft", next: "end" },
    black: { say: "strong", next: "end" },
    end,
  });
  const one = talk(tinyHouse({ flows: [tea] }));
  expect(await one.says("i want tea")).toBe("tea:which [tea:green] [tea:black]");
  expect(await one.presses("tea.which.green")).toBe("tea:soft");
  const other = talk(tinyHouse({ flows: [tea] }));
  await other.says("i want tea");
  expect(await other.says("black")).toBe("tea:strong");
});

test("what is offered is shown with the fixed choices after it, and the value is learnt", async () => {
  const person = talk(kitchen(["9h", "10h"]));
  expect(await person.says("i want tea")).toBe("tea:whichHour [9h] [10h] [tea:whichHour_later]");
  expect(await person.says("10h")).toBe("tea:thanks");
});

test("an offer with nothing to offer follows its own arrow", async () => {
  const person = talk(kitchen([]));
  expect(await person.says("i want tea")).toBe("tea:closed");
});

test("a fixed choice of an offer teaches nothing", async () => {
  const person = talk(kitchen(["9h"]));
  await person.says("i want tea");
  expect(await person.presses("tea.hour.later")).toBe("tea:closed");
  expect(person.turn()?.happenings).toContainEqual({
    kind: "chose",
    flow: "tea",
    step: "hour",
    value: "later",
  });
});

test("a rule picks the arrow from what is known, and asks nothing", async () => {
  const bar = flow("bar", {
    age: ask("age", "old"),
    old: { decide: "adult", next: { yes: "beer", no: "juice" } },
    beer: { say: "beer", next: "end" },
    juice: { say: "juice", next: "end" },
    end,
  });
  const adult = ({ memory }: Asking) => (Number(memory.known["age"]?.value) >= 18 ? "yes" : "no");
  const house = tinyHouse({ flows: [bar], rules: { adult } });
  const young = talk(house);
  await young.says("i want bar");
  expect(await young.says("17")).toBe("bar:juice");
  const older = talk(house);
  await older.says("i want bar");
  expect(await older.says("18")).toBe("bar:beer");
});

test("an action teaches, forgets and wants something written, all in one turn", async () => {
  const tea = flow("tea", {
    age: ask("age", "brew"),
    brew: { do: "brew", next: { hot: "done" } },
    done: { say: "done", next: "colour" },
    colour: ask("colour"),
    end,
  });
  const house = tinyHouse({
    flows: [tea],
    actions: {
      brew: () => ({
        outcome: "hot",
        learnt: { town: "north" },
        forget: ["age"],
        changes: [{ wrote: "a pot" }],
      }),
    },
  });
  const person = talk(house);
  await person.says("i want tea");
  await person.says("19");
  expect(person.knows()).toEqual({ town: "north" });
  expect(person.turn()?.changes).toEqual([{ wrote: "a pot" }]);
});

test("a known answer is not asked again", async () => {
  const tea = flow("tea", { age: ask("age", "colour"), colour: ask("colour"), end });
  const person = talk(tinyHouse({ flows: [tea] }), { known: { age: { value: 19, at: 1 } } });
  expect(await person.says("i want tea")).toBe("tea:ask_colour [red] [blue] [?]");
});

test("not knowing is an answer, by its button or in words", async () => {
  const tea = flow("tea", {
    age: ask("age", "colour"),
    colour: ask("colour", "town"),
    town: ask("town"),
    end,
  });
  const person = talk(tinyHouse({ flows: [tea] }));
  await person.says("i want tea");
  await person.presses("tea.age.unknown");
  await person.says("who knows");
  expect(person.knows()).toEqual({ age: null, colour: null });
});

test("an answer that means two things offers the two", async () => {
  const person = talk(tinyHouse({ flows: [flow("tea", { town: ask("town"), end })] }));
  await person.says("i want tea");
  expect(await person.says("twin")).toBe("everywhere:didYouMean [north] [south] [?]");
  await person.presses("tea.town.south");
  expect(person.knows()).toEqual({ town: "south" });
});

test("what held for one flow only is forgotten at its end, and so is what was not known", async () => {
  const tea = flow("tea", {
    tonight: ask("tonight", "age"),
    age: ask("age", "town"),
    town: ask("town"),
    end,
  });
  const person = talk(tinyHouse({ flows: [tea] }));
  await person.says("i want tea");
  await person.says("safe");
  await person.presses("tea.age.unknown");
  expect(person.knows()).toEqual({ tonight: true, age: null });
  await person.says("north");
  expect(person.knows()).toEqual({ town: "north" });
});

test("leaving for another flow is an end too: last week's safe night is not tonight's", async () => {
  const tea = flow("tea", { tonight: ask("tonight", "out"), out: { goTo: "menu" } });
  const person = talk(tinyHouse({ flows: [tea] }));
  await person.says("i want tea");
  await person.says("safe");
  expect(await person.says("i want tea")).toBe("tea:ask_tonight [?]");
});

test("figures are shown within their flow, and not in the next one", async () => {
  const tea = flow("tea", {
    price: { do: "price", next: { known: "tell" } },
    tell: { choose: "tell", among: { more: "more" } },
    more: { goTo: "milk" },
  });
  const milk = flow("milk", { tell: { choose: "tell", among: { ok: "end" } }, end });
  const price = () => ({ outcome: "known", values: { price: 2 } });
  const person = talk(tinyHouse({ flows: [tea, milk], actions: { price } }));
  await person.says("i want tea");
  expect(person.turn()?.replies[0]?.texts).toEqual([{ key: "tea:tell", values: { price: 2 } }]);
  await person.says("more");
  expect(person.turn()?.replies[0]?.texts).toEqual([{ key: "milk:tell", values: {} }]);
});

test("a flow that speaks without end is stopped", async () => {
  const parrot = flow("parrot", {
    one: { say: "one", next: "two" },
    two: { say: "two", next: "one" },
  });
  const person = talk(tinyHouse({ flows: [parrot] }));
  await expect(person.says("i want parrot")).rejects.toThrow("a flow does not stop");
});

test("an outcome without an arrow is a bug, not a silence", async () => {
  const tea = flow("tea", { brew: { do: "brew", next: { hot: "end" } }, end });
  const person = talk(tinyHouse({ flows: [tea], actions: { brew: () => ({ outcome: "cold" }) } }));
  await expect(person.says("i want tea")).rejects.toThrow("leads nowhere from tea.brew");
});

test("from three questions on, it is said where we stand, and known ones do not count", async () => {
  const steps = {
    age: ask("age", "colour"),
    colour: ask("colour", "town"),
    town: ask("town"),
    end,
  };
  const house = tinyHouse({ flows: [flow("tea", steps)] });
  const person = talk(house);
  expect(await person.says("i want tea")).toBe("1/3 tea:ask_age [?]");
  expect(await person.says("19")).toBe("2/3 tea:ask_colour [red] [blue] [?]");
  expect(await person.says("red")).toBe("3/3 tea:ask_town [?]");
  const friend = talk(house, { known: { age: { value: 20, at: 1 } } });
  expect(await friend.says("i want tea")).toBe("tea:ask_colour [red] [blue] [?]");
});

function ask(fact: string, next = "end") {
  return { ask: fact, text: `ask_${fact}`, next };
}

function kitchen(hours: readonly string[]) {
  const tea = flow("tea", {
    hour: {
      offer: "hour",
      text: "whichHour",
      next: { chosen: "thanks", none: "closed", later: "closed" },
    },
    thanks: { say: "thanks", next: "end" },
    closed: { say: "closed", next: "end" },
    end,
  });
  const offered = hours.map((key) => ({ key, label: { key: `@plain:${key}` } }));
  return tinyHouse({ flows: [tea], offers: { hour: () => offered } });
}
