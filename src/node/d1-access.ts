import { z } from "zod";
import type { D1Access } from "./d1-over-http.ts";

export type D1AccessReading =
  | { readonly outcome: "read"; readonly access: Omit<D1Access, "pause"> }
  /** Each problem is a sentence that says the remedy. */
  | { readonly outcome: "refused"; readonly problems: readonly string[] };

const officialRoot = "https://api.cloudflare.com/client/v4";
const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

const named = (name: string, remedy: string) =>
  z.string(`${name} is missing: ${remedy}`).trim().min(1, `${name} is missing: ${remedy}`);

const environment = z.object({
  CLOUDFLARE_ACCOUNT_ID: named(
    "CLOUDFLARE_ACCOUNT_ID",
    "it is in the address of your Cloudflare dashboard.",
  ),
  CLOUDFLARE_API_TOKEN: named(
    "CLOUDFLARE_API_TOKEN",
    "make one in your Cloudflare profile, with the right D1 Edit.",
  ),
  D1_DATABASE_ID: named("D1_DATABASE_ID", "`wrangler d1 list` shows it."),
  CLOUDFLARE_API_ROOT: z
    .string()
    .default(officialRoot)
    .refine(isSafe, "CLOUDFLARE_API_ROOT must be https://…, or http:// on this machine."),
});

/** Reads how a D1 is reached from outside Cloudflare; every problem at once, each with its remedy. */
export function readD1Access(given: Readonly<Record<string, string | undefined>>): D1AccessReading {
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value?.trim()));
  const parsed = environment.safeParse(filled);
  if (!parsed.success) {
    return { outcome: "refused", problems: parsed.error.issues.map(({ message }) => message) };
  }
  const values = parsed.data;
  return {
    outcome: "read",
    access: {
      root: values.CLOUDFLARE_API_ROOT.replace(/\/+$/, ""),
      account: values.CLOUDFLARE_ACCOUNT_ID,
      database: values.D1_DATABASE_ID,
      token: values.CLOUDFLARE_API_TOKEN,
    },
  };
}

/** The token goes there: in the clear on this machine alone. */
function isSafe(root: string): boolean {
  if (!URL.canParse(root)) return false;
  const { protocol, hostname } = new URL(root);
  return protocol === "https:" || (protocol === "http:" && loopback.has(hostname));
}
