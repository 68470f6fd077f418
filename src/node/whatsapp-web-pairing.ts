import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import type { Instant } from "../base/time.ts";

const shape = z.object({ account: z.string(), pairedAt: z.number() });

/** When which phone was linked: kept beside its session, since it ends with it. */
export interface Pairing {
  /**
   * When that phone was linked. `scannedAt`: its code was scanned just now. Somebody else's phone, or one
   * of which nothing is written, was linked now for all we know: nothing older is ours.
   */
  of(account: string, scannedAt: Instant | null, now: Instant): Instant;
  /** The phone was unlinked. */
  forget(): void;
}

export function pairingIn(file: string): Pairing {
  return {
    of(account, scannedAt, now) {
      const kept = keptIn(file);
      if (scannedAt === null && kept?.account === account) return kept.pairedAt as Instant;
      const pairedAt = scannedAt ?? now;
      mkdirSync(dirname(file), { recursive: true });
      // written whole, then put in its place: a crash in between leaves no half of it
      writeFileSync(`${file}.new`, JSON.stringify({ account, pairedAt }), { mode: 0o600 });
      renameSync(`${file}.new`, file);
      return pairedAt;
    },
    forget: () => rmSync(file, { force: true }),
  };
}

function keptIn(file: string): z.infer<typeof shape> | null {
  try {
    return shape.safeParse(JSON.parse(readFileSync(file, "utf8"))).data ?? null;
  } catch {
    return null;
  }
}
