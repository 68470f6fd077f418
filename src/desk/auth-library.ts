import { betterAuth } from "better-auth";
import { magicLink, twoFactor } from "better-auth/plugins";
import type { Ids } from "../base/ids.ts";
import { authAdapter } from "../store/auth-adapter.ts";
import type { Database } from "../store/database.ts";

export interface SigningIn {
  readonly database: Database;
  /** At least 32 characters; signs sessions. */
  readonly secret: string;
  readonly publicUrl: string;
  readonly ids: Ids;
}

/** The library's own addresses, all under this one. */
export const authPath = "/desk/auth";
/**
 * Where the library reads who asks: a hash, never the address itself. Always written by us: what the
 * client puts there is dropped.
 */
export const addressHeader = "x-trousseau-address";
export const shortestPassword = 12;
export const longestPassword = 200;

/** A session ends after half a day without a visit: the time of one working day. */
const sessionSeconds = 12 * 3600;
const rolledAfterSeconds = 3600;
/** A link is handed over by a colleague, perhaps read the next morning; it opens once. */
const linkSeconds = 24 * 3600;
const minuteSeconds = 60;
const attemptsAMinute = 5;

/** The sign-in library on our tables: passwords and one-time links, nobody signs up by themselves. */
export function authOver({ database, secret, publicUrl, ids }: SigningIn) {
  const isDisabled = async (worker: string) => {
    const row = await database.get("SELECT disabledAt FROM Worker WHERE id = ?", [worker]);
    return row === null || row["disabledAt"] !== null;
  };
  return betterAuth({
    appName: "Trousseau",
    baseURL: new URL(publicUrl).origin,
    basePath: authPath,
    secret,
    database: authAdapter(database),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
    },
    plugins: [
      twoFactor({
        issuer: "Trousseau",
        schema: { twoFactor: { modelName: "TwoFactor" } },
        // whoever has only a link yet has no password to confirm with
        allowPasswordless: false,
      }),
      magicLink({
        expiresIn: linkSeconds,
        disableSignUp: true,
        storeToken: "hashed",
        // a link is never sent from here: who asked for it is given it (see worker-accounts)
        sendMagicLink: ({ token, metadata }) => {
          if (typeof metadata?.["keep"] === "function") metadata["keep"](token);
        },
      }),
    ],
    session: {
      modelName: "Session",
      expiresIn: sessionSeconds,
      updateAge: rolledAfterSeconds,
    },
    user: {
      modelName: "Worker",
      additionalFields: {
        role: { type: "string", required: true, input: false },
        structure: { type: "string", required: true, input: false },
        disabledAt: { type: "number", required: false, input: false, bigint: true },
      },
    },
    account: { modelName: "Account" },
    verification: { modelName: "Verification" },
    rateLimit: {
      enabled: true,
      storage: "database",
      modelName: "RateLimit",
      window: minuteSeconds,
      max: 100,
      customRules: { "/sign-in/email": { window: minuteSeconds, max: attemptsAMinute } },
    },
    databaseHooks: {
      session: {
        create: {
          // a session is found by its token alone: from where and with what it was opened is not kept
          before: async ({ userId }) =>
            (await isDisabled(userId)) ? false : { data: { ipAddress: null, userAgent: null } },
        },
      },
    },
    advanced: {
      database: { generateId: () => ids.next() },
      useSecureCookies: publicUrl.startsWith("https:"),
      cookiePrefix: "trousseau",
      // Lax, not Strict: the link of an alert opens a conversation for who is already signed in
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/desk" },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    telemetry: { enabled: false },
    // its log lines carry e-mail addresses; what breaks is thrown to us instead
    logger: { disabled: true },
  });
}

export type Auth = ReturnType<typeof authOver>;
