import { type OwnNames, type OwnSettings, pairsOf } from "./own-settings.ts";
import { isUsableUrl } from "./usable-url.ts";

/** One structure's bot. */
export interface TelegramSettings {
  readonly token: string;
  readonly secret: string | null;
  readonly apiRoot: string;
  readonly mode: "polling" | "webhook";
}

/** The bots by the slug of their structure, and what is wrong with them, each with its remedy. */
export interface TelegramReading {
  readonly telegramOf: ReadonlyMap<string, TelegramSettings>;
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

export const telegramNames = {
  all: ["TELEGRAM_BOT_TOKEN", "TELEGRAM_WEBHOOK_SECRET", "TELEGRAM_API_ROOT", "TELEGRAM_MODE"],
  shared: ["TELEGRAM_API_ROOT", "TELEGRAM_MODE"],
} as const satisfies OwnNames;

const defaultApiRoot = "https://api.telegram.org";

/** Reads the bots of all structures; a structure without a token has none. */
export function readTelegram(own: readonly OwnSettings[], isPublic: boolean): TelegramReading {
  const read = own.map((settings) => botOf(settings, isPublic));
  const bots = read.flatMap(({ bot }) => bot ?? []);
  return {
    telegramOf: new Map(bots.map(({ structure, settings }) => [structure, settings])),
    // what all structures share is said once
    problems: [...new Set([...read.flatMap(({ problems }) => problems), ...sameBot(own)])],
    warnings: [...new Set([...own.flatMap(shortSecret), ...sameSecret(own)])],
  };
}

function botOf(own: OwnSettings, isPublic: boolean) {
  const { value, named } = own;
  const [token, secret] = [value("TELEGRAM_BOT_TOKEN"), value("TELEGRAM_WEBHOOK_SECRET")];
  const asked = value("TELEGRAM_MODE");
  const mode = modeOf(asked, isPublic);
  const apiRoot = value("TELEGRAM_API_ROOT") ?? defaultApiRoot;
  const problems = [
    ...(isUsableUrl(apiRoot)
      ? []
      : [
          `${named("TELEGRAM_API_ROOT")} must be https://…, or http:// on this machine: correct it or remove it.`,
        ]),
    ...(mode === null ? [`${named("TELEGRAM_MODE")} must be polling or webhook.`] : []),
    ...(token && asked === "webhook" && !isPublic
      ? [
          `${named("TELEGRAM_MODE")}=webhook needs PUBLIC_URL: give the public https address, or use polling.`,
        ]
      : []),
    ...(token && mode === "webhook" && !secret
      ? [
          `${named("TELEGRAM_WEBHOOK_SECRET")} is missing: choose a secret and give it to Telegram too, or use ${named("TELEGRAM_MODE")}=polling.`,
        ]
      : []),
  ];
  const settings =
    token && mode
      ? { token, secret: secret ?? null, apiRoot: apiRoot.replace(/\/+$/, ""), mode }
      : null;
  return { bot: settings ? { structure: own.structure, settings } : null, problems };
}

function modeOf(asked: string | undefined, isPublic: boolean): TelegramSettings["mode"] | null {
  if (asked === undefined) return isPublic ? "webhook" : "polling";
  return asked === "polling" || asked === "webhook" ? asked : null;
}

/** A bot is known by the number its token begins with: shared, a person would be in two structures. */
function sameBot(own: readonly OwnSettings[]): string[] {
  return pairsOf(own, "TELEGRAM_BOT_TOKEN", (token) => token.split(":", 1)[0]).map(
    ([one, other]) =>
      `${one} and ${other} are the same bot: give each structure its own, made with @BotFather.`,
  );
}

function sameSecret(own: readonly OwnSettings[]): string[] {
  return pairsOf(own, "TELEGRAM_WEBHOOK_SECRET", (secret) => secret).map(
    ([one, other]) => `${one} and ${other} are the same: give each bot its own secret.`,
  );
}

function shortSecret({ value, named }: OwnSettings): string[] {
  const secret = value("TELEGRAM_WEBHOOK_SECRET");
  return secret && secret.length < 16
    ? [`${named("TELEGRAM_WEBHOOK_SECRET")} is short: 16 characters or more are hard to guess.`]
    : [];
}
