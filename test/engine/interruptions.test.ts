import { expect, test } from "vitest";
import type { Content } from "../../src/base/message.ts";
import { hour, instant, minute } from "../../src/base/time.ts";
import { takeTurnAt } from "../../src/engine/turn.ts";
import { known, talk } from "./talk.ts";
import { flow, tinyHouse } from "./tiny-house.ts";

const tea = flow("tea", {
  age: { ask: "age", text: "howOld", next: "colour" },
  colour: { ask: "colour", text: "whichColour", next: "price" },
  price: { do: "price", next: { known: "sure" } },
  sure: { choose: "sure", among: { yes: "end", no: "age" } },
  end: { end: "informed" },
});
const house = tinyHouse({
  flows: [tea],
  actions: { price: () => ({ outcome: "known", values: { price: 2 } }) },
});

/** Somebody at the question about a colour. */
async function atColour() {
  const person = talk(house);
  await person.says("i want tea");
  await person.says("19");
  return person;
}

const question = "tea:whichColour [red] [blue] [?]";

test("danger is heard in a text, in the caption of a photo, and in a corrected message", async () => {
  const alarms: readonly Content[] = [
    { kind: "text", text: "19, alarm" },
    { kind: "media", media: "image", caption: "alarm" },
    { kind: "edited", text: "alarm" },
  ];
  for (const alarm of alarms) {
    const person = await atColour();
    expect(await person.sends(alarm)).toBe("danger:number");
  }
});

test("danger goes before a word understood everywhere, and before the first welcome", async () => {
  expect(await talk(house, { language: null }).says("human alarm")).toBe("danger:number");
});

test("a stranger in danger is answered in their language, and not asked for it afterwards", async () => {
  const stranger = talk(house, { language: null });
  await stranger.says("hello alarm");
  expect(stranger.memory().language).toBe("en");
  expect(await stranger.saysWhileWaiting("thanks")).toBe("everywhere:noted");
});

test("danger is heard while a worker is awaited", async () => {
  const person = talk(house);
  await person.says("human");
  expect(await person.saysWhileWaiting("alarm")).toBe("danger:number");
});

test("a doubt about danger is asked once, and a no goes back to the question", async () => {
  const person = await atColour();
  expect(await person.says("worry")).toBe("danger:sure [danger:yes] [danger:no]");
  expect(await person.says("no")).toBe(`danger:calm ${question}`);
});

test("the figures of a flow are still there when one comes back to it", async () => {
  const person = await atColour();
  await person.says("red");
  const shownBefore = person.turn()?.replies[0]?.texts;
  await person.says("stop");
  await person.says("goOn");
  expect(person.turn()?.replies[0]?.texts).toEqual(shownBefore);
  expect(shownBefore).toEqual([{ key: "tea:sure", values: { price: 2 } }]);
});

test("what a flow was told is still known when one comes back to it", async () => {
  const night = flow("night", {
    tonight: { ask: "tonight", text: "safe", next: "colour" },
    colour: { ask: "colour", text: "whichColour", next: "end" },
    end: { end: "informed" },
  });
  const person = talk(tinyHouse({ flows: [night] }));
  await person.says("i want night");
  await person.says("safe");
  await person.says("stop");
  await person.says("goOn");
  expect(person.knows()).toEqual({ tonight: true });
});

test("back asks the last question again and forgets its answer", async () => {
  const person = await atColour();
  expect(await person.says("back")).toBe("tea:howOld [?]");
  expect(person.knows()).toEqual({});
  expect(await person.says("back")).toBe("menu:what [menu:snack] [menu:human]");
});

test("back does not go back into a flow that is over", async () => {
  const person = await atColour();
  await person.says("menu");
  // the same list a second time: it is said so
  expect(await person.says("back")).toBe("everywhere:sayAgain menu:what [menu:snack] [menu:human]");
});

test("back from a side question comes back to the question that was waiting", async () => {
  const person = await atColour();
  await person.says("worry");
  expect(await person.says("back")).toBe(question);
});

test("another wish inside a flow is offered, and the flow waits for the answer", async () => {
  const person = await atColour();
  expect(await person.says("i want snack")).toBe("resume:switch [resume:change] [resume:stay]");
  expect(await person.says("stay")).toBe(question);
});

test("a wish that is accepted is followed, and the first flow is taken up again after it", async () => {
  const person = await atColour();
  await person.says("i want snack");
  expect(await person.says("change")).toBe(question.replace("tea", "snack"));
  expect(await person.says("blue")).toBe("resume:comeBack [resume:goOn] [resume:toMenu]");
  // the colour is known by now: the tea asks for its last word
  expect(await person.says("goOn")).toBe("tea:sure [tea:yes] [tea:no]");
});

test("a wish at the menu is followed at once", async () => {
  const person = talk(house);
  await person.says("menu");
  expect(await person.says("i want tea")).toBe("tea:howOld [?]");
});

test("the menu is no side trip: nothing waits behind it", async () => {
  const person = await atColour();
  await person.says("menu");
  expect(person.memory().suspended).toBeNull();
  await person.presses("menu.menu.snack");
  expect(await person.says("red")).toBe("");
});

test("one misunderstanding explains how to answer, two in a row offer a person", async () => {
  const person = talk(house);
  await person.says("i want tea");
  expect(await person.says("hmm")).toBe("everywhere:hint_age tea:howOld [?]");
  expect(await person.says("hmm")).toBe("lost:lost [lost:human] [lost:goOn]");
  expect(await person.says("goOn")).toBe("tea:howOld [?]");
});

test("an answer in between clears the misunderstanding", async () => {
  const person = talk(house);
  await person.says("i want tea");
  await person.says("hmm");
  await person.says("19");
  expect(await person.says("hmm")).toBe(`everywhere:hint_colour ${question}`);
});

test("after a long silence, what does not answer is asked whether to go on", async () => {
  const person = await atColour();
  person.sleeps(3 * hour);
  expect(await person.says("hi again")).toBe("resume:welcomeBack [resume:goOn] [resume:toMenu]");
  expect(await person.says("goOn")).toBe(question);
});

test("asked whether to go on, or what to do, somebody may simply answer the question that was left", async () => {
  const person = await atColour();
  person.sleeps(3 * hour);
  await person.says("hi again");
  expect(await person.says("red")).toBe("tea:sure [tea:yes] [tea:no]");

  const lost = await atColour();
  await lost.says("hmm");
  expect(await lost.says("hmm")).toContain("lost:");
  expect(await lost.says("red")).toBe("tea:sure [tea:yes] [tea:no]");
});

test("thanks and greetings are no misunderstanding, and the question that waits is asked again", async () => {
  const person = await atColour();
  expect(await person.says("thanks")).toBe(`everywhere:youAreWelcome ${question}`);
  expect(await person.says("greeting")).toBe(`accueil:helloAgain ${question}`);
  expect(await talk(house).says("thanks")).toBe("everywhere:youAreWelcome");
  expect(await talk(house).says("greeting")).toBe(
    "accueil:helloAgain menu:what [menu:snack] [menu:human]",
  );
});

test("after a long silence, an answer is still an answer", async () => {
  const person = await atColour();
  person.sleeps(48 * hour);
  expect(await person.says("red")).toBe("tea:sure [tea:yes] [tea:no]");
});

test("who opens the conversation again is asked whether to go on, or shown the menu", async () => {
  const person = await atColour();
  expect(await person.sends({ kind: "opened" })).toBe(
    "resume:welcomeBack [resume:goOn] [resume:toMenu]",
  );
  expect(await talk(house).sends({ kind: "opened" })).toBe(
    "accueil:helloAgain menu:what [menu:snack] [menu:human]",
  );
});

test("a voice message, a sticker, an empty text: a word about it, then the question again", async () => {
  const person = await atColour();
  const aside: readonly [Content, string][] = [
    [{ kind: "media", media: "voice" }, "everywhere:media_voice"],
    [{ kind: "media", media: "sticker" }, "everywhere:media_sticker"],
    [{ kind: "text", text: "  " }, "everywhere:empty"],
    [{ kind: "edited", text: "red" }, "everywhere:edited"],
    [{ kind: "unsupported", what: "poll" }, "everywhere:unsupported"],
  ];
  for (const [content, word] of aside) {
    expect(await person.sends(content)).toBe(`${word} ${question}`);
  }
  expect(await person.says("red")).toBe("tea:sure [tea:yes] [tea:no]");
});

test("being blocked is noted in silence", async () => {
  const person = await atColour();
  expect(await person.sends({ kind: "reachable", reachable: false })).toBe("");
  expect(person.turn()?.happenings.map(({ kind }) => kind)).toEqual(["unreachable"]);
});

test("who waits for a worker may write: it is said once, and again after a while, that it was noted", async () => {
  const person = talk(house);
  expect(await person.says("human")).toBe("human:called");
  expect(await person.saysWhileWaiting("it is about my rent")).toBe("everywhere:noted");
  expect(await person.saysWhileWaiting("a big one")).toBe("");
  person.sleeps(20 * minute);
  expect(await person.saysWhileWaiting("and my deposit")).toBe("everywhere:notedAgain");
  expect(await person.saysWhileWaiting("and my keys")).toBe("");
});

test("who waits for a worker can still ask for the menu", async () => {
  const person = talk(house);
  await person.says("human");
  expect(await person.saysWhileWaiting("menu")).toBe("menu:what [menu:snack] [menu:human]");
});

test("first words without a clear wish are welcomed; with one, they are followed at once", async () => {
  const stranger = talk(house, { language: null });
  expect(await stranger.says("good day")).toBe("welcome:language [welcome:french]");
  const hurried = talk(house, { language: null });
  expect(await hurried.says("hello i want tea")).toBe("accueil:welcomeShort tea:howOld [?]");
  expect(hurried.memory().language).toBe("en");
});

test("a wish that answers the welcome is followed in its language, and the next answer is heard", async () => {
  const stranger = talk(house, { language: null });
  await stranger.says("good day");
  expect(await stranger.says("i want tea")).toBe("accueil:welcomeShort tea:howOld [?]");
  expect(await stranger.says("19")).toBe(question);
  expect(stranger.memory().language).toBe("en");
});

test("a reminder speaks of its own accord, and what was waiting is taken up after it", async () => {
  const recall = flow("recall", {
    soon: { choose: "soon", among: { come: "end" }, always: true },
    end: { end: "booked" },
  });
  const person = await atColour();
  const turn = await takeTurnAt(
    tinyHouse({ flows: [tea, recall] }),
    person.memory(),
    {
      place: { flow: "recall", step: "soon" },
      learnt: { subject: "a1.1" },
      values: { when: "9h" },
    },
    instant("2026-11-24T15:00:00Z"),
  );
  expect(turn.replies[0]?.options.map(({ id }) => id)).toEqual(["recall.soon.come@a1.1"]);
  const later = talk(tinyHouse({ flows: [tea, recall] }), turn.memory);
  expect(await later.presses("recall.soon.come@a1.1")).toBe(
    "resume:comeBack [resume:goOn] [resume:toMenu]",
  );
  expect(await later.says("goOn")).toBe(question);
  expect(later.knows()).toEqual({ age: 19 });
});

test("a conversation given back to the bot shows the same figures as before", async () => {
  const person = await atColour();
  await person.says("red");
  const place = person.memory().place ?? { flow: "", step: "" };
  const turn = await takeTurnAt(
    house,
    person.memory(),
    { place, learnt: {}, values: {} },
    instant("2026-11-24T15:00:00Z"),
  );
  expect(turn.replies[0]?.texts).toEqual([{ key: "tea:sure", values: { price: 2 } }]);
});

test("what is remembered is plain data", () => {
  expect(JSON.parse(JSON.stringify(known))).toEqual(known);
});
