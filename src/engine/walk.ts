import type { Option, Said } from "../base/message.ts";
import { ask } from "./asking.ts";
import type { Place } from "./conversation.ts";
import type { Draft } from "./draft.ts";
import type { AnyStep } from "./flow.ts";
import type { House } from "./house.ts";
import { finish, leave } from "./leave.ts";
import { dropNeed } from "./needs.ts";
import { confirmedFact, markIn, optionId, subjectFact } from "./option-id.ts";

/** A flow that says so many things without waiting is a loop: better a stopped turn than a hung one. */
const stepsInOneTurn = 60;

/** Walks from the present place until an answer is waited for, or the conversation ends. */
export async function walk<Change>(house: House<Change>, draft: Draft<Change>): Promise<void> {
  for (let count = 0; count < stepsInOneTurn; count++) {
    const place = draft.memory.place;
    if (!place) return;
    const name = nameNow(house, place);
    const step = stepAt(house, place);
    if (!step || !name) {
      // the step went away with a new version: its flow is walked again, skipping what is known
      enter(house, draft, house.flows.has(place.flow) ? place.flow : house.doors.menu);
      continue;
    }
    if (name !== place.step) draft.remember({ place: { flow: place.flow, step: name } });
    house.visited?.(place.flow, place.step);
    if (await waits(house, draft, { flow: place.flow, step: name }, step)) return;
  }
  throw new Error(`a flow does not stop: ${JSON.stringify(draft.memory.place)}`);
}

/** The name that the step of a place has now, through `moved`; undefined when it went away. */
export function nameNow<Change>(house: House<Change>, place: Place): string | undefined {
  const flow = house.flows.get(place.flow);
  if (!flow) return undefined;
  if (Object.hasOwn(flow.steps, place.step)) return place.step;
  return Object.hasOwn(flow.moved, place.step) ? flow.moved[place.step] : undefined;
}

/** The step at a place: by its name, else through `moved`; undefined when it went away. */
export function stepAt<Change>(house: House<Change>, place: Place): AnyStep | undefined {
  const name = nameNow(house, place);
  return name === undefined ? undefined : house.flows.get(place.flow)?.steps[name];
}

/** Whether a step is one where an answer is awaited. */
export function awaits(step: AnyStep | undefined): boolean {
  return step !== undefined && ("ask" in step || "choose" in step || "offer" in step);
}

/**
 * Begins a flow: its own figures, its own way back. The menu is no side trip: nothing is left to come
 * back to. What held for the flow just left is forgotten with it, save what a button was about, which
 * goes along (a reminder leads to the flow that moves its appointment).
 */
export function enter<Change>(house: House<Change>, draft: Draft<Change>, name: string): void {
  const flow = house.flows.get(name);
  if (!flow) throw new Error(`no such flow: ${name}`);
  const isMenu = name === house.doors.menu;
  if (isMenu) draft.remember({ suspended: null, wish: null });
  if (draft.memory.place?.flow !== name) {
    draft.remember({ values: {} });
    if (draft.memory.suspended === null) forgetFlow(house, draft, isMenu ? null : subjectFact);
  }
  dropNeed(draft, name);
  draft.goTo({ flow: name, step: flow.start });
  draft.happened("entered");
}

/** One step. True when the person must answer now. */
async function waits<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  place: Place,
  step: AnyStep,
): Promise<boolean> {
  const go = (step: string | undefined) => {
    if (!step) throw new Error(`an outcome leads nowhere from ${place.flow}.${place.step}`);
    draft.goTo({ flow: place.flow, step });
    return false;
  };
  if ("say" in step) {
    for (const key of typeof step.say === "string" ? [step.say] : step.say)
      draft.say(label(house, draft, place, key));
    // what the welcome says is what is kept, and for how long
    if (place.flow === house.doors.welcome) draft.remember({ told: true });
    return go(step.next);
  }
  if ("ask" in step) {
    if (isKnown(house, draft, step.ask)) return go(step.next);
    ask(house, draft, place, step);
    return true;
  }
  if ("choose" in step) {
    draft.say(label(house, draft, place, step.choose));
    const labels = Object.keys(step.among);
    const about = step.always
      ? draft.memory.known[subjectFact]?.value
      : markIn(place.flow, draft.memory.known[confirmedFact]?.value);
    draft.show(labels.map((key) => option(place, key, label(house, draft, place, key), about)));
    return true;
  }
  if ("offer" in step) return offer(house, draft, place, step);
  if ("decide" in step) {
    const verdict = house.decide(step.decide, draft.view());
    draft.keepValues(verdict.values);
    draft.happened("decided", `${step.decide}:${verdict.outcome}`);
    return go(step.next[verdict.outcome]);
  }
  if ("do" in step) return go(step.next[await act(house, draft, step.do)]);
  if ("goTo" in step) return leave(house, draft, step.goTo);
  return finish(house, draft, place, step.end);
}

async function act<Change>(house: House<Change>, draft: Draft<Change>, name: string) {
  const done = await house.perform(name, draft.view());
  if (done.reset) {
    const nothing = { known: {}, trail: [], suspended: null, wish: null, values: {}, needs: [] };
    draft.remember({ ...nothing, told: false });
  }
  draft.keepValues(done.values);
  if (done.forget) draft.forget(done.forget);
  for (const [fact, value] of Object.entries(done.learnt ?? {})) draft.learn(fact, value);
  draft.changes.push(...(done.changes ?? []));
  if (done.file) draft.attach(done.file);
  if (done.wish) draft.remember({ wish: done.wish });
  if (done.language) draft.remember({ language: done.language });
  draft.happened("did", `${name}:${done.outcome}`);
  for (const [what, count] of Object.entries(done.counts ?? {}))
    draft.happened("counted", `${what}:${count}`);
  return done.outcome;
}

async function offer<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  place: Place,
  step: Extract<AnyStep, { offer: string }>,
): Promise<boolean> {
  const { offered, values } = await house.propose(step.offer, draft.view());
  draft.keepValues(values);
  if (offered.length === 0) {
    draft.goTo({ flow: place.flow, step: step.next["none"] ?? "" });
    return false;
  }
  draft.offer(offered);
  draft.say(label(house, draft, place, step.text));
  draft.show([
    ...offered.map(({ key, label, short }) => option(place, key, label, undefined, short)),
    ...extras(step).map((key) =>
      option(place, key, label(house, draft, place, `${step.text}_${key}`)),
    ),
  ]);
  return true;
}

/** The fixed choices of an offer: every outcome that is not a thing offered, nor the lack of any. */
export function extras(step: Extract<AnyStep, { offer: string }>): readonly string[] {
  return Object.keys(step.next).filter((outcome) => outcome !== "chosen" && outcome !== "none");
}

export function isKnown<Change>(house: House<Change>, draft: Draft<Change>, fact: string): boolean {
  const learnt = draft.memory.known[fact];
  return learnt !== undefined && house.holds(fact, learnt, draft.asking.now);
}

/** Forgets what held for one flow only, what was not known, and the way back; one fact may be kept. */
export function forgetFlow<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  kept: string | null,
): void {
  const gone = Object.entries(draft.memory.known)
    .filter(([fact, learnt]) => learnt.value === null || house.endsWithFlow(fact))
    .map(([fact]) => fact)
    .filter((fact) => fact !== kept);
  draft.forget(gone);
  draft.remember({ trail: [] });
}

/** A text of the flow at a place, with every value it may show. */
export function label<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  place: Place,
  key: string,
): Said {
  const own = house.shownIn?.(place.flow, draft.asking.now);
  return {
    key: `${place.flow}:${key}`,
    values: { ...house.always, ...own, ...draft.memory.values },
  };
}

/** A button: its id, its words, and shorter ones where a channel is narrow. */
export function option(
  place: Place,
  key: string,
  words: Said,
  about?: unknown,
  short?: Said,
): Option {
  const id = optionId(place, key, typeof about === "string" ? about : null);
  return { id, label: words, ...(short ? { short } : {}) };
}
