import { setTimeout } from "node:timers/promises";
import type { Database } from "../store/database.ts";
import { openLocalD1 } from "./d1-local.ts";
import { type D1Access, reachD1 } from "./d1-over-http.ts";

export type D1Side =
  | { readonly outcome: "opened"; readonly database: Database }
  | {
      readonly outcome: "noWrangler" | "noBinding" | "token" | "noDatabase" | "unreachable";
    };

/** The D1 at Cloudflare, or with null the local one. What is opened must be closed. */
export async function openD1(remote: Omit<D1Access, "pause"> | null): Promise<D1Side> {
  const d1 = remote
    ? await reachD1({ ...remote, pause: (milliseconds) => setTimeout(milliseconds) })
    : await openLocalD1();
  return d1.outcome === "opened" || d1.outcome === "reached"
    ? { outcome: "opened", database: d1.database }
    : { outcome: d1.outcome };
}
