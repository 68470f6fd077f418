import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { hour, minute } from "../base/time.ts";
import type { Job } from "../jobs/job.ts";
import type { Settings } from "../settings.ts";

/** A conversation takes a second; one that takes longer hangs. */
const patience = minute;

/**
 * The conversation that the house holds with itself four times a day, in a process of its own, so that nobody
 * waits for it. A run that fails is a job that failed: /readyz says so, and who reads the metrics is told.
 */
export function dailySelfTest({ databasePath }: Settings): Job {
  return {
    name: "self-test",
    every: 6 * hour,
    async pass() {
      const command = fileURLToPath(new URL("../commands/doctor.ts", import.meta.url));
      const child = spawn(process.execPath, [command, "--self-test"], {
        ...{ stdio: "ignore", timeout: patience },
        env: { ...process.env, DATABASE_URL: `file:${databasePath}` },
      });
      const code = await new Promise<number | null>((resolve, reject) => {
        child.once("error", reject);
        child.once("exit", resolve);
      });
      if (code !== 0) throw new Error(`the test conversation failed: ${code}`);
      return { lines: [], next: null };
    },
  };
}
