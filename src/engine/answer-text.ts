import { hour } from "../base/time.ts";
import { answerDanger } from "./answer-danger.ts";
import { aside, askAgain, sayAside } from "./aside.ts";
import type { Draft } from "./draft.ts";
import { followWord } from "./everywhere.ts";
import { greet, introduce, settleLanguage } from "./first-words.ts";
import { followWish } from "./follow-wish.ts";
import { hearLeft, hearText } from "./hear.ts";
import type { Given, House, Wish } from "./house.ts";
import { answerInsult } from "./insult.ts";
import { answerMachine } from "./machine.ts";
import { misunderstand } from "./misunderstand.ts";
import { note } from "./note.ts";
import { offerNeed } from "./offer-need.ts";
import { languageToOffer, offerLanguage, speakAsked } from "./other-language.ts";
import { heardPace } from "./pace.ts";
import { open, resume } from "./resume.ts";
import { awaits, stepAt } from "./step-at.ts";
import { isQuestion } from "./suspend.ts";
import { takeGiven } from "./take-given.ts";
import { learnTold, sayTold } from "./told.ts";
import { walk } from "./walk.ts";

/** After such a silence, somebody who writes something else is asked whether to go on. */
const longSilence = 3 * hour;

/** Free words. */
export interface Written {
  readonly text: string;
  /** Since the last turn, in milliseconds; "unasked": written before the last question reached them. */
  readonly silence: number | "unasked";
  /** When they were sent, in milliseconds. */
  readonly sentAt: number;
}

/** What is known of free words that answer no question. */
interface Unheard {
  readonly written: Written;
  readonly told: Readonly<Record<string, unknown>>;
  /** How to write the answer that waits. */
  readonly hint: string | null;
}

/**
 * Free words: safety first, then the words understood everywhere, then the step that waits, then what
 * else the person may want. What they tell by the way is learnt whatever becomes of the rest.
 */
export async function answerText<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  written: Written,
): Promise<void> {
  const { text, silence } = written;
  const told = learnTold(house, draft, text);
  const word = house.everywhere(text);
  if (!word && (await answerMachine(house, draft, text, written.sentAt))) return;
  if (await answerDanger(house, draft, text)) return;
  if (word) {
    settleLanguage(house, draft, text);
    return followWord(house, draft, word);
  }
  const language = house.languageAsked?.(text) ?? null;
  // where choices wait, the name of a language may be one of them: "français", of a nationality
  if (language !== null && !hasChoices(house, draft)) return speakAsked(house, draft, language);
  const given = house.given?.(text);
  if (given) return take(house, draft, given, text);
  if (silence === "unasked") return;
  if (!text.trim()) return aside(house, draft, "everywhere:empty");
  if (draft.memory.language === null && !(await greet(house, draft, text))) return;
  if (draft.asking.waiting && draft.memory.place === null) return note(house, draft);

  const waited = draft.memory.place;
  // a question that went away with a new version: what answers it would be read against another
  if (waited && !awaits(stepAt(house, waited))) return walk(house, draft);
  const errand = errandIn(house, draft, text);
  if (errand?.flow) return followWish(house, draft, { wish: errand, flow: errand.flow, told });
  const hearing = hearText(house, draft, text);
  if (hearing.kind === "heard" || hearLeft(house, draft, text)) return goOn(house, draft, text);
  if (language !== null) return speakAsked(house, draft, language);
  return answerUnheard(house, draft, { written, told, hint: hearing.hint });
}

/** Whether a question with choices of its own waits. */
function hasChoices<Change>(house: House<Change>, { memory: { place } }: Draft<Change>): boolean {
  const step = place ? stepAt(house, place) : undefined;
  return step !== undefined && "ask" in step && house.choices(step.ask).length > 0;
}

/** The question was answered: on to the next, in the language that the answer was given in if they agree. */
async function goOn<Change>(house: House<Change>, draft: Draft<Change>, text: string) {
  const { pace } = draft.memory;
  draft.remember({
    misunderstood: 0,
    insults: 0,
    ...(pace ? { pace: heardPace(pace, text) } : {}),
  });
  const other = languageToOffer(house, draft, text);
  return other ? offerLanguage(house, draft, other, null) : walk(house, draft);
}

/** Free words that answer no question: talk, another wish, or something not understood. */
async function answerUnheard<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  { written, told, hint }: Unheard,
): Promise<void> {
  const { text, silence } = written;
  const wish = house.understand(text, draft.memory.language);
  if (wish.intent === "insult") return answerInsult(house, draft);
  const other = languageToOffer(house, draft, text);
  if (other) return offerLanguage(house, draft, other, wish.offered ? null : wish.flow);
  if (wish.intent === "thanks") return acknowledge(house, draft);
  if (wish.intent === "greeting") return greetAgain(house, draft, silence);
  const { place } = draft.memory;
  const waits = place !== null && isQuestion(house, place);
  const flow = flowToFollow(draft, wish, waits);
  if (flow !== null) return followWish(house, draft, { wish, flow, told });
  if (waits && silence !== "unasked" && silence > longSilence)
    return resume(house, draft, "welcomeBack");
  // under a list of doors, somebody whom the team will read goes on telling: it is no answer that failed
  if (draft.asking.waiting && !waits) return note(house, draft);
  if (wish.aside) return aside(house, draft, wish.aside);
  if (Object.keys(told).length > 0) {
    sayTold(house, draft, told);
    return askAgain(house, draft);
  }
  return misunderstand(house, draft, hint);
}

/**
 * The flow of a wish, when it is another than the one in hand. A guess is no reason to leave a question,
 * nor to answer in place of the worker who is awaited.
 */
function flowToFollow<Change>({ memory, asking }: Draft<Change>, wish: Wish, waits: boolean) {
  if (wish.offered && (waits || asking.waiting)) return null;
  return waits && wish.flow === memory.place?.flow ? null : wish.flow;
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

/** What was given is taken, in the language of the words that gave it. */
async function take<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  given: Given,
  text: string,
): Promise<void> {
  const { language } = draft.memory;
  if (language === null) introduce(house, draft, house.understand(text, null).language ?? "fr");
  return takeGiven(house, draft, given);
}

/** Thanks call for a kind word, and for the question that waits; a list of doors is not shown again. */
async function acknowledge<Change>(house: House<Change>, draft: Draft<Change>): Promise<void> {
  sayAside(house, draft, "everywhere:youAreWelcome");
  const { place } = draft.memory;
  const isAsked = place && isQuestion(house, place);
  if (isAsked || (!draft.asking.waiting && offerNeed(house, draft))) return walk(house, draft);
}

async function greetAgain<Change>(
  house: House<Change>,
  draft: Draft<Change>,
  silence: number | "unasked",
): Promise<void> {
  const { place } = draft.memory;
  if (!place || !isQuestion(house, place)) return open(house, draft);
  if (silence !== "unasked" && silence > longSilence) return resume(house, draft, "welcomeBack");
  return aside(house, draft, "accueil:helloAgain");
}
