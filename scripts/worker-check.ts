// Builds the Worker as a deployment would, and prints its compressed size: over 3 MiB, the least that
// Cloudflare accepts, it is refused; over half of that, it is said.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const kibibyte = 1024;
const goal = 1.5 * kibibyte * kibibyte;
const limit = 3 * kibibyte * kibibyte;
const root = fileURLToPath(new URL("..", import.meta.url));
const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");
const folder = mkdtempSync(join(tmpdir(), "trousseau-worker-"));

const build = [wrangler, "deploy", "--dry-run", "--outdir", folder];
const { status, stderr, stdout } = spawnSync(process.execPath, build, {
  cwd: root,
  env: { ...process.env, WRANGLER_SEND_METRICS: "false", CI: "1" },
});
if (status !== 0) {
  console.error(`${stdout}${stderr}`);
  process.exit(status ?? 1);
}
const parts = readdirSync(folder).filter((name) => /\.(js|wasm)$/.test(name));
const sizes = parts.map((name) => gzipSync(readFileSync(join(folder, name))).length);
rmSync(folder, { recursive: true });
const total = sizes.reduce((sum, size) => sum + size, 0);
const inWords = (bytes: number) => `${Math.round(bytes / kibibyte)} KiB`;
for (const [place, name] of parts.entries()) {
  console.log(`${inWords(sizes[place] ?? 0).padStart(9)}  ${name.replace(/^[0-9a-f]{40}-/, "")}`);
}
console.log(`${inWords(total).padStart(9)}  in all, compressed (goal ${inWords(goal)})`);
if (total > limit) console.error(`Refused: more than ${inWords(limit)}.`);
else if (total > goal) console.error("More than the goal.");
process.exit(total > limit ? 1 : 0);
