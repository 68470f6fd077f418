import type { AppointmentId } from "../base/ids.ts";
import type { Cipher } from "./cipher.ts";

/** The secret in the address of one appointment's calendar file. Nothing is stored: the signature says it is ours. */
export interface EventLinks {
  tokenOf(appointment: AppointmentId): string;
  /** The appointment of a token that bears our signature, of this key or the one before; else null. */
  read(token: string): AppointmentId | null;
}

const signed = (appointment: string) => `calendar event|${appointment}`;

export function eventLinks(cipher: Cipher): EventLinks {
  return {
    tokenOf: (appointment) => `${appointment}.${cipher.lookup(signed(appointment))}`,
    read(token) {
      const end = token.lastIndexOf(".");
      const appointment = token.slice(0, end);
      const mark = token.slice(end + 1);
      const isOurs =
        mark === cipher.lookup(signed(appointment)) ||
        mark === cipher.previousLookup(signed(appointment));
      return end > 0 && isOurs ? (appointment as AppointmentId) : null;
    },
  };
}
