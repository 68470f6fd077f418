import { toString as drawn } from "qrcode";
import type { SaidValues } from "../base/message.ts";
import type { WebStanding, WebState } from "../channels/whatsapp-web-state.ts";
import type { Texts } from "../texts.ts";

/** A code lasts some 20 seconds: after this many nobody is in front of the terminal. */
const mostCodes = 8;

export interface PhoneTerminal {
  readonly texts: Texts;
  /** The name of a structure's service. */
  serviceOf(structure: string): string;
  print(line: string): void;
}

/**
 * Tells on a terminal how the phones stand, with the code to scan. For a terminal alone: whoever read a
 * code in a journal could link their own phone in place of the structure's.
 */
export function showPhones(terminal: PhoneTerminal): (structure: string, now: WebStanding) => void {
  const codes = new Map<string, number>();
  const states = new Map<string, WebState>();
  const say = (key: string, values: SaidValues) =>
    terminal.print(terminal.texts.say({ key: `terminal:whatsappWeb_${key}`, values }, "fr"));
  return (structure, { state, qr }) => {
    const service = terminal.serviceOf(structure);
    const before = states.get(structure);
    states.set(structure, state);
    if (qr === null) {
      codes.delete(structure);
      if (state === "ready" && before !== "ready") say("ready", { service });
      return;
    }
    const shown = (codes.get(structure) ?? 0) + 1;
    codes.set(structure, shown);
    if (shown === 1) say("scan", { service });
    if (shown <= mostCodes) void drawn(qr, { type: "terminal", small: true }).then(terminal.print);
    if (shown === mostCodes + 1) say("onDesk", { service });
  };
}
