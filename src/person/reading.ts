import type { FactValue } from "./facts.ts";

/**
 * What an answer says. `unclear`: no such value in it; `range`: a value that cannot be, or two ends
 * and no middle; `elsewhere`: another room reads this kind (options, places).
 */
export type Reading =
  | { readonly kind: "read"; readonly value: FactValue }
  | { readonly kind: "unknownToPerson" }
  | { readonly kind: "notUnderstood"; readonly because: "unclear" | "range" | "elsewhere" };

export const unclear: Reading = { kind: "notUnderstood", because: "unclear" };
export const outOfRange: Reading = { kind: "notUnderstood", because: "range" };

/** A value that was read. */
export function read(value: FactValue): Reading {
  return { kind: "read", value };
}
