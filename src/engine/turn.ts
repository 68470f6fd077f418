import type { Message, SaidValues } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import { hour, minute } from "../base/time.ts";
import { answerMedia } from "./answer-media.ts";
import { aside } from "./aside.ts";
import type { Memory, Place, Turn } from "./conversation.ts";
import { Draft } from "./draft.ts";
import { followWord } from "./everywhere.ts";
import { greet, introduce, settleLanguage } from "./first-words.ts";
import { hearLeft, hearText } from "./hear.ts";
import type { Given, House, Wish } from "./house.ts";
import { misunderstand } from "./misunderstand.ts";
import { press } from "./press.ts";
import { isQuestion, suspend } from "./suspend.ts";
import { awaits, enter, stepAt, walk } from "./walk.ts";

/** After such a silence, somebody who writes something else is asked whether to go on. */
const longSilence = 3 * hour;
/** While a worker is awaited, "noted" is said once for what is written in a row. */
const sameBreath = 10 * minute;

/**
 * One message in, one turn out: conversation + message → conversation + replies + happenings.
 * Writes nothing. Safety is looked at first, then the words understood everywhere, then the step
 * that waits, then what else the person may want. `isBeforeQuestion`: they wrote before the last question
 * reached them; beyond safety and the words understood everywhere, a text is no answer and calls for none.
 */
export async function takeTurn<Change>(
  house: House<Change>,
  memory: Memory,
  message: Pick<Message, "content"> & { readonly isBeforeQuestion?: boolean },
  now: Instant,
  waiting = false,
): Promise<Turn<Change>> {
  const draft = new Draft<Change>(memory, { now, waiting });
  const silence = now - memory.lastAt;
  await answer(house, draft, message, silence);
  return draft.finish();
}

/** Where a turn that we begin starts, what it is about, and what its texts may show. */
export interface Opening {
  readonly place: Place;
  readonly learnt: Readonly<Record<string, unknown>>;
  readonly values: SaidValues;
}

/** What the flow says at a step, without any message of the person: how a reminder begins. */
export async function takeTurnAt<Change>(
  house: House<Change>,
  memory: Memory,
  { place, learnt, values }: Opening,
  now: Instant,
): Promise<Turn<Change>> {
  const draft = new Draft<Change>(memory, { now, waiting: false });
  draft.remember({ lastAt: memory.lastAt });
  suspend(house, draft, place.flow);
  draft.remember({ values: { ...shownBefore(memory, place), ...values } });
  for (const [fact, value] of Object.entries(learnt)) draft.learn(fact, value);
  draft.goTo(place);
  await walk(house, draft);
  return draft.finish();
}

/** The figures that a flow was already showing when it is taken up again. */
function shownBefore({ place, suspended, values }: Memory, { flow }: Place): SaidValues {
  if (place?.flow === flow) return values;
  return suspended?.flow === flow ? suspended.values : {};
}

async function answer<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  { content, isBeforeQuestion }: Pick<Message, "content"> & { readonly isBeforeQuestion?: boolean },
  silence: number,
): Promise<void> {
  switch (content.kind) {
    case "text":
      return answerText(house, draft, content.text, isBeforeQuestion ? "unasked" : silence);
    case "choice":
      if (await press(house, draft, content.option)) return;
      return aside(house, draft, "everywhere:staleButton");
    case "opened":
      if (content.source) draft.happened("source", content.source);
      return open(house, draft);
    case "media":
      if (content.caption && (await answerDanger(house, draft, content.caption))) return;
      draft.happened("media", content.media);
      return answerMedia(house, draft, content);
    case "edited":
      if (await answerDanger(house, draft, content.text)) return;
      return aside(house, draft, "everywhere:edited");
    case "reachable":
      draft.happened(content.reachable ? "reachable" : "unreachable");
      return;
    case "unsupported":
      return aside(house, draft, "everywhere:unsupported");
  }
}

async function answerText<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  text: string,
  silence: number | "unasked",
): Promise<void> {
  if (await answerDanger(house, draft, text)) return;
  const word = house.everywhere(text);
  if (word) {
    settleLanguage(house, draft, text);
    return followWord(house, draft, word);
  }
  const given = house.given?.(text);
  if (given) return take(house, draft, given, text);
  if (silence === "unasked") return;
  if (!text.trim()) return aside(house, draft, "everywhere:empty");
  if (draft.memory.language === null && !(await greet(house, draft, text))) return;
  if (draft.asking.waiting && draft.memory.place === null) return note(draft);

  const waited = draft.memory.place;
  // a question that went away with a new version: what answers it would be read against another
  if (waited && !awaits(stepAt(house, waited))) return walk(house, draft);
  const hearing = hearText(house, draft, text);
  if (hearing.kind === "heard") {
    draft.remember({ misunderstood: 0 });
    return walk(house, draft);
  }
  if (hearLeft(house, draft, text)) return walk(house, draft);
  const wish = house.understand(text, draft.memory.language);
  if (wish.intent === "thanks") return acknowledge(house, draft);
  if (wish.intent === "greeting") return greetAgain(house, draft, silence);
  const nothingWaits = !waited || !isQuestion(house, waited);
  // a guess is no reason to leave a question, nor to answer in place of the worker who is awaited
  const isUnwelcomeGuess = wish.offered && (!nothingWaits || draft.asking.waiting);
  if (wish.flow && !isUnwelcomeGuess && (nothingWaits || wish.flow !== waited.flow))
    return followWish(house, draft, wish, wish.flow);
  if (waited && silence > longSilence && isQuestion(house, waited))
    return resume(house, draft, "welcomeBack");
  // under a list of doors, somebody whom the team will read goes on telling: it is no answer that failed
  if (draft.asking.waiting && nothingWaits) return note(draft);
  return misunderstand(house, draft, hearing.hint);
}

/** What was given is taken at once, whatever was asked: what was asked waits. */
async function take<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  { flow, learnt }: Given,
  text: string,
): Promise<void> {
  const { language } = draft.memory;
  if (language === null) introduce(house, draft, house.understand(text, null).language ?? "fr");
  suspend(house, draft, flow);
  enter(house, draft, flow);
  for (const [name, value] of Object.entries(learnt)) draft.learn(name, value);
  draft.remember({ misunderstood: 0 });
  return walk(house, draft);
}

/** Thanks call for a kind word, and for the question that waits; a list of doors is not shown again. */
async function acknowledge<Change>(house: House<Change>, draft: Draft<Change>): Promise<void> {
  draft.say({ key: "everywhere:youAreWelcome" });
  const { place } = draft.memory;
  if (place && isQuestion(house, place)) return walk(house, draft);
}

async function greetAgain<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  silence: number,
): Promise<void> {
  const { place } = draft.memory;
  if (!place || !isQuestion(house, place)) return open(house, draft);
  if (silence > longSilence) return resume(house, draft, "welcomeBack");
  return aside(house, draft, "accueil:helloAgain");
}

async function answerDanger<Change>(house: House<Change>, draft: Draft<Change>, text: string) {
  const step = house.danger(text);
  if (!step) return false;
  settleLanguage(house, draft, text);
  draft.happened("danger", step);
  suspend(house, draft, house.doors.danger);
  draft.goTo({ flow: house.doors.danger, step });
  await walk(house, draft);
  return true;
}

async function open<Change>(house: House<Change>, draft: Draft<Change>): Promise<void> {
  const { language, place } = draft.memory;
  if (language === null) enter(house, draft, house.doors.welcome);
  else if (place && isQuestion(house, place)) return resume(house, draft, "welcomeBack");
  else {
    draft.say({ key: "accueil:helloAgain" });
    enter(house, draft, house.doors.menu);
  }
  return walk(house, draft);
}

async function resume<Change>(house: House<Change>, draft: Draft<Change>, step: string) {
  suspend(house, draft, house.doors.resume);
  draft.goTo({ flow: house.doors.resume, step });
  await walk(house, draft);
}

/** Another wish than the one in hand: followed at once from the menu, offered from inside a flow. */
async function followWish<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  wish: Wish,
  flow: string,
) {
  const { place } = draft.memory;
  if (draft.memory.language === null) introduce(house, draft, wish.language ?? "fr");
  draft.remember({ misunderstood: 0 });
  draft.happened("wished", flow);
  if (!place || !isQuestion(house, place)) {
    draft.remember({ wish: null });
    enter(house, draft, flow);
    if (wish.offered) draft.offer(wish.offered);
    return walk(house, draft);
  }
  draft.remember({
    wish: flow,
    values: {
      ...draft.memory.values,
      wish: house.topic?.(flow) ?? { key: `menu:topic_${flow}` },
    },
  });
  return resume(house, draft, "switch");
}

function note<Change>(draft: Draft<Change>): void {
  draft.happened("noted");
  const { now } = draft.asking;
  if (now - draft.memory.notedAt < sameBreath) return;
  draft.say({ key: "everywhere:noted" });
  draft.remember({ notedAt: now });
}
