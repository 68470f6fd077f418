import type { Said } from "../base/message.ts";
import type { Place } from "./conversation.ts";
import type { Draft } from "./draft.ts";
import type { AnyStep } from "./flow.ts";
import { label } from "./flow-words.ts";
import type { House, Pickable } from "./house.ts";
import { extras, stepAt } from "./step-at.ts";
import { comeBack } from "./suspend.ts";

/** What became of a message at the step that waits. */
export type Hearing =
  | { readonly kind: "heard" }
  | { readonly kind: "no"; readonly hint: string | null };

const heard: Hearing = { kind: "heard" };

/** A free text against the step that waits: the labels shown, then what the question can read. */
export function hearText<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  text: string,
): Hearing {
  const place = draft.memory.place;
  const step = place ? stepAt(house, place) : undefined;
  if (!place || !step) return { kind: "no", hint: null };
  const { asked } = draft.memory;
  // the step asks for something else than when it was asked: the walk asks again
  if ("ask" in step && asked !== null && asked !== step.ask) return heard;
  if ("ask" in step) return hearAnswer(house, draft, place, step, text);
  const several = "offer" in step ? house.hearOffered?.(step.offer, text, draft.memory) : null;
  if (typeof several === "string" && draft.memory.offered.some(({ key }) => key === several)) {
    takeKey(house, draft, place, step, several);
    return heard;
  }
  if ("offer" in step && several != null) {
    draft.happened("chose", "several");
    draft.learn(step.offer, several);
    draft.goTo({ flow: place.flow, step: step.next["chosen"] ?? "" });
    return heard;
  }
  const key = house.pick(text, shown(house, draft, place, step));
  if (key === null) return { kind: "no", hint: null };
  takeKey(house, draft, place, step, key);
  return heard;
}

/** Asked whether to go on, or whether they are in danger, somebody simply answers the question that was left. */
export function hearLeft<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  text: string,
): boolean {
  const before = draft.memory;
  const asking: readonly (string | undefined)[] = [
    house.doors.lost,
    house.doors.resume,
    house.doors.danger,
  ];
  if (!asking.includes(before.place?.flow) || !comeBack(draft)) return false;
  if (hearText(house, draft, text).kind === "heard") {
    draft.remember({ misunderstood: 0 });
    return true;
  }
  draft.memory = before;
  return false;
}

function hearAnswer<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  place: Place,
  step: Extract<AnyStep, { ask: string }>,
  text: string,
): Hearing {
  const labels = shown(house, draft, place, step);
  const said = house.hear(step.ask, text, draft.memory, draft.view());
  // "no idea" is not the button "No"
  const isSaid = house.readsAs?.(step.ask) === "yesNo" && said.kind !== "no";
  // a number typed at a question of buttons is a button; at a question of amounts it is the amount
  const fixed = labels.length > 1 && !isSaid ? house.pick(text, labels) : null;
  if (fixed !== null) {
    takeKey(house, draft, place, step, fixed);
    return heard;
  }
  if (said.kind === "value") answerWith(draft, place, step, said.value);
  else if (said.kind === "unknown") answerWith(draft, place, step, null);
  else if (said.kind === "several") draft.offer(said.offered);
  else return { kind: "no", hint: said.hint };
  return heard;
}

/** A key pressed, or picked by its label, at a step. An unknown key of an offer is taken at its word. */
export function takeKey<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  place: Place,
  step: AnyStep,
  key: string,
): boolean {
  if ("choose" in step) {
    const to = Object.hasOwn(step.among, key) ? step.among[key] : undefined;
    if (!to) return false;
    draft.happened("chose", key);
    draft.goTo({ flow: place.flow, step: to });
    return true;
  }
  const offered = draft.memory.offered.find((one) => one.key === key);
  if ("offer" in step) {
    const outcome = extras(step).includes(key) ? key : "chosen";
    draft.happened("chose", outcome);
    if (outcome === "chosen") {
      draft.learn(step.offer, offered?.value ?? key);
      remember(draft, place, step.offer);
    }
    draft.goTo({ flow: place.flow, step: step.next[outcome] ?? "" });
    return true;
  }
  if (!("ask" in step)) return false;
  const known =
    offered || key === "unknown" || house.choices(step.ask).some((one) => one.key === key);
  if (!known) return false;
  const value = key === "unknown" ? null : (offered?.value ?? house.valueOf(step.ask, key));
  answerWith(draft, place, step, value);
  return true;
}

function answerWith<Change>(
  draft: Draft<Change>,
  place: Place,
  step: Extract<AnyStep, { ask: string }>,
  value: unknown,
): void {
  draft.happened("answered");
  draft.learn(step.ask, value);
  remember(draft, place, step.ask);
  draft.goTo({ flow: place.flow, step: step.next });
}

/** Long enough to go back through any flow, short enough to be stored at every turn. */
const longestTrail = 30;

function remember<Change>(draft: Draft<Change>, place: Place, fact: string): void {
  const trail = [...draft.memory.trail, { ...place, fact }].slice(-longestTrail);
  draft.remember({ trail });
}

/** The first of the choices that are shown, as one may write it; null when there are none. */
export function exampleAt<Change>(house: House<Change>, draft: Draft<Change>): Said | null {
  const { place, offered } = draft.memory;
  const step = place ? stepAt(house, place) : undefined;
  if (!place || !step) return null;
  if (offered[0]) return offered[0].label;
  if ("choose" in step) return label(house, draft, place, Object.keys(step.among)[0] ?? "");
  return "ask" in step ? (house.choices(step.ask)[0]?.label ?? null) : null;
}

/** What the person sees as choices at this step, in their language: key and label. */
function shown<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  place: Place,
  step: AnyStep,
): Pickable[] {
  const language = draft.memory.language ?? "fr";
  const words = (id: string, said: Said, also?: Said): Pickable => ({
    id,
    label: house.words(said, language),
    ...(also ? { synonyms: house.words(also, language).split("|") } : {}),
  });
  const own = (key: string): Said => label(house, draft, place, key);
  const offered = draft.memory.offered.map((one) => words(one.key, one.label));
  if ("choose" in step) {
    const also = (key: string) => house.typedAlso(key) ?? undefined;
    return Object.keys(step.among).map((key) => words(key, own(key), also(key)));
  }
  if ("offer" in step) {
    return [...offered, ...extras(step).map((key) => words(key, own(`${step.text}_${key}`)))];
  }
  if (!("ask" in step)) return [];
  return [
    ...offered,
    ...house.choices(step.ask).map((choice) => words(choice.key, choice.label, choice.synonyms)),
    words("unknown", house.unknownWord(step.ask, offered.length > 0)),
  ];
}
