import { hour, minute } from "../base/time.ts";
import { answerDanger } from "./answer-danger.ts";
import { aside } from "./aside.ts";
import type { Draft } from "./draft.ts";
import { followWord } from "./everywhere.ts";
import { greet, introduce, settleLanguage } from "./first-words.ts";
import { followWish } from "./follow-wish.ts";
import { hearLeft, hearText } from "./hear.ts";
import type { Given, House, Wish } from "./house.ts";
import { misunderstand } from "./misunderstand.ts";
import { open, resume } from "./resume.ts";
import { isQuestion, suspend } from "./suspend.ts";
import { awaits, enter, stepAt, walk } from "./walk.ts";

/** After such a silence, somebody who writes something else is asked whether to go on. */
const longSilence = 3 * hour;
/** While a worker is awaited, "noted" is said once for what is written in a row. */
const sameBreath = 10 * minute;

/**
 * Free words: safety first, then the words understood everywhere, then the step that waits, then what
 * else the person may want. `silence` is since the last turn, in milliseconds; "unasked": they wrote
 * before the last question reached them.
 */
export async function answerText<Change>(
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
  const errand = errandIn(house, draft, text);
  if (errand?.flow) return followWish(house, draft, errand, errand.flow);
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

/** Things to be done that nobody says while answering: with them, a figure in the text is no answer. */
const errands = new Set([
  ...["book_appointment", "change_appointment", "cancel_appointment", "my_appointment"],
  ...["human", "workshop", "language", "delete_data"],
]);
/** Shorter, a text may be a label, or an answer that looks like an errand. */
const shortestErrand = 4;

/** An errand said in place of a figure, of a yes or a no ("je veux annuler mon rdv du 24"). */
function errandIn<Change>(house: House<Change>, draft: Draft<Change>, text: string): Wish | null {
  const { place, language } = draft.memory;
  const step = place ? stepAt(house, place) : undefined;
  if (!step || !("ask" in step) || (house.readsAs?.(step.ask) ?? "words") === "words") return null;
  if (text.trim().split(/\s+/).length < shortestErrand) return null;
  const wish = house.understand(text, language);
  const isOther = wish.flow !== null && wish.flow !== place?.flow && !wish.offered;
  return isOther && errands.has(wish.intent) ? wish : null;
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

function note<Change>(draft: Draft<Change>): void {
  draft.happened("noted");
  const { now } = draft.asking;
  if (now - draft.memory.notedAt < sameBreath) return;
  draft.say({ key: "everywhere:noted" });
  draft.remember({ notedAt: now });
}
