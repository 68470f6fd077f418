import { z } from "zod";

/** The keys that sign what rings a browser (VAPID, RFC 8292), as base64url. */
export interface PushKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** A mail server, and who writes. */
export interface MailSettings {
  readonly url: string;
  /** The address in "from". */
  readonly from: string;
}

/** How people are rung while their page is closed, and what is wrong, each with its remedy. */
export interface BellReading {
  readonly push: PushKeys | null;
  readonly mail: MailSettings | null;
  readonly problems: readonly string[];
}

export const bellNames = ["SMTP_URL", "VAPID_PUBLIC_KEY", "VAPID_PRIVATE_KEY"] as const;

const base64url = /^[A-Za-z0-9_-]+=*$/;
/** An uncompressed point of P-256, and its number, in bytes. */
const [publicBytes, privateBytes] = [65, 32];
const makeThem = "make both with `npm run push-keys`";

/** Reads how people are rung; each way is offered only when it is set. */
export function readBells(given: Readonly<Record<string, string | undefined>>): BellReading {
  const [url, publicKey, privateKey] = bellNames.map((name) => given[name]?.trim() || null);
  const mail = url ? mailOf(url) : null;
  return {
    push: publicKey && privateKey ? { publicKey, privateKey } : null,
    mail: typeof mail === "string" ? null : mail,
    problems: [
      ...(typeof mail === "string" ? [mail] : []),
      ...pushProblems(publicKey ?? null, privateKey ?? null),
    ],
  };
}

/** "smtp://user:password@host:587?from=address"; without `from`, the user writes. */
function mailOf(value: string): MailSettings | string {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || (url.protocol !== "smtp:" && url.protocol !== "smtps:") || url.hostname === "")
    return "SMTP_URL must be smtps://user:password@host:465, or smtp://…:587: correct it or remove it.";
  const from = url.searchParams.get("from") ?? decodeURIComponent(url.username);
  if (!z.email().safeParse(from).success)
    return "SMTP_URL does not say who writes: end it with ?from=address@of.yours.";
  url.searchParams.delete("from");
  return { url: url.href, from };
}

function pushProblems(publicKey: string | null, privateKey: string | null): string[] {
  if ((publicKey === null) !== (privateKey === null))
    return [`VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY go together: ${makeThem}.`];
  if (publicKey === null || privateKey === null) return [];
  const isRight =
    bytesOf(publicKey) === publicBytes &&
    bytesOf(privateKey) === privateBytes &&
    publicKey.startsWith("B");
  return isRight ? [] : [`VAPID_PUBLIC_KEY or VAPID_PRIVATE_KEY is no such key: ${makeThem}.`];
}

function bytesOf(text: string): number {
  return base64url.test(text) ? Math.floor((text.replace(/=+$/, "").length * 3) / 4) : 0;
}
