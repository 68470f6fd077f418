import type { Message, SaidValues } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import { answerDanger } from "./answer-danger.ts";
import { answerMedia } from "./answer-media.ts";
import { answerText } from "./answer-text.ts";
import { aside, askAgain } from "./aside.ts";
import type { Memory, Place, Turn } from "./conversation.ts";
import { Draft } from "./draft.ts";
import type { House } from "./house.ts";
import { press } from "./press.ts";
import { open } from "./resume.ts";
import { suspend } from "./suspend.ts";
import { takeGiven } from "./take-given.ts";
import { isOnlyMasked, tellMasked } from "./tell-masked.ts";
import { walk } from "./walk.ts";

/**
 * One message in, one turn out: conversation + message → conversation + replies + happenings.
 * Writes nothing. Safety is looked at first, then the words understood everywhere, then the step
 * that waits, then what else the person may want. `isBeforeQuestion`: they wrote before the last question
 * reached them; beyond safety and the words understood everywhere, a text is no answer and calls for none.
 */
export async function takeTurn<Change>(
  house: House<Change>,
  memory: Memory,
  message: Received,
  now: Instant,
  waiting = false,
): Promise<Turn<Change>> {
  const draft = new Draft<Change>(memory, { now, waiting });
  const silence = now - memory.lastAt;
  await answer(house, draft, message, silence);
  tellMasked(draft, message.content);
  const isDanger = draft.happenings.some(({ kind }) => kind === "danger");
  draft.varyFromBefore({ key: isDanger ? "everywhere:sayAgainDanger" : "everywhere:sayAgain" });
  return draft.finish();
}

/** A message as a turn takes it. `sentAt` is by the network's clock, in milliseconds: now when it has none. */
interface Received extends Pick<Message, "content"> {
  readonly isBeforeQuestion?: boolean;
  readonly sentAt?: number;
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
  { content, isBeforeQuestion, sentAt = draft.asking.now }: Received,
  silence: number,
): Promise<void> {
  switch (content.kind) {
    case "text": {
      if (isOnlyMasked(content)) return askAgain(house, draft);
      const when = { silence: isBeforeQuestion ? ("unasked" as const) : silence, sentAt };
      return answerText(house, draft, { text: content.text, ...when });
    }
    case "choice": {
      if (await press(house, draft, content.option)) return;
      const old = draft.memory.language === null ? null : house.oldButton?.(content.option);
      if (old) return takeGiven(house, draft, old);
      return aside(house, draft, "everywhere:staleButton");
    }
    case "opened":
      if (content.source) {
        draft.happened("source", content.source);
        for (const [fact, value] of Object.entries(house.toldBySource?.(content.source) ?? {}))
          draft.learn(fact, value);
      }
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
