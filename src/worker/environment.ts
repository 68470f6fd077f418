import type { D1Database, Queue } from "@cloudflare/workers-types";
import type { Errand } from "./errand.ts";

/** What Cloudflare gives a Worker: its database, its queue, and the settings as text. */
export interface WorkerEnvironment {
  readonly DB: D1Database;
  readonly ERRANDS: Queue<Errand>;
  readonly [setting: string]: unknown;
}

/** The settings among all that is given. */
export function settingsIn(given: WorkerEnvironment): Readonly<Record<string, string>> {
  const texts = Object.entries(given).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return Object.fromEntries(texts);
}
