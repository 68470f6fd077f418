import { ask } from "./asking.ts";
import type { Place } from "./conversation.ts";
import type { Draft } from "./draft.ts";
import { enter } from "./enter.ts";
import type { AnyStep } from "./flow.ts";
import { label, option } from "./flow-words.ts";
import type { House } from "./house.ts";
import { finish, leave } from "./leave.ts";
import { confirmedFact, markIn, subjectFact } from "./option-id.ts";
import { extras, isKnown, nameNow, stepAt } from "./step-at.ts";

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
