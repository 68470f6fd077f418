import { z } from "zod";

/** What an operator may set; interfaces of the outside, read once at start. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** The public address, or the local one when none is given. */
  readonly publicUrl: string;
  readonly isPublic: boolean;
  readonly databasePath: string;
  readonly structures: readonly string[];
  readonly secretKey: string | null;
  readonly previousSecretKey: string | null;
  readonly demonstration: boolean;
  readonly telegram: TelegramSettings | null;
  readonly admin: { readonly email: string; readonly password: string } | null;
  readonly logLevel: "silent" | "error" | "warn" | "info" | "debug";
}

export interface TelegramSettings {
  readonly token: string;
  readonly secret: string | null;
  readonly apiRoot: string;
  readonly mode: "polling" | "webhook";
}

export type SettingsReading =
  | { readonly outcome: "read"; readonly settings: Settings; readonly warnings: readonly string[] }
  /** Each problem is a sentence that says the remedy. */
  | { readonly outcome: "refused"; readonly problems: readonly string[] };

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);
const defaultApiRoot = "https://api.telegram.org";

const text = z.string().trim().min(1).optional();
const url = (name: string) =>
  text.refine(
    isUsableUrl,
    `${name} must be https://…, or http:// on this machine: correct it or remove it.`,
  );

const environment = z.object({
  PORT: z.coerce
    .number("PORT must be a number between 0 and 65535, for example 3000.")
    .int("PORT must be a whole number, for example 3000.")
    .min(0, "PORT must be between 0 and 65535.")
    .max(65_535, "PORT must be between 0 and 65535.")
    .default(3000),
  HOST: text.default("127.0.0.1"),
  PUBLIC_URL: url("PUBLIC_URL"),
  DATABASE_URL: text
    .default("file:./data/trousseau.db")
    .refine(
      (value) => value.startsWith("file:"),
      "DATABASE_URL must begin with file: (for example file:./data/trousseau.db).",
    ),
  STRUCTURE: text
    .default("rencontres-et-loisirs")
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
  TELEGRAM_BOT_TOKEN: text,
  TELEGRAM_WEBHOOK_SECRET: text,
  TELEGRAM_API_ROOT: url("TELEGRAM_API_ROOT"),
  TELEGRAM_MODE: z
    .enum(["polling", "webhook"], "TELEGRAM_MODE must be polling or webhook.")
    .optional(),
  DESK_ADMIN_EMAIL: z.email("DESK_ADMIN_EMAIL must be an e-mail address.").optional(),
  DESK_ADMIN_PASSWORD: z
    .string()
    .min(12, "DESK_ADMIN_PASSWORD must have at least 12 characters.")
    .max(200, "DESK_ADMIN_PASSWORD must have at most 200 characters.")
    .optional(),
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
  const problems = [...invalid, ...contradictions(filled)];
  if (!parsed.success || problems.length > 0) return { outcome: "refused", problems };
  return {
    outcome: "read",
    settings: settingsFrom(parsed.data),
    warnings: weaknesses(parsed.data),
  };
}

/** What does not go together, in values that may be wrong themselves. */
function contradictions(values: Readonly<Partial<Record<keyof Environment, string>>>): string[] {
  const problems: string[] = [];
  const needsUrl = values.TELEGRAM_BOT_TOKEN && values.TELEGRAM_MODE === "webhook";
  if (needsUrl && !values.PUBLIC_URL) {
    problems.push(
      "TELEGRAM_MODE=webhook needs PUBLIC_URL: give the public https address, or use polling.",
    );
  }
  if (
    modeOf(values) === "webhook" &&
    values.TELEGRAM_BOT_TOKEN &&
    !values.TELEGRAM_WEBHOOK_SECRET
  ) {
    problems.push(
      "TELEGRAM_WEBHOOK_SECRET is missing: choose a secret and give it to Telegram too, or use TELEGRAM_MODE=polling.",
    );
  }
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

function weaknesses(values: Environment): string[] {
  const secret = values.TELEGRAM_WEBHOOK_SECRET;
  return secret && secret.length < 16
    ? ["TELEGRAM_WEBHOOK_SECRET is short: 16 characters or more are hard to guess."]
    : [];
}

function modeOf<Mode extends string>(values: {
  readonly TELEGRAM_MODE?: Mode | undefined;
  readonly PUBLIC_URL?: string | undefined;
}): Mode | "polling" | "webhook" {
  return values.TELEGRAM_MODE ?? (values.PUBLIC_URL ? "webhook" : "polling");
}

function settingsFrom(values: Environment): Settings {
  const token = values.TELEGRAM_BOT_TOKEN;
  const email = values.DESK_ADMIN_EMAIL;
  const password = values.DESK_ADMIN_PASSWORD;
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ""),
    isPublic: values.PUBLIC_URL !== undefined,
    databasePath: values.DATABASE_URL.slice("file:".length),
    structures: values.STRUCTURE.split(","),
    secretKey: values.SECRET_KEY ?? null,
    previousSecretKey: values.SECRET_KEY_PREVIOUS ?? null,
    demonstration: values.DEMONSTRATION === "on",
    telegram: token
      ? {
          token,
          secret: values.TELEGRAM_WEBHOOK_SECRET ?? null,
          apiRoot: (values.TELEGRAM_API_ROOT ?? defaultApiRoot).replace(/\/+$/, ""),
          mode: modeOf(values),
        }
      : null,
    admin: email && password ? { email, password } : null,
    logLevel: values.LOG_LEVEL,
  };
}

function isLongEnough(value: string | undefined): boolean {
  return value === undefined || value.length >= 32;
}

function isUsableUrl(value: string | undefined): boolean {
  if (value === undefined) return true;
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === "https:" || (protocol === "http:" && loopback.has(hostname));
}
