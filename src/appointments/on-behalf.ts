import type { AppointmentId } from "../base/ids.ts";

/** What a worker books for somebody who agreed, by telephone or at the desk. */
export interface OnBehalf {
  readonly slot: string;
  /** Null for the usual one. */
  readonly motif: string | null;
  /** The appointment this one takes the place of, at the version that was shown; null for another one. */
  readonly replaces: { readonly id: AppointmentId; readonly version: number } | null;
}
