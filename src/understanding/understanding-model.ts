import type { DangerKind } from "./danger-ids.ts";
import { type Features, wordSign } from "./features.ts";
import { type Intent, intents } from "./intent-ids.ts";
import { type LinearModel, linearModel } from "./linear-model.ts";
import stored from "./model.json" with { type: "json" };

/** What the model makes of a message or of a part of it. */
export interface Guesses {
  /** Likeliest first. */
  readonly intents: readonly { readonly intent: Intent; readonly probability: number }[];
  /** How likely it is that one must act, that nothing is wrong, and the likeliest kind of danger. */
  readonly danger: {
    readonly alarm: number;
    readonly none: number;
    readonly kind: DangerKind;
  };
  /** Whose wording it is, surest first: fr, en, es, ar, darija. */
  readonly groups: readonly { readonly label: string; readonly probability: number }[];
}

const kinds: readonly DangerKind[] = [
  "suicide",
  "violence",
  "minor_in_danger",
  "emergency_shelter",
];

let unpacked: LinearModel | null = null;

/** The model learnt from the corpus, unpacked at its first use: a process that hears nobody pays nothing. */
function model(): LinearModel {
  unpacked ??= linearModel(stored);
  return unpacked;
}

/** Whether the model ever met this word, as `messageWords` spells it. */
export function isKnownWord(word: string): boolean {
  return model().knows(wordSign(word));
}

/** What the model makes of the signs of a message or of a part of it. */
export function guess({ ids, length }: Features): Guesses {
  const ranked = model().ranked(ids, length);
  const danger = ranked.get("danger") ?? [];
  const of = (label: string) => danger.find((one) => one.label === label)?.probability ?? 0;
  const byKind = kinds.map((kind) => of(`alarm ${kind}`) + of(`check ${kind}`));
  return {
    intents: (ranked.get("intent") ?? []).flatMap(({ label, probability }) => {
      const intent = intents.find((one) => one === label);
      return intent ? [{ intent, probability }] : [];
    }),
    danger: {
      alarm: kinds.reduce((sum, kind) => sum + of(`alarm ${kind}`), 0),
      none: of("none"),
      kind: kinds[byKind.indexOf(Math.max(...byKind))] ?? "emergency_shelter",
    },
    groups: ranked.get("language") ?? [],
  };
}
