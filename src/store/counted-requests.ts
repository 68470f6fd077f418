import { after, type Instant, minute } from "../base/time.ts";
import type { Cipher } from "./cipher.ts";
import { type Database, mustBeWritten, sql } from "./database.ts";

/** What is counted together: requests of one kind from one address, or to one. */
export interface Counting {
  readonly what: string;
  readonly address: string;
  readonly now: Instant;
  /** Counted over so long, in milliseconds; a minute when not given. */
  readonly over?: number;
}

/** One more request, counted under a keyed hash of where it comes from: the count so far. */
export async function countedRequests(
  database: Database,
  cipher: Cipher,
  { what, address, now, over = minute }: Counting,
): Promise<number> {
  const key = `${what}|${cipher.lookup(`address|${address}`)}`;
  const start = after(now, -over);
  const [counted] = mustBeWritten(
    await database.run(
      sql(
        `INSERT INTO RateLimit (id, key, count, lastRequest) VALUES (?, ?, 1, ?)
         ON CONFLICT (key) DO UPDATE SET
           count = CASE WHEN lastRequest <= ? THEN 1 ELSE count + 1 END,
           lastRequest = CASE WHEN lastRequest <= ? THEN excluded.lastRequest ELSE lastRequest END
         RETURNING count`,
        ...[key, key, now, start, start],
      ),
    ),
  );
  return Number(counted?.rows[0]?.["count"] ?? 1);
}
