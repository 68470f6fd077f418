import type { Said } from "../../src/base/message.ts";
import type { Asking, Offered, Performed } from "../../src/engine/conversation.ts";
import type { AnyStep, Flow } from "../../src/engine/flow.ts";
import type { House } from "../../src/engine/house.ts";

/** What an action of these invented flows may want written. */
export interface Change {
  readonly wrote: string;
}

/** A flow that starts at its first step. */
export function flow(
  name: string,
  steps: Record<string, AnyStep>,
  moved: Record<string, string> = {},
): Flow {
  return { name, start: Object.keys(steps)[0] ?? "", steps, moved };
}

/** The flows every house has; a test adds its own, or replaces one of these. */
const doors: readonly Flow[] = [
  flow("welcome", {
    language: { choose: "language", among: { french: "speak" }, always: true },
    speak: { do: "speakFrench", next: { done: "menu" } },
    menu: { goTo: "menu" },
  }),
  flow("menu", {
    menu: { choose: "what", among: { snack: "snack", human: "human" }, always: true },
    snack: { goTo: "snack" },
    human: { goTo: "human" },
  }),
  flow("danger", {
    alarm: { say: "number", next: "end" },
    check: { choose: "sure", among: { yes: "alarm", no: "calm" }, always: true },
    calm: { say: "calm", next: "back" },
    back: { goTo: "@back" },
    end: { end: "handedOver" },
  }),
  flow("resume", {
    welcomeBack: { choose: "welcomeBack", among: { goOn: "back", toMenu: "menu" } },
    comeBack: { choose: "comeBack", among: { goOn: "back", toMenu: "menu" } },
    switch: { choose: "switch", among: { change: "wish", stay: "back" } },
    wish: { goTo: "@wish" },
    back: { goTo: "@back" },
    menu: { goTo: "menu" },
  }),
  flow("lost", {
    lost: { choose: "lost", among: { human: "human", goOn: "back" } },
    human: { goTo: "human" },
    back: { goTo: "@back" },
  }),
  flow("human", {
    call: { do: "callWorker", next: { called: "said" } },
    said: { say: "called", next: "end" },
    end: { end: "handedOver" },
  }),
  flow("side", { word: { say: "word", next: "end" }, end: { end: "informed" } }),
  flow("snack", {
    hungry: { ask: "colour", text: "whichColour", next: "end" },
    end: { end: "informed" },
  }),
];

type Perform = (asking: Asking) => Performed<Change>;

/** What a test may invent; everything else is the smallest that works. */
export interface Invented {
  readonly flows?: readonly Flow[];
  readonly actions?: Readonly<Record<string, Perform>>;
  readonly rules?: Readonly<Record<string, (asking: Asking) => string>>;
  readonly offers?: Readonly<Record<string, (asking: Asking) => readonly Offered[]>>;
}

const plain = (text: string): Said => ({ key: `@plain:${text}` });
const everywhere: Readonly<Record<string, "menu" | "back" | "human" | "stop">> = {
  menu: "menu",
  back: "back",
  human: "human",
  stop: "stop",
};

/** A house with a fact of each kind: an age in figures, a colour by buttons, a town that may be two. */
export function tinyHouse({ flows = [], actions = {}, rules = {}, offers = {} }: Invented = {}) {
  const performs: Readonly<Record<string, Perform>> = {
    speakFrench: () => ({ outcome: "done", language: "fr" }),
    callWorker: () => ({ outcome: "called", changes: [{ wrote: "a call" }] }),
    ...actions,
  };
  const house: House<Change> = {
    flows: new Map([...doors, ...flows].map((one) => [one.name, one])),
    doors: {
      ...{ welcome: "welcome", menu: "menu", danger: "danger", resume: "resume", lost: "lost" },
      ...{ also: "also", machine: "machine" },
      ...{ back: "menu", human: "human", stop: "side", start: "side", language: "side" },
      ...{ data: "side", deleteData: "side" },
    },
    always: {},
    choices: (fact) =>
      fact === "colour" ? ["red", "blue"].map((key) => ({ key, label: plain(key) })) : [],
    typedAlso: () => null,
    unknownWord: () => ({ key: "everywhere:iDoNotKnow" }),
    valueOf: (_, key) => key,
    hear: (fact, text) => hear(fact, text),
    holds: () => true,
    endsWithFlow: (fact) => fact === "tonight" || fact === "subject",
    decide: (rule, asking) => ({ outcome: rules[rule]?.(asking) ?? "unforeseen" }),
    perform: async (action, asking) => performs[action]?.(asking) ?? { outcome: "unforeseen" },
    propose: async (offer, asking) => ({ offered: offers[offer]?.(asking) ?? [] }),
    words: ({ key }) => key.slice(key.indexOf(":") + 1),
    pick: (text, labels) => labels.find(({ label }) => label === text)?.id ?? null,
    everywhere: (text) => everywhere[text] ?? null,
    understand: (text) => {
      const wished = /^(?:hello|bonjour)? ?i want (\w+)$/.exec(text)?.[1] ?? null;
      const language = wished || text.startsWith("hello") ? "en" : null;
      const talk = ["greeting", "thanks"].find((intent) => intent === text);
      return { intent: talk ?? wished ?? "unknown", flow: wished, language };
    },
    danger(text) {
      const step = /alarm/.test(text) ? "alarm" : /worry/.test(text) ? "check" : null;
      return step && { place: { flow: "danger", step }, learnt: {} };
    },
  };
  return house;
}

function hear(fact: string, text: string): ReturnType<House<Change>["hear"]> {
  if (text === "who knows") return { kind: "unknown" };
  if (fact === "town" && text === "twin") {
    const offered = ["north", "south"].map((key) => ({ key, label: plain(key), value: key }));
    return { kind: "several", offered };
  }
  if (fact === "town" && /^[a-z]+$/.test(text)) return { kind: "value", value: text };
  if (fact === "tonight" && text === "safe") return { kind: "value", value: true };
  if (fact === "age" && /^\d+$/.test(text)) return { kind: "value", value: Number(text) };
  return { kind: "no", hint: `everywhere:hint_${fact}` };
}
