import type { MisheardMessage } from "../store/misheard-store.ts";
import type { DangerKind } from "../understanding/danger-ids.ts";
import { understand } from "../understanding/intent.ts";
import { type Intent, intents } from "../understanding/intent-ids.ts";
import { likenessOf } from "../understanding/likeness.ts";

/** Messages that say the same in other spellings: they are given their meaning together. */
export interface MisheardGroup<Message extends MisheardMessage = MisheardMessage> {
  /** The oldest first. */
  readonly messages: readonly [Message, ...Message[]];
  /** What they may mean, the likeliest first. */
  readonly likely: readonly Intent[];
}

const mostLikely = 3;
const dangers: readonly DangerKind[] = [
  "emergency_shelter",
  "violence",
  "suicide",
  "minor_in_danger",
];

/** The messages by what they say, in the order of the oldest of each. */
export function misheardGroups(messages: readonly MisheardMessage[]): readonly MisheardGroup[] {
  const alike = Map.groupBy(messages, ({ text, language }) => `${language}|${likenessOf(text)}`);
  return [...alike.values()].flatMap(([first, ...others]) =>
    first ? [{ messages: [first, ...others] as const, likely: likelyOf(first) }] : [],
  );
}

/** What it was taken for, then what it would be taken for today; dangers have buttons of their own. */
function likelyOf({ guessed, text, language }: MisheardMessage): readonly Intent[] {
  const { intent, also } = understand(text, language ?? undefined);
  const named = [...guessed, intent, ...also];
  return namedIntents
    .filter((one) => named.includes(one))
    .sort((one, other) => named.indexOf(one) - named.indexOf(other))
    .slice(0, mostLikely);
}

/** What a worker may say that a message means, danger aside: it is said with how sure it is. */
export const namedIntents: readonly Intent[] = intents.filter(
  (intent) => intent !== "unknown" && !dangers.some((danger) => danger === intent),
);

/** Danger that was missed: to act on, or to ask about. */
export const missedDangers = (["alarm", "check"] as const).flatMap((level) =>
  dangers.map((kind) => ({ level, kind })),
);

/** What a button says: an intent, and how dangerous; null for what no button says. */
export function meaningOf(form: FormData): { intent: Intent; safety: string } | null {
  const danger = missedDangers.find(({ level, kind }) => form.get("danger") === `${level}:${kind}`);
  if (danger) return { intent: danger.kind, safety: `${danger.level}:${danger.kind}` };
  const asked = form.get("sens") === "liste" ? form.get("liste") : form.get("sens");
  // noise has no subject
  const intent = asked === "unknown" ? asked : namedIntents.find((one) => one === asked);
  return intent ? { intent, safety: "none" } : null;
}
