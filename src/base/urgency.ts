/** How much it presses, in the order the queue is sorted. */
export const urgencies = ["none", "normal", "high", "immediate"] as const;
export type Urgency = (typeof urgencies)[number];
