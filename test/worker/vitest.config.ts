import { fileURLToPath } from "node:url";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { mailServer } from "../stand-in/mail-server.ts";

const mail = await mailServer((to) => (to.startsWith("nobody") ? "550 no such user" : null));
const root = fileURLToPath(new URL("../..", import.meta.url));
const migrations = await readD1Migrations(`${root}prisma/migrations`);

/** What runs inside the engine of Cloudflare, on its own database: a second project beside the one on Node. */
export default defineConfig({
  root,
  plugins: [
    cloudflareTest({
      wrangler: { configPath: `${root}wrangler.toml` },
      miniflare: {
        // a module comes to the engine as one message, and the model is longer than a mebibyte
        compatibilityFlags: ["nodejs_compat", "increase_websocket_message_size"],
        bindings: {
          MIGRATIONS: migrations,
          // a mail server of ours, beside the engine
          MAIL_STANDIN: mail.url,
          SECRET_KEY: "a secret key for tests only, long enough",
        },
      },
    }),
  ],
  test: {
    name: "workers",
    include: ["test/worker/**/*.worker-test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // the Worker's own log of what these tests break on purpose
    onConsoleLog: (line) => !line.startsWith('{"level":'),
  },
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
});
