import type { Danger } from "./danger-rules.ts";
import { decideIntent } from "./decide-intent.ts";
import type { Intent } from "./intent-ids.ts";
import { languageOf, type SpokenLanguage } from "./language-of.ts";
import { featuresIn, readMessage } from "./read-message.ts";
import { reasons } from "./reasons.ts";
import { dangerIn } from "./safety.ts";
import { guess } from "./understanding-model.ts";

/** What a message means, as far as words alone can tell. */
export interface Understood {
  readonly language: SpokenLanguage;
  readonly intent: Intent;
  /** From 0 to 1. */
  readonly confidence: number;
  /** Other things the same message asks for, strongest first. */
  readonly also: readonly Intent[];
  readonly safety: Danger;
  /** What decided: phrases of the tables, and what the words speak of. */
  readonly because: readonly string[];
}

/**
 * What a message says: language, intent, other intents, danger. `language` is the conversation's own,
 * believed only when the message shows none.
 */
export function understand(text: string, language?: string): Understood {
  const message = readMessage(text);
  const whole = guess(featuresIn(message));
  const parts = message.parts.map((part) => guess(featuresIn(message, part)));
  const safety = dangerIn(
    message,
    whole.danger,
    parts.map(({ danger }) => danger),
  );
  const groups = parts.map((part) => part.groups);
  return {
    ...decideIntent({ message, whole, parts, safety }),
    language: languageOf(message, whole.groups, groups, language),
    safety,
    because: reasons(message),
  };
}
