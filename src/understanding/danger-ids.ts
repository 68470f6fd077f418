/** What may be wrong, in the words of the `understand` command. */
export type DangerKind = "emergency_shelter" | "violence" | "suicide" | "minor_in_danger";

/**
 * What a phrase tells by itself. `thrownOut` and `inDanger` have no kind of their own: the age of the
 * writer and the hour decide which one they are.
 */
export type DangerSign = DangerKind | "thrownOut" | "inDanger";

/** Phrases of one sign: `alarm` when they are certain, `check` when they are possible. */
export interface DangerWords {
  readonly sign: DangerSign;
  readonly alarm: readonly string[];
  readonly check: readonly string[];
}
