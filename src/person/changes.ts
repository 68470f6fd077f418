/** What a turn wants written about the person, in the same commit. */
export type PersonChange =
  | { readonly kind: "nameFirst"; readonly firstName: string }
  | { readonly kind: "remindersStopped"; readonly stopped: boolean }
  | { readonly kind: "erase" };
