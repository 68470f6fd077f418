import { expect, test } from "vitest";
import { talk } from "./talk.ts";
import { flow, tinyHouse } from "./tiny-house.ts";

const machine = flow("machine", {
  call: { do: "callWorker", next: { called: "stop" } },
  stop: { say: "stop", next: "end" },
  end: { end: "handedOver" },
});
const tea = flow("tea", {
  age: { ask: "age", text: "howOld", next: "end" },
  end: { end: "informed" },
});
const house = tinyHouse({ flows: [machine, tea] });
const absent = "the office is closed until monday, we will read your message later";

async function machineAtTea() {
  const person = talk(house);
  await person.says("i want tea");
  for (let times = 0; times < 3; times++) await person.says(absent);
  return person;
}

test("a machine that answers each message is told so once, the team too; then nothing is said", async () => {
  const person = await machineAtTea();
  expect(await person.says(absent)).toBe("machine:stop");
  expect(person.turn()?.changes).toEqual([{ wrote: "a call" }]);
  for (let times = 0; times < 3; times++) {
    expect(await person.says(absent)).toBe("");
    expect(person.turn()?.changes).toEqual([]);
  }
});

test("a human wakes it, and the question that waited still does", async () => {
  const person = await machineAtTea();
  await person.says(absent);
  expect(await person.says("19")).toBe("");
  expect(person.knows()).toEqual({ age: 19 });
});

test("a button wakes it, and so does a word understood everywhere", async () => {
  const pressing = await machineAtTea();
  await pressing.says(absent);
  expect(await pressing.presses("menu.menu.snack")).toContain("snack:whichColour");
  const asking = await machineAtTea();
  await asking.says(absent);
  expect(await asking.says("menu")).toContain("menu:what");
});

test("danger in the text of a machine still reaches the team, without a word", async () => {
  const alarm = flow("danger", {
    alarm: { do: "callForDanger", next: { called: "number" } },
    number: { say: "number", next: "end" },
    check: { choose: "sure", among: { yes: "alarm" }, always: true },
    end: { end: "handedOver" },
  });
  const person = talk(
    tinyHouse({
      flows: [machine, alarm],
      actions: { callForDanger: () => ({ outcome: "called", changes: [{ wrote: "an alarm" }] }) },
    }),
  );
  const text = "alarm: this is an automatic answer of the office";
  const said: string[] = [];
  const wrote: unknown[] = [];
  for (let times = 0; times < 5; times++) {
    said.push(await person.says(text));
    wrote.push(person.turn()?.changes);
  }
  expect(said).toEqual([
    "danger:number",
    "everywhere:sayAgainDanger danger:number",
    "danger:number",
    "machine:stop",
    "",
  ]);
  expect(wrote.at(-1)).toEqual([{ wrote: "an alarm" }]);
});
