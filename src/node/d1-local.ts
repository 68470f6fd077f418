import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { d1Database } from "../store/d1.ts";
import type { Database } from "../store/database.ts";

export type D1Opened =
  | { readonly outcome: "opened"; readonly database: Database }
  /** Wrangler, a development dependency, is not installed. */
  | { readonly outcome: "noWrangler" }
  /** The configuration names no database DB. */
  | { readonly outcome: "noBinding" };

const ownConfiguration = fileURLToPath(new URL("../../wrangler.toml", import.meta.url));

/**
 * The local D1 that `wrangler dev` uses, kept in .wrangler/state beside the configuration. Closing it
 * stops the process that holds it; without that the program does not end.
 */
export async function openLocalD1(configPath = ownConfiguration): Promise<D1Opened> {
  // it would tell on the standard output which files it reads; ours may be read by a program
  process.env["WRANGLER_LOG"] ??= "error";
  const wrangler = await import("wrangler").catch(() => null);
  if (!wrangler) return { outcome: "noWrangler" };
  const proxy = await wrangler.getPlatformProxy<Record<string, unknown>>({
    configPath,
    // where `wrangler dev` keeps it; the proxy alone would look in the present folder
    persist: { path: join(dirname(configPath), ".wrangler/state/v3") },
    // only the database is wanted: no network, and no settings but ours
    remoteBindings: false,
    envFiles: [],
  });
  const binding = proxy.env["DB"];
  if (!isD1(binding)) {
    await proxy.dispose();
    return { outcome: "noBinding" };
  }
  return {
    outcome: "opened",
    database: { ...d1Database(binding), close: () => proxy.dispose() },
  };
}

function isD1(binding: unknown): binding is Parameters<typeof d1Database>[0] {
  return typeof binding === "object" && binding !== null && "prepare" in binding;
}
