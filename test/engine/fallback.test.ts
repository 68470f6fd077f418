import { expect, test } from "vitest";
import type { House } from "../../src/engine/house.ts";
import { talk } from "./talk.ts";
import { type Change, flow, tinyHouse } from "./tiny-house.ts";

const tea = flow("tea", {
  age: { ask: "age", text: "howOld", next: "colour" },
  colour: { ask: "colour", text: "whichColour", next: "end" },
  end: { end: "informed" },
});
const lost = flow("lost", {
  lost: { choose: "lost", among: { human: "human", goOn: "back" } },
  human: { goTo: "human" },
  back: { goTo: "@back" },
  call: { do: "callWorker", next: { called: "said" } },
  said: { say: "called", next: "end" },
  end: { end: "handedOver" },
});
const plain = tinyHouse({ flows: [tea, lost] });
const house: House<Change> = {
  ...plain,
  understand: (text, language) => {
    if (text.startsWith("curse")) return { intent: "insult", flow: null, language };
    if (text === "weather") {
      return {
        intent: "out_of_scope",
        flow: null,
        language,
        aside: { key: "everywhere:outOfScope" },
      };
    }
    return plain.understand(text, language);
  },
};

async function atAge(of: House<Change> = house) {
  const person = talk(of);
  await person.says("i want tea");
  return person;
}
const age = "tea:howOld [?]";

test("not understood three times: an example, choices, then the team is called", async () => {
  const person = await atAge();
  expect(await person.says("hmm")).toBe(`everywhere:hint_age ${age}`);
  expect(await person.says("hmm hmm")).toBe("lost:lost [lost:human] [lost:goOn]");
  expect(await person.says("mmh")).toBe("lost:called");
  expect(person.turn()?.changes).toEqual([{ wrote: "a call" }]);
});

test("the team that is already called is not called again: what is written is noted for it", async () => {
  const person = await atAge();
  await person.saysWhileWaiting("hmm");
  await person.saysWhileWaiting("hmm hmm");
  expect(await person.saysWhileWaiting("mmh")).toBe("everywhere:noted");
  expect(person.turn()?.changes).toEqual([]);
});

test("a question with choices gives its first one as the example", async () => {
  const choosing = {
    ...house,
    hear: () => ({ kind: "no" as const, hint: "everywhere:notUnderstood" }),
  };
  const person = talk(choosing);
  await person.presses("menu.menu.snack");
  await person.says("hmm");
  expect(person.turn()?.replies[0]?.texts[0]).toMatchObject({
    key: "everywhere:notUnderstood",
    values: { example: { key: "@plain:red" } },
  });
});

test("under the menu, the example is a need in a few words", async () => {
  const person = talk(house);
  await person.says("menu");
  expect(await person.says("hmm")).toContain("everywhere:notUnderstoodWish");
});

test("a first insult is met with calm and the question, a second with an open door, then silence", async () => {
  const person = await atAge();
  expect(await person.says("curse one")).toBe(`everywhere:insult ${age}`);
  expect(await person.says("curse two")).toBe("everywhere:insultAgain");
  expect(await person.says("curse three")).toBe("");
  expect(await person.says("19")).toContain("tea:whichColour");
  expect(await person.says("curse four")).toContain("everywhere:insult ");
});

test("danger inside an insult alarms, however many came before", async () => {
  const person = await atAge();
  for (const times of ["one", "two", "three"]) await person.says(`curse ${times}`);
  expect(await person.says("curse alarm")).toBe("danger:number");
});

test("what is not ours is named, in other words the second time, and is no misunderstanding", async () => {
  const person = await atAge();
  expect(await person.says("weather")).toBe(`everywhere:outOfScope ${age}`);
  expect(await person.says("weather")).toBe(`everywhere:outOfScopeAgain ${age}`);
  expect(await person.says("hmm")).toBe(`everywhere:hint_age ${age}`);
});

test("what is told by the way is kept, said back, and not asked later", async () => {
  const told = {
    ...house,
    toldIn: (text: string) => (text.includes("i am 19") ? { age: 19 } : {}),
    noted: () => ({ key: "everywhere:noteAhead" }),
  };
  const wishing = talk({
    ...told,
    understand: (text, language) => ({ ...plain.understand("i want tea", language), intent: text }),
  });
  expect(await wishing.says("i am 19 and want tea")).toBe(
    "everywhere:noteAhead tea:whichColour [red] [blue] [?]",
  );
  const asked = talk(told);
  await asked.presses("menu.menu.snack");
  expect(await asked.says("i am 19")).toBe(
    "everywhere:noteAhead snack:whichColour [red] [blue] [?]",
  );
  expect(asked.memory().misunderstood).toBe(0);
});
