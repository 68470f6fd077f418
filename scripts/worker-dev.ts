// Runs the Worker here, in the real engine of Cloudflare with a database of its own under .wrangler:
// settings in .dev.vars (made when absent), migrations applied, the minute's jobs rung every minute.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const wrangler = fileURLToPath(
  new URL("../node_modules/wrangler/bin/wrangler.js", import.meta.url),
);
const port = process.env["PORT"] ?? "8787";
const environment = { ...process.env, WRANGLER_SEND_METRICS: "false", CI: "1" };

const variables = `${root}.dev.vars`;
if (!existsSync(variables)) {
  const secret = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url");
  const password = Buffer.from(crypto.getRandomValues(new Uint8Array(12))).toString("base64url");
  writeFileSync(
    variables,
    `SECRET_KEY=${secret}\nDESK_ADMIN_EMAIL=admin@example.org\nDESK_ADMIN_PASSWORD=${password}\n`,
    { mode: 0o600 },
  );
}

const migrate = [wrangler, "d1", "migrations", "apply", "trousseau", "--local"];
const migrated = spawnSync(process.execPath, migrate, { cwd: root, env: environment });
if (migrated.status !== 0) {
  console.error(String(migrated.stderr));
  process.exit(migrated.status ?? 1);
}

const address = `http://localhost:${port}`;
const serve = [wrangler, "dev", "--port", port, "--var", `PUBLIC_URL:${address}`];
const child = spawn(process.execPath, serve, { cwd: root, env: environment, stdio: "inherit" });
// the tool rings no bell by itself
const ring = () =>
  void fetch(`${address}/cdn-cgi/handler/scheduled`, { method: "POST" }).catch(() => undefined);
const ringing = setInterval(ring, 60_000);
setTimeout(ring, 5_000);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => {
  clearInterval(ringing);
  process.exit(code ?? 0);
});
console.log(
  `Web chat: ${address}\nDesk: ${address}/desk, with the address and password of .dev.vars`,
);
