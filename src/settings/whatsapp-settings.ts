import { type OwnNames, type OwnSettings, pairsOf } from "./own-settings.ts";
import { isUsableUrl } from "./usable-url.ts";

/** One structure's number on WhatsApp's Cloud API. */
export interface WhatsAppSettings {
  /** The number as the API names it; not the number people dial. */
  readonly phoneNumberId: string;
  readonly accessToken: string;
  /** Signs what Meta sends us. */
  readonly appSecret: string;
  /** What Meta says when it asks whether our address is ours. */
  readonly verifyToken: string;
  /** Without the version. */
  readonly apiRoot: string;
}

/** The numbers by the slug of their structure, and what is wrong with them, each with its remedy. */
export interface WhatsAppReading {
  readonly whatsappOf: ReadonlyMap<string, WhatsAppSettings>;
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

const needed = [
  "WHATSAPP_PHONE_NUMBER_ID",
  "WHATSAPP_ACCESS_TOKEN",
  "WHATSAPP_APP_SECRET",
  "WHATSAPP_VERIFY_TOKEN",
] as const;

/** One Meta app may carry the numbers of all structures: its secret and its address are then said once. */
export const whatsappNames = {
  all: [...needed, "WHATSAPP_API_ROOT"],
  shared: ["WHATSAPP_APP_SECRET", "WHATSAPP_VERIFY_TOKEN", "WHATSAPP_API_ROOT"],
} as const satisfies OwnNames;

const defaultApiRoot = "https://graph.facebook.com";

/** Reads the numbers of all structures; a structure that was given none of the settings has none. */
export function readWhatsApp(own: readonly OwnSettings[], isPublic: boolean): WhatsAppReading {
  const read = meant(own).map((settings) => numberOf(settings));
  const numbers = read.flatMap(({ number }) => number ?? []);
  return {
    whatsappOf: new Map(numbers.map(({ structure, settings }) => [structure, settings])),
    // what all structures share is said once
    problems: [...new Set([...read.flatMap(({ problems }) => problems), ...sameNumber(own)])],
    warnings:
      numbers.length > 0 && !isPublic
        ? [
            "WHATSAPP_PHONE_NUMBER_ID is set without PUBLIC_URL: Meta brings messages to a public https address alone.",
          ]
        : [],
  };
}

/** Who was given something of their own; settings that all share are nobody's, save when there is nothing else. */
function meant(own: readonly OwnSettings[]): readonly OwnSettings[] {
  const shared: readonly string[] = whatsappNames.shared;
  const given = own.filter(({ value, named }) =>
    needed.some((name) => value(name) && !(shared.includes(name) && named(name) === name)),
  );
  const isSharedAlone = ({ value }: OwnSettings) => needed.some((name) => value(name));
  return given.length > 0 ? given : own.slice(0, 1).filter(isSharedAlone);
}

function numberOf(own: OwnSettings) {
  const { structure, value, named } = own;
  const apiRoot = value("WHATSAPP_API_ROOT") ?? defaultApiRoot;
  const [phoneNumberId, accessToken, appSecret, verifyToken] = needed.map((name) => value(name));
  const problems = [
    ...needed.filter((name) => !value(name)).map((name) => missing(own, name)),
    ...(isUsableUrl(apiRoot)
      ? []
      : [
          `${named("WHATSAPP_API_ROOT")} must be https://…, or http:// on this machine: correct it or remove it.`,
        ]),
  ];
  const settings =
    phoneNumberId && accessToken && appSecret && verifyToken
      ? { phoneNumberId, accessToken, appSecret, verifyToken, apiRoot: apiRoot.replace(/\/+$/, "") }
      : null;
  return { number: settings ? { structure, settings } : null, problems };
}

const whereToFind: Readonly<Record<(typeof needed)[number], string>> = {
  WHATSAPP_PHONE_NUMBER_ID: "it is beside the number in Meta's console, under « API Setup »",
  WHATSAPP_ACCESS_TOKEN: "make a permanent one for a system user in Meta's business settings",
  WHATSAPP_APP_SECRET: "it is in the basic settings of the app in Meta's console",
  WHATSAPP_VERIFY_TOKEN: "choose one and give it to Meta with the address of the webhook",
};

function missing({ named, value }: OwnSettings, name: (typeof needed)[number]): string {
  const given = needed.filter((other) => value(other)).map(named);
  return `${named(name)} is missing: ${whereToFind[name]}; or remove ${given.join(" and ")}.`;
}

/** A person is known by the number they wrote to: shared, they would be in two structures. */
function sameNumber(own: readonly OwnSettings[]): string[] {
  return pairsOf(own, "WHATSAPP_PHONE_NUMBER_ID", (id) => id).map(
    ([one, other]) => `${one} and ${other} are the same number: give each structure its own.`,
  );
}
