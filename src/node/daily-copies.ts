import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { hour, type Instant, instant } from "../base/time.ts";
import type { Settings } from "../settings.ts";
import { copyName } from "./back-up.ts";

/** A copy is made when the newest is older than this: once a day, whenever the service starts. */
const madeAgainAfter = 23 * hour;
/** A copy that takes longer hangs. */
const patience = hour;

/** When the newest copy of a folder was made, read from its name; null when there is none. */
export function newestCopy(folder: string): Instant | null {
  if (!existsSync(folder)) return null;
  const made = readdirSync(folder).flatMap((name) => {
    const [, year, month, day, hours, minutes, seconds] = copyName.exec(name) ?? [];
    return year ? [instant(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`)] : [];
  });
  return made.length === 0 ? null : (Math.max(...made) as Instant);
}

/** Whether it is time for another copy. */
export function isCopyDue(newest: Instant | null, now: Instant): boolean {
  return newest === null || now - newest > madeAgainAfter;
}

/**
 * Makes the copy of the day when it is due, in a process of its own, so that nobody waits for it. What is due is
 * read from the folder: a start or a stop forgets nothing. Rejects when the copy could not be made.
 */
export async function copyOfTheDay(
  { backups, databasePath }: Settings,
  now: Instant,
): Promise<void> {
  if (!backups || !isCopyDue(newestCopy(backups.folder), now)) return;
  const command = fileURLToPath(new URL("../commands/backup.ts", import.meta.url));
  const to = ["--out", `${backups.folder}/`, "--keep", String(backups.keep)];
  const child = spawn(process.execPath, [command, ...to], {
    ...{ stdio: "ignore", timeout: patience },
    env: { ...process.env, DATABASE_URL: `file:${databasePath}` },
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  if (code !== 0) throw new Error(`the copy of the day was not made: ${code}`);
}
