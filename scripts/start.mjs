// Starts Trousseau on the Node it was made for: this one when it is recent enough, else the one that
// was installed with the dependencies. Kept free of modern imports, so that an old Node can read it.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const recent = major > 22 || (major === 22 && minor >= 18);
const local = new URL("../node_modules/.bin/node", import.meta.url).pathname;

if (recent) {
  await import("./tsx-loader.mjs");
  await import("../src/main-node.ts");
} else if (existsSync(local)) {
  const child = spawn(local, [new URL(import.meta.url).pathname], { stdio: "inherit" });
  for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => process.exit(code ?? 1));
} else {
  console.error(
    `Node ${process.versions.node} is too old and no newer one is installed: run npm ci, then npm start.`,
  );
  process.exit(2);
}
