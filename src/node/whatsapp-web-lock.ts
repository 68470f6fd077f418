import { readFileSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";

/** What the lock of a browser's profile is compared with. */
export interface Neighbours {
  /** The name of this machine. */
  readonly host: string;
  /** Whether a process of ours on that other machine gave a sign of life lately. */
  isHostAlive(host: string): Promise<boolean>;
}

/** Chromium leaves these three in a profile it has open. */
const names = ["SingletonLock", "SingletonCookie", "SingletonSocket"] as const;

/**
 * Removes the lock that a browser which is gone left on a profile (it was killed, or its container was
 * replaced): with it, no other browser would open the profile. `held`: that browser lives, and its lock
 * is left alone.
 */
export async function clearStaleLock(
  profile: string,
  neighbours: Neighbours,
): Promise<"none" | "cleared" | "held"> {
  const owner = ownerOf(profile);
  if (owner === null) return "none";
  const isHeld =
    owner.host === neighbours.host
      ? isBrowserOf(owner.pid, profile)
      : await neighbours.isHostAlive(owner.host);
  if (isHeld) return "held";
  for (const name of names) rmSync(join(profile, name), { force: true });
  return "cleared";
}

/** The lock is a link to "host-pid" that leads nowhere. */
function ownerOf(profile: string): { readonly host: string; readonly pid: number } | null {
  let target: string;
  try {
    target = readlinkSync(join(profile, "SingletonLock"));
  } catch {
    return null;
  }
  const dash = target.lastIndexOf("-");
  return { host: target.slice(0, dash), pid: Number(target.slice(dash + 1)) };
}

/** A number may have been given to another program since: only one that opened this profile counts. */
function isBrowserOf(pid: number, profile: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(profile);
  } catch {
    return !isGone(pid) && process.platform !== "linux";
  }
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "EPERM");
  }
}
