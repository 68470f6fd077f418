/** Why somebody had better be called before their appointment. */
const callReasons = ["unreached", "noHome", "missedBefore", "noReply", "numberChanged"] as const;
export type CallReason = (typeof callReasons)[number];

/** What is known of somebody who has not said that they come. */
export interface CallSigns {
  /** Nothing rings where they are: no thread, no browser, no e-mail. */
  readonly isUnreached: boolean;
  /** They have nowhere to live, as they told. */
  readonly isWithoutHome: boolean;
  /** An earlier appointment passed without them. */
  readonly missedBefore: boolean;
  /** They were asked some days before whether they come, and did not answer. */
  readonly isSilent: boolean;
  /** Another phone of theirs was linked since they booked, or one of theirs can be reached no more. */
  readonly changedNumber: boolean;
}

/** So many signs, one point each, and a call does more than a message. */
const enough = 2;

/**
 * The reasons to call somebody, in the order in which they are told; none when a message is enough. Two
 * signs are enough, or that nothing reaches them. It leads to a call and to nothing else: nobody loses an
 * appointment, a place or a right by it, and the worker reads the very same words.
 */
export function reasonsToCall(signs: CallSigns): readonly CallReason[] {
  const points: readonly (readonly [CallReason, boolean])[] = [
    ["noHome", signs.isWithoutHome],
    ["missedBefore", signs.missedBefore],
    ["noReply", signs.isSilent],
    ["numberChanged", signs.changedNumber],
  ];
  const seen = points.flatMap(([reason, isSeen]) => (isSeen ? [reason] : []));
  if (signs.isUnreached) return ["unreached", ...seen];
  return seen.length >= enough ? seen : [];
}
