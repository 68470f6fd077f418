import type { KeptMeasure } from "../store/measure-store.ts";
import type { Structure } from "../structure/schema.ts";
import { codeOf, type View } from "./words.ts";

export const measureTellings = [
  ...(["kept", "stale", "gone", "badDate", "badOrder", "badAmount"] as const),
  ...(["noted", "unnoted", "agreement", "agreementGone", "badAgreement"] as const),
] as const;
export type MeasureTold = (typeof measureTellings)[number];

export function measureWords(view: View) {
  return (key: string, values = {}) => view.speak({ key: `accompagnements:${key}`, values });
}

/** The territories of a structure, as the codes of its bilan, each with its name. */
export function areasOf({ territories }: Structure): readonly (readonly [string, string])[] {
  return territories.map(({ id, name }) => [id.toLowerCase(), name] as const);
}

/** Who it is for: the code of the conversation, or what was written where there is none. */
export function whoseWords(view: View, { conversation, who }: KeptMeasure): string {
  const say = measureWords(view);
  return conversation === null ? who || say("nobody") : say("code", { code: codeOf(conversation) });
}
