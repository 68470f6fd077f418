import type { Instant } from "../base/time.ts";

/** What a turn wants written about the person, in the same commit. */
export type PersonChange =
  | { readonly kind: "nameFirst"; readonly firstName: string }
  | { readonly kind: "remindersStopped"; readonly stopped: boolean }
  | { readonly kind: "giveLinkCode"; readonly code: string; readonly expiresAt: Instant }
  /** This conversation becomes the person's who was given the code. */
  | { readonly kind: "joinByCode"; readonly code: string }
  | { readonly kind: "erase" };
