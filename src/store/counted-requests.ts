import { after, type Instant, minute } from "../base/time.ts";
import type { Cipher } from "./cipher.ts";
import { type Database, mustBeWritten, sql } from "./database.ts";

/** One more request, counted by the minute, under a keyed hash of where it comes from: the count so far. */
export async function countedRequests(
  database: Database,
  cipher: Cipher,
  {
    what,
    address,
    now,
  }: { readonly what: string; readonly address: string; readonly now: Instant },
): Promise<number> {
  const key = `${what}|${cipher.lookup(`address|${address}`)}`;
  const start = after(now, -minute);
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
