import { z } from "zod";
import {
  type BellReading,
  bellNames,
  type MailSettings,
  type PushKeys,
  readBells,
} from "./settings/bell-settings.ts";
import { ownSettings } from "./settings/own-settings.ts";
import {
  readTelegram,
  type TelegramReading,
  type TelegramSettings,
  telegramNames,
} from "./settings/telegram-settings.ts";
import { isUsableUrl } from "./settings/usable-url.ts";
import {
  readWhatsApp,
  type WhatsAppReading,
  type WhatsAppSettings,
  whatsappNames,
} from "./settings/whatsapp-settings.ts";
import {
  readWhatsAppWeb,
  type WhatsAppWebReading,
  type WhatsAppWebSettings,
  whatsappWebNames,
} from "./settings/whatsapp-web-settings.ts";

export type { MailSettings, PushKeys, TelegramSettings, WhatsAppSettings, WhatsAppWebSettings };

/** What an operator may set; interfaces of the outside, read once at start. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** The public address, or the local one when none is given. */
  readonly publicUrl: string;
  readonly isPublic: boolean;
  readonly databasePath: string;
  /** The first is the one that addresses and settings without a structure speak of. */
  readonly structures: readonly string[];
  readonly secretKey: string | null;
  readonly previousSecretKey: string | null;
  readonly demonstration: boolean;
  /** The bot of each structure that has one, by its slug. */
  readonly telegramOf: ReadonlyMap<string, TelegramSettings>;
  /** The number on WhatsApp's Cloud API of each structure that has one, by its slug. */
  readonly whatsappOf: ReadonlyMap<string, WhatsAppSettings>;
  /** The phone of each structure that links one by WhatsApp Web, by its slug. */
  readonly whatsappWebOf: ReadonlyMap<string, WhatsAppWebSettings>;
  /** How browsers are rung, and the mail server; null: not offered. */
  readonly push: PushKeys | null;
  readonly mail: MailSettings | null;
  readonly admin: { readonly email: string; readonly password: string } | null;
  /** Where a copy of the database is made each day, and how many stay; null: nowhere by itself. */
  readonly backups: { readonly folder: string; readonly keep: number } | null;
  readonly logLevel: "silent" | "error" | "warn" | "info" | "debug";
}

export type SettingsReading =
  | { readonly outcome: "read"; readonly settings: Settings; readonly warnings: readonly string[] }
  /** Each problem is a sentence that says the remedy. */
  | { readonly outcome: "refused"; readonly problems: readonly string[] };

const defaultStructure = "rencontres-et-loisirs";
const text = z.string().trim().min(1).optional();

const environment = z.object({
  PORT: z.coerce
    .number("PORT must be a number between 0 and 65535, for example 3000.")
    .int("PORT must be a whole number, for example 3000.")
    .min(0, "PORT must be between 0 and 65535.")
    .max(65_535, "PORT must be between 0 and 65535.")
    .default(3000),
  HOST: text.default("127.0.0.1"),
  PUBLIC_URL: text.refine(
    (value) => value === undefined || isUsableUrl(value),
    "PUBLIC_URL must be https://…, or http:// on this machine: correct it or remove it.",
  ),
  DATABASE_URL: text
    .default("file:./data/trousseau.db")
    .refine(
      (value) => value.startsWith("file:"),
      "DATABASE_URL must begin with file: (for example file:./data/trousseau.db).",
    ),
  STRUCTURE: text
    .default(defaultStructure)
    .refine(
      (value) => /^[a-z0-9-]+(,[a-z0-9-]+)*$/.test(value),
      "STRUCTURE must name files of prisma/structures, separated by commas.",
    ),
  SECRET_KEY: text.refine(
    isLongEnough,
    "SECRET_KEY must have at least 32 characters: make one with `openssl rand -base64 32`.",
  ),
  SECRET_KEY_PREVIOUS: text.refine(
    isLongEnough,
    "SECRET_KEY_PREVIOUS must have at least 32 characters: it is the former SECRET_KEY.",
  ),
  DEMONSTRATION: z.enum(["on", "off"], "DEMONSTRATION must be on or off.").default("on"),
  DESK_ADMIN_EMAIL: z.email("DESK_ADMIN_EMAIL must be an e-mail address.").optional(),
  DESK_ADMIN_PASSWORD: z
    .string()
    .min(12, "DESK_ADMIN_PASSWORD must have at least 12 characters.")
    .max(200, "DESK_ADMIN_PASSWORD must have at most 200 characters.")
    .optional(),
  BACKUP_FOLDER: text,
  BACKUP_KEEP: z.coerce
    .number("BACKUP_KEEP must be a number of copies, for example 14.")
    .int("BACKUP_KEEP must be a whole number, for example 14.")
    .min(1, "BACKUP_KEEP must be 1 at least.")
    .default(14),
  LOG_LEVEL: z
    .enum(
      ["silent", "error", "warn", "info", "debug"],
      "LOG_LEVEL must be silent, error, warn, info or debug.",
    )
    .default("info"),
});

type Environment = z.infer<typeof environment>;

/** Reads the settings; every problem at once, each with its remedy. An empty value counts as absent. */
export function readSettings(given: Readonly<Record<string, string | undefined>>): SettingsReading {
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value?.trim()));
  const parsed = environment.safeParse(filled);
  const invalid = parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
  const served = slugsOf(filled["STRUCTURE"]?.trim() ?? defaultStructure);
  const others = [...Object.keys(environment.shape), ...bellNames];
  const { own, problems: misplaced } = ownSettings(filled, served, ownNames, others);
  const isPublic = filled["PUBLIC_URL"] !== undefined;
  const telegram = readTelegram(own, isPublic);
  const whatsapp = readWhatsApp(own, isPublic);
  const whatsappWeb = readWhatsAppWeb(own);
  const bells = readBells(filled);
  const problems = [
    ...bells.problems,
    ...[...invalid, ...misplaced, ...telegram.problems, ...whatsapp.problems],
    ...[...whatsappWeb.problems, ...contradictions(filled)],
  ];
  if (!parsed.success || problems.length > 0) return { outcome: "refused", problems };
  return {
    outcome: "read",
    settings: settingsFrom(parsed.data, { ...telegram, ...whatsapp, ...whatsappWeb, ...bells }),
    warnings: [...telegram.warnings, ...whatsapp.warnings],
  };
}

/** What each structure may have of its own. */
const ownNames = {
  all: [...telegramNames.all, ...whatsappNames.all, ...whatsappWebNames.all],
  shared: [...telegramNames.shared, ...whatsappNames.shared, ...whatsappWebNames.shared],
};

function slugsOf(list: string): readonly string[] {
  return [...new Set(list.split(","))];
}

/** What does not go together, in values that may be wrong themselves. */
function contradictions(values: Readonly<Partial<Record<keyof Environment, string>>>): string[] {
  const problems: string[] = [];
  if (values.DEMONSTRATION === "off" && !values.SECRET_KEY) {
    problems.push(
      "SECRET_KEY is missing: with DEMONSTRATION=off none is made; set one of at least 32 characters.",
    );
  }
  if (Boolean(values.DESK_ADMIN_EMAIL) !== Boolean(values.DESK_ADMIN_PASSWORD)) {
    problems.push("DESK_ADMIN_EMAIL and DESK_ADMIN_PASSWORD go together: set both, or neither.");
  }
  return problems;
}

function settingsFrom(
  values: Environment,
  {
    telegramOf,
    whatsappOf,
    whatsappWebOf,
    push,
    mail,
  }: TelegramReading & WhatsAppReading & WhatsAppWebReading & BellReading,
): Settings {
  const email = values.DESK_ADMIN_EMAIL;
  const password = values.DESK_ADMIN_PASSWORD;
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ""),
    isPublic: values.PUBLIC_URL !== undefined,
    databasePath: values.DATABASE_URL.slice("file:".length),
    structures: slugsOf(values.STRUCTURE),
    secretKey: values.SECRET_KEY ?? null,
    previousSecretKey: values.SECRET_KEY_PREVIOUS ?? null,
    demonstration: values.DEMONSTRATION === "on",
    telegramOf,
    whatsappOf,
    whatsappWebOf,
    push,
    mail,
    admin: email && password ? { email, password } : null,
    backups: values.BACKUP_FOLDER
      ? { folder: values.BACKUP_FOLDER, keep: values.BACKUP_KEEP }
      : null,
    logLevel: values.LOG_LEVEL,
  };
}

function isLongEnough(value: string | undefined): boolean {
  return value === undefined || value.length >= 32;
}
