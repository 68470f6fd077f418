// After an install: makes the database client from prisma/schema.prisma, with no network.
// Left out when the command is absent (a production image installed without development packages).
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const command = new URL("../node_modules/prisma/build/index.js", import.meta.url).pathname;
if (existsSync(command)) {
  const { status } = spawnSync(process.execPath, [command, "generate", "--no-hints"], {
    stdio: ["ignore", "ignore", "inherit"],
    cwd: new URL("..", import.meta.url).pathname,
    env: { ...process.env, CHECKPOINT_DISABLE: "1" },
  });
  process.exit(status ?? 1);
}
