import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import type { Measured } from "./drive.ts";

const folder = fileURLToPath(new URL("./peers/", import.meta.url));
const targets = ["floor", "product", "grammy", "telegraf", "builderbot", "floor"] as const;

/**
 * The same ten messages through the floor, the whole house and three frameworks, each in a process of its own,
 * with the same SQLite settings; the floor before and after, for the machine is shared. Ours understands, keeps
 * the message, the transcript and the answer before anything leaves; the peers keep a state, and later.
 */
export function benchPeers(users: number, seconds: number, { json }: { readonly json: boolean }) {
  if (!existsSync(`${folder}node_modules`)) {
    console.error("The peers are not here: (cd bench/peers && npm ci --ignore-scripts)");
    process.exitCode = 2;
    return;
  }
  const measured = targets.map((target) => run(target, users, seconds));
  const floors = measured.filter(({ name }) => name === "floor");
  const base = floors.reduce((sum, { turnsPerSecond }) => sum + turnsPerSecond, 0) / floors.length;
  const grammy = measured.find(({ name }) => name === "grammy")?.turnsPerSecond ?? Number.NaN;
  const lines = measured.map((one) => ({
    ...one,
    ofFloor: Number((one.turnsPerSecond / base).toFixed(2)),
    ofGrammy: Number((one.turnsPerSecond / grammy).toFixed(2)),
  }));
  if (json) for (const line of lines) console.log(JSON.stringify(line));
  else console.table(lines);
}

function run(target: string, users: number, seconds: number): Measured {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [
      ...["--import", fileURLToPath(new URL("../scripts/tsx-loader.mjs", import.meta.url))],
      ...[`${folder}child.ts`, target, String(users), String(seconds)],
    ],
    { encoding: "utf8", cwd: tmpdir() },
  );
  const line = stdout.trim().split("\n").at(-1) ?? "";
  if (status !== 0 || !line.startsWith("{")) throw new Error(`${target}: ${stderr.slice(-800)}`);
  return JSON.parse(line) as Measured;
}
