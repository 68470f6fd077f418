import type { Settings } from "../settings.ts";
import type { Database } from "../store/database.ts";
import type { D1Access } from "./d1-over-http.ts";
import { openNodeHouse } from "./house.ts";
import { openD1 } from "./open-d1.ts";

/** Where workers are written down: the database, and the secret their links are signed with. */
export interface WorkerPlace {
  readonly database: Database;
  readonly secret: string;
  close(): Promise<void>;
}

export type WorkerPlaceOpening =
  | { readonly outcome: "opened"; readonly place: WorkerPlace }
  /** `noSecret`: a Worker has no key of its own making, so that SECRET_KEY must be in the settings. */
  | { readonly outcome: "noSecret" }
  | { readonly outcome: Exclude<Awaited<ReturnType<typeof openD1>>["outcome"], "opened"> };

/** The desk of this machine. */
export async function workersHere(settings: Settings): Promise<WorkerPlaceOpening> {
  const house = await openNodeHouse({ settings, sends: false, broke: () => undefined });
  const { database, secret } = house;
  return { outcome: "opened", place: { database, secret, close: () => house.close() } };
}

/** The desk of a Worker: at Cloudflare, or with null the one `wrangler dev` runs here. */
export async function workersOnD1(
  settings: Settings,
  remote: Omit<D1Access, "pause"> | null,
): Promise<WorkerPlaceOpening> {
  const { secretKey: secret } = settings;
  if (secret === null) return { outcome: "noSecret" };
  const d1 = await openD1(remote);
  if (d1.outcome !== "opened") return { outcome: d1.outcome };
  const { database } = d1;
  return { outcome: "opened", place: { database, secret, close: () => database.close() } };
}
