import type { Entry } from "./at-the-door.ts";

/** Somebody the library is asked for. */
export interface Asker {
  readonly request: Request;
  /** Hashed. */
  readonly address: string;
  readonly body?: object;
}

/** What an answer of the library means for who is at the door. */
export async function entry(response: Response): Promise<Entry> {
  if (response.status === 429) return { outcome: "limited" };
  if (response.status !== 200) return { outcome: "refused" };
  const cookies = response.headers.getSetCookie();
  const said = (await response.json().catch(() => null)) as { twoFactorRedirect?: boolean } | null;
  return { outcome: said?.twoFactorRedirect === true ? "second" : "in", cookies };
}
