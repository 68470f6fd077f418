import type { OwnNames, OwnSettings } from "./own-settings.ts";

/** One structure's own phone, linked by WhatsApp Web: on Node alone, since it needs a browser. */
export interface WhatsAppWebSettings {
  /** Which browser; null to look in the usual places. */
  readonly chromePath: string | null;
}

/** The phones by the slug of their structure, and what is wrong, each with its remedy. */
export interface WhatsAppWebReading {
  readonly whatsappWebOf: ReadonlyMap<string, WhatsAppWebSettings>;
  readonly problems: readonly string[];
}

export const whatsappWebNames = {
  all: ["WHATSAPP_WEB", "CHROME_PATH"],
  shared: ["CHROME_PATH"],
} as const satisfies OwnNames;

/** Reads which structures link a phone; `WHATSAPP_WEB=on` alone is the first one's. */
export function readWhatsAppWeb(own: readonly OwnSettings[]): WhatsAppWebReading {
  const asked = own.map(({ structure, value, named }) => ({
    structure,
    wish: value("WHATSAPP_WEB") ?? "off",
    name: named("WHATSAPP_WEB"),
    chromePath: value("CHROME_PATH") ?? null,
  }));
  return {
    whatsappWebOf: new Map(
      asked
        .filter(({ wish }) => wish === "on")
        .map(({ structure, chromePath }) => [structure, { chromePath }]),
    ),
    problems: asked
      .filter(({ wish }) => wish !== "on" && wish !== "off")
      .map(({ name }) => `${name} must be on or off.`),
  };
}
